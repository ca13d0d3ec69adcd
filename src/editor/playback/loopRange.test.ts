import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDriver } from '../testing/createDriver.ts';

const frame = (share: number) => Math.round(share * 80);

test('a range plays round and round, at its speed', () => {
	const { store } = createDriver();
	store.setLoopRange({ start: 0.2, end: 0.4 });
	store.setPlaybackRate(2);
	store.play();
	expect(store.getState().playhead).toBe(0.2);
	store.advance(0.25);
	expect(store.getState().playhead).toBeCloseTo(0.3, 9);
	store.advance(0.5);
	expect(store.getState().playhead).toBeCloseTo(0.3, 9);
});

test('without the loop it stops at the range’s end', () => {
	const { store } = createDriver();
	store.setLoopRange({ start: 0.2, end: 0.4 });
	store.toggleLoop();
	store.play();
	store.advance(4);
	expect(store.getState()).toMatchObject({ playhead: 0.4, isPlaying: false });
});

test('start and end are taken from the playhead; one beyond the other moves it away', () => {
	const { store } = createDriver();
	store.setPlayhead(0.5);
	store.loopFromHere('start');
	expect(store.getState().loopRange).toEqual({ start: 0.5, end: 1 });
	store.setPlayhead(0.25);
	store.loopFromHere('end');
	expect(store.getState().loopRange).toEqual({ start: 0, end: 0.25 });
	store.setLoopRange({ start: 0, end: 1 });
	expect(store.getState().loopRange).toBeNull();
});

test('whatever is asked, the range has a frame or more inside the clip, and the speed 0.25 to 2', () => {
	const any = fc.double({ min: -2, max: 3, noNaN: true });
	fc.assert(
		fc.property(any, any, any, (start, end, rate) => {
			const { store } = createDriver();
			store.setLoopRange({ start, end });
			store.setPlaybackRate(rate);
			const { loopRange, playbackRate } = store.getState();
			if (loopRange) {
				expect(loopRange.start).toBeGreaterThanOrEqual(0);
				expect(loopRange.end).toBeLessThanOrEqual(1);
				expect(frame(loopRange.end) - frame(loopRange.start)).toBeGreaterThanOrEqual(1);
			}
			expect(playbackRate).toBeGreaterThanOrEqual(0.25);
			expect(playbackRate).toBeLessThanOrEqual(2);
		}),
		{ numRuns: 50 },
	);
});
