import { SAMPLE_COUNT } from '../document/document.ts';
import { sampleIndexOfFrame } from './sampleIndexOfFrame.ts';

/** Video frames that one latent frame stands for (the VAE's temporal stride). */
export const framesPerLatent = 4;

/** What ATI is told of a trajectory. */
export interface Guidance {
	readonly trackCount: number;
	/** Video frames. */
	readonly length: number;
	/** 1 + (length - 1) / 4. */
	readonly latentLength: number;
	/** Frames x tracks x 3: x, y, visible (0 or 1) as each video frame reads them; frame pixels. */
	readonly frames: Float64Array;
	/** Latent frames x tracks x 3: mean x, y of the visible samples in the step, and how many are visible (0..4; 0 or 1 at latent frame 0). */
	readonly latents: Float64Array;
}

/**
 * What WanTrackToVideo makes of tracks at a length.
 * @param samples One array a track: x, y pairs in frame pixels. More than 121 pairs are cut, fewer are padded with
 * (0, 0) marked invisible, exactly as the node does; at least one pair.
 * @param length A legal length, see `isLegalLength`.
 * The mean of latent frame j >= 1 is over the visible samples of video frames 4j-3..4j; (0, 0) when none is.
 * @throws {RangeError} at an illegal length.
 */
export function guidanceOfTracks(samples: readonly Float64Array[], length: number): Guidance {
	const indices = sampleIndexOfFrame(length);
	const trackCount = samples.length;
	const latentLength = 1 + (length - 1) / framesPerLatent;
	const frames = new Float64Array(length * trackCount * 3);
	const latents = new Float64Array(latentLength * trackCount * 3);
	for (let k = 0; k < length; k++) {
		const latent = k === 0 ? 0 : Math.ceil(k / framesPerLatent);
		const index = indices[k]!;
		for (let n = 0; n < trackCount; n++) {
			const track = samples[n]!;
			if (index >= Math.min(SAMPLE_COUNT, track.length / 2)) continue;
			// The node makes nothing of a sample that is no number.
			if (!(Number.isFinite(track[index * 2]) && Number.isFinite(track[index * 2 + 1]))) continue;
			const at = (k * trackCount + n) * 3;
			frames[at] = track[index * 2]!;
			frames[at + 1] = track[index * 2 + 1]!;
			frames[at + 2] = 1;
			const into = (latent * trackCount + n) * 3;
			latents[into] = latents[into]! + track[index * 2]!;
			latents[into + 1] = latents[into + 1]! + track[index * 2 + 1]!;
			latents[into + 2] = latents[into + 2]! + 1;
		}
	}
	for (let at = 0; at < latents.length; at += 3) {
		const visible = latents[at + 2]!;
		if (visible === 0) continue;
		latents[at] = latents[at]! / visible;
		latents[at + 1] = latents[at + 1]! / visible;
	}
	return { trackCount, length, latentLength, frames, latents };
}
