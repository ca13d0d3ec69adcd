import type { DraftRequest } from './draftRequest.ts';
import type { DraftScene } from './draftScene.ts';

/** Asks a worker for the pieces of a shot, for a preview. */
export interface SceneWork {
	readonly type: 'scene';
	/** Comes back with the answer. */
	readonly id: number;
	readonly request: DraftRequest;
}

export interface SceneReply {
	readonly type: 'scene';
	readonly id: number;
	readonly scene: DraftScene;
}

/** What motion is exported as. */
export type MotionExport =
	| { readonly kind: 'draft'; readonly format: 'mp4' | 'webm' }
	/** The tracks over the picture, or over the draft. */
	| {
			readonly kind: 'tracks';
			readonly format: 'mp4' | 'webm' | 'gif' | 'png';
			readonly over: 'picture' | 'draft';
	  }
	/** A ZIP for Time-to-Move: first_frame.png, motion_signal.mp4, mask.mp4, prompt.txt. */
	| { readonly kind: 'timeToMove' }
	/** White dots on black, MP4, for Wan Fun Control. */
	| { readonly kind: 'funControl' }
	/** A ZIP for VACE: first_frame.png, control.mp4 (grey: unknown), mask.mp4 (white: to be made), prompt.txt. */
	| { readonly kind: 'vace' };

/** Asks a worker for a file of motion. */
export interface ExportWork {
	readonly type: 'export';
	readonly request: DraftRequest;
	readonly what: MotionExport;
	/** The start frame as a PNG. */
	readonly firstFrame: Uint8Array;
	readonly prompt: string;
}

/** The worker wants the marks that lie over a frame; the page alone can draw them. */
export interface MarksQuestion {
	readonly type: 'marks';
	readonly frame: number;
}

/** Transparent but for the marks, the size of the frame. @typeParam Bitmap The browser's ImageBitmap. */
export interface MarksAnswer<Bitmap> {
	readonly type: 'marks';
	readonly frame: number;
	readonly marks: Bitmap;
}

/** The buffers of a scene, to be handed over rather than copied. Each is listed once. */
export function sceneBuffers(scene: DraftScene): ArrayBuffer[] {
	const buffers = new Set<ArrayBufferLike>([
		scene.source.buffer,
		scene.background.buffer,
		scene.madeUp.buffer,
	]);
	for (const layer of scene.layers) buffers.add(layer.rgba.buffer);
	return [...buffers] as ArrayBuffer[];
}
