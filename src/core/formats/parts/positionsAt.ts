import { positionAtShare } from '../../trajectory/time.ts';

/**
 * A track at `count` even times of the whole clip.
 * @returns `count` x 2 values, and how many of them the track is told of; after a release it stays where it was told last. The very samples
 * where they lie at these times already, linear between them otherwise.
 */
export function positionsAt(
	{ samples, of }: { readonly samples: Float64Array; readonly of: number },
	count: number,
): { readonly positions: Float64Array; readonly told: number } {
	const own = samples.length / 2;
	const end = of > 1 ? (own - 1) / (of - 1) : 1;
	const positions = new Float64Array(count * 2);
	let told = 0;
	for (let k = 0; k < count; k++) {
		const share = count > 1 ? k / (count - 1) : 0;
		const isTold = share <= end + 1e-9;
		if (!isTold) break;
		told = k + 1;
		if (of === count && k < own) {
			positions[2 * k] = samples[2 * k]!;
			positions[2 * k + 1] = samples[2 * k + 1]!;
			continue;
		}
		const { x, y } = positionAtShare(samples, end > 0 ? Math.min(1, share / end) : 0);
		positions[2 * k] = x;
		positions[2 * k + 1] = y;
	}
	for (let i = told * 2; i < positions.length; i++) positions[i] = positions[i - 2]!;
	return { positions, told };
}
