import { SAMPLE_COUNT } from '../document/document.ts';
import { positionAtShare, shareToFrame } from '../trajectory/time.ts';
import { framesPerLatent } from './guidanceOfTracks.ts';
import { isLegalLength } from './legalLength.ts';
import { type ClockName, type PreviewClock, smoothClock } from './previewClock.ts';
import { sampleIndexOfFrame } from './sampleIndexOfFrame.ts';

/** Jumps from video frame to video frame: at each the very sample that WanTrackToVideo reads there. */
export const frameClock: PreviewClock = {
	name: 'frames',
	positionAt: (samples, share, length) =>
		isLegalLength(length)
			? sampleAt(samples, indicesOf(length)[shareToFrame(share, length)]!)
			: positionAtShare(samples, share),
};

/** Jumps from latent step to latent step: at each the mean of its four frames, all that the model is told. */
export const modelClock: PreviewClock = {
	name: 'model',
	positionAt(samples, share, length) {
		if (!isLegalLength(length)) return positionAtShare(samples, share);
		const indices = indicesOf(length);
		const step = latentStepAt(share, length);
		if (step === 0) return sampleAt(samples, 0);
		let x = 0;
		let y = 0;
		for (let k = (step - 1) * framesPerLatent + 1; k <= step * framesPerLatent; k++) {
			x += samples[indices[k]! * 2]!;
			y += samples[indices[k]! * 2 + 1]!;
		}
		return { x: x / framesPerLatent, y: y / framesPerLatent };
	},
};

export const previewClocks: Readonly<Record<ClockName, PreviewClock>> = {
	smooth: smoothClock,
	frames: frameClock,
	model: modelClock,
};

/** The latent step that a moment of the clip belongs to: 0 at the first frame, then one for each four frames. */
export const latentStepAt = (share: number, length: number): number =>
	Math.ceil(shareToFrame(share, length) / framesPerLatent);

const known = new Map<number, Int32Array>();

/** Remembered: the playhead asks at every frame of the screen. */
function indicesOf(length: number): Int32Array {
	const found = known.get(length);
	if (found) return found;
	if (known.size > 16) known.clear();
	const indices = sampleIndexOfFrame(length);
	known.set(length, indices);
	return indices;
}

function sampleAt(samples: Float64Array, index: number): { x: number; y: number } {
	const at = Math.min(SAMPLE_COUNT - 1, index) * 2;
	return { x: samples[at]!, y: samples[at + 1]! };
}
