/// <reference lib="webworker" />
import type { DraftRequest } from '#draft/draftRequest.ts';
import { drawDraftVideo } from '#draft/webgl/drawDraftVideo.ts';
import { encodeVideo } from '#media/browser/encodeVideo.ts';
import type { VideoWorkReply } from '#media/video/videoWork.ts';

/* Makes one draft and is done; whoever started it stops it by ending the worker. */

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = (event: MessageEvent<DraftRequest>) => {
	void makeDraft(event.data);
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

function reply(message: VideoWorkReply, transfer: Transferable[] = []): void {
	self.postMessage(message, transfer);
}
