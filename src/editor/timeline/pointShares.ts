import type { Track } from '#core/document/document.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';

/**
 * About when a path passes its inner control points, shares of the clip, never falling: the sample nearest to each point.
 * Empty for pins and for paths of two points. Cost: O(points x 121), then nothing while the track keeps its identity.
 */
export function pointShares(track: Track): readonly number[] {
	const found = known.get(track);
	if (found) return found;
	const shares = computeShares(track);
	known.set(track, shares);
	return shares;
}

const known = new WeakMap<Track, readonly number[]>();

function computeShares(track: Track): readonly number[] {
	const samples = sampleTrack(track);
	const last = samples.length / 2 - 1;
	let from = 0;
	return track.points.slice(1, track.closed ? undefined : -1).map((point) => {
		let best = Number.POSITIVE_INFINITY;
		let found = from;
		for (let i = from; i <= last; i++) {
			const distance = Math.hypot(
				(samples[2 * i] as number) - point.x,
				(samples[2 * i + 1] as number) - point.y,
			);
			if (distance < best) {
				best = distance;
				found = i;
			}
			// Once past a point, a later crossing of the same place is another visit.
			else if (best < 4 && distance > best + 8) break;
		}
		from = found;
		return found / last;
	});
}
