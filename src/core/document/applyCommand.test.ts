import { expect, test } from 'vitest';
import { applyCommand } from './applyCommand.ts';
import type { Command } from './commands.ts';
import { createTrack, emptyDocument, type Track, type WanDocument } from './document.ts';

const track = (id: string, count: number): Track =>
	createTrack(
		emptyDocument,
		id,
		'path',
		Array.from({ length: count }, (_, i) => ({ x: i, y: i, mode: 'smooth' as const })),
	);
const document: WanDocument = {
	...emptyDocument,
	tracks: [track('a', 3), track('b', 2), track('c', 1)],
};
const idsOf = ({ tracks }: WanDocument) => tracks.map((t) => t.id).join('');

const changes: Command[] = [
	{ type: 'track/set', trackIds: ['b'], patch: { name: 'Boat' } },
	{ type: 'track/translate', trackIds: ['b'], dx: 4, dy: 0 },
	{ type: 'point/insert', trackId: 'b', index: 1, point: { x: 9, y: 9, mode: 'corner' } },
	{ type: 'point/translate', trackId: 'b', indices: [0], dx: 1, dy: 1 },
	{ type: 'point/remove', trackId: 'b', indices: [0] },
	{ type: 'point/setMode', trackId: 'b', indices: [0, 1], mode: 'corner' },
];

test.each(changes)('$type keeps the identity of untouched tracks', (command) => {
	const after = applyCommand(document, command);
	expect(after).not.toBe(document);
	expect(after.tracks[0]).toBe(document.tracks[0]);
	expect(after.tracks[1]).not.toBe(document.tracks[1]);
	expect(after.tracks[2]).toBe(document.tracks[2]);
	expect(after.shot).toBe(document.shot);
});

test.each<Command>([
	{ type: 'track/remove', trackIds: ['nobody'] },
	{ type: 'track/set', trackIds: ['nobody'], patch: { name: 'x' } },
	{ type: 'track/translate', trackIds: [], dx: 1, dy: 1 },
	{ type: 'track/reorder', trackId: 'nobody', index: 0 },
	{ type: 'point/insert', trackId: 'nobody', index: 0, point: { x: 0, y: 0, mode: 'smooth' } },
	{ type: 'point/translate', trackId: 'a', indices: [99], dx: 1, dy: 1 },
	{ type: 'point/remove', trackId: 'a', indices: [99] },
	{ type: 'point/setMode', trackId: 'nobody', indices: [0], mode: 'corner' },
])('$type with an unknown id or index changes nothing', (command) => {
	expect(applyCommand(document, command)).toBe(document);
});

test('a track is added where it is told, at the end by default, out of range at the nearest end', () => {
	const added = track('x', 1);
	expect(idsOf(applyCommand(document, { type: 'track/add', track: added }))).toBe('abcx');
	expect(idsOf(applyCommand(document, { type: 'track/add', track: added, index: 1 }))).toBe('axbc');
	expect(idsOf(applyCommand(document, { type: 'track/add', track: added, index: -5 }))).toBe(
		'xabc',
	);
});

test('reordering moves one track', () => {
	expect(idsOf(applyCommand(document, { type: 'track/reorder', trackId: 'a', index: 2 }))).toBe(
		'bca',
	);
	expect(idsOf(applyCommand(document, { type: 'track/reorder', trackId: 'c', index: 0 }))).toBe(
		'cab',
	);
});

test('moving a track moves every point and nothing else of it', () => {
	const moved = applyCommand(document, {
		type: 'track/translate',
		trackIds: ['a'],
		dx: 10,
		dy: -1,
	});
	expect(moved.tracks[0]).toEqual({
		...document.tracks[0],
		points: document.tracks[0]!.points.map((p) => ({ ...p, x: p.x + 10, y: p.y - 1 })),
	});
});

test('the last point takes its track with it', () => {
	expect(idsOf(applyCommand(document, { type: 'point/remove', trackId: 'c', indices: [0] }))).toBe(
		'ab',
	);
	expect(
		idsOf(applyCommand(document, { type: 'point/remove', trackId: 'a', indices: [0, 1, 2] })),
	).toBe('bc');
});

test('a pin never gets a second point', () => {
	const pin = createTrack(emptyDocument, 'p', 'pin', [{ x: 1, y: 1, mode: 'smooth' }]);
	const pinned = { ...document, tracks: [pin] };
	const point = { x: 2, y: 2, mode: 'smooth' as const };
	const after = applyCommand(pinned, { type: 'point/insert', trackId: 'p', index: 1, point });
	expect(after.tracks[0]!.points).toHaveLength(1);
});

test('image, name, frame, shot and whole documents are set', () => {
	expect(applyCommand(document, { type: 'document/rename', name: 'Boats' }).name).toBe('Boats');
	expect(applyCommand(document, { type: 'image/set', image: null }).image).toBeNull();
	expect(applyCommand(document, { type: 'frame/set', patch: { length: 49 } }).frame).toEqual({
		...document.frame,
		length: 49,
	});
	expect(applyCommand(document, { type: 'shot/set', patch: { seed: 7 } }).shot.seed).toBe(7);
	expect(applyCommand(document, { type: 'document/replace', document: emptyDocument })).toBe(
		emptyDocument,
	);
	expect(applyCommand(document, { type: 'tracks/replace', tracks: [] }).tracks).toEqual([]);
});
