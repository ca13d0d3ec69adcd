import { expect, test } from 'vitest';
import { createDriver, documentWith, pinOf } from '../../testing/createDriver.ts';

test('with Shift it lays a row of pins, 30 px apart or more, as one undo step', () => {
	const driver = createDriver().tool('pin').drag(100, 100, 400, 100, { shift: true });
	const pins = driver.tracks();
	expect(pins.length).toBeGreaterThan(1);
	expect(pins.every(({ kind }) => kind === 'pin')).toBe(true);
	const places = pins.map(({ points }) => points[0]!.x);
	for (let i = 1; i < places.length; i++)
		expect(places[i]! - places[i - 1]!).toBeGreaterThanOrEqual(30);
	expect(new Set(pins.map(({ name }) => name)).size).toBe(pins.length);
	expect(driver.undoLabels()).toEqual(['addPin']);
	driver.store.undo();
	expect(driver.tracks()).toEqual([]);
});

test('the brush keeps away from pins that are there', () => {
	const driver = createDriver(documentWith([pinOf('a', 100, 100)]))
		.tool('pin')
		.drag(100, 100, 110, 100, { shift: true });
	expect(driver.tracks().map(({ id }) => id)).toEqual(['a']);
	expect(driver.undoLabels()).toEqual([]);
});

test('Escape takes the whole row away', () => {
	const driver = createDriver().tool('pin');
	driver.pointerDown(100, 100, { shift: true }).pointerMove(200, 100).pointerMove(300, 100);
	expect(driver.tracks().length).toBeGreaterThan(1);
	driver.store.escape();
	expect(driver.tracks()).toEqual([]);
});
