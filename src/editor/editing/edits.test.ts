import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentSchema, type Track } from '#core/document/document.ts';
import { createDriver, documentWith, pathOf, pinOf } from '../testing/createDriver.ts';
import { align, distribute } from './arrangeActions.ts';
import { copyTracks, pasteTracks } from './clipboard.ts';
import { edits } from './edits.ts';
import { previewSimplify, spread } from './pathActions.ts';
import { dropInList } from './reorderActions.ts';

const a = pathOf('a', [
	[100, 100],
	[200, 120],
	[300, 100],
]);
const b = pathOf('b', [
	[300, 200],
	[400, 260],
]);
const pin = pinOf('pin', 500, 300);
const start = (tracks: readonly Track[] = [a, b, pin]) => createDriver(documentWith(tracks));
const select = (driver: ReturnType<typeof start>, ...trackIds: string[]) => {
	driver.store.select({ trackIds, points: null });
	return driver;
};
const ids = (driver: ReturnType<typeof start>) => driver.tracks().map((t) => t.id);
const selected = (driver: ReturnType<typeof start>) => driver.store.getState().selection.trackIds;

test.each(['flipX', 'flipY', 'reverse'] as const)('%s twice is where it was', (id) => {
	const driver = select(start(), 'a', 'b');
	edits[id](driver.store);
	expect(driver.tracks()[0]?.points).not.toEqual(a.points);
	edits[id](driver.store);
	driver.tracks().forEach((track, i) => {
		track.points.forEach((p, k) => {
			expect(p.x).toBeCloseTo([a, b, pin][i]!.points[k]!.x, 9);
			expect(p.y).toBeCloseTo([a, b, pin][i]!.points[k]!.y, 9);
		});
	});
	expect(driver.undoLabels()).toHaveLength(2);
});

test('every edit is one undo step or none, keeps the document valid, and undo gives it back', () => {
	const anyEdit = fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[]));
	fc.assert(
		fc.property(
			fc.array(anyEdit, { maxLength: 8 }),
			fc.subarray(['a', 'b', 'pin']),
			(steps, chosen) => {
				const driver = select(start(), ...chosen);
				for (const id of steps) {
					const before = driver.store.getDocument();
					const count = driver.undoLabels().length;
					edits[id](driver.store);
					expect(driver.undoLabels().length - count).toBeLessThanOrEqual(1);
					expect(documentSchema.safeParse(driver.store.getDocument()).success).toBe(true);
					if (driver.undoLabels().length === count) continue;
					const after = driver.store.getDocument();
					driver.store.undo();
					expect(driver.store.getDocument()).toBe(before);
					driver.store.redo();
					expect(driver.store.getDocument()).toBe(after);
				}
			},
		),
		{ numRuns: 60 },
	);
});

test('a path is split at a point that both parts get, and joined again it is the path', () => {
	const driver = start().click(200, 120);
	edits.split(driver.store);
	expect(driver.tracks().map((t) => t.points.length)).toEqual([2, 2, 2, 1]);
	expect(selected(driver)).toHaveLength(2);
	edits.join(driver.store);
	expect(driver.tracks()[0]?.points).toEqual(a.points);
	expect(driver.tracks()[0]?.timing).toEqual(a.timing);
	expect(driver.undoLabels()).toEqual(['editPath', 'editPath']);
});

test('a mirror copy lies across the middle of the frame', () => {
	const driver = select(start(), 'a');
	edits.mirror(driver.store);
	expect(
		driver
			.tracks()
			.at(-1)
			?.points.map((p) => p.x),
	).toEqual([732, 632, 532]);
});

test('selecting one of a group selects all, Enter and a double click take one by itself, Escape goes back', () => {
	const driver = select(start(), 'a', 'b');
	edits.group(driver.store);
	driver.click(700, 400).click(150, 110);
	expect(selected(driver)).toEqual(['a', 'b']);
	driver.store.handleToolEvent({ type: 'finish' });
	expect(selected(driver)).toEqual(['a']);
	driver.click(350, 230);
	expect(selected(driver)).toEqual(['b']);
	driver.store.escape();
	expect(selected(driver)).toEqual(['a', 'b']);
	edits.ungroup(driver.store);
	driver.click(700, 400).click(150, 110);
	expect(selected(driver)).toEqual(['a']);
});

test('a drag of one of a group moves them all', () => {
	const driver = select(start(), 'a', 'b');
	edits.group(driver.store);
	driver.drag(300, 200, 310, 200);
	expect(driver.tracks().map((t) => t.points[0]?.x)).toEqual([110, 310, 500]);
});

test('copied tracks come back by paste as they were, at the same place where nothing is', () => {
	const driver = select(start(), 'a', 'pin');
	const copied = copyTracks(driver.store);
	const other = start([]);
	expect(pasteTracks(other.store, { own: copied?.own ?? '' })).toBe(true);
	expect(other.tracks().map((t) => t.points)).toEqual([a.points, pin.points]);
	expect(selected(other)).toEqual(ids(other));
	expect(other.undoLabels()).toEqual(['paste']);
	expect(pasteTracks(driver.store, null)).toBe(true);
	expect(driver.tracks().at(-1)?.points[0]).toMatchObject({ x: 516, y: 316 });
});

