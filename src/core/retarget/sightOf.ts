import { type ClipTrack, seenSpan } from './clipTrack.ts';

/** How well a track is seen in a part of a clip; seconds from the part's beginning. */
export type Sight =
	| { readonly kind: 'never' }
	| {
			readonly kind: 'seen';
			/** When it is first seen, where that is not the beginning. */
			readonly appears?: number;
			/** When it is last seen, where that is not the end. */
			readonly lost?: number;
			/** Seconds in between in which it was hidden. */
			readonly hidden: number;
	  };

/** @param times Seconds of each frame of the clip. */
export function sightOf(
	track: ClipTrack,
	times: ArrayLike<number>,
	inFrame: number,
	outFrame: number,
): Sight {
	const span = seenSpan(track, inFrame, outFrame);
	// In a single frame nothing moves.
	if (!span || span.first === span.last) return { kind: 'never' };
	const { first, last } = span;
	const begin = times[inFrame]!;
	let hidden = 0;
	for (let k = first; k < last; k++)
		if (track.seen[k] === 0 || track.seen[k + 1] === 0) hidden += times[k + 1]! - times[k]!;
	return {
		kind: 'seen',
		hidden,
		...(first > inFrame && { appears: times[first]! - begin }),
		...(last < outFrame && { lost: times[last]! - begin }),
	};
}
