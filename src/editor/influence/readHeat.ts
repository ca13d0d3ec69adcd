import type { HeatTheme, Rgba } from '#render/scene/influenceColors.ts';

/** The colours of the map from the CSS tokens on the root element. Reads style once. */
export function readHeat(root: Element): HeatTheme {
	const style = getComputedStyle(root);
	const read = (name: string): string => style.getPropertyValue(name).trim();
	return {
		stops: [
			parse(read('--heat-0'), [20, 120, 160, 0]),
			parse(read('--heat-25'), [20, 140, 180, 0.3]),
			parse(read('--heat-50'), [60, 190, 215, 0.46]),
			parse(read('--heat-100'), [205, 246, 255, 0.66]),
		],
		over: read('--heat-over') || 'rgb(255 84 70 / .72)',
	};
}

/** `rgb(r g b / a)`, as tokens.css writes it, or `#rrggbbaa`, as a build may. */
function parse(text: string, otherwise: Rgba): Rgba {
	const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/i.exec(text);
	if (hex) {
		const [r, g, b, a] = hex.slice(1).map((part) => Number.parseInt(part ?? 'ff', 16));
		return [r!, g!, b!, a! / 255];
	}
	const parts = text.match(/[\d.]+%?/g)?.map((part) => {
		const value = Number.parseFloat(part);
		return part.endsWith('%') ? value / 100 : value;
	});
	return parts && parts.length >= 3 ? [parts[0]!, parts[1]!, parts[2]!, parts[3] ?? 1] : otherwise;
}
