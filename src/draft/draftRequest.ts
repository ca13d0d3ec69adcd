import type { DraftPicture } from './draftScene.ts';

/** What moves in a draft, and how: plain data, fit for a message to a worker. All places are frame pixels. */
export interface DraftPlan {
	/** One entry a track: x, y pairs, spread evenly over the clip. In this order things lie on each other, the last on top. */
	readonly samples: readonly Float64Array[];
	/** One entry a track: tracks with the same name move one thing. Absent, or undefined for a track: found out. */
	readonly groups?: readonly (string | undefined)[];
	/** What the person said belongs to tracks. */
	readonly regions?: readonly DraftRegion[];
	/** frameCount x 6: the affine map from the first frame's ground to where each frame shows it. Absent: it stands. */
	readonly camera?: Float64Array;
	/** Tracks that the camera leaves alone: what they carry neither grows nor turns with it. */
	readonly onScreen?: readonly number[];
	/** A soft shadow under what moves. Default false. */
	readonly shadow?: boolean;
}

/** A part of the picture that some tracks move together. */
export interface DraftRegion {
	/** Indices into `samples`, one at least. */
	readonly tracks: readonly number[];
	/** Closed rings of x, y pairs, inside by the even-odd rule. */
	readonly rings: readonly Float64Array[];
	/** Width of the soft edge, px. */
	readonly feather: number;
}

/** What a draft is made of. */
export interface DraftRequest extends DraftPlan {
	readonly picture: DraftPicture;
	readonly frameCount: number;
	readonly fps: number;
}
