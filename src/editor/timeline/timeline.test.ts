import { expect, test } from 'vitest';
import { slideTiming, withTiming } from '../panels/timing.ts';
import { createDriver, documentWith, pathOf } from '../testing/createDriver.ts';
import { pointShares } from './pointShares.ts';
import { rowSelection } from './rowSelection.ts';
import { sampleSpeeds, speedPath } from './speed.ts';
import { rulerTicks } from './ticks.ts';
import { createTrackRows } from './trackRows.ts';

const line = pathOf('line', [
	[100, 100],
	[200, 100],
	[300, 100],
]);
const timing = { start: 0.2, end: 0.8, easing: 'linear' } as const;

test('each second is labelled, the end too', () => {
	const labels = rulerTicks({ length: 81, fps: 16 }, 880).flatMap((t) => t.label ?? []);
	expect(labels).toEqual([0, 1, 2, 3, 4, 5]);
});

test('frames have ticks only where they have 6 px', () => {
	const kinds = (width: number) =>
		new Set(rulerTicks({ length: 81, fps: 16 }, width).map((t) => t.kind));
	expect(kinds(880)).toEqual(new Set(['major', 'latent', 'minor']));
	expect(kinds(300)).toEqual(new Set(['major', 'latent']));
	expect(kinds(60)).toEqual(new Set(['major']));
});

test('the ruler counts frames from 1 and samples from 0, the ends included', () => {
	const labels = (unit: 'frames' | 'samples') =>
		rulerTicks({ length: 81, fps: 16 }, 880, unit).flatMap((t) => t.label ?? []);
	expect(labels('frames')).toEqual([
		1, 6, 11, 16, 21, 26, 31, 36, 41, 46, 51, 56, 61, 66, 71, 76, 81,
	]);
	expect(labels('samples')).toEqual(Array.from({ length: 25 }, (_, i) => i * 5));
});

test('a clip of one frame has one tick', () => {
	expect(rulerTicks({ length: 1, fps: 16 }, 500)).toHaveLength(1);
});

test('trimming stays inside the clip and leaves one frame', () => {
	expect(withTiming(timing, { start: -1 }, 81).start).toBe(0);
	expect(withTiming(timing, { start: 0.9 }, 81).start).toBeCloseTo(0.8 - 1 / 80);
	expect(withTiming(timing, { end: 0 }, 81).end).toBeCloseTo(0.2 + 1 / 80);
	expect(withTiming(timing, { end: 2 }, 81)).toEqual({ ...timing, end: 1 });
});

test('sliding keeps the length', () => {
	expect(slideTiming(timing, 0.5)).toMatchObject({ start: expect.closeTo(0.4), end: 1 });
	expect(slideTiming(timing, -0.5)).toMatchObject({ start: 0, end: expect.closeTo(0.6) });
});

test('constant speed is the length over the time, in frame px', () => {
	const document = documentWith([line]);
	const speeds = sampleSpeeds(line, document);
	expect(speeds).toHaveLength(120);
	for (const speed of speeds) expect(speed).toBeCloseTo(40, 3);
	const half = { ...document, frame: { ...document.frame, width: 416, height: 240 } };
	expect(sampleSpeeds(line, half)[60]).toBeCloseTo(20, 3);
});

test('a still graph lies at the bottom', () => {
	expect(speedPath(new Float64Array(120), 0)).toBe('M0 1H120');
});

test('inner points lie in time where the path passes them', () => {
	expect(pointShares(line)).toEqual([0.5]);
	expect(pointShares({ ...line, timing })[0]).toBeCloseTo(0.5, 2);
});

test('a drag on the canvas changes no row', () => {
	const driver = createDriver(documentWith([line, { ...line, id: 'other' }]));
	const rowsOf = createTrackRows();
	const before = rowsOf(driver.store.getState());
	driver.pointerDown(200, 100).pointerMove(220, 140);
	expect(rowsOf(driver.store.getState())).toBe(before);
	driver.pointerUp();
	const after = rowsOf(driver.store.getState());
	expect(after[0]).toBe(before[0]);
	expect(after[1]?.shares).not.toBe(before[1]?.shares);
});

test('a row changes with its name only', () => {
	const { store } = createDriver(documentWith([line, { ...line, id: 'other' }]));
	const rowsOf = createTrackRows();
	const before = rowsOf(store.getState());
	store.dispatch('renameTrack', [{ type: 'track/set', trackIds: ['line'], patch: { name: 'x' } }]);
	const after = rowsOf(store.getState());
	expect(after[0]).toMatchObject({ name: 'x' });
	expect(after[1]).toBe(before[1]);
});

test('Shift selects rows up to the pressed one, Ctrl one more or less', () => {
	const { store } = createDriver(documentWith(['a', 'b', 'c', 'd'].map((id) => ({ ...line, id }))));
	const keys = { shiftKey: false, ctrlKey: false, metaKey: false };
	store.select(rowSelection(store.getState(), 'c', keys));
	store.select(rowSelection(store.getState(), 'a', { ...keys, shiftKey: true }));
	expect(store.getState().selection.trackIds).toEqual(['c', 'a', 'b']);
	store.select(rowSelection(store.getState(), 'a', { ...keys, ctrlKey: true }));
	expect(store.getState().selection.trackIds).toEqual(['c', 'b']);
});
