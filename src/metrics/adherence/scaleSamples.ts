import type { FrameSize } from './adherence.ts';

/** Samples (x, y pairs) of a frame in the pixels of another size. */
export const scaleSamples = (
	samples: readonly Float64Array[],
	from: FrameSize,
	to: FrameSize,
): readonly Float64Array[] =>
	from.width === to.width && from.height === to.height
		? samples
		: samples.map((track) =>
				track.map(
					(value, at) => value * (at % 2 === 0 ? to.width / from.width : to.height / from.height),
				),
			);
