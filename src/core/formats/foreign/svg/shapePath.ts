/** A basic shape as path data; undefined for other elements. Source: SVG 2, "Basic shapes". Round corners of `rect` are left. */
export function shapePath(
	name: string,
	attributes: ReadonlyMap<string, string>,
): string | undefined {
	const number = (key: string): number => Number.parseFloat(attributes.get(key) ?? '0') || 0;
	switch (name) {
		case 'line':
			return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
		case 'polyline':
			return `M${attributes.get('points') ?? ''}`;
		case 'polygon':
			return `M${attributes.get('points') ?? ''}Z`;
		case 'rect': {
			const [x, y, w, h] = [number('x'), number('y'), number('width'), number('height')];
			return `M${x} ${y}H${x + w}V${y + h}H${x}Z`;
		}
		case 'circle':
			return ellipse(number('cx'), number('cy'), number('r'), number('r'));
		case 'ellipse':
			return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
		default:
			return undefined;
	}
}

const ellipse = (cx: number, cy: number, rx: number, ry: number): string =>
	`M${cx + rx} ${cy}A${rx} ${ry} 0 0 1 ${cx} ${cy + ry}A${rx} ${ry} 0 0 1 ${cx - rx} ${cy}` +
	`A${rx} ${ry} 0 0 1 ${cx} ${cy - ry}A${rx} ${ry} 0 0 1 ${cx + rx} ${cy}Z`;
