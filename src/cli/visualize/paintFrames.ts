import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { frameToShare } from '#core/trajectory/time.ts';
import { planDraft } from '#draft/planDraft.ts';
import { prepareDraft } from '#draft/prepareDraft.ts';
import { renderDraftFrame } from '#draft/renderDraftFrame.ts';
import { loadCanvas, type NodeCanvas } from '#media/node/optionalPackages.ts';
import { renderStartFrame } from '#media/node/renderStartFrame.ts';
import { paintCanvas2d } from '#render/painters/canvas2d.ts';
import type { ComposedShot } from '../shot/composeShot.ts';
import { frameDrawing, wholeDrawing } from './drawing.ts';
import { createHeat } from './heat.ts';

export interface PaintOptions {
	/** The draft below the tracks instead of the still picture. */
	readonly draft: boolean;
	/** The influence map below the tracks. */
	readonly influence: boolean;
	/** Just the output frame, not the whole picture. The draft and the map exist there only. */
	readonly frameOnly: boolean;
}

export interface FramePainter {
	readonly width: number;
	readonly height: number;
	/** Draws a frame; null: the paths alone, over the first frame. The canvas is the same each time. */
	paint(frame: number | null): NodeCanvas;
}

/** Paints a shot as the app shows it, on a canvas of `@napi-rs/canvas`. @throws {Error} When that is absent. */
export async function createFramePainter(
	shot: ComposedShot,
	{ draft, influence, frameOnly }: PaintOptions,
): Promise<FramePainter> {
	const loaded = await loadCanvas();
	if (!loaded.ok) throw new Error(loaded.error);
	const { createCanvas, ImageData, loadImage } = loaded.value;
	const { document, image, samples } = shot;
	const { length } = document.frame;
	const drawing = frameOnly ? frameDrawing(shot) : wholeDrawing(shot);
	const { width, height, viewport } = drawing;
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	const below = frameOnly ? await frameBelow() : await pictureBelow();
	const heat = influence ? createHeat(shot, createCanvas) : undefined;

	async function pictureBelow(): Promise<(frame: number) => void> {
		const picture = await loadImage(image.bytes);
		return () =>
			context.drawImage(
				picture,
				viewport.x,
				viewport.y,
				image.width * viewport.scale,
				image.height * viewport.scale,
			);
	}

	async function frameBelow(): Promise<(frame: number) => void> {
		const { rect } = createFrameMapping(image, document.frame);
		const start = await renderStartFrame(image.bytes, rect, width, height);
		const plan = planDraft(document, samples);
		const scene = draft
			? prepareDraft(start, plan.samples, { ...plan, frameCount: length })
			: undefined;
		const rgba = new Uint8ClampedArray(start.rgba);
		return (frame) => {
			if (scene) renderDraftFrame(scene, frame, rgba);
			context.putImageData(new ImageData(rgba, width, height), 0, 0);
		};
	}

	return {
		width,
		height,
		paint(frame) {
			below(frame ?? 0);
			const share = frame === null ? null : frameToShare(frame, length);
			heat?.(context, share ?? 0);
			paintCanvas2d(context, drawing.marks(share));
			return canvas;
		},
	};
}
