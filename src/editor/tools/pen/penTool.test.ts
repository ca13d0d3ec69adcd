import { expect, test } from 'vitest';
import { createDriver } from '../../testing/createDriver.ts';

const pen = () => createDriver().tool('pen');
const places = (driver: ReturnType<typeof pen>, index = 0) =>
	driver.tracks()[index]?.points.map((p) => [p.x, p.y]);

test('clicks make the points of one track, each click one undo step', () => {
	const driver = pen().click(100, 100).click(150, 80).click(220, 120);
	expect(places(driver)).toEqual([
		[100, 100],
		[150, 80],
		[220, 120],
	]);
	expect(driver.undoLabels()).toEqual(['addTrack', 'addPoint', 'addPoint']);
	driver.store.undo();
	expect(places(driver)).toHaveLength(2);
});

test('a click after Enter begins another track', () => {
	const driver = pen().click(100, 100).click(150, 80);
	driver.store.handleToolEvent({ type: 'finish' });
	driver.click(300, 300).click(320, 300);
	expect(driver.tracks().map((t) => t.points.length)).toEqual([2, 2]);
});

test('a double click ends the path without another point', () => {
	const driver = pen().click(100, 100).doubleClick(150, 80).click(300, 300);
	expect(driver.tracks().map((t) => t.points.length)).toEqual([2, 1]);
});

test('Escape keeps a path of two points and drops a single one without a trace', () => {
	const driver = pen().click(100, 100).click(150, 80);
	driver.store.escape();
	expect(driver.tracks()).toHaveLength(1);
	driver.click(300, 300);
	driver.store.escape();
	expect(driver.tracks()).toHaveLength(1);
	expect(driver.undoLabels()).toEqual(['addTrack', 'addPoint']);
});

test('choosing another tool ends the path as Escape does', () => {
	const driver = pen().click(100, 100).tool('select');
	expect(driver.tracks()).toEqual([]);
	expect(driver.undoLabels()).toEqual([]);
});

test('a click on the first point closes a path of three points', () => {
	const driver = pen().click(100, 100).click(200, 100).click(200, 200).click(103, 102);
	expect(driver.tracks()[0]).toMatchObject({ closed: true });
	expect(places(driver)).toHaveLength(3);
	driver.click(400, 400);
	expect(driver.tracks()).toHaveLength(2);
});

test('a point is held until the pointer is up', () => {
	const driver = pen().pointerDown(100, 100).pointerMove(120, 140).pointerUp();
	expect(places(driver)).toEqual([[120, 140]]);
	expect(driver.undoLabels()).toEqual(['addTrack']);
});

test('Alt makes a corner', () => {
	const driver = pen().click(100, 100).click(150, 80, { alt: true });
	expect(driver.tracks()[0]?.points.map((p) => p.mode)).toEqual(['smooth', 'corner']);
});

test('Delete takes the last point back', () => {
	const driver = pen().click(100, 100).click(150, 80);
	driver.store.handleToolEvent({ type: 'delete' });
	driver.click(300, 90);
	expect(places(driver)).toEqual([
		[100, 100],
		[300, 90],
	]);
});

test('undo of the first point and another click begin anew', () => {
	const driver = pen().click(100, 100);
	driver.store.undo();
	driver.click(200, 200);
	expect(places(driver)).toEqual([[200, 200]]);
	expect(driver.tracks()).toHaveLength(1);
});

test('pressing the end of the selected path goes on from there', () => {
	const driver = pen().click(100, 100).click(200, 100);
	driver.store.handleToolEvent({ type: 'finish' });
	driver.click(200, 100).click(300, 100);
	expect(places(driver)).toHaveLength(3);
	expect(driver.tracks()).toHaveLength(1);
});
