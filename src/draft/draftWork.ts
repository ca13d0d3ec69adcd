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
