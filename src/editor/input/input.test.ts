import { expect, test } from 'vitest';
import { createDriver } from '../testing/createDriver.ts';
import { createClickCounter } from './clickCounter.ts';
import { arrowStep, commandOfKey } from './keymap.ts';
import { createPinch } from './pinch.ts';
import { wheelAction } from './wheelInput.ts';

const key = (name: string, modifiers: Partial<KeyboardEvent> = {}) => ({
	key: name,
	code: '',
	ctrlKey: false,
	metaKey: false,
	shiftKey: false,
	altKey: false,
	...modifiers,
});
const wheel = (values: Partial<WheelEvent>) =>
	wheelAction({
		deltaX: 0,
		deltaY: 0,
		deltaMode: 0,
		shiftKey: false,
		ctrlKey: false,
		metaKey: false,
		...values,
	});

test('letters choose tools, in fields they are letters', () => {
	expect(commandOfKey(key('p'), 'page')).toBe('tool/pen');
	expect(commandOfKey(key('P'), 'canvas')).toBe('tool/pen');
	expect(commandOfKey(key('p'), 'field')).toBeNull();
});

test('Cmd is Ctrl', () => {
	expect(commandOfKey(key('z', { ctrlKey: true }), 'page')).toBe('undo');
	expect(commandOfKey(key('Z', { metaKey: true, shiftKey: true }), 'page')).toBe('redo');
});

test('a focused control keeps Enter, Home and End', () => {
	expect(commandOfKey(key('Enter'), 'control')).toBeNull();
	expect(commandOfKey(key('Home'), 'control')).toBeNull();
	expect(commandOfKey(key('Delete'), 'control')).toBe('delete');
});

test('Shift with a digit or comma is read from its place', () => {
	expect(commandOfKey(key('!', { shiftKey: true, code: 'Digit1' }), 'page')).toBe('fit');
	expect(commandOfKey(key(';', { shiftKey: true, code: 'Comma' }), 'page')).toBe('secondBack');
});

test('walking the points is a matter of the canvas', () => {
	expect(commandOfKey(key('n'), 'canvas')).toBe('nextPoint');
	expect(commandOfKey(key('n'), 'page')).toBeNull();
});

test('arrows are 1 px, with Shift 10', () => {
	expect(arrowStep(key('ArrowUp'))).toEqual({ dx: 0, dy: -1 });
	expect(arrowStep(key('ArrowRight', { shiftKey: true }))).toEqual({ dx: 10, dy: 0 });
	expect(arrowStep(key('a'))).toBeNull();
});

test('a mouse wheel zooms, Ctrl too, Shift and trackpads pan', () => {
	expect(wheel({ deltaY: -100 })).toMatchObject({ type: 'zoom', factor: expect.closeTo(1.2) });
	expect(wheel({ deltaY: 3, deltaMode: 1 }).type).toBe('zoom');
	expect(wheel({ deltaY: 5, ctrlKey: true }).type).toBe('zoom');
	expect(wheel({ deltaY: 100, shiftKey: true })).toEqual({ type: 'pan', dx: -100, dy: 0 });
	expect(wheel({ deltaX: 4, deltaY: 7 })).toEqual({ type: 'pan', dx: -4, dy: -7 });
});

test('presses count as double only when quick and in one place', () => {
	const count = createClickCounter();
	const at = (timeStamp: number, x: number) => count({ timeStamp, button: 0 }, { x, y: 0 });
	expect([at(0, 0), at(200, 2), at(300, 2), at(900, 2), at(1000, 90)]).toEqual([1, 2, 1, 1, 1]);
});

test('two fingers keep what lies under them', () => {
	const { store } = createDriver();
	const pinch = createPinch(store);
	expect(pinch.down(1, { x: 100, y: 100 })).toBe(false);
	expect(pinch.down(2, { x: 200, y: 100 })).toBe(true);
	pinch.move(1, { x: 50, y: 120 });
	pinch.move(2, { x: 250, y: 120 });
	// Image x 150 lay in the middle, and still does; the spread doubled.
	expect(store.getState().viewport).toEqual({ scale: 2, x: -150, y: -80 });
	pinch.up(1);
	expect(pinch.move(2, { x: 0, y: 0 })).toBe(true);
	pinch.up(2);
	expect(pinch.down(3, { x: 0, y: 0 })).toBe(false);
});
