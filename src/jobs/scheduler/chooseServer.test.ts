import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseServer, type ServerLoad } from './chooseServer.ts';

const load = (id: string, patch: Partial<ServerLoad> = {}): ServerLoad => ({
	id,
	isUp: true,
	missing: 0,
	queued: 0,
	given: 0,
	...patch,
});

test('the idle server that has the models is taken', () => {
	expect(
		chooseServer([
			load('busy', { queued: 2 }),
			load('bare', { missing: 1 }),
			load('down', { isUp: false }),
			load('idle'),
		]),
	).toBe('idle');
});

test('a run on its way counts before the server’s queue shows it, and once when it does', () => {
	expect(chooseServer([load('a', { given: 1 }), load('b')])).toBe('b');
	expect(chooseServer([load('a', { given: 1, queued: 1 }), load('b', { queued: 2 })])).toBe('a');
});

test('where none has all, the one that lacks least; where none answers, the first', () => {
	expect(chooseServer([load('a', { missing: 3 }), load('b', { missing: 1, queued: 9 })])).toBe('b');
	expect(chooseServer([load('a', { isUp: false }), load('b', { isUp: false })])).toBe('a');
	expect(chooseServer([])).toBe(undefined);
});

test('no server is passed over for one that is worse in everything', () => {
	const loads = fc.uniqueArray(
		fc.record({
			id: fc.string({ minLength: 1, maxLength: 4 }),
			isUp: fc.boolean(),
			missing: fc.nat(3),
			queued: fc.nat(5),
			given: fc.nat(3),
		}),
		{ minLength: 1, maxLength: 6, selector: ({ id }) => id },
	);
	fc.assert(
		fc.property(loads, (all) => {
			const chosen = all.find(({ id }) => id === chooseServer(all))!;
			for (const other of all)
				if (chosen.missing > other.missing) expect(other.isUp && chosen.isUp).toBe(false);
			if (all.some(({ isUp }) => isUp)) expect(chosen.isUp).toBe(true);
		}),
	);
});
