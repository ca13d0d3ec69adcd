import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guidanceOfTracks } from './guidanceOfTracks.ts';
import { isLegalLength } from './legalLength.ts';
import { smoothClock } from './previewClock.ts';
import { frameClock, latentStepAt, modelClock } from './steppedClocks.ts';

const legal = fc.integer({ min: 5, max: 200 }).filter(isLegalLength);
const anyTrack = fc
	.array(fc.double({ min: -50, max: 900, noNaN: true }), { minLength: 242, maxLength: 242 })
	.map((values) => Float64Array.from(values));

test('shows the very numbers that the node reads, frame by frame and step by step', () => {
	fc.assert(
		fc.property(anyTrack, legal, (samples, length) => {
			const { frames, latents } = guidanceOfTracks([samples], length);
			for (let k = 0; k < length; k++) {
				const share = k / (length - 1);
				const frame = frameClock.positionAt(samples, share, length);
				expect([frame.x, frame.y]).toEqual([frames[k * 3], frames[k * 3 + 1]]);
				const model = modelClock.positionAt(samples, share, length);
				const j = latentStepAt(share, length);
				expect(j).toBe(Math.ceil(k / 4));
				expect(model.x).toBeCloseTo(latents[j * 3]!, 9);
				expect(model.y).toBeCloseTo(latents[j * 3 + 1]!, 9);
			}
		}),
		{ numRuns: 20 },
	);
});

test('a shake faster than a latent step vanishes on the model clock', () => {
	// Left, right, left, right from frame to frame of 61 frames: 30 Hz at 60 fps, two samples a frame.
	const samples = new Float64Array(242).map((_, i) => (i % 2 ? 100 : i % 8 < 4 ? 90 : 110));
	const places = (clock: typeof modelClock) =>
		new Set(Array.from({ length: 60 }, (_, k) => clock.positionAt(samples, (k + 1) / 60, 61).x));
	expect(places(frameClock)).toEqual(new Set([90, 110]));
	expect(places(modelClock)).toEqual(new Set([100]));
});

test('a length that ATI does not render is shown smoothly', () => {
	const samples = new Float64Array(242).map((_, i) => i);
	for (const clock of [frameClock, modelClock])
		expect(clock.positionAt(samples, 0.3, 121)).toEqual(smoothClock.positionAt(samples, 0.3, 121));
});
