import type { DraftPicture } from './draftScene.ts';

/** What a draft is made of: plain data, fit for a message to a worker. */
export interface DraftRequest {
	readonly picture: DraftPicture;
	/** One entry a track: x, y pairs in frame pixels. */
	readonly samples: readonly Float64Array[];
	readonly frameCount: number;
	readonly fps: number;
}
