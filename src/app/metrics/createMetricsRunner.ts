import { fail, type Result } from '#core/result.ts';
import type { MetricsError, MetricsReply, MetricsRequest } from '#metrics/report/metricsWork.ts';
import type { Report } from '#metrics/report/report.ts';
import { createWorker } from '../trusted/createWorker.ts';

export interface MetricsHooks {
	readonly signal: AbortSignal;
	/** After each frame, how many are measured. */
	onProgress(frames: number): void;
}

export interface MetricsRunner {
	/** @returns the report or why there is none; rejects with the signal's reason when cancelled. */
	measure(request: MetricsRequest, hooks: MetricsHooks): Promise<Result<Report, MetricsError>>;
	/** Ends whatever still runs. */
	dispose(): void;
}

/**
 * Measures videos against their tracks, each in a worker of its own, so that the page stays quick and a cancelled one
 * stops at once. To be imported when it is needed: nothing of it travels with the drawing.
 */
export function createMetricsRunner(): MetricsRunner {
	const closing = new AbortController();
	return {
		measure: (request, { signal, onProgress }) =>
			runWorker(request, AbortSignal.any([signal, closing.signal]), onProgress),
		dispose: () => closing.abort(new DOMException('The metrics runner was closed.', 'AbortError')),
	};
}

function runWorker(
	request: MetricsRequest,
	signal: AbortSignal,
	onProgress: (frames: number) => void,
): Promise<Result<Report, MetricsError>> {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const worker = createWorker('metrics');
		const settle = (finish: () => void) => {
			worker.terminate();
			signal.removeEventListener('abort', onAbort);
			finish();
		};
		const onAbort = () => settle(() => reject(signal.reason));
		signal.addEventListener('abort', onAbort);
		worker.onmessage = ({ data }: MessageEvent<MetricsReply>) => {
			if (data.type === 'progress') onProgress(data.frames);
			else settle(() => resolve(data.result));
		};
		worker.onerror = (event) => {
			// Handled here: no uncaught error of the page.
			event.preventDefault();
			const detail = event.message || 'the worker died';
			settle(() => resolve(fail({ kind: 'cannotDecode', detail })));
		};
		worker.postMessage(request);
	});
}
