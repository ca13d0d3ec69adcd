import {
	type ControlPoint,
	createTrack,
	SAMPLE_COUNT,
	type Track,
	type WanDocument,
} from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import { holdLast } from '../trajectory/releasedAt.ts';
import { withSamples } from '../trajectory/sampleTrack.ts';

/**
 * Imported samples as tracks that keep every one of them: each is a control point with its own time, so that nothing is
 * fitted and the numbers stay what they were. (`tracksFromSamples` makes tracks that a person likes to edit.)
 * @param samples 121 x 2 values a track, frame pixels; fewer for one that is released with its last sample.
 */
export function exactTracks(
	document: WanDocument,
	samples: readonly Float64Array[],
	createId: (index: number) => string,
): Track[] {
	const { image, frame } = document;
	const { rect } = createFrameMapping(image ?? frame, frame);
	const scaleX = rect.width / frame.width;
	const scaleY = rect.height / frame.height;
	const first = document.tracks.length;
	const prototype = createTrack(document, '', 'path', []);
	return samples.map((given, index) => {
		const track = holdLast(given);
		const inImage = new Float64Array(SAMPLE_COUNT * 2);
		for (let i = 0; i < inImage.length; i += 2) {
			inImage[i] = rect.x + track[i]! * scaleX;
			inImage[i + 1] = rect.y + track[i + 1]! * scaleY;
		}
		const count = given.length / 2;
		const release = (count - 1) / (SAMPLE_COUNT - 1);
		const made: Track = {
			...prototype,
			id: createId(index),
			name: `Track ${first + index + 1}`,
			color: ((first + index) % 12) + 1,
			points: pointsOf(inImage),
			timing: count < SAMPLE_COUNT ? { ...prototype.timing, release } : prototype.timing,
		};
		// What the curve through these points would give, without making it: a thousand files take a third of the time.
		return withSamples(made, inImage);
	});
}

function pointsOf(samples: Float64Array): ControlPoint[] {
	const points: ControlPoint[] = [];
	for (let i = 0; i < SAMPLE_COUNT; i++) {
		const x = samples[2 * i]!;
		const y = samples[2 * i + 1]!;
		const isInner = i > 0 && i < SAMPLE_COUNT - 1;
		points.push(
			isInner ? { x, y, mode: 'corner', time: i / (SAMPLE_COUNT - 1) } : { x, y, mode: 'corner' },
		);
	}
	return points;
}
