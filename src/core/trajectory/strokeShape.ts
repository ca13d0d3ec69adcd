/** Pointer positions with the length from the start to each; image pixels. */
export interface Stroke {
	readonly count: number;
	readonly xs: Float64Array;
	readonly ys: Float64Array;
	readonly lengths: Float64Array;
}

/** Drops what is not finite and what repeats the position before it; the first and last position stay. */
export function cleanStroke(
	points: readonly { readonly x: number; readonly y: number }[],
	tolerance: number,
): Stroke {
	const finite = points.filter((p) => Number.isFinite(p.x) && Number.isFinite(p.y));
	const kept: { x: number; y: number }[] = [];
	for (const [i, p] of finite.entries()) {
		const before = kept.at(-1);
		const step = before ? Math.hypot(p.x - before.x, p.y - before.y) : Number.POSITIVE_INFINITY;
		const isLast = i === finite.length - 1;
		if (step > tolerance * 0.1) kept.push(p);
		else if (isLast && step > 0) kept[Math.max(1, kept.length - 1)] = p;
	}
	return measured(
		Float64Array.from(kept, (p) => p.x),
		Float64Array.from(kept, (p) => p.y),
	);
}

/**
 * The stroke without the hand's tremor: a Gaussian over the length along it, sigma 2 tolerances, ends fixed.
 * It shrinks a bend of radius r by sigma^2 / 2r only: 0.3 px at r = 25 px and a tolerance of 2 px.
 */
export function smoothStroke(stroke: Stroke, tolerance: number): Stroke {
	const { count, xs, ys, lengths } = stroke;
	const sigma = 2 * tolerance;
	const outX = new Float64Array(count);
	const outY = new Float64Array(count);
	for (let i = 0; i < count; i++) {
		const here = lengths[i]!;
		// The window is cut alike on both sides near an end, so that it does not pull.
		const reach = Math.min(3 * sigma, here, lengths[count - 1]! - here);
		let from = i;
		while (from > 0 && here - lengths[from - 1]! <= reach) from--;
		let sum = 0;
		let x = 0;
		let y = 0;
		for (let j = from; j < count && lengths[j]! - here <= reach; j++) {
			const d = (lengths[j]! - here) / sigma;
			const spacing = (lengths[Math.min(count - 1, j + 1)]! - lengths[Math.max(0, j - 1)]!) / 2;
			const weight = Math.exp(-0.5 * d * d) * spacing;
			sum += weight;
			x += weight * xs[j]!;
			y += weight * ys[j]!;
		}
		outX[i] = sum > 0 ? x / sum : xs[i]!;
		outY[i] = sum > 0 ? y / sum : ys[i]!;
	}
	outX[0] = xs[0]!;
	outY[0] = ys[0]!;
	outX[count - 1] = xs[count - 1]!;
	outY[count - 1] = ys[count - 1]!;
	return measured(outX, outY);
}

/** Positions `from`..`to` (indices, both included) as x, y pairs. */
export function strokePart({ xs, ys }: Stroke, from: number, to: number): Float64Array {
	const pairs = new Float64Array((to - from + 1) * 2);
	for (let i = from; i <= to; i++) {
		pairs[(i - from) * 2] = xs[i]!;
		pairs[(i - from) * 2 + 1] = ys[i]!;
	}
	return pairs;
}

function measured(xs: Float64Array, ys: Float64Array): Stroke {
	const count = xs.length;
	const lengths = new Float64Array(count);
	for (let i = 1; i < count; i++)
		lengths[i] = lengths[i - 1]! + Math.hypot(xs[i]! - xs[i - 1]!, ys[i]! - ys[i - 1]!);
	return { count, xs, ys, lengths };
}
