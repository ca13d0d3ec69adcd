import { type Affine, rotation, scaling, translation } from '../../../geometry/affine.ts';

export const identity: Affine = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function composed(outer: Affine, inner: Affine): Affine {
	const [a, b, c, d, e, f] = outer;
	const [g, h, i, j, k, l] = inner;
	return [
		a * g + c * h,
		b * g + d * h,
		a * i + c * j,
		b * i + d * j,
		a * k + c * l + e,
		b * k + d * l + f,
	];
}

/** An SVG `transform` attribute; what is not understood does nothing. */
export function readTransform(text: string): Affine {
	let map = identity;
	for (const [, name = '', body = ''] of text
		.slice(0, 10_000)
		.matchAll(/(\w{1,20})\s*\(([^)]*)\)/g)) {
		const values = body
			.split(/[\s,]+/)
			.filter((value) => value !== '')
			.map(Number);
		const step = values.every(Number.isFinite) ? stepOf(name, values) : undefined;
		if (step) map = composed(map, step);
	}
	return map;
}

function stepOf(name: string, values: readonly number[]): Affine | undefined {
	const [a = 0, b, c, d, e, f] = values;
	switch (name) {
		case 'matrix':
			return [a, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0];
		case 'translate':
			return translation(a, b ?? 0);
		case 'scale':
			return scaling(a, b ?? a, { x: 0, y: 0 });
		case 'rotate':
			return rotation((a * Math.PI) / 180, { x: b ?? 0, y: c ?? 0 });
		case 'skewX':
			return [1, 0, Math.tan((a * Math.PI) / 180), 1, 0, 0];
		case 'skewY':
			return [1, Math.tan((a * Math.PI) / 180), 0, 1, 0, 0];
		default:
			return undefined;
	}
}
