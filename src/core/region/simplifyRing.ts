import type { ImagePoint } from '../geometry/point.ts';

/**
 * A closed ring in as few of its places as stay within a distance of all of them.
 * Cost: O(n log n) as a rule. Source: Ramer 1972, Douglas & Peucker 1973, from the first place and the one half way round.
 */
export function simplifyRing(ring: readonly ImagePoint[], tolerance: number): ImagePoint[] {
	const half = ring.length >> 1;
	const kept = new Uint8Array(ring.length + 1);
	const spans: (readonly [number, number])[] = [
		[0, half],
		[half, ring.length],
	];
	for (let span = spans.pop(); span; span = spans.pop()) {
		const [from, to] = span;
		kept[from] = 1;
		const a = ring[from]!;
		const b = ring[to % ring.length]!;
		const length = Math.hypot(b.x - a.x, b.y - a.y);
		let [worst, at] = [tolerance, -1];
		for (let i = from + 1; i < to; i++) {
			const p = ring[i]!;
			const distance =
				length > 0
					? Math.abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length
					: Math.hypot(p.x - a.x, p.y - a.y);
			if (distance > worst) [worst, at] = [distance, i];
		}
		if (at > 0) spans.push([from, at], [at, to]);
	}
	return ring.filter((_, i) => kept[i] === 1);
}
