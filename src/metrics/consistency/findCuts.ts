import type { PictureNumbers } from './createPictureMeter.ts';
import { median } from './median.ts';

/** What is left of a change after the motion is taken out, against the clip's median, at a cut. */
const leastRatio = 3;
const leastLeft = 8;
const mostAlike = 0.6;

/** Frames, from 1, at which another picture begins: much is left when the motion is taken out, and nothing is alike. */
export function findCuts({ compensated, whole }: PictureNumbers): number[] {
	const usual = median(compensated);
	return compensated.flatMap((left, k) =>
		left > leastLeft && left > leastRatio * usual && whole[k]! < mostAlike ? [k + 1] : [],
	);
}
