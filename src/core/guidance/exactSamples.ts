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
	const exact = exactSamples(document);
	return frameSamples(withExact(document, false)).reduce(
		(farthest, plain, n) => Math.max(farthest, differenceOf(plain, exact[n]!, length)),
		0,
	);
}

interface Difference {
	readonly exact: FrameSamples;
	readonly length: number;
	readonly px: number;
}

const known = new WeakMap<FrameSamples, Difference>();

/** Of one track, remembered with its samples. */
function differenceOf(plain: FrameSamples, exact: FrameSamples, length: number): number {
	const found = known.get(plain);
	if (found?.exact === exact && found.length === length) return found.px;
	const [a, b] = [plain.samples, exact.samples];
	let px = 0;
	for (const index of sampleIndexOfFrame(length)) {
		// A track that was released earlier is read no more.
		if (index * 2 >= a.length) break;
		px = Math.max(
			px,
			Math.hypot(a[index * 2]! - b[index * 2]!, a[index * 2 + 1]! - b[index * 2 + 1]!),
		);
	}
	known.set(plain, { exact, length, px });
	return px;
}

const withExact = (document: WanDocument, exact: boolean): WanDocument =>
	(document.shot.exactSamples ?? false) === exact
		? document
		: { ...document, shot: { ...document.shot, exactSamples: exact } };
