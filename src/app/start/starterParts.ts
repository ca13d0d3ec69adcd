import type { StarterThumb } from './movingStarter.ts';
import type { StarterId } from './starters.ts';

/** Written by scripts/renderScenes.ts: what the moving thumbs are made of. */
export const starterParts: Readonly<Record<StarterId, StarterThumb>> = {
	balloons: {
		width: 400,
		height: 231,
		parts: [
			{ tracks: ['track-3'], from: [2, 233, 46, 66], at: [285, 49] },
			{ tracks: ['track-2'], from: [50, 233, 57, 83], at: [173, 83] },
			{ tracks: ['track-1'], from: [109, 233, 92, 133], at: [53, 40] },
		],
	},
	sailboat: {
		width: 400,
		height: 231,
		parts: [{ tracks: ['track-1', 'track-2'], from: [2, 233, 106, 131], at: [104, 65] }],
	},
	fox: {
		width: 400,
		height: 231,
		parts: [{ tracks: ['track-1', 'track-2'], from: [2, 233, 209, 97], at: [70, 116] }],
	},
	rocket: {
		width: 400,
		height: 231,
		parts: [{ tracks: ['track-1'], from: [2, 233, 63, 199], at: [171, 1] }],
	},
	cyclist: {
		width: 400,
		height: 231,
		parts: [{ tracks: ['track-1'], from: [2, 233, 102, 111], at: [95, 106] }],
	},
	koi: {
		width: 400,
		height: 231,
		parts: [
			{ tracks: ['track-1'], from: [2, 233, 143, 67], at: [43, 69] },
			{ tracks: ['track-2'], from: [147, 233, 125, 91], at: [197, 106] },
		],
	},
	windmill: {
		width: 400,
		height: 231,
		parts: [
			{
				tracks: ['track-1', 'track-2', 'track-3', 'track-4'],
				from: [2, 233, 136, 136],
				at: [196, 17],
			},
		],
	},
	lanterns: {
		width: 231,
		height: 400,
		parts: [
			{ tracks: ['track-1'], from: [2, 402, 19, 26], at: [35, 98] },
			{ tracks: ['track-2'], from: [23, 402, 20, 28], at: [145, 80] },
			{ tracks: ['track-3'], from: [45, 402, 19, 26], at: [94, 48] },
			{ tracks: ['track-4'], from: [66, 402, 22, 31], at: [191, 125] },
			{ tracks: ['track-5'], from: [90, 402, 24, 34], at: [82, 121] },
			{ tracks: ['track-6'], from: [116, 402, 28, 39], at: [16, 167] },
			{ tracks: ['track-7'], from: [146, 402, 31, 43], at: [137, 149] },
			{ tracks: ['track-8'], from: [179, 402, 38, 53], at: [64, 195] },
			{ tracks: ['track-9'], from: [2, 457, 40, 57], at: [178, 209] },
		],
	},
	'beach-ball': {
		width: 400,
		height: 231,
		parts: [{ tracks: ['track-1'], from: [2, 233, 55, 55], at: [36, 57] }],
	},
	frog: {
		width: 400,
		height: 231,
		parts: [{ tracks: ['track-1'], from: [2, 233, 90, 68], at: [46, 114] }],
	},
	clock: {
		width: 231,
		height: 400,
		parts: [{ tracks: ['track-1', 'track-2'], from: [2, 402, 41, 138], at: [108, 160] }],
	},
	bee: {
		width: 400,
		height: 231,
		parts: [{ tracks: ['track-1'], from: [2, 233, 84, 66], at: [74, 32] }],
	},
	penguin: {
		width: 400,
		height: 231,
		parts: [{ tracks: ['track-1'], from: [2, 233, 128, 54], at: [23, 127] }],
	},
	ducks: {
		width: 400,
		height: 231,
		parts: [
			{ tracks: ['track-1'], from: [2, 233, 81, 45], at: [210, 114] },
			{ tracks: ['track-2'], from: [85, 233, 36, 25], at: [284, 138] },
			{ tracks: ['track-3'], from: [123, 233, 34, 25], at: [318, 142] },
			{ tracks: ['track-4'], from: [159, 233, 34, 24], at: [350, 145] },
		],
	},
	gondola: {
		width: 400,
		height: 231,
		parts: [{ tracks: ['track-1'], from: [2, 233, 69, 71], at: [55, 95] }],
	},
	kite: {
		width: 400,
		height: 231,
		parts: [{ tracks: ['track-1'], from: [2, 233, 83, 149], at: [106, 52] }],
	},
	moon: {
		width: 400,
		height: 400,
		parts: [{ tracks: ['track-1'], from: [2, 402, 71, 69], at: [36, 109] }],
	},
	canyon: { width: 400, height: 231, parts: [] },
	alley: { width: 231, height: 400, parts: [] },
	robot: {
		width: 400,
		height: 231,
		parts: [{ tracks: ['track-1', 'track-2'], from: [2, 233, 107, 84], at: [235, 40] }],
	},
};
