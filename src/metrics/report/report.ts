import type { Adherence, AdherenceNumbers } from '../adherence/adherence.ts';
import type { TrackSmoothness } from '../smoothness/trackSmoothness.ts';
import type { Cause } from './cause.ts';

export interface Smoothness extends TrackSmoothness {
	/** Share of frames that repeat the one before in the midst of motion, 0..1; null: nothing moves. */
	readonly repeatRatio: number | null;
	/** 1: each odd frame is what lies between its neighbours; (255 - mean error) / 255. */
	readonly interpolation: number | null;
}

export interface Consistency {
	/** What changes from frame to frame besides the motion, grey levels of 255; lower is steadier. */
	readonly flicker: number | null;
	/** (255 - mean change) / 255, motion left in: VBench's form. Rewards a frozen video. */
	readonly rawFlicker: number | null;
	/** SSIM away from the moving tracks, motion taken out; 1 the same. */
	readonly background: number | null;
	/** How much the tracked things stay themselves, 0..1: mean of half the likeness to the frame before and to the first. */
	readonly subject: number | null;
	/** Frames at which another picture begins. */
	readonly cuts: readonly number[];
}

/** How well a video followed its tracks; plain JSON. */
export interface Report {
	readonly version: 1;
	readonly video: { readonly width: number; readonly height: number; readonly frameCount: number };
	readonly adherence: Adherence;
	readonly smoothness: Smoothness;
	readonly consistency: Consistency;
	/** The same plan measured in a video that repeats its first frame: what doing nothing scores. */
	readonly control: AdherenceNumbers;
	/** Errors under it say nothing of the model: half a cell of its latent grid of 8 px. */
	readonly noiseFloorPx: number;
	/** What the method's own authors report. */
	readonly yardstick: typeof yardstick;
	/** What each number is and where its definition comes from. */
	readonly definitions: typeof definitions;
	/** File of another tracker whose places were taken as measured; absent: our own tracker's. */
	readonly measuredFrom?: string;
	/** Likely reasons where it failed; empty where it did not. */
	readonly causes: readonly Cause[];
}

/** Half of the 8 px that one cell of Wan's latent grid covers. */
export const noiseFloorPx = 4;

export const yardstick = {
	acc1: 0.347,
	acc5: 0.559,
	appearanceRate: 0.655,
	source:
		'ATI, arXiv 2505.22944: Acc@0.01, Acc@0.05, appearance rate over 100 image-trajectory pairs',
} as const;

export const definitions = {
	meanErrorPx:
		'mean |measured - planned| px over frames >= 1 in which the point was seen; ObjMC (MotionCtrl, DragAnything), EPE (Wan-Move)',
	finalErrorPx: 'the same in the last planned frame, mean of the tracks; as MD-Img (MotionPro)',
	acc1: 'share of track frames >= 1 within 1 % of the diagonal, lost ones out; Acc@0.01 (ATI, arXiv 2505.22944)',
	acc5: 'share of track frames >= 1 within 5 % of the diagonal, lost ones out; Acc@0.05 (ATI)',
	appearanceRate:
		'share of track frames >= 1 in which the point was seen: likeness >= 0.5, and below 0.9 back within 1 px; after ATI',
	gain: 'sum <measured, planned> / sum |planned|^2 of displacements from the first frame; 0 frozen, 1 full',
	lagFrames:
		'shift of -8..8 frames that explains at least 70 % of the error, else 0; positive is late',
	jerkPx: 'mean |third difference| px of the measured points; excess: minus the plan\u2019s own',
	logDimensionlessJerk:
		'-ln(T^3 / v^2 * sum |jerk|^2) over frames; Hogan and Sternad 2009, Balasubramanian et al. 2012',
	repeatRatio:
		'share of pairs that change < 0.3 of the least of the largest changes within 4 pairs on both sides',
	interpolation:
		'(255 - mean error) / 255 of odd frames made from their neighbours by Lucas-Kanade on a grid, half size; local proxy of VBench motion_smoothness',
	flicker: 'mean |change| of grey levels after the motion on a grid is taken out, half size',
	rawFlicker: '(255 - mean |change|) / 255, half size; VBench temporal_flickering',
	background:
		'mean SSIM (8 x 8 boxes, half size, motion taken out) beyond 0.15 of the short edge round moving tracks; local proxy of VBench background_consistency',
	subject:
		'mean of half the normalised cross-correlation of aligned 31 px patches to the frame before and to the first; local proxy of VBench subject_consistency',
	control: 'the first frame repeated',
} as const;
