import { expect, test } from 'vitest';
import { createDriver, documentWith, pathOf } from '../../testing/createDriver.ts';

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

test('dragging draws two like handles out of the point, one undo step', () => {
	const driver = pen().click(50, 50).drag(100, 100, 120, 140);
	expect(driver.tracks()[0]?.points[1]).toEqual({
		x: 100,
		y: 100,
		mode: 'bezier',
		handleIn: { x: -20, y: -40 },
		handleOut: { x: 20, y: 40 },
	});
	expect(driver.undoLabels()).toEqual(['addTrack', 'addPoint']);
});

test('Alt while dragging breaks the pair', () => {
	const driver = pen().click(50, 50).drag(100, 100, 120, 140, { alt: true });
	expect(driver.tracks()[0]?.points[1]).toMatchObject({
		handleIn: { x: 0, y: 0 },
		handleOut: { x: 20, y: 40 },
	});
});

test('Shift sets the next point at a multiple of 45 degrees', () => {
	const driver = pen().click(100, 100).click(200, 110, { shift: true });
	expect(places(driver)?.[1]).toEqual([200, 100]);
});

test('the next point is drawn to another control point, not with Ctrl', () => {
	const driver = createDriver(
		documentWith([
			pathOf('a', [
				[300, 300],
				[400, 300],
			]),
		]),
	);
	driver.store.setOptions({ snaps: true });
	driver.tool('pen').click(100, 130).click(303, 302);
	expect(places(driver, 1)?.[1]).toEqual([300, 300]);
	driver.click(403, 302, { ctrl: true });
	expect(places(driver, 1)?.[2]).toEqual([403, 302]);
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
