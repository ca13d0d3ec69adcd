import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextName } from './nextName.ts';

test('counts on from the name’s own number', () => {
	expect(nextName('Fox')).toBe('Fox 2');
	expect(nextName('Fox 2')).toBe('Fox 3');
	expect(nextName('Fox', ['Fox 2', 'Fox 3'])).toBe('Fox 4');
	expect(nextName('')).toBe('2');
});

test('the name is always a new one that a document takes', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 220 }), fc.nat(5), (name, count) => {
			const taken = [name];
			for (let n = 0; n <= count; n++) {
				const next = nextName(name, taken);
				expect(taken).not.toContain(next);
				expect(next.length).toBeLessThanOrEqual(200);
				taken.push(next);
			}
		}),
	);
});
