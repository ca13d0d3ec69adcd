import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	extendSelection,
	keepShown,
	movedTo,
	nothingSelected,
	selectAll,
	selectOnly,
	toggleSelected,
} from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const anyId = fc.constantFrom(...order);

test('a stretch goes from the anchor to the id, forwards and backwards, and the anchor stays', () => {
	const one = extendSelection(selectOnly('c'), order, 'e');
	expect([...one.ids]).toEqual(['c', 'd', 'e']);
	const back = extendSelection(one, order, 'a');
	expect([...back.ids]).toEqual(['a', 'b', 'c']);
	expect(back).toMatchObject({ active: 'a', anchor: 'c' });
});

test('toggling twice leaves what was selected', () => {
	fc.assert(
		fc.property(fc.subarray(order), anyId, (ids, id) => {
			const selection = { ids: new Set(ids), active: null, anchor: null };
			expect(toggleSelected(toggleSelected(selection, id), id).ids).toEqual(selection.ids);
		}),
		{ numRuns: 40 },
	);
});

test('what is shown no more is selected no more, and the focus is on something shown', () => {
	fc.assert(
		fc.property(fc.subarray(order), fc.subarray(order), anyId, (ids, shown, active) => {
			const kept = keepShown({ ids: new Set(ids), active, anchor: active }, order, shown);
			expect([...kept.ids].every((id) => ids.includes(id) && shown.includes(id))).toBe(true);
			if (shown.length > 0) expect(shown).toContain(kept.active);
			else expect(kept.active).toBeNull();
			if (shown.includes(active)) expect(kept.active).toBe(active);
		}),
		{ numRuns: 60 },
	);
	expect(keepShown(selectOnly('c'), order, ['a', 'd']).active).toBe('d');
	expect(keepShown(selectOnly('g'), order, ['a', 'd']).active).toBe('d');
	expect(keepShown(nothingSelected, order, ['a']).active).toBeNull();
});

test('arrows never leave the grid, and left undoes right', () => {
	fc.assert(
		fc.property(anyId, fc.integer({ min: 1, max: 9 }), (id, columns) => {
			for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])
				expect(order).toContain(movedTo(key, order, id, columns));
			const right = movedTo('ArrowRight', order, id, columns)!;
			if (right !== id) expect(movedTo('ArrowLeft', order, right, columns)).toBe(id);
		}),
		{ numRuns: 40 },
	);
	expect(movedTo('ArrowDown', order, 'b', 3)).toBe('e');
	expect(movedTo('ArrowDown', order, 'f', 3)).toBe('g');
	expect(movedTo('ArrowDown', order, null, 3)).toBe('a');
	expect(movedTo('x', order, 'a', 3)).toBeUndefined();
});

test('all are all that are shown', () => {
	expect([...selectAll(nothingSelected, order).ids]).toEqual(order);
});
