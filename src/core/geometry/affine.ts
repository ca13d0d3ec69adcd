import type { ControlPoint } from '../document/document.ts';

interface XY {
	readonly x: number;
	readonly y: number;
}

/** An affine map of the plane: x' = a x + c y + e, y' = b x + d y + f (the order of canvas and SVG matrices). */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const translation = (dx: number, dy: number): Affine => [1, 0, 0, 1, dx, dy];

/** Scales about a pivot that stays; a negative factor flips. */
export const scaling = (sx: number, sy: number, pivot: XY): Affine =>
	about([sx, 0, 0, sy, 0, 0], pivot);

/** Turns about a pivot, clockwise on the screen (y down) for a positive angle in radians. */
export function rotation(angle: number, pivot: XY): Affine {
	const cos = Math.cos(angle);
	const sin = Math.sin(angle);
	return about([cos, sin, -sin, cos, 0, 0], pivot);
}

/** Slants about a pivot: x grows by `kx` for each px of y, y by `ky` for each px of x. */
export const skewing = (kx: number, ky: number, pivot: XY): Affine =>
	about([1, ky, kx, 1, 0, 0], pivot);

export const mapPoint = ([a, b, c, d, e, f]: Affine, { x, y }: XY): { x: number; y: number } => ({
	x: a * x + c * y + e,
	y: b * x + d * y + f,
});

/** The map back. @throws {RangeError} for one that flattens the plane. */
export function inverse([a, b, c, d, e, f]: Affine): Affine {
	const area = a * d - b * c;
	if (area === 0) throw new RangeError(`The map ${[a, b, c, d, e, f]} has no way back`);
	return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** A difference of two places: mapped without the shift. */
export const mapVector = ([a, b, c, d]: Affine, { x, y }: XY): { x: number; y: number } => ({
	x: a * x + c * y,
	y: b * x + d * y,
});

/** A control point with its handles. */
export const mapControlPoint = (map: Affine, point: ControlPoint): ControlPoint => ({
	...point,
	...mapPoint(map, point),
	...(point.handleIn && { handleIn: mapVector(map, point.handleIn) }),
	...(point.handleOut && { handleOut: mapVector(map, point.handleOut) }),
});

function about([a, b, c, d]: Affine, { x, y }: XY): Affine {
	return [a, b, c, d, x - a * x - c * y, y - b * x - d * y];
}
