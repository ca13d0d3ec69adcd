/**
 * A path without its shakes: of all paths with the same ends the one for which the squared distance from the given places
 * plus `weight` times the squared bends (second differences) is least. Its bends are never more than the given path's.
 * Cost: O(places). Source: Whittaker, "On a new method of graduation", 1923; the ends held.
 * @param places x, y pairs, evenly spaced in time.
 * @param period In places: a wave of so many is halved, shorter ones vanish, longer ones stay. 2 or less: the same path.
 */
export function smoothPath(places: Float64Array, period: number): Float64Array {
	const out = places.slice();
	const inner = places.length / 2 - 2;
	if (!(period > 2) || inner < 1) return out;
	const weight = (2 - 2 * Math.cos((2 * Math.PI) / period)) ** -2;
	const factors = factorise(inner, weight);
	for (const axis of [0, 1]) {
		const change = bendsBack(places, axis, inner, weight);
		solve(factors, change);
		for (let i = 0; i < inner; i++) out[(i + 1) * 2 + axis]! += change[i]!;
	}
	return out;
}

/** L D L' of I + weight B'B, B the second differences, for the places between the ends: five diagonals. */
interface Factors {
	readonly diagonal: Float64Array;
	/** L's entries one and two below the diagonal, by the column they stand in. */
	readonly one: Float64Array;
	readonly two: Float64Array;
}

function factorise(n: number, weight: number): Factors {
	const diagonal = new Float64Array(n);
	const one = new Float64Array(n);
	const two = new Float64Array(n);
	for (let i = 0; i < n; i++) {
		const ends = (i === 0 ? 1 : 0) + (i === n - 1 ? 1 : 0);
		const [d1, d2] = [diagonal[i - 1] ?? 0, diagonal[i - 2] ?? 0];
		const [l1, l2] = [one[i - 1] ?? 0, two[i - 2] ?? 0];
		const d = 1 + weight * (6 - ends) - d1 * l1 * l1 - d2 * l2 * l2;
		diagonal[i] = d;
		one[i] = (-4 * weight - d1 * l1 * (two[i - 1] ?? 0)) / d;
		two[i] = weight / d;
	}
	return { diagonal, one, two };
}

/** -weight B'B x: where the bends pull. */
function bendsBack(
	places: Float64Array,
	axis: number,
	inner: number,
	weight: number,
): Float64Array {
	const last = inner + 1;
	const bend = (i: number) =>
		i < 1 || i >= last
			? 0
			: places[(i - 1) * 2 + axis]! - 2 * places[i * 2 + axis]! + places[(i + 1) * 2 + axis]!;
	return Float64Array.from(
		{ length: inner },
		(_, i) => -weight * (bend(i) - 2 * bend(i + 1) + bend(i + 2)),
	);
}

function solve({ diagonal, one, two }: Factors, values: Float64Array): void {
	const n = values.length;
	for (let i = 1; i < n; i++)
		values[i]! -= one[i - 1]! * values[i - 1]! + (i > 1 ? two[i - 2]! * values[i - 2]! : 0);
	for (let i = 0; i < n; i++) values[i]! /= diagonal[i]!;
	for (let i = n - 2; i >= 0; i--)
		values[i]! -= one[i]! * values[i + 1]! + (i + 2 < n ? two[i]! * values[i + 2]! : 0);
}
