import { SAMPLE_COUNT } from '../document/document.ts';
import { isLegalLength } from './legalLength.ts';

/**
 * The sample that each video frame reads: frame 0 sample 0, frame k sample 1 + floor((1 + a (k - 1)) / b)
 * with a = 120 / g, b = (length - 1) / g, g = gcd(120, length - 1). No interpolation; short clips do not reach 120.
 * @param length Frames, a legal length (see `isLegalLength`).
 * @returns `length` indices, 0..120. Length 81: 0, 1, 3, 4, 6, ... 118, 120.
 * @throws {RangeError} at an illegal length: ComfyUI fails there.
 * Source: measured on WanTrackToVideo of ComfyUI 0.33.0.
 */
export function sampleIndexOfFrame(length: number): Int32Array {
	if (!isLegalLength(length)) throw new RangeError(`Length ${length} has no guidance`);
	const span = SAMPLE_COUNT - 1;
	const divisor = gcd(span, length - 1);
	const a = span / divisor;
	const b = (length - 1) / divisor;
	const indices = new Int32Array(length);
	for (let k = 1; k < length; k++) indices[k] = 1 + Math.floor((1 + a * (k - 1)) / b);
	return indices;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