test('whatever tracks are copied, pasted into an empty shot they are the same paths in time', () => {
	const place = fc.tuple(
		fc.integer({ min: -200, max: 2000 }),
		fc.integer({ min: -200, max: 2000 }),
	);
	fc.assert(
		fc.property(
			fc.array(fc.array(place, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
			fc.boolean(),
			(lists, closed) => {
				const tracks = lists.map((points, i) => pathOf(`t${i}`, points, { closed }));
				const from = createDriver(documentWith(tracks)).store;
				from.selectAll();
				const copied = copyTracks(from)!;
				const to = createDriver(documentWith([])).store;
				expect(pasteTracks(to, copied)).toBe(true);
				const bare = ({ id: _, name: _name, color: _color, ...rest }: Track) => rest;
				expect(to.getDocument().tracks.map(bare)).toEqual(tracks.map(bare));
				to.undo();
				expect(to.getDocument().tracks).toEqual([]);
			},
		),
		{ numRuns: 40 },
	);
});

test('the copied text is ATI JSON, which comes in as tracks too', () => {
	const driver = select(start(), 'b');
	const { text } = copyTracks(driver.store)!;
	expect(JSON.parse(text)[0]).toHaveLength(121);
	const other = start([]);
	expect(pasteTracks(other.store, { text })).toBe(true);
	expect(other.tracks()[0]?.points[0]?.x).toBeCloseTo(300, 0);
});

test.each(['', 'hello', '{"wanAtiTracks":1,"tracks":[{"id":""}]}', '[1'])(
	'pasting %j adds nothing',
	(text) => {
		const driver = start();
		expect(pasteTracks(driver.store, { own: text, text })).toBe(false);
		expect(driver.undoLabels()).toEqual([]);
	},
);

test('a copy of a leader and its follower follow each other; alone a follower keeps its leader or has none', () => {
	const follower: Track = {
		...b,
		follow: { trackId: 'a', delay: 0, rotate: false, scale: 1 },
	};
	const both = select(start([a, follower]), 'a', 'b');
	both.store.duplicateSelection();
	const [leader, copy] = both.tracks().slice(2);
	expect(copy?.follow?.trackId).toBe(leader?.id);
	const alone = select(start([a, follower]), 'b');
	const copied = copyTracks(alone.store);
	alone.store.duplicateSelection();
	expect(alone.tracks()[2]?.follow?.trackId).toBe('a');
	expect(copied).not.toBeNull();
});

test('aligned tracks share an edge, distributed points have equal gaps', () => {
	const driver = select(start(), 'a', 'b', 'pin');
	align(driver.store, 'top');
	expect(driver.tracks().map((t) => Math.min(...t.points.map((p) => p.y)))).toEqual([
		100, 100, 100,
	]);
	const uneven = start([
		pathOf('u', [
			[0, 0],
			[10, 50],
			[100, 0],
		]),
	]);
	uneven.store.select({ trackIds: ['u'], points: { trackId: 'u', indices: [0, 1, 2] } });
	distribute(uneven.store, 'x');
	expect(uneven.tracks()[0]?.points.map((p) => p.x)).toEqual([0, 50, 100]);
});

test('spreading makes parallel copies at right angles to the way', () => {
	const driver = select(
		start([
			pathOf('s', [
				[100, 100],
				[200, 100],
			]),
		]),
		's',
	);
	spread(driver.store, 3, 20);
	expect(driver.tracks().map((t) => t.points[0]?.y)).toEqual([100, 120, 80]);
	expect(driver.undoLabels()).toEqual(['duplicateTrack']);
});

test('simplifying previews from the same path each time and is one undo step', () => {
	const wavy = pathOf(
		'w',
		Array.from({ length: 40 }, (_, i) => [i * 10, 100 + Math.sin(i / 6) * 60] as const),
	);
	const driver = select(start([wavy]), 'w');
	previewSimplify(driver.store, 20);
	const few = driver.tracks()[0]?.points.length ?? 0;
	previewSimplify(driver.store, 1);
	expect(driver.tracks()[0]?.points.length).toBeGreaterThanOrEqual(few);
	expect(few).toBeLessThan(40);
	driver.store.commitGesture();
	expect(driver.undoLabels()).toEqual(['editPath']);
	driver.store.undo();
	expect(driver.tracks()[0]).toBe(wavy);
});

test('rows go where they are dropped, several selected ones together', () => {
	const driver = select(start(), 'a', 'pin');
	dropInList(driver.store, 'a', 3);
	expect(ids(driver)).toEqual(['b', 'a', 'pin']);
	edits.listUp(driver.store);
	expect(ids(driver)).toEqual(['a', 'pin', 'b']);
	dropInList(driver.store, 'b', 0);
	expect(ids(driver)).toEqual(['b', 'a', 'pin']);
});

test('repeated clicks at one place go through what lies there', () => {
	const driver = start([
		pathOf('low', [
			[100, 100],
			[300, 100],
		]),
		pathOf('high', [
			[100, 102],
			[300, 102],
		]),
	]);
	const seen = [0, 1, 2].map(() => selected(driver.click(200, 102))[0]);
	expect(seen).toEqual(['high', 'low', 'high']);
});

test('any step of the history can be gone to', () => {
	const driver = start();
	const seen = [driver.store.getDocument()];
	for (const x of [20, 30, 40]) {
		driver.drag(500, 300, 500 + x, 300).drag(500 + x, 300, 500, 300);
		seen.push(driver.store.getDocument());
	}
	driver.store.goToStep(2);
	expect(driver.store.getDocument()).toBe(seen[1]);
	driver.store.goToStep(6);
	expect(driver.store.getDocument()).toBe(seen[3]);
	driver.store.goToStep(0);
	expect(driver.store.getDocument()).toBe(seen[0]);
});

test('neighbours follow a dragged point less and less within the soft radius', () => {
	const driver = start();
	driver.store.setOptions({ softRadius: 200 });
	driver.drag(200, 120, 200, 180);
	const ys = driver.tracks()[0]!.points.map((p) => p.y);
	expect(ys[1]).toBe(180);
	expect(ys[0]).toBeGreaterThan(100);
	expect(ys[0]).toBeLessThan(160);
	expect(driver.undoLabels()).toEqual(['movePoint']);
});
