/// <reference lib="webworker" />
import { fail } from '#core/result.ts';
import { videoLuma } from '#media/browser/videoFrames.ts';
import { measureVideo } from '#metrics/report/measureVideo.ts';
import type { MetricsReply, MetricsRequest } from '#metrics/report/metricsWork.ts';

/* Measures one video and is done; whoever started it stops it by ending the worker. */

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = (event: MessageEvent<MetricsRequest>) => {
	void measure(event.data);
};

async function measure({ bytes, samples, ...options }: MetricsRequest): Promise<void> {
	try {
		const result = await measureVideo(videoLuma(bytes), samples, {
			...options,
			onProgress: (frames) => reply({ type: 'progress', frames }),
		});
		reply({ type: 'done', result });
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		reply({ type: 'done', result: fail({ kind: 'cannotDecode', detail }) });
	}
}

function reply(message: MetricsReply): void {
	self.postMessage(message);
}
