/**
 * Where a path is at some times, linear between its places; before its first and after its last place it holds still.
 * @param places x, y pairs.
 * @param times Seconds, one a place, rising; they need not be even (GIF).
 * @param at Seconds, rising.
 * Cost: O(places + times).
 */
export function retimePath(
	places: Float64Array,
	times: ArrayLike<number>,
	at: ArrayLike<number>,
): Float64Array {
	const out = new Float64Array(at.length * 2);
	const last = times.length - 1;
	let after = 0;
	for (let i = 0; i < at.length; i++) {
		const time = at[i]!;
		while (after < last && times[after]! < time) after++;
		const before = Math.max(0, after - 1);
		const gap = times[after]! - times[before]!;
		const share = gap > 0 ? Math.min(1, Math.max(0, (time - times[before]!) / gap)) : 1;
		for (const axis of [0, 1]) {
			const a = places[before * 2 + axis]!;
			const b = places[after * 2 + axis]!;
			out[i * 2 + axis] = share === 1 ? b : a + share * (b - a);
		}
	}
	return out;
}
