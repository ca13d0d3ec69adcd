import type { DraftPicture } from '../draftScene.ts';
import { prepareDraft } from '../prepareDraft.ts';
import { createDraftPainter, type PaintedFrame } from './createDraftPainter.ts';

/** What a draft is made of: plain data, fit for a message to a worker. */
export interface DraftRequest {
	readonly picture: DraftPicture;
	/** One entry a track: x, y pairs in frame pixels. */
	readonly samples: readonly Float64Array[];
	readonly frameCount: number;
	readonly fps: number;
}

/** Takes frames in order and makes a video of them. */
export type Encode<T> = (
	spec: {
		readonly width: number;
		readonly height: number;
		readonly fps: number;
		readonly frameCount: number;
	},
	drawFrame: (frame: number) => PaintedFrame,
) => Promise<T>;

/** Prepares the scene, paints each frame when the encoder asks for it, and frees the painter whatever happens. */
export async function drawDraftVideo<T>(request: DraftRequest, encode: Encode<T>): Promise<T> {
	const { picture, samples, frameCount, fps } = request;
	const painter = createDraftPainter(prepareDraft(picture, samples, { frameCount }));
	try {
		return await encode(
			{ width: picture.width, height: picture.height, fps, frameCount },
			painter.paint,
		);
	} finally {
		painter.dispose();
	}
}
