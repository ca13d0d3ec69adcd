import type { NodeFault } from './parseNodeTracks.ts';

/**
 * Which of the 121 samples each video frame reads: frame 0 sample 0, frame k sample 1 + floor((1 + (k-1)a) / b)
 * with F = length - 1, g = gcd(120, F), a = 120/g, b = F/g.
 * @example sampleOfFrame(81) // 0, 1, 3, 4, 6, ... 118, 120
 */
export function sampleOfFrame(length: number): number[] {
	const steps = length - 1;
	const divisor = gcd(120, steps);
	const [a, b] = [120 / divisor, steps / divisor];
	return Array.from({ length }, (_, k) => (k === 0 ? 0 : 1 + Math.floor((1 + (k - 1) * a) / b)));
}

/** The error that a length raises when there are tracks, or undefined for one that runs. */
export function lengthFault(length: number, trackCount: number): NodeFault | undefined {
	const steps = length - 1;
	if (length < 2) {
		return {
			exceptionType: 'RuntimeError',
			message:
				"max(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.",
		};
	}
	const multipleOf120 = steps % 120 === 0;
	if (steps % 4 === 0 && !multipleOf120) return undefined;
	const size = (multipleOf120 ? steps - 1 : steps) * trackCount;
	return {
		exceptionType: 'RuntimeError',
		message: `shape '[${Math.floor(steps / 4)}, 4, ${trackCount}, 1]' is invalid for input of size ${size}`,
	};
}

function gcd(a: number, b: number): number {
	return b === 0 ? a : gcd(b, a % b);
}
