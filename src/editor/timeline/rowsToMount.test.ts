import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsToMount } from './rowsToMount.ts';

test('rows that exist, each once, rising, with all in sight and all at hand', () => {
	const index = fc.integer({ min: -1, max: 99 });
	fc.assert(
		fc.property(fc.nat(99), fc.nat(20), fc.nat(10), index, index, (start, size, overscan, a, b) => {
			const endIndex = Math.min(99, start + size);
			const sight = { startIndex: start, endIndex, overscan, count: 100 };
			const rows = rowsToMount(sight, { focused: a, only: b });
			expect(rows).toEqual([...new Set(rows)].sort((x, y) => x - y));
			expect(rows.every((i) => i >= 0 && i < 100)).toBe(true);
			for (let i = start; i <= endIndex; i++) expect(rows).toContain(i);
			if (b >= 0) expect(rows).toContain(b);
			for (const i of [a - 1, a, a + 1]) if (a >= 0 && i >= 0 && i < 100) expect(rows).toContain(i);
		}),
	);
});
