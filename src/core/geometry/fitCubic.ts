/**
 * The cubic Bezier from the first to the last point, with given end directions, nearest to points in the least-squares sense.
 * @param points x, y pairs in order, two or more.
 * @param start, end Unit directions of travel at the ends.
 * @returns x, y of its four points. Two points, or a fit that turns back: handles of a third of the chord.
 * Source: Schneider, Graphics Gems, 1990: chord-length parameters, then Newton steps towards the nearest ones.
 */
export function fitCubic(
	points: Float64Array,
	start: { readonly x: number; readonly y: number },
	end: { readonly x: number; readonly y: number },
): Float64Array {
	const parameters = chordParameters(points);
	let cubic = solve(points, parameters, start, end);
	for (let round = 0; round < 4 && points.length > 4; round++) {
		improve(points, parameters, cubic);
		cubic = solve(points, parameters, start, end);
	}
	return cubic;
}

function chordParameters(points: Float64Array): Float64Array {
	const count = points.length / 2;
	const parameters = new Float64Array(count);
	for (let i = 1; i < count; i++)
		parameters[i] =
			parameters[i - 1]! +
			Math.hypot(points[i * 2]! - points[i * 2 - 2]!, points[i * 2 + 1]! - points[i * 2 - 1]!);
	const total = parameters[count - 1]! || 1;
	return parameters.map((p) => p / total);
}

function solve(
	points: Float64Array,
	parameters: Float64Array,
	start: { readonly x: number; readonly y: number },
	end: { readonly x: number; readonly y: number },
): Float64Array {
	const last = points.length - 2;
	const [x0, y0, x3, y3] = [points[0]!, points[1]!, points[last]!, points[last + 1]!];
	const across = start.x * -end.x + start.y * -end.y;
	let c00 = 0;
	let c01 = 0;
	let c11 = 0;
	let r0 = 0;
	let r1 = 0;
	for (let i = 0; i < parameters.length; i++) {
		const t = parameters[i]!;
		const s = 1 - t;
		const b1 = 3 * s * s * t;
		const b2 = 3 * s * t * t;
		const atStart = s * s * s + b1;
		const atEnd = b2 + t * t * t;
		const dx = points[i * 2]! - atStart * x0 - atEnd * x3;
		const dy = points[i * 2 + 1]! - atStart * y0 - atEnd * y3;
		c00 += b1 * b1;
		c01 += b1 * b2 * across;
		c11 += b2 * b2;
		r0 += b1 * (dx * start.x + dy * start.y);
		r1 += b2 * (dx * -end.x + dy * -end.y);
	}
	const determinant = c00 * c11 - c01 * c01;
	const chord = Math.hypot(x3 - x0, y3 - y0);
	let a = determinant === 0 ? 0 : (r0 * c11 - r1 * c01) / determinant;
	let b = determinant === 0 ? 0 : (c00 * r1 - c01 * r0) / determinant;
	if (!(a > chord * 1e-3 && b > chord * 1e-3)) {
		a = chord / 3;
		b = chord / 3;
	}
	return Float64Array.of(
		x0,
		y0,
		x0 + a * start.x,
		y0 + a * start.y,
		x3 - b * end.x,
		y3 - b * end.y,
		x3,
		y3,
	);
}

/** One Newton step of each inner parameter towards the nearest place on the curve, kept within 0..1. */
function improve(points: Float64Array, parameters: Float64Array, c: Float64Array): void {
	for (let i = 1; i < parameters.length - 1; i++) {
		const t = parameters[i]!;
		const s = 1 - t;
		let slope = 0;
		let curvature = 0;
		for (let k = 0; k < 2; k++) {
			const [p0, p1, p2, p3] = [c[k]!, c[2 + k]!, c[4 + k]!, c[6 + k]!];
			const off =
				s * s * s * p0 +
				3 * s * s * t * p1 +
				3 * s * t * t * p2 +
				t * t * t * p3 -
				points[i * 2 + k]!;
			const first = 3 * (s * s * (p1 - p0) + 2 * s * t * (p2 - p1) + t * t * (p3 - p2));
			const second = 6 * (s * (p2 - 2 * p1 + p0) + t * (p3 - 2 * p2 + p1));
			slope += off * first;
			curvature += first * first + off * second;
		}
		if (curvature > 0) parameters[i] = Math.min(1, Math.max(0, t - slope / curvature));
	}
}
