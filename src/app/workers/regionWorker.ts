/// <reference lib="webworker" />
import { createRegionFinder } from '#core/region/findRegion.ts';
import type { RegionAnswer, RegionQuestion } from '#core/region/regionWork.ts';

/* Selects in the picture that its first message brings; each further one is a question, answered in order. */

declare const self: DedicatedWorkerGlobalScope;

let find: ReturnType<typeof createRegionFinder> | undefined;

self.onmessage = ({ data }: MessageEvent<RegionQuestion>) => {
	if (data.type === 'picture') find = createRegionFinder(data.picture, data.imageWidth);
	else if (find) {
		const answer: RegionAnswer = { id: data.id, found: find(data.request) };
		self.postMessage(answer);
	}
};
