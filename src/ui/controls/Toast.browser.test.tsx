import { flushSync } from 'react-dom';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { mount } from '../testing/mount.tsx';
import { createToasts } from './createToasts.ts';
import { ToastProvider } from './Toast.tsx';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

function setUp() {
	const toasts = createToasts();
	onTestFinished(mount(<ToastProvider toasts={toasts}>{null}</ToastProvider>));
	const shown = () =>
		[...document.querySelectorAll('section [role]')].map((e) => e.textContent ?? '');
	const show = (toast: Parameters<typeof toasts.show>[0]) => flushSync(() => toasts.show(toast));
	const pass = (ms: number) => flushSync(() => vi.advanceTimersByTime(ms));
	return { show, shown, pass };
}

test('a toast leaves after 6 s, an error stays until it is closed', () => {
	const { show, shown, pass } = setUp();
	show({ title: 'Track deleted' });
	show({ tone: 'error', title: 'Run 49 stopped' });
	pass(5999);
	expect(shown()).toHaveLength(2);
	pass(2);
	expect(shown()).toEqual(['Run 49 stopped']);
	pass(60_000);
	flushSync(() => (document.querySelector('[aria-label="Close"]') as HTMLElement).click());
	expect(shown()).toEqual([]);
});

test('the clock stops while the focus is inside and starts again after', () => {
	const { show, shown, pass } = setUp();
	show({ title: 'Track deleted', action: { label: 'Undo', onAction: () => undefined } });
	const undo = document.querySelector('section button') as HTMLElement;
	flushSync(() => undo.focus());
	pass(60_000);
	expect(shown()).toHaveLength(1);
	flushSync(() => undo.blur());
	pass(6001);
	expect(shown()).toEqual([]);
});

test('the action runs once and the toast goes', () => {
	const { show, shown } = setUp();
	const onAction = vi.fn();
	show({ title: 'Track deleted', action: { label: 'Undo', onAction } });
	flushSync(() => (document.querySelector('section button') as HTMLElement).click());
	expect(onAction).toHaveBeenCalledTimes(1);
	expect(shown()).toEqual([]);
});
