import { SAMPLE_COUNT } from '../document/document.ts';

/** Shortest and longest clip that the document and ComfyUI's node take. */
export const shortestLength = 5;
export const longestLength = 16_384;

/**
 * Whether WanTrackToVideo renders tracks at this length: 4n+1, at least 5, and length - 1 no multiple of 120.
 * Measured on ComfyUI 0.33.0: 121, 241, 361 fail with "shape '[30, 4, 1, 1]' is invalid for input of size 119".
 */
export const isLegalLength = (length: number): boolean =>
	Number.isInteger(length) &&
	length >= shortestLength &&
	length <= longestLength &&
	(length - 1) % 4 === 0 &&
	(length - 1) % (SAMPLE_COUNT - 1) !== 0;

/**
 * The nearest legal lengths below and above, rising, without `length` itself; one of them at either end of the range.
 * `nearestLegalLengths(121)` is `[117, 125]`, of 1 `[5]`, of 80 `[77, 81]`.
 */
export function nearestLegalLengths(length: number): number[] {
	const found: number[] = [];
	for (let n = Math.min(longestLength, Math.ceil(length) - 1); n >= shortestLength; n--)
		if (isLegalLength(n)) {
			found.push(n);
			break;
		}
	for (let n = Math.max(shortestLength, Math.floor(length) + 1); n <= longestLength; n++)
		if (isLegalLength(n)) {
			found.push(n);
			break;
		}
	return found;
}
