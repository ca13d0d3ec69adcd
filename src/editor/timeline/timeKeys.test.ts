import { expect, test } from 'vitest';
import { generatorIds } from '#core/generators/motions.ts';
import { selectPoints, selectTracks } from '../store/selection.ts';
import { createDriver, documentWith, pathOf } from '../testing/createDriver.ts';
import { firstOptions, motionCommands } from './generators/motionCommands.ts';
import { paceOf, sampleSpeeds, speedKeys } from './speed.ts';
import { toggleTimeKey } from './toggleTimeKey.ts';
import { createTrackRows } from './trackRows.ts';

const line = pathOf('line', [
	[100, 100],
	[200, 100],
	[300, 100],
]);
const start = () => createDriver(documentWith([line])).store;

test('K keys the chosen inner points on a frame and takes the keys away again, one step each', () => {
	const store = start();
	store.select(selectPoints('line', [0, 1, 2]));
	expect(toggleTimeKey(store)).toBe(true);
	const times = () => store.getDocument().tracks[0]?.points.map((p) => p.time);
	expect(times()).toEqual([undefined, 0.5, undefined]);
	expect(store.getState().history.undos).toHaveLength(1);
	toggleTimeKey(store);
	expect(times()).toEqual([undefined, undefined, undefined]);
	expect(store.getState().history.undos).toHaveLength(2);
});

test('K with a path selected puts a key where the track is at the playhead; a second K takes it away', () => {
	const store = start();
	store.select(selectTracks(['line']));
	store.setPlayhead(0.25);
	expect(toggleTimeKey(store)).toBe(true);
	expect(store.getDocument().tracks[0]?.points[1]).toMatchObject({ x: 150, y: 100, time: 0.25 });
	expect(store.getState().selection.points).toEqual({ trackId: 'line', indices: [1] });
	store.select(selectTracks(['line']));
	toggleTimeKey(store);
	expect(store.getDocument().tracks[0]?.points[1]?.time).toBeUndefined();
	store.setPlayhead(1);
	store.select(selectTracks(['line']));
	expect(toggleTimeKey(store)).toBe(false);
});

test('K leaves the ends, pins and locked tracks alone', () => {
	const store = start();
	store.select(selectPoints('line', [0, 2]));
	expect(toggleTimeKey(store)).toBe(false);
	store.dispatch('lockTrack', [{ type: 'track/set', trackIds: ['line'], patch: { locked: true } }]);
	store.select(selectPoints('line', [1]));
	expect(toggleTimeKey(store)).toBe(false);
});

test('a row shows a key while it is dragged', () => {
	const store = start();
	const rowsOf = createTrackRows();
	expect(rowsOf(store.getState())[0]).toMatchObject({ keyed: [false] });
	store.beginGesture('setTimeKey');
	store.previewGesture([{ type: 'point/retime', trackId: 'line', index: 1, time: 0.25 }]);
	expect(rowsOf(store.getState())[0]).toMatchObject({ keyed: [true], shares: [0.25] });
	store.cancelGesture();
	expect(rowsOf(store.getState())[0]).toMatchObject({ keyed: [false], shares: [0.5] });
});

test('the speed that is asked of a key is the speed that it gets', () => {
	const document = documentWith([line]);
	const pace = paceOf(line, document, 0, 20);
	expect(pace).toBeCloseTo(0.5, 2);
	const points = line.points.map((p, i) => (i === 0 ? { ...p, pace } : p));
	const slower = { ...line, points };
	const after = documentWith([slower]);
	const [first] = speedKeys(slower, sampleSpeeds(slower, after), after);
	expect(first?.speed).toBeGreaterThan(18);
	expect(first?.speed).toBeLessThan(24);
});

test.each(generatorIds)('%s changes the chosen track in one step, or becomes a new one', (id) => {
	const store = start();
	const document = store.getDocument();
	const options = firstOptions(document);
	store.dispatch('makeMotion', motionCommands(document, line, id, options, 'new'));
	const [changed] = store.getDocument().tracks;
	expect(changed).toMatchObject({ id: 'line', name: line.name, color: line.color });
	expect(changed?.points[0]).toMatchObject({ x: 100, y: 100 });
	store.undo();
	expect(store.getDocument()).toBe(document);
	store.dispatch('makeMotion', motionCommands(document, undefined, id, options, 'new'));
	expect(store.getDocument().tracks.map((t) => t.id)).toEqual(['line', 'new']);
});
