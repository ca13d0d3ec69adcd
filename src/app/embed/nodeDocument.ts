import {
	defaultFrame,
	defaultShot,
	documentSchema,
	emptyDocument,
	type ImageRef,
	type WanDocument,
} from '#core/document/document.ts';
import { parseAtiTracks } from '#core/formats/atiTracks.ts';
import { tracksFromSamples } from '#core/formats/tracksToDocument.ts';
import { withImage } from '#core/frame/withImage.ts';
import { samplesOf } from '#jobs/jobInput.ts';
import type { NodeNumbers, OpenMessage } from './embedMessages.ts';

/** The shot of a node, and what was said of its tracks. */
export interface NodeShot {
	readonly document: WanDocument;
	/** `kept`: the curves they were drawn with; `fitted`: curves through their samples; `unreadable`: none. */
	readonly tracks: 'kept' | 'fitted' | 'unreadable';
}

/**
 * The shot that a node of a workflow describes. The document that came with the node is used only if it still gives the node's
 * own tracks: otherwise they were changed since, and they are what counts.
 * @param image The picture that the node's start image comes from.
 */
export function nodeDocument(
	open: OpenMessage,
	image: ImageRef,
	name: string,
	createId: () => string,
): NodeShot {
	const { numbers, tracks } = open;
	const kept = documentSchema.safeParse(open.document).data;
	const frame = {
		...defaultFrame,
		width: whole(numbers.width, defaultFrame.width, 16, 16_384),
		height: whole(numbers.height, defaultFrame.height, 16, 16_384),
		length: whole(numbers.length, defaultFrame.length, 1, 16_384),
	};
	const shot = {
		...(kept?.shot ?? defaultShot),
		temperature: bounded(numbers.temperature, defaultShot.temperature, 1, 1000),
		topk: whole(numbers.topk, defaultShot.topk, 1, 10),
		prompt: open.prompt ?? kept?.shot.prompt ?? '',
		negative: open.negative ?? kept?.shot.negative ?? '',
		// What runs here is our own graph; the workflow of the page is the page's.
		workflow: defaultShot.workflow,
	};
	if (kept) {
		const { crop, fps } = kept.frame;
		const asKept: WanDocument = withImage({ ...kept, shot, frame: { ...frame, crop, fps } }, image);
		if (tracksForNode(asKept) === tracks) return { document: asKept, tracks: 'kept' };
	}
	const empty: WanDocument = { ...emptyDocument, name, image, frame, shot };
	if (isNothing(tracks)) return { document: empty, tracks: 'fitted' };
	const read = parseAtiTracks(tracks);
	if (!read.ok) return { document: empty, tracks: 'unreadable' };
	const fitted = tracksFromSamples(empty, read.value.tracks, createId);
	return { document: { ...empty, tracks: fitted }, tracks: 'fitted' };
}

/**
 * The tracks as the node has to have them: it crops the picture in the middle, whatever crop the shot has. The same as the
 * exported ones for a shot without a crop of its own.
 */
export const tracksForNode = (document: WanDocument): string =>
	samplesOf(
		isCentred(document)
			? document
			: { ...document, frame: { ...document.frame, crop: defaultFrame.crop } },
	).tracksJson;

/** The numbers of a shot, as the node calls them. */
export const numbersForNode = ({ frame, shot }: WanDocument): Required<NodeNumbers> => ({
	width: frame.width,
	height: frame.height,
	length: frame.length,
	temperature: shot.temperature,
	topk: shot.topk,
});

const isCentred = ({ frame: { crop } }: WanDocument): boolean =>
	crop.x === defaultFrame.crop.x &&
	crop.y === defaultFrame.crop.y &&
	crop.zoom === defaultFrame.crop.zoom;

/** A fresh node holds `[]`. */
const isNothing = (tracks: string): boolean => /^\s*(\[\s*\]\s*)?$/.test(tracks);

function bounded(value: number | undefined, otherwise: number, min: number, max: number): number {
	if (value === undefined || !Number.isFinite(value)) return otherwise;
	return Math.min(max, Math.max(min, value));
}

const whole = (value: number | undefined, otherwise: number, min: number, max: number): number =>
	Math.round(bounded(value, otherwise, min, max));
