/** Attributes of an element; names as SVG writes them, numbers to a tenth of a pixel. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

export type Stop = readonly [offset: number, color: string, opacity?: number];

export const round = (value: number): number => Math.round(value * 10) / 10;

export function element(name: string, attributes: Attributes, children?: string): string {
	const words = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(
			([key, value]) =>
				` ${key}="${typeof value === 'number' ? Math.round(value * 100) / 100 : value}"`,
		)
		.join('');
	return children === undefined ? `<${name}${words}/>` : `<${name}${words}>${children}</${name}>`;
}

export const group = (attributes: Attributes, ...children: readonly string[]): string =>
	element('g', attributes, children.join(''));

export const at = (x: number, y: number, scale = 1, angle = 0): Attributes => ({
	transform: `translate(${round(x)} ${round(y)}) rotate(${round(angle)}) scale(${scale})`,
});

export const path = (d: string, fill: string, more: Attributes = {}): string =>
	element('path', { d, fill, ...more });

export const stroke = (d: string, color: string, width: number, more: Attributes = {}): string =>
	element('path', {
		d,
		fill: 'none',
		stroke: color,
		'stroke-width': width,
		'stroke-linecap': 'round',
		'stroke-linejoin': 'round',
		...more,
	});

export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}) =>
	element('circle', { cx, cy, r, fill, ...more });

export const ellipse = (
	cx: number,
	cy: number,
	rx: number,
	ry: number,
	fill: string,
	more: Attributes = {},
): string => element('ellipse', { cx, cy, rx, ry, fill, ...more });

export const rect = (
	x: number,
	y: number,
	width: number,
	height: number,
	fill: string,
	more: Attributes = {},
): string => element('rect', { x, y, width, height, fill, ...more });

const stopsOf = (stops: readonly Stop[]): string =>
	stops
		.map(([offset, color, opacity]) =>
			element('stop', { offset, 'stop-color': color, 'stop-opacity': opacity }),
		)
		.join('');

/** Along the box from (x1, y1) to (x2, y2), shares of it; top to bottom when not told. */
export const linear = (
	id: string,
	stops: readonly Stop[],
	[x1, y1, x2, y2]: readonly [number, number, number, number] = [0, 0, 0, 1],
): string => element('linearGradient', { id, x1, y1, x2, y2 }, stopsOf(stops));

export const radial = (id: string, stops: readonly Stop[], cx = 0.5, cy = 0.5, r = 0.5): string =>
	element('radialGradient', { id, cx, cy, r }, stopsOf(stops));

/** A shape and what is drawn on it, cut to the shape. */
export const cut = (id: string, d: string, fill: string, ...inside: readonly string[]): string =>
	`<clipPath id="cut-${id}">${element('path', { d })}</clipPath>${path(d, fill)}${group({ 'clip-path': `url(#cut-${id})` }, ...inside)}`;
