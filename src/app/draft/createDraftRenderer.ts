import { fail } from '#core/result.ts';
import type { DraftRequest } from '#draft/draftRequest.ts';
import type { DraftHooks, DraftOutcome, DraftRenderer } from '#jobs/draftEngine.ts';
import type { VideoWorkReply } from '#media/video/videoWork.ts';
import { createWorker } from '../trusted/createWorker.ts';

/**
 * Renders drafts in a worker of their own each, so that the page stays quick and a cancelled one stops at once.
 * In the page instead when a worker cannot start or cannot encode and the page can; so too on plain-http pages, where the
 * browser's recorder stands in for WebCodecs. A browser that has neither gets the frames as a ZIP of PNG pictures.
 * @returns The renderer; `dispose` ends whatever still runs.
 */
export function createDraftRenderer(): DraftRenderer & { dispose(): void } {
	const closing = new AbortController();
	const render: DraftRenderer = async (request, hooks) => {
		const signal = AbortSignal.any([hooks.signal, closing.signal]);
		signal.throwIfAborted();
		// Workers have WebCodecs where the page has them.
		if (typeof VideoEncoder !== 'undefined') {
			const outcome = await renderInWorker(request, { ...hooks, signal });
			if (outcome !== 'cannot') return outcome;
		}
		return renderInPage(request, { ...hooks, signal });
	};
	return Object.assign(render, {
		dispose: () => closing.abort(new DOMException('The draft renderer was closed.', 'AbortError')),
	});
}

function renderInWorker(
	request: DraftRequest,
	{ signal, onProgress }: DraftHooks,
): Promise<DraftOutcome | 'cannot'> {
	return new Promise((resolve, reject) => {
		let heard = false;
		let worker: Worker;
		try {
			worker = createWorker('draft');
		} catch {
			resolve('cannot');
			return;
		}
		const settle = (finish: () => void) => {
			worker.terminate();
			signal.removeEventListener('abort', onAbort);
			finish();
		};
		const onAbort = () => settle(() => reject(signal.reason));
		signal.addEventListener('abort', onAbort);
		worker.onmessage = ({ data }: MessageEvent<VideoWorkReply>) => {
			heard = true;
			if (data.type === 'progress') onProgress(data.done / data.total);
			else if (data.type === 'failed')
				settle(() => resolve(fail({ kind: 'internal', detail: data.detail })));
			else settle(() => resolve(data.result.ok || !canEncodeHere() ? data.result : 'cannot'));
		};
		worker.onerror = (event) => {
			// Handled here: no uncaught error of the page.
			event.preventDefault();
			settle(() =>
				resolve(
					heard ? fail({ kind: 'internal', detail: event.message || 'the worker died' }) : 'cannot',
				),
			);
		};
		worker.postMessage(request);
	});
}

const canEncodeHere = () =>
	typeof VideoEncoder !== 'undefined' && typeof OffscreenCanvas !== 'undefined';

/** WebCodecs; on plain-http pages, which have none, the browser's recorder. */
const loadEncoder = async () =>
	typeof VideoEncoder === 'undefined'
		? (await import('#media/browser/encodeByMediaRecorder.ts')).encodeByMediaRecorder
		: (await import('#media/browser/encodeVideo.ts')).encodeVideo;

async function renderInPage(
	request: DraftRequest,
	{ signal, onProgress }: DraftHooks,
): Promise<DraftOutcome> {
	const [{ drawDraftVideo }, encode] = await Promise.all([
		import('#draft/webgl/drawDraftVideo.ts'),
		loadEncoder(),
	]);
	try {
		return await drawDraftVideo(request, async (spec, drawFrame) => {
			const options = {
				signal,
				onProgress: (done: number) => onProgress(done / spec.frameCount),
			};
			const video = await encode(spec, drawFrame, options);
			if (video.ok) return video;
			const { encodePngZip } = await import('#media/browser/encodeFrames.ts');
			return encodePngZip(spec, drawFrame, options);
		});
	} catch (error) {
		signal.throwIfAborted();
		return fail({
			kind: 'internal',
			detail: error instanceof Error ? error.message : String(error),
		});
	}
}
