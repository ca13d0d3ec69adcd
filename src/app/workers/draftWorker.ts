/// <reference lib="webworker" />
import type { DraftRequest } from '#draft/draftRequest.ts';
import {
	type ExportWork,
	type MarksAnswer,
	type MarksQuestion,
	type SceneReply,
	type SceneWork,
	sceneBuffers,
} from '#draft/draftWork.ts';
import { prepareDraft } from '#draft/prepareDraft.ts';
import { drawDraftVideo } from '#draft/webgl/drawDraftVideo.ts';
import { encodeVideo } from '#media/browser/encodeVideo.ts';
import type { VideoWorkReply } from '#media/video/videoWork.ts';

/* Makes drafts, pieces for a preview, and files of motion; whoever started it stops it by ending the worker. */

declare const self: DedicatedWorkerGlobalScope;

/** Who waits for the marks of a frame. */
let takeMarks: ((marks: ImageBitmap) => void) | undefined;

self.onmessage = ({
	data,
}: MessageEvent<DraftRequest | SceneWork | ExportWork | MarksAnswer<ImageBitmap>>) => {
	if (!('type' in data)) void makeVideo(() => makeDraft(data));
	else if (data.type === 'scene') prepareScene(data);
	else if (data.type === 'marks') takeMarks?.(data.marks);
	else void makeVideo(() => makeExport(data));
};

type Made = Extract<VideoWorkReply, { readonly type: 'done' }>['result'];

async function makeVideo(make: () => Promise<Made>): Promise<void> {
	try {
		const result = await make();
		reply({ type: 'done', result }, result.ok ? [result.value.bytes.buffer as ArrayBuffer] : []);
	} catch (error) {
		reply({ type: 'failed', detail: error instanceof Error ? error.message : String(error) });
	}
}

const makeDraft = (request: DraftRequest): Promise<Made> =>
	drawDraftVideo(request, (spec, drawFrame) =>
		encodeVideo(spec, drawFrame, { onProgress: (done) => progress(done, request.frameCount) }),
	);

async function makeExport(work: ExportWork): Promise<Made> {
	const { writeMotion } = await import('./writeMotion.ts');
	return writeMotion(work, {
		onProgress: progress,
		marksAt: (frame) =>
			new Promise((resolve) => {
				takeMarks = resolve;
				reply({ type: 'marks', frame });
			}),
	});
}

function prepareScene({ id, request }: SceneWork): void {
	const scene = prepareDraft(request.picture, request.samples, request);
	reply({ type: 'scene', id, scene }, sceneBuffers(scene));
}

const progress = (done: number, total: number) => reply({ type: 'progress', done, total });

function reply(
	message: VideoWorkReply | SceneReply | MarksQuestion,
	transfer: Transferable[] = [],
): void {
	self.postMessage(message, transfer);
}
