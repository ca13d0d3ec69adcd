export interface Arc {
	readonly rx: number;
	readonly ry: number;
	/** Degrees. */
	readonly turn: number;
	readonly isLarge: boolean;
	readonly isClockwise: boolean;
}

type Cubic = readonly [x1: number, y1: number, x2: number, y2: number, x: number, y: number];

/**
 * An elliptical arc as cubics of a quarter turn each or less, off by at most 0.03 % of the radius.
 * Radii of 0 make a straight line; too small ones are enlarged. Source: SVG 2, appendix "Elliptical arc implementation notes".
 */
export function arcCubics(
	from: { readonly x: number; readonly y: number },
	{ rx, ry, turn, isLarge, isClockwise }: Arc,
	to: { readonly x: number; readonly y: number },
): Cubic[] {
	const straight: Cubic[] = [[from.x, from.y, to.x, to.y, to.x, to.y]];
	if (rx === 0 || ry === 0 || (from.x === to.x && from.y === to.y)) return straight;
	const phi = (turn * Math.PI) / 180;
	const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
	const hx = (from.x - to.x) / 2;
	const hy = (from.y - to.y) / 2;
	const x1 = cos * hx + sin * hy;
	const y1 = -sin * hx + cos * hy;
	const grow = Math.max(1, Math.sqrt((x1 / rx) ** 2 + (y1 / ry) ** 2));
	const [a, b] = [Math.abs(rx) * grow, Math.abs(ry) * grow];
	const square = (a * b) ** 2 - (a * y1) ** 2 - (b * x1) ** 2;
	const root = Math.sqrt(Math.max(0, square) / ((a * y1) ** 2 + (b * x1) ** 2));
	const sign = isLarge === isClockwise ? -1 : 1;
	const [cx, cy] = [(sign * root * a * y1) / b, (-sign * root * b * x1) / a];
	const start = Math.atan2((y1 - cy) / b, (x1 - cx) / a);
	let sweep = Math.atan2((-y1 - cy) / b, (-x1 - cx) / a) - start;
	if (isClockwise && sweep < 0) sweep += 2 * Math.PI;
	if (!isClockwise && sweep > 0) sweep -= 2 * Math.PI;
	if (!Number.isFinite(sweep)) return straight;
	const parts = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
	const step = sweep / parts;
	const reach = (4 / 3) * Math.tan(step / 4);
	const [mx, my] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
	const place = (u: number, v: number): readonly [number, number] => [
		cos * (cx + a * u) - sin * (cy + b * v) + mx,
		sin * (cx + a * u) + cos * (cy + b * v) + my,
	];
	return Array.from({ length: parts }, (_, n): Cubic => {
		const [t0, t1] = [start + n * step, start + (n + 1) * step];
		const first = place(Math.cos(t0) - reach * Math.sin(t0), Math.sin(t0) + reach * Math.cos(t0));
		const second = place(Math.cos(t1) + reach * Math.sin(t1), Math.sin(t1) - reach * Math.cos(t1));
		const end = n === parts - 1 ? ([to.x, to.y] as const) : place(Math.cos(t1), Math.sin(t1));
		return [...first, ...second, ...end];
	});
}
