/** One thing followed through the frames of a clip. */
export interface ClipTrack {
	/** x, y a frame, clip pixels with (0, 0) at the upper left corner of the first one; not read where it was not seen. */
	readonly places: Float64Array;
	/** 1 where it was seen, 0 where it was hidden, lost or outside; one value a frame. */
	readonly seen: Uint8Array;
}

/** The first and the last frame between two (both counted in) in which it was seen; undefined: in none of them. */
export function seenSpan(
	{ seen }: ClipTrack,
	from: number,
	to: number,
): { readonly first: number; readonly last: number } | undefined {
	let first = from;
	let last = to;
	while (first <= to && seen[first] !== 1) first++;
	while (last >= first && seen[last] !== 1) last--;
	return first > last ? undefined : { first, last };
}

/**
 * The places from one seen frame to another; where it was hidden in between, on the straight line between the places before
 * and after.
 */
export function placesBetween(
	{ places, seen }: ClipTrack,
	first: number,
	last: number,
): Float64Array {
	const out = places.slice(first * 2, last * 2 + 2);
	for (let i = 1, known = 0; i <= last - first; i++) {
		if (seen[first + i] !== 1) continue;
		for (let j = known + 1; j < i; j++)
			for (const axis of [0, 1]) {
				const a = out[known * 2 + axis]!;
				const b = out[i * 2 + axis]!;
				out[j * 2 + axis] = a + ((b - a) * (j - known)) / (i - known);
			}
		known = i;
	}
	return out;
}

/** Of the frames in which it was seen: so many are at least as far as the travel. A ground that a mover drags along is not. */
const travelShare = 0.2;

/** How far it gets from where it was in a frame, clip pixels: for a fifth of the frames in which it is seen it is farther. */
export function travelFrom({ places, seen }: ClipTrack, frame: number): number {
	const distances: number[] = [];
	for (let k = 0; k < seen.length; k++)
		if (seen[k] === 1)
			distances.push(
				Math.hypot(
					places[k * 2]! - places[frame * 2]!,
					places[k * 2 + 1]! - places[frame * 2 + 1]!,
				),
			);
	distances.sort((a, b) => b - a);
	return distances[Math.floor(distances.length * travelShare)] ?? 0;
}
