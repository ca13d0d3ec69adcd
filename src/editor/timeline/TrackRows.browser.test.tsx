import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { createEditorStore } from '../store/createEditorStore.ts';
import { selectTracks } from '../store/selection.ts';
import { documentWith, pathOf } from '../testing/createDriver.ts';
import { Timeline } from './Timeline.tsx';

const unmounts: (() => void)[] = [];
afterEach(() => {
	for (const unmount of unmounts.splice(0)) unmount();
});

function mount(count: number) {
	const tracks = Array.from({ length: count }, (_, n) =>
		pathOf(`t${n}`, [
			[10, 10],
			[90, 20],
		]),
	);
	const store = createEditorStore({ document: documentWith(tracks) });
	const host = document.createElement('div');
	host.style.cssText = 'width: 900px; height: 260px; position: fixed; inset: 0 auto auto 0';
	document.body.append(host);
	const root = createRoot(host);
	unmounts.push(() => {
		root.unmount();
		host.remove();
	});
	root.render(<Timeline store={store} />);
	const row = (n: number) => host.querySelector<HTMLElement>(`li[data-track="t${n}"]`);
	const name = (n: number) => row(n)?.querySelector<HTMLElement>('button[aria-keyshortcuts]');
	const mounted = () => host.querySelectorAll('li[data-track]').length;
	return { store, row, name, mounted };
}

test('of few tracks all rows are in the page', async () => {
	const { mounted } = mount(60);
	await expect.poll(mounted).toBe(60);
});

test('of many tracks some are, and each says which of how many it is', async () => {
	const { row, mounted } = mount(400);
	await expect.poll(() => row(0)).not.toBeNull();
	expect(mounted()).toBeLessThan(60);
	expect(row(0)?.getAttribute('aria-posinset')).toBe('1');
	expect(row(0)?.getAttribute('aria-setsize')).toBe('400');
});

test('what is selected elsewhere comes into sight', async () => {
	const { store, row } = mount(400);
	await expect.poll(() => row(0)).not.toBeNull();
	store.select(selectTracks(['t300']));
	await expect.poll(() => row(300)?.getBoundingClientRect().top ?? -1).toBeGreaterThan(0);
	await expect.poll(() => row(300)?.getBoundingClientRect().top ?? 999).toBeLessThan(260);
	expect(row(300)?.getAttribute('aria-current')).toBe('true');
});

test('arrows go from row to row, as far as the list goes', async () => {
	const { name } = mount(400);
	await expect.poll(() => name(0)).toBeTruthy();
	name(0)?.focus();
	for (let n = 0; n < 60; n++) {
		await expect.poll(() => document.activeElement).toBe(name(n));
		// The next one is there once React has followed the focus.
		await expect.poll(() => name(n + 1)).toBeTruthy();
		document.activeElement?.dispatchEvent(
			new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }),
		);
	}
	expect(document.activeElement).toBe(name(60));
});
