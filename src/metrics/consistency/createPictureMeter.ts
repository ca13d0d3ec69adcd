import type { Plane } from '../pointTracking/pyramid.ts';
import { liveliestDifference, meanDifference } from './frameChange.ts';
import { gridFlow, warpBack } from './gridFlow.ts';
import { structuralSimilarity } from './structuralSimilarity.ts';

/** What is told of the pictures themselves, pair by pair, at half size. */
export interface PictureNumbers {
	/** Of each pair of frames: mean absolute difference, grey levels. */
	readonly differences: readonly number[];
	/** The same between the blocks that change most. */
	readonly changes: readonly number[];
	/** After the motion on a grid is taken out. */
	readonly compensated: readonly number[];
	/** SSIM of what lies away from moving tracks, motion taken out; null: nothing lies there. */
	readonly background: readonly (number | null)[];
	/** SSIM of the whole, motion taken out. */
	readonly whole: readonly number[];
	/** Mean absolute error of each odd frame made from its neighbours. */
	readonly interpolation: readonly number[];
}

export interface PictureMeter {
	/** Takes the next frame's halvings, half size first, and the places (half-size px) round which is no background. */
	next(halvings: readonly Plane[], subjects: readonly Readonly<{ x: number; y: number }>[]): void;
	numbers(): PictureNumbers;
}

const levels = 3;
/** Of the short edge: so far from a moving track the background begins. */
const subjectShare = 0.15;

/** Measures pictures as they come; keeps two of them. Cost at 832x480 (halved): about 45 ms a frame. */
export function createPictureMeter(): PictureMeter {
	const differences: number[] = [];
	const changes: number[] = [];
	const compensated: number[] = [];
	const background: (number | null)[] = [];
	const whole: number[] = [];
	const interpolation: number[] = [];
	let before: readonly Plane[] | undefined;
	let earlier: readonly Plane[] | undefined;
	let count = 0;
	return {
		next(halvings, subjects) {
			const now = halvings.slice(0, levels);
			const half = now[0]!;
			if (before) {
				const last = before[0]!;
				const back = warpBack(half, gridFlow(before, now), 1);
				const radius = subjectShare * Math.min(half.width, half.height);
				differences.push(meanDifference(last, half));
				changes.push(liveliestDifference(last, half));
				compensated.push(meanDifference(last, back));
				const alike = structuralSimilarity(last, back, (x, y) =>
					subjects.every((place) => Math.hypot(place.x - x, place.y - y) > radius),
				);
				whole.push(alike.whole ?? 1);
				background.push(alike.meant);
				// Odd frames from even neighbours, as VBench does.
				if (earlier && count % 2 === 0)
					interpolation.push(meanDifference(last, between(earlier, now)));
			}
			earlier = before;
			before = now;
			count++;
		},
		numbers: () => ({ differences, changes, compensated, background, whole, interpolation }),
	};
}

/** The picture half way between two. */
function between(first: readonly Plane[], last: readonly Plane[]): Plane {
	const flow = gridFlow(first, last);
	const from = warpBack(first[0]!, flow, -0.5);
	const to = warpBack(last[0]!, flow, 0.5);
	return { ...from, values: from.values.map((value, i) => (value + to.values[i]!) / 2) };
}
