import type { WanDocument } from '#core/document/document.ts';
import { fail } from '#core/result.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import { frameToShare } from '#core/trajectory/time.ts';
import type { ExportWork, MarksAnswer, MarksQuestion, MotionExport } from '#draft/draftWork.ts';
import { planDraft } from '#draft/planDraft.ts';
import type { DraftOutcome } from '#jobs/draftEngine.ts';
import type { StartFrame } from '#media/media.ts';
import type { VideoWorkReply } from '#media/video/videoWork.ts';
import { paintCanvas2d } from '#render/painters/canvas2d.ts';
import { defaultTheme } from '#render/palette.ts';
import { frameViewport } from '#render/scene/frameViewport.ts';
import { plannedScene } from '#render/scene/plannedScene.ts';
import { createWorker } from '../trusted/createWorker.ts';

export interface ExportHooks {
	readonly signal: AbortSignal;
	/** 0..1. */
	onProgress(fraction: number): void;
}

/**
 * Writes the motion of a shot as a file, in a worker that ends with it; the page draws the marks, a frame at a time.
 * @throws The signal's reason when aborted.
 */
export function exportMotion(
	document: WanDocument,
	start: StartFrame,
	what: MotionExport & { readonly shadow: boolean },
	{ signal, onProgress }: ExportHooks,
): Promise<DraftOutcome> {
	signal.throwIfAborted();
	const { width, height, rgba, png } = start;
	const { length: frameCount, fps } = document.frame;
	const samples = frameSamples(document).map((entry) => entry.samples);
	const { shadow } = what;
	return new Promise((resolve, reject) => {
		const worker = createWorker('draft');
		const settle = (finish: () => void) => {
			worker.terminate();
			signal.removeEventListener('abort', onAbort);
			finish();
		};
		const onAbort = () => settle(() => reject(signal.reason));
		signal.addEventListener('abort', onAbort);
		const failed = (detail: string) => settle(() => resolve(fail({ kind: 'internal', detail })));
		worker.onmessage = ({ data }: MessageEvent<VideoWorkReply | MarksQuestion>) => {
			if (data.type === 'progress') onProgress(data.done / data.total);
			else if (data.type === 'marks') {
				const marks = drawMarks(document, frameToShare(data.frame, frameCount));
				const answer: MarksAnswer<ImageBitmap> = { type: 'marks', frame: data.frame, marks };
				worker.postMessage(answer, [marks]);
			} else if (data.type === 'failed') failed(data.detail);
			else settle(() => resolve(data.result));
		};
		worker.onerror = (event) => {
			event.preventDefault();
			failed(event.message || 'the worker died');
		};
		const work: ExportWork = {
			type: 'export',
			request: {
				...planDraft(document, samples),
				picture: { width, height, rgba },
				frameCount,
				fps,
				shadow,
			},
			what,
			firstFrame: png,
			prompt: document.shot.prompt,
		};
		worker.postMessage(work);
	});
}

/** The tracks of one moment on nothing. */
function drawMarks(document: WanDocument, share: number): ImageBitmap {
	const { width, height } = document.frame;
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d');
	if (context === null) throw new Error(`no 2d context of ${width} x ${height}`);
	paintCanvas2d(context, plannedScene(document, share, frameViewport(document), defaultTheme));
	return canvas.transferToImageBitmap();
}
