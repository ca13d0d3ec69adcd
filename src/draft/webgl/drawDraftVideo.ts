import type { DraftRequest } from '../draftRequest.ts';
import { prepareDraft } from '../prepareDraft.ts';
import { createDraftPainter, type PaintedFrame } from './createDraftPainter.ts';

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
	const { picture, samples, fps, ...options } = request;
	const { frameCount } = options;
	const painter = createDraftPainter(prepareDraft(picture, samples, options));
	try {
		return await encode(
			{ width: picture.width, height: picture.height, fps, frameCount },
			painter.paint,
		);
	} finally {
		painter.dispose();
	}
}
