import type { WanDocument } from '../document/document.ts';
import { type FrameSamples, frameSamples } from '../trajectory/frameSamples.ts';
import { isLegalLength } from './legalLength.ts';
import { sampleIndexOfFrame } from './sampleIndexOfFrame.ts';

/**
 * The samples of each visible track, made exact for the document's length: the sample that a video frame reads holds the
 * curve's value at that frame's own time, the others lie between. The document's `shot.exactSamples` makes `frameSamples`
 * give these; off by default, since ATI was trained with the plain form. At an illegal length the plain samples.
 * Two decimals, frame pixels.
 */
export const exactSamples = (document: WanDocument): readonly FrameSamples[] =>
	frameSamples(withExact(document, true));

/** The farthest that a video frame's position differs between the plain and the exact samples, frame pixels; 0 without tracks. */
export function exactDifference(document: WanDocument): number {
	const { length } = document.frame;
	if (!isLegalLength(length)) return 0;
	const plain = frameSamples(withExact(document, false));
	const exact = exactSamples(document);
	let farthest = 0;
	for (const index of sampleIndexOfFrame(length))
		plain.forEach(({ samples }, n) => {
			// A track that was released earlier is read no more.
			if (index * 2 >= samples.length) return;
			const other = exact[n]!.samples;
			const dx = samples[index * 2]! - other[index * 2]!;
			const dy = samples[index * 2 + 1]! - other[index * 2 + 1]!;
			farthest = Math.max(farthest, Math.hypot(dx, dy));
		});
	return farthest;
}

const withExact = (document: WanDocument, exact: boolean): WanDocument =>
	(document.shot.exactSamples ?? false) === exact
		? document
		: { ...document, shot: { ...document.shot, exactSamples: exact } };
