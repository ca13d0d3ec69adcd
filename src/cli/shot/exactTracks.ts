import {
	type ControlPoint,
	createTrack,
	SAMPLE_COUNT,
	type Track,
	type WanDocument,
} from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { holdLast } from '#core/trajectory/releasedAt.ts';

/**
 * Imported samples as tracks for the checks: every sample is a control point with its own time, so that nothing is fitted
 * and the numbers stay what they were. (`tracksFromSamples` makes tracks to edit or to show.)
 * @param samples 121 x 2 values a track, frame pixels; fewer for one that is released with its last sample.
 */
export function exactTracks(document: WanDocument, samples: readonly Float64Array[]): Track[] {
	const { image, frame } = document;
	const mapping = createFrameMapping(image ?? frame, frame);
	return samples.map((given, index) => {
		const track = holdLast(given);
		const count = given.length / 2;
		const points = Array.from({ length: SAMPLE_COUNT }, (_, i): ControlPoint => {
			const { x, y } = mapping.toImage({ x: track[2 * i]!, y: track[2 * i + 1]! });
			const isInner = i > 0 && i < SAMPLE_COUNT - 1;
			return { x, y, mode: 'corner', ...(isInner ? { time: i / (SAMPLE_COUNT - 1) } : {}) };
		});
		const number = index + 1;
		const made = createTrack(document, `track-${number}`, 'path', points);
		const release = (count - 1) / (SAMPLE_COUNT - 1);
		const timing = count < SAMPLE_COUNT ? { ...made.timing, release } : made.timing;
		return { ...made, name: `Track ${number}`, timing };
	});
}
