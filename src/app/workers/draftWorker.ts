/// <reference lib="webworker" />

import type { DraftRequest } from '#draft/draftRequest.ts';
import type { SceneReply, SceneWork } from '#draft/draftWork.ts';
import { sceneBuffers } from '#draft/draftWork.ts';
import { prepareDraft } from '#draft/prepareDraft.ts';
import { drawDraftVideo } from '#draft/webgl/drawDraftVideo.ts';
import { encodeVideo } from '#media/browser/encodeVideo.ts';
import type { VideoWorkReply } from '#media/video/videoWork.ts';

/* Makes drafts, pieces for a preview, and exports of motion; whoever started it stops it by ending the worker. */

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<DraftRequest | SceneWork>) => {
	if (!('type' in data)) void makeDraft(data);
	else prepareScene(data);
};

async function makeDraft(request: DraftRequest): Promise<void> {
	const total = request.frameCount;
	try {
		const result = await drawDraftVideo(request, (spec, drawFrame) =>
			encodeVideo(spec, drawFrame, {
				onProgress: (done) => reply({ type: 'progress', done, total }),
			}),
		);
		reply({ type: 'done', result }, result.ok ? [result.value.bytes.buffer as ArrayBuffer] : []);
	} catch (error) {
		reply({ type: 'failed', detail: error instanceof Error ? error.message : String(error) });
	}
}

function prepareScene({ id, request }: SceneWork): void {
	const scene = prepareDraft(request.picture, request.samples, request);
	reply({ type: 'scene', id, scene }, sceneBuffers(scene));
}

function reply(message: VideoWorkReply | SceneReply, transfer: Transferable[] = []): void {
	self.postMessage(message, transfer);
}
