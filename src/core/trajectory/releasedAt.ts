import { SAMPLE_COUNT, type Track } from '../document/document.ts';

/**
 * Samples that the model is told of a track: 121, fewer when it is released; at least 2, as one sample does nothing.
 * The sample at the moment of release is the last one.
 */
export function releasedAt({ timing: { release } }: Pick<Track, 'timing'>): number {
	if (release === undefined || release >= 1) return SAMPLE_COUNT;
	return Math.max(2, Math.floor(release * (SAMPLE_COUNT - 1) + 1e-9) + 1);
}

/** Samples with the last one repeated up to 121: where a released track was left. The same array when it has them all. */
export function holdLast(samples: Float64Array): Float64Array {
	if (samples.length >= SAMPLE_COUNT * 2) return samples;
	const held = new Float64Array(SAMPLE_COUNT * 2);
	held.set(samples);
	for (let i = samples.length; i < held.length; i++) held[i] = held[i - 2]!;
	return held;
}
