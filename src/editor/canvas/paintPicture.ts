import { imageToScreen } from '#render/scene/viewport.ts';
import type { EditorState } from '../store/editorState.ts';
import { frameRectOf, imageSizeOf } from '../store/imageSpace.ts';

export type Picture = ImageBitmap | HTMLImageElement;

/** Draws the picture over image space, whatever its own size; without one, the empty output frame. */
export function paintPicture(
	context: CanvasRenderingContext2D,
	picture: Picture | null,
	state: EditorState,
	emptyColor: string,
): void {
	const { viewport } = state;
	const document = state.history.present;
	if (picture && document.image) {
		const { width, height } = imageSizeOf(document);
		context.imageSmoothingEnabled = viewport.scale < 4;
		context.imageSmoothingQuality = 'medium';
		context.drawImage(
			picture,
			viewport.x,
			viewport.y,
			width * viewport.scale,
			height * viewport.scale,
		);
		return;
	}
	const rect = frameRectOf(document);
	const at = imageToScreen(viewport, { x: rect.x, y: rect.y });
	context.fillStyle = emptyColor;
	context.fillRect(at.x, at.y, rect.width * viewport.scale, rect.height * viewport.scale);
}
