import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type ImageRef } from '#core/document/document.ts';
import type { OpenMessage } from './embedMessages.ts';
import { hostMessageSchema } from './embedMessages.ts';
import { nodeDocument, numbersForNode, tracksForNode } from './nodeDocument.ts';

const image: ImageRef = {
	sha256: 'a'.repeat(64),
	width: 1440,
	height: 960,
	name: 'fox.png',
	mediaType: 'image/png',
};

const open = (patch: Partial<OpenMessage> = {}): OpenMessage => ({
	protocol: 'wan-ati-studio/1',
	kind: 'open',
	node: { id: '7', title: 'WanTrackToVideo' },
	tracks: '[]',
	numbers: { width: 720, height: 480, length: 49, temperature: 200, topk: 3 },
	fixed: [],
	cutsLink: false,
	theme: 'dark',
	picture: null,
	...patch,
});

let ids = 0;
const opened = (patch?: Partial<OpenMessage>) =>
	nodeDocument(open(patch), image, 'Node', () => `id-${++ids}`);

const drawn = () => {
	const { document } = opened();
	const points = [
		{ x: 200, y: 300, mode: 'smooth' as const },
		{ x: 900, y: 500, mode: 'smooth' as const },
	];
	return { ...document, tracks: [createTrack(document, 'own', 'path', points)] };
};

test('the numbers of the node are those of the shot, held in what a shot may have', () => {
	expect(numbersForNode(opened().document)).toEqual({
		width: 720,
		height: 480,
		length: 49,
		temperature: 200,
		topk: 3,
	});
	const odd = opened({ numbers: { width: -5, height: 99.6, length: Number.NaN } }).document;
	expect(odd.frame).toMatchObject({ width: 16, height: 100, length: 81 });
});

test('tracks come with the curves they were drawn with while these still give them', () => {
	const document = drawn();
	const tracks = tracksForNode(document);
	const again = opened({ tracks, document });
	expect(again.tracks).toBe('kept');
	expect(again.document.tracks).toEqual(document.tracks);
});

test('tracks that were changed elsewhere count, not the document kept beside them', () => {
	const tracks = '[[{"x":10,"y":20}]]';
	const again = opened({ tracks, document: drawn() });
	expect(again.tracks).toBe('fitted');
	expect(again.document.tracks).toHaveLength(1);
	expect(JSON.parse(tracksForNode(again.document))[0][0]).toEqual({ x: 10, y: 20 });
});

test('what is no document and no tracks gives an empty shot', () => {
	expect(opened({ document: { version: 1, tracks: 'x' } }).document.tracks).toEqual([]);
	expect(opened({ tracks: '{"x":1}' })).toMatchObject({ tracks: 'unreadable' });
	expect(opened({ tracks: ' ' }).tracks).toBe('fitted');
});

test('the node crops in the middle, whatever crop the shot has', () => {
	const document = drawn();
	const cropped = { ...document, frame: { ...document.frame, crop: { x: 0.3, y: 0.4, zoom: 2 } } };
	expect(tracksForNode(cropped)).toBe(tracksForNode(document));
});

test('a message that is not as agreed is none', () => {
	expect(hostMessageSchema.safeParse(open({ document: emptyDocument })).success).toBe(true);
	for (const wrong of [
		{ ...open(), protocol: 'wan-ati-studio/2' },
		{ ...open(), picture: { filename: 'a.png', subfolder: '', type: 'http://elsewhere' } },
		{ ...open(), tracks: 7 },
		{ kind: 'open' },
		null,
	])
		expect(hostMessageSchema.safeParse(wrong).success).toBe(false);
});
