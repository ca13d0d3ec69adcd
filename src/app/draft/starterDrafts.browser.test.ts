import { expect, test } from 'vitest';
import { documentSchema } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import { positionAtShare } from '#core/trajectory/time.ts';
import { openStartImage } from '#media/browser/openStartImage.ts';
import { renderStartFrame } from '#media/browser/renderStartFrame.ts';
import { videoLuma } from '#media/browser/videoFrames.ts';
import { createPointTracker } from '#metrics/pointTracking/createPointTracker.ts';
import { createDraftRenderer } from './createDraftRenderer.ts';

for (const id of ['balloons', 'fox'])
	test(`the draft of ${id}: every track's pixels stay within 2 px of the exported samples`, async () => {
		const document = documentSchema.parse(await (await fetch(`/examples/${id}.json`)).json());
		const picture = await (await fetch(`/examples/${id}.webp`)).blob();
		const image = await openStartImage(picture, `${id}.webp`);
		if (!image.ok) throw new Error(JSON.stringify(image.error));
		const { width, height, length: frameCount, fps } = document.frame;
		const { rect } = createFrameMapping(image.value, document.frame);
		const frame = await renderStartFrame(image.value, rect, width, height);
		const samples = frameSamples(document).map((entry) => entry.samples);
		const draft = createDraftRenderer();
		const result = await draft(
			{ picture: frame, samples, frameCount, fps },
			{ signal: new AbortController().signal, onProgress: () => undefined },
		);
		draft.dispose();
		if (!result.ok) throw new Error(JSON.stringify(result.error));
		const tracker = createPointTracker(samples.map((track) => ({ x: track[0]!, y: track[1]! })));
		let frames = 0;
		for await (const luma of videoLuma(result.value.bytes)) {
			tracker.next(luma).forEach((point, i) => {
				const planned = positionAtShare(samples[i]!, frames / (frameCount - 1));
				expect(point.lost).toBe(false);
				expect(Math.hypot(point.x - planned.x, point.y - planned.y)).toBeLessThan(2);
			});
			frames++;
		}
		expect(frames).toBe(frameCount);
	});
