import type { BoxMark, DiscsMark, Mark, PathMark } from '../scene/mark.ts';
import type { Size } from '../scene/viewport.ts';

/** A picture that fills the drawing, under all marks. */
export interface SvgPicture {
	/** `data:image/png;base64,...` or any address. */
	readonly href: string;
	/** Where it lies, px of the drawing. */
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/**
 * A display list as an SVG file of its own: plain shapes and colours that browsers, Inkscape and converters read alike.
 * @param title Read out by screen readers. Cost: O(points).
 */
export function svgDocument(
	size: Size,
	marks: readonly Mark[],
	{ title, picture }: { readonly title: string; readonly picture?: SvgPicture },
): string {
	const [width, height] = [number(size.width), number(size.height)];
	const image = picture
		? `<image href="${escaped(picture.href)}" x="${number(picture.x)}" y="${number(picture.y)}" width="${number(picture.width)}" height="${number(picture.height)}" preserveAspectRatio="none"/>\n`
		: '';
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">\n` +
		`<title>${escaped(title)}</title>\n${image}${paintSvg(marks)}</svg>\n`
	);
}

/** A display list as one SVG group, in order; numbers have two decimals. */
export const paintSvg = (marks: readonly Mark[]): string =>
	`<g fill="none" stroke-linecap="round" stroke-linejoin="round">\n${marks.filter(isSomething).map(markElement).join('')}</g>\n`;

const isSomething = (mark: Mark): boolean =>
	mark.type === 'path'
		? mark.subpaths.length > 0
		: mark.type !== 'discs' || mark.centers.length > 0;

function markElement(mark: Mark): string {
	switch (mark.type) {
		case 'path':
			return `<path d="${pathData(mark)}"${mark.evenOdd ? ' fill-rule="evenodd"' : ''}${look(mark)}/>\n`;
		case 'discs':
			return `<path d="${discsData(mark)}"${look(mark)}/>\n`;
		case 'box':
			return `<rect x="${number(mark.x)}" y="${number(mark.y)}" width="${number(mark.width)}" height="${number(mark.height)}" rx="${number(mark.radius)}"${look(mark)}/>\n`;
		case 'text':
			return `<text x="${number(mark.x)}" y="${number(mark.y)}" text-anchor="middle" dominant-baseline="central"${font(mark.font)}${paint('fill', mark.color, 1)}>${escaped(mark.text)}</text>\n`;
	}
}

function pathData({ subpaths, closed }: PathMark): string {
	return subpaths
		.map((points) => {
			const pairs: string[] = [];
			for (let i = 0; i + 1 < points.length; i += 2)
				pairs.push(`${number(points[i]!)} ${number(points[i + 1]!)}`);
			return pairs.length === 0 ? '' : `M${pairs.join('L')}${closed ? 'Z' : ''}`;
		})
		.join('');
}

function discsData({ centers, radius }: DiscsMark): string {
	const r = number(radius);
	const d = number(2 * radius);
	let data = '';
	for (let i = 0; i + 1 < centers.length; i += 2)
		data += `M${number(centers[i]! - radius)} ${number(centers[i + 1]!)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 -${d} 0Z`;
	return data;
}

function look(mark: PathMark | DiscsMark | BoxMark): string {
	const alpha = mark.alpha ?? 1;
	if (mark.stroke === undefined) return paint('fill', mark.fill, alpha);
	const dash = mark.dash ? ` stroke-dasharray="${mark.dash.map(number).join(' ')}"` : '';
	const width = ` stroke-width="${number(mark.lineWidth ?? 1)}"`;
	return `${paint('fill', mark.fill, alpha)}${paint('stroke', mark.stroke, alpha)}${width}${dash}`;
}

/** A colour and how much it covers as two attributes: `rgb(0 0 0 / .5)` is not known everywhere. */
function paint(attribute: 'fill' | 'stroke', color: string | undefined, alpha: number): string {
	if (color === undefined) return '';
	const [, r, g, b, share = '1'] =
		/^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:\s*[/,]\s*([\d.]+))?\s*\)$/.exec(color) ??
		[];
	const plain = r === undefined ? color : `#${[r, g, b].map(hex).join('')}`;
	const opacity = number(alpha * Number(share));
	return ` ${attribute}="${escaped(plain)}"${opacity === '1' ? '' : ` ${attribute}-opacity="${opacity}"`}`;
}

const hex = (value: string | undefined): string =>
	Math.min(255, Math.round(Number(value)))
		.toString(16)
		.padStart(2, '0');

/** `700 11px system-ui` as its three attributes. */
function font(text: string): string {
	const [, weight, size, family] = /^(\d+)\s+([\d.]+)px\s+(.+)$/.exec(text) ?? [];
	if (family === undefined) return '';
	return ` font-weight="${weight}" font-size="${size}" font-family="${escaped(family)}"`;
}

const number = (value: number): string => String(Math.round(value * 100) / 100 + 0);

const escaped = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		// XML has no place for these, not even escaped.
		.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
