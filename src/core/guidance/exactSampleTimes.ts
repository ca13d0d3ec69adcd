import { SAMPLE_COUNT } from '../document/document.ts';
import { positionAtShare } from '../trajectory/time.ts';
import { sampleIndexOfFrame } from './sampleIndexOfFrame.ts';

/**
 * The moment that each of the 121 samples must hold for a clip of this length to be read without error: the sample that
 * a frame reads has that frame's own time, the ones between are spread evenly. Shares of the clip, rising, 0 first.
 * Where several frames read one sample (clips longer than 121 frames) it has the middle of their times.
 * @throws {RangeError} at an illegal length.
 */
export function exactSampleTimes(length: number): Float64Array {
	const indices = sampleIndexOfFrame(length);
	const sums = new Float64Array(SAMPLE_COUNT);
	const counts = new Int32Array(SAMPLE_COUNT);
	indices.forEach((index, frame) => {
		sums[index] = sums[index]! + frame / (length - 1);
		counts[index] = counts[index]! + 1;
	});
	const times = new Float64Array(SAMPLE_COUNT).fill(1);
	let before = 0;
	for (let i = 0; i < SAMPLE_COUNT; i++) {
		if (counts[i] === 0) continue;
		const time = sums[i]! / counts[i]!;
		for (let j = before; j <= i; j++) {
			const part = i === before ? 1 : (j - before) / (i - before);
			times[j] = times[before]! + part * (time - times[before]!);
		}
		times[i] = time;
		before = i;
		if (i === 0) times[0] = 0;
	}
	return times;
}

/** Samples of a track read anew at other moments. @param times 121 shares of the clip. @returns 121 x 2, two decimals. */
export function retimeSamples(samples: Float64Array, times: Float64Array): Float64Array {
	const out = new Float64Array(samples.length);
	times.forEach((time, i) => {
		const { x, y } = positionAtShare(samples, time);
		out[i * 2] = twoDecimals(x);
		out[i * 2 + 1] = twoDecimals(y);
	});
	return out;
}

/** `+ 0` turns -0 into 0. */
const twoDecimals = (value: number): number => Math.round(value * 100) / 100 + 0;
