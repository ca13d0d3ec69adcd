import { expect, test } from 'vitest';
import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import { createAutosave } from './createAutosave.ts';

function setUp(save: (id: string, document: WanDocument) => Promise<void>) {
	const timers = new Map<number, () => void>();
	let next = 1;
	const autosave = createAutosave({
		save,
		delayMs: 300,
		setTimeout: (callback) => {
			timers.set(next, callback);
			return next++;
		},
		clearTimeout: (id) => void timers.delete(id),
	});
	const elapse = async () => {
		for (const [id, callback] of [...timers]) {
			timers.delete(id);
			callback();
		}
		await autosave.flush();
	};
	return { autosave, timers, elapse };
}

const named = (name: string): WanDocument => ({ ...emptyDocument, name });

test('many changes in a row are one write of the newest', async () => {
	const written: string[] = [];
	const { autosave, timers, elapse } = setUp(async (_, d) => void written.push(d.name));
	for (const name of ['a', 'b', 'c']) autosave.push('p', named(name));
	expect(timers.size).toBe(1);
	await elapse();
	expect(written).toEqual(['c']);
	expect(autosave.get()).toBe('saved');
});

test('changes that never pause are written all the same: the clock runs from the first', () => {
	const { autosave, timers } = setUp(async () => {});
	autosave.push('p', named('a'));
	const [first] = timers.keys();
	autosave.push('p', named('b'));
	expect([...timers.keys()]).toEqual([first]);
});

test('what waits of one project is not lost when another one changes', async () => {
	const written: string[] = [];
	const { autosave, elapse } = setUp(async (id, d) => void written.push(`${id} ${d.name}`));
	autosave.push('one', named('a'));
	autosave.push('two', named('b'));
	autosave.push('one', named('c'));
	await elapse();
	expect(written).toEqual(['one c', 'two b']);
});

test('a change during a write is written after it', async () => {
	const written: string[] = [];
	let finish = () => {};
	const { autosave } = setUp(async (_, d) => {
		written.push(d.name);
		if (d.name === 'a') await new Promise<void>((resolve) => (finish = resolve));
	});
	autosave.push('p', named('a'));
	const first = autosave.flush();
	await Promise.resolve();
	autosave.push('p', named('b'));
	expect(autosave.isWaiting('p')).toBe(true);
	finish();
	await first;
	expect(autosave.get()).toBe('saving');
	await autosave.flush();
	expect(written).toEqual(['a', 'b']);
	expect(autosave.isWaiting('p')).toBe(false);
});

test('a failed write says so, and the next change writes again', async () => {
	let broken = true;
	const written: string[] = [];
	const { autosave, elapse } = setUp(async (_, d) => {
		if (broken) throw new Error('full');
		written.push(d.name);
	});
	autosave.push('p', named('a'));
	await elapse();
	expect(autosave.get()).toBe('failed');
	broken = false;
	autosave.push('p', named('b'));
	await elapse();
	expect(written).toEqual(['b']);
	expect(autosave.get()).toBe('saved');
});

test('flush writes what waits before the page goes', async () => {
	const written: string[] = [];
	const { autosave } = setUp(async (_, d) => void written.push(d.name));
	autosave.push('p', named('a'));
	await autosave.flush();
	expect(written).toEqual(['a']);
});

test('what was deleted is not written again', async () => {
	const written: string[] = [];
	const { autosave, elapse } = setUp(async (_, d) => void written.push(d.name));
	autosave.push('p', named('a'));
	autosave.forget('p');
	await elapse();
	expect(written).toEqual([]);
	expect(autosave.get()).toBe('saved');
});

test('dispose leaves no timer behind', () => {
	const { autosave, timers } = setUp(async () => {});
	autosave.push('p', named('a'));
	autosave.dispose();
	expect(timers.size).toBe(0);
});
