import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { subscribeCalmly } from './calmly.ts';
import { createEditorStore } from './store/createEditorStore.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
	const store = createEditorStore({ createId: () => 'a' });
	const widths: number[] = [];
	const stop = subscribeCalmly(store, ({ history }) => widths.push(history.present.frame.width));
	const preview = (width: number) =>
		store.previewGesture([{ type: 'frame/set', patch: { width } }]);
	return { store, widths, stop, preview };
}

test('a drag of many moves is told a few times, and its end at once', () => {
	const { store, widths, preview } = setUp();
	store.beginGesture('drag');
	for (let i = 1; i <= 100; i++) {
		preview(i * 16);
		vi.advanceTimersByTime(5);
	}
	expect(widths.length).toBeLessThanOrEqual(11);
	store.commitGesture();
	expect(widths.at(-1)).toBe(1600);
});

test('the last move of a pause is told too', () => {
	const { store, widths, preview } = setUp();
	store.beginGesture('drag');
	preview(320);
	preview(480);
	vi.advanceTimersByTime(100);
	expect(widths.at(-1)).toBe(480);
});

test('who has gone is told nothing more', () => {
	const { store, widths, stop, preview } = setUp();
	store.beginGesture('drag');
	preview(320);
	stop();
	vi.advanceTimersByTime(1000);
	expect(widths).toEqual([]);
	expect(vi.getTimerCount()).toBe(0);
});
