import { expect, test } from 'vitest';
import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import { createAutosave } from './createAutosave.ts';

function setUp(save: (document: WanDocument) => Promise<void>) {
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
	const { autosave, timers, elapse } = setUp(async (d) => void written.push(d.name));
	for (const name of ['a', 'b', 'c']) autosave.push(named(name));
	expect(timers.size).toBe(1);
	await elapse();
	expect(written).toEqual(['c']);
	expect(autosave.get()).toBe('saved');
});

test('a failed write says so, and the next change writes again', async () => {
	let broken = true;
	const written: string[] = [];
	const { autosave, elapse } = setUp(async (d) => {
		if (broken) throw new Error('full');
		written.push(d.name);
	});
	autosave.push(named('a'));
	await elapse();
	expect(autosave.get()).toBe('failed');
	broken = false;
	autosave.push(named('b'));
	await elapse();
	expect(written).toEqual(['b']);
	expect(autosave.get()).toBe('saved');
});

test('flush writes what waits before the page goes', async () => {
	const written: string[] = [];
	const { autosave } = setUp(async (d) => void written.push(d.name));
	autosave.push(named('a'));
	await autosave.flush();
	expect(written).toEqual(['a']);
});

test('dispose leaves no timer behind', () => {
	const { autosave, timers } = setUp(async () => {});
	autosave.push(named('a'));
	autosave.dispose();
	expect(timers.size).toBe(0);
});
