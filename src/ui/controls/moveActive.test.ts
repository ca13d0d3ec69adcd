import { expect, test } from 'vitest';
import type { Option } from './Listbox.tsx';
import { findTyped, moveActive } from './moveActive.ts';

const options: Option[] = [
	{ value: 'a', label: 'Linear' },
	{ value: 'b', label: 'Ease in', disabled: true },
	{ value: 'c', label: 'Ease out' },
	{ value: 'd', label: 'Ease in and out' },
];

test('arrows step over disabled options and stop at the ends', () => {
	expect(moveActive('ArrowDown', 0, options)).toBe(2);
	expect(moveActive('ArrowUp', 2, options)).toBe(0);
	expect(moveActive('ArrowUp', 0, options)).toBe(0);
	expect(moveActive('ArrowDown', 3, options)).toBe(3);
	expect(moveActive('Home', 3, options)).toBe(0);
	expect(moveActive('End', 0, options)).toBe(3);
});

test('other keys move nothing, nor does a list without options', () => {
	expect(moveActive('x', 0, options)).toBeUndefined();
	expect(moveActive('ArrowDown', 0, [])).toBeUndefined();
});

test('typed letters find an option, a letter typed again the next one', () => {
	expect(findTyped('l', 2, options)).toBe(0);
	expect(findTyped('e', 0, options)).toBe(2);
	expect(findTyped('ee', 2, options)).toBe(3);
	expect(findTyped('ease in a', 0, options)).toBe(3);
	expect(findTyped('x', 0, options)).toBe(-1);
});
