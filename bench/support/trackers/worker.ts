import { videoLuma } from '../../../src/media/browser/videoFrames.ts';
import { createPointTracker } from '../../../src/metrics/pointTracking/createPointTracker.ts';
import { measureVideo } from '../../../src/metrics/report/measureVideo.ts';
import { trackerSamples, trackerStarts } from './trackerPlan.ts';

/* In a worker of a browser: decoding alone, decoding and tracking, and the whole report; ms by the clock, best of three. */

addEventListener('message', async ({ data }: MessageEvent<Uint8Array>) => {
	const decode = await best(async () => {
		for await (const _ of videoLuma(data));
	});
	const track = await best(async () => {
		const tracker = createPointTracker(trackerStarts);
		for await (const frame of videoLuma(data)) tracker.next(frame);
	});
	const report = await best(() => measureVideo(videoLuma(data), trackerSamples));
	postMessage({ decode, track, report });
});

async function best(work: () => Promise<unknown>): Promise<{ first: number; best: number }> {
	const times: number[] = [];
	for (let pass = 0; pass < 3; pass++) {
		const begin = performance.now();
		await work();
		times.push(performance.now() - begin);
	}
	return { first: times[0] ?? 0, best: Math.min(...times) };
}
