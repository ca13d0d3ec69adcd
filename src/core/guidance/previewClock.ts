import { positionAtShare } from '../trajectory/time.ts';

export const clockNames = ['smooth', 'frames', 'model'] as const;
export type ClockName = (typeof clockNames)[number];

/** The moments that a preview shows. */
export interface PreviewClock {
	readonly name: ClockName;
	/**
	 * Where a track is at a share of the clip, in the samples' own space.
	 * @param samples 121 x 2 values.
	 * @param length Frames of the clip; one that ATI does not render is shown smoothly.
	 */
	positionAt(samples: Float64Array, share: number, length: number): { x: number; y: number };
}

/** Runs along the 121 samples without steps. */
export const smoothClock: PreviewClock = { name: 'smooth', positionAt: positionAtShare };
