import { expect, test } from 'vitest';
import {
	createTrack,
	defaultFrame,
	documentSchema,
	emptyDocument,
	type WanDocument,
} from './document.ts';

test('the empty document passes its own schema', () => {
	expect(documentSchema.parse(emptyDocument)).toEqual(emptyDocument);
	expect(defaultFrame).toMatchObject({ width: 832, height: 480, length: 81, fps: 16 });
});

test('tracks and pins are numbered apart, colours are used once before they repeat', () => {
	let document: WanDocument = emptyDocument;
	for (let i = 0; i < 14; i++) {
		const kind = i % 2 === 0 ? 'path' : 'pin';
		const track = createTrack(document, `${i}`, kind, [{ x: 0, y: 0, mode: 'smooth' }]);
		document = { ...document, tracks: [...document.tracks, track] };
	}
	expect(document.tracks.slice(0, 4).map((t) => t.name)).toEqual([
		'Track 1',
		'Pin 1',
		'Track 2',
		'Pin 2',
	]);
	expect(new Set(document.tracks.slice(0, 12).map((t) => t.color)).size).toBe(12);
	expect(documentSchema.safeParse(document).success).toBe(true);
});

test('a pin takes the first point only', () => {
	const points = [
		{ x: 1, y: 2, mode: 'smooth' as const },
		{ x: 3, y: 4, mode: 'smooth' as const },
	];
	expect(createTrack(emptyDocument, 'p', 'pin', points).points).toEqual([points[0]]);
});

test('coordinates that no number can hold are refused', () => {
	const withX = (x: number) => ({
		...emptyDocument,
		tracks: [createTrack(emptyDocument, 't', 'path', [{ x, y: 0, mode: 'smooth' }])],
	});
	for (const x of [Number.NaN, Number.POSITIVE_INFINITY, 1e300])
		expect(documentSchema.safeParse(withX(x)).success).toBe(false);
	expect(documentSchema.safeParse(withX(-50_000)).success).toBe(true);
});

test('a default name is not given a second time after a track was deleted', () => {
	const add = (document: WanDocument, id: string): WanDocument => ({
		...document,
		tracks: [
			...document.tracks,
			createTrack(document, id, 'path', [{ x: 0, y: 0, mode: 'smooth' }]),
		],
	});
	const three = ['a', 'b', 'c'].reduce(add, emptyDocument);
	const next = add({ ...three, tracks: three.tracks.slice(1) }, 'd');
	expect(next.tracks.map((t) => t.name)).toEqual(['Track 2', 'Track 3', 'Track 4']);
});

test('a shot from before there were LoRAs has none', () => {
	const { loras: _none, ...shot } = emptyDocument.shot;
	expect(documentSchema.parse({ ...emptyDocument, shot })).toEqual(emptyDocument);
	const withLora = (strength: number) => ({
		...emptyDocument,
		shot: { ...shot, loras: [{ name: 'speed.safetensors', strength }] },
	});
	expect(documentSchema.safeParse(withLora(-1.5)).success).toBe(true);
	expect(documentSchema.safeParse(withLora(101)).success).toBe(false);
});
