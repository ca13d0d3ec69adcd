import type { WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { decodePicture } from '#media/browser/decodePicture.ts';
import { paintCanvas2d } from '#render/painters/canvas2d.ts';
import { defaultTheme } from '#render/palette.ts';
import { headsScene } from '#render/scene/headsScene.ts';
import { inactiveScene } from '#render/scene/inactiveScene.ts';
import { numberTracks } from '#render/scene/trackView.ts';
import type { PictureStore } from '../studio/createPictureStore.ts';

export interface ShotPictureOptions {
	/** Pixels of what comes out; the frame's shape, or near it. */
	readonly width: number;
	readonly height: number;
	readonly withTracks: boolean;
}

/** What the output frame shows at the start of the clip; undefined: its picture is not on this computer. */
export async function renderShotPicture(
	pictures: Pick<PictureStore, 'bytesOf'>,
	document: WanDocument,
	{ width, height, withTracks }: ShotPictureOptions,
): Promise<OffscreenCanvas | undefined> {
	const { image, frame } = document;
	const stored = image && (await pictures.bytesOf(image.sha256));
	const bitmap = stored && (await decodePicture(stored.bytes, stored.mediaType));
	if (!image || !bitmap) return undefined;
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d');
	if (!context) throw new Error(`no 2d context of ${width} x ${height}`);
	const { rect } = createFrameMapping(image, frame);
	context.imageSmoothingQuality = 'high';
	context.drawImage(bitmap, rect.x, rect.y, rect.width, rect.height, 0, 0, width, height);
	bitmap.close();
	if (withTracks) paintTracks(context, document, width);
	return canvas;
}

/** Marks keep the size they have on the screen where the picture is about so wide; they grow with a larger one. */
const screenWidth = 640;

function paintTracks(
	context: OffscreenCanvasRenderingContext2D,
	document: WanDocument,
	width: number,
): void {
	if (!document.image) return;
	const { rect } = createFrameMapping(document.image, document.frame);
	const ratio = Math.max(0.5, width / screenWidth);
	context.setTransform(ratio, 0, 0, ratio, 0, 0);
	const scale = width / ratio / rect.width;
	const viewport = { scale, x: -rect.x * scale, y: -rect.y * scale };
	paintCanvas2d(context, [
		...inactiveScene(numberTracks(document), viewport, defaultTheme),
		...headsScene(document.tracks, 0, [], viewport, defaultTheme),
	]);
}
