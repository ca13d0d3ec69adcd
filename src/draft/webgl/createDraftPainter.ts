import type { DraftScene } from '../draftScene.ts';
import { renderDraftFrame } from '../renderDraftFrame.ts';
import { createWebglDraft, type WebglDraft, type WebglDraftOptions } from './createWebglDraft.ts';

/** A frame as an encoder takes it: a canvas that shows it, or its pixels. */
export type PaintedFrame =
	| OffscreenCanvas
	| { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray };

export interface DraftPainter {
	/** Valid until the next call. */
	paint(frame: number): PaintedFrame;
	/** Paints the pieces along other tracks from now on; see `moveDraft`. */
	move(scene: DraftScene): void;
	/** Which way the last frame was painted. */
	readonly way: 'webgl' | 'cpu';
	dispose(): void;
}

/** Paints on WebGL2 where a graphics card does it, else on the CPU; goes over to the CPU when the context is lost. */
export function createDraftPainter(
	scene: DraftScene,
	options: WebglDraftOptions = {},
): DraftPainter {
	const canvas = typeof OffscreenCanvas === 'undefined' ? undefined : new OffscreenCanvas(1, 1);
	let webgl: WebglDraft | undefined = canvas && createWebglDraft(canvas, scene, options);
	let rgba: Uint8ClampedArray | undefined;
	let shown = scene;
	return {
		paint(frame) {
			if (canvas && webgl) {
				if (webgl.draw(frame)) return canvas;
				webgl.dispose();
				webgl = undefined;
			}
			rgba ??= new Uint8ClampedArray(scene.width * scene.height * 4);
			renderDraftFrame(shown, frame, rgba);
			return { width: scene.width, height: scene.height, rgba };
		},
		move(next) {
			shown = next;
			webgl?.move(next);
		},
		get way() {
			return webgl ? 'webgl' : 'cpu';
		},
		dispose: () => webgl?.dispose(),
	};
}
