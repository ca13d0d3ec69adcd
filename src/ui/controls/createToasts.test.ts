import { expect, test } from 'vitest';
import { createToasts } from './createToasts.ts';

test('the oldest that is no error makes room for the fifth', () => {
	const toasts = createToasts();
	toasts.show({ tone: 'error', title: 'kept' });
	for (const title of ['1', '2', '3', '4']) toasts.show({ title });
	expect(toasts.get().map((t) => t.title)).toEqual(['kept', '2', '3', '4']);
});

test('a closed toast goes, and closing it again changes nothing', () => {
	const toasts = createToasts();
	const id = toasts.show({ title: 'x' });
	toasts.close(id);
	const after = toasts.get();
	toasts.close(id);
	expect(after).toEqual([]);
	expect(toasts.get()).toBe(after);
});
