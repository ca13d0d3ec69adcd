import { expect, test } from 'vitest';
import { createDriver } from '../testing/createDriver.ts';
import { startPlayback } from './startPlayback.ts';

/** A clock that ticks when told. */
function createClock() {
	const waiting = new Map<number, (timeMs: number) => void>();
	let handles = 0;
	return {
		requestAnimationFrame: (callback: (timeMs: number) => void) => {
			waiting.set(++handles, callback);
			return handles;
		},
		cancelAnimationFrame: (handle: number) => void waiting.delete(handle),
		tick: (timeMs: number) => {
			const due = [...waiting.values()];
			waiting.clear();
			for (const callback of due) callback(timeMs);
		},
		waiting: () => waiting.size,
	};
}

test('the playhead moves with the clock while playing', () => {
	const clock = createClock();
	const { store } = createDriver();
	const stop = startPlayback(store, clock);
	expect(clock.waiting()).toBe(0);
	store.play();
	for (let time = 0; time <= 1000; time += 20) clock.tick(5000 + time);
	expect(store.getState().playhead).toBeCloseTo(0.2);
	store.pause();
	clock.tick(7000);
	expect(clock.waiting()).toBe(0);
	stop();
});

test('a long pause of the page is no jump', () => {
	const clock = createClock();
	const { store } = createDriver();
	startPlayback(store, clock);
	store.play();
	clock.tick(0);
	clock.tick(60_000);
	expect(store.getState().playhead).toBeCloseTo(0.05);
});

test('stopping leaves nothing waiting and no listener', () => {
	const clock = createClock();
	const { store } = createDriver();
	const stop = startPlayback(store, clock);
	store.play();
	stop();
	expect(clock.waiting()).toBe(0);
	store.pause();
	store.play();
	expect(clock.waiting()).toBe(0);
});
