import { SAMPLE_COUNT } from '#core/document/document.ts';
import { guidanceOfTracks } from '#core/guidance/guidanceOfTracks.ts';

export const sampleMoments = ['samples', 'frames', 'latent'] as const;
export type SampleMoment = (typeof sampleMoments)[number];

/** x, y in frame pixels and visible 1 or 0; an invisible one is at 0, 0. */
export type TableCell = readonly [x: number, y: number, visible: 0 | 1];

/**
 * Where each track is: `[moment][track] = [x, y, visible]`.
 * @param at 121 samples, the video's frames as the node reads them, or latent steps (the mean of each four frames).
 * @param length A legal length.
 */
export function guidanceTable(
	samples: readonly Float64Array[],
	length: number,
	at: SampleMoment,
): TableCell[][] {
	if (at === 'samples')
		return Array.from({ length: SAMPLE_COUNT }, (_, i) =>
			samples.map((track) => cell(track[i * 2], track[i * 2 + 1], i * 2 < track.length)),
		);
	const { frames, latents, trackCount, latentLength } = guidanceOfTracks(samples, length);
	const table = at === 'frames' ? frames : latents;
	return Array.from({ length: at === 'frames' ? length : latentLength }, (_, k) =>
		samples.map((_track, n) => {
			const base = (k * trackCount + n) * 3;
			return cell(table[base], table[base + 1], table[base + 2]! > 0);
		}),
	);
}

function cell(x = 0, y = 0, isVisible = false): TableCell {
	return isVisible && Number.isFinite(x) && Number.isFinite(y) ? [x, y, 1] : [0, 0, 0];
}
