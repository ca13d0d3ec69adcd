import type { ColourPicture } from '#core/region/colourCells.ts';
import type { FoundRegion } from '#core/region/findRegion.ts';
import type { RegionAnswer, RegionQuestion } from '#core/region/regionWork.ts';
import type { RegionSelector } from '#editor/region/watchRegion.ts';
import { createWorker } from '../trusted/createWorker.ts';

/**
 * Selects in a picture, in a worker of its own that lives until `dispose`. Of questions that wait only the last is asked:
 * the others are about a selection that is no more.
 * @param picture Its pixels are given away. @param onDeath Called when the worker cannot be had or dies.
 */
export function createRegionSelector(
	picture: ColourPicture,
	imageWidth: number,
	onDeath: () => void,
): RegionSelector {
	const worker = createWorker('region');
	let asked: { readonly id: number; readonly onFound: (found: FoundRegion) => void } | null = null;
	let waiting: Parameters<RegionSelector['find']> | null = null;
	let count = 0;
	const send = (question: RegionQuestion, transfer: Transferable[] = []) =>
		worker.postMessage(question, transfer);
	const find: RegionSelector['find'] = (request, onFound) => {
		if (asked) {
			waiting = [request, onFound];
			return;
		}
		asked = { id: ++count, onFound };
		send({ type: 'find', id: count, request });
	};
	worker.onmessage = ({ data }: MessageEvent<RegionAnswer>) => {
		if (data.id !== asked?.id) return;
		const { onFound } = asked;
		const next = waiting;
		asked = waiting = null;
		if (next) find(...next);
		onFound(data.found);
	};
	worker.onerror = (event) => {
		// Handled here: no uncaught error of the page.
		event.preventDefault();
		worker.terminate();
		onDeath();
	};
	send({ type: 'picture', picture, imageWidth }, [picture.rgba.buffer]);
	return { find, dispose: () => worker.terminate() };
}
