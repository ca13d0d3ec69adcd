import { expect, test } from 'vitest';
import { createDriver, documentWith, pathOf, pinOf } from '../../testing/createDriver.ts';

const line = pathOf('line', [
	[100, 100],
	[200, 100],
	[300, 100],
]);
const other = pathOf('other', [
	[100, 300],
	[300, 300],
]);
const start = () => createDriver(documentWith([line, other, pinOf('pin', 500, 200)]));
const xs = (driver: ReturnType<typeof start>, index = 0) =>
	driver.tracks()[index]?.points.map((p) => p.x);

test('a click selects a path, on nothing deselects', () => {
	const driver = start().click(150, 103);
	expect(driver.store.getState().selection).toEqual({ trackIds: ['line'], points: null });
	driver.click(600, 50);
	expect(driver.store.getState().selection.trackIds).toEqual([]);
});

test('a click on a control point selects it, with Shift adds and takes away', () => {
	const driver = start().click(200, 100).click(300, 101, { shift: true });
	expect(driver.store.getState().selection.points?.indices).toEqual([1, 2]);
	driver.click(200, 100, { shift: true });
	expect(driver.store.getState().selection.points?.indices).toEqual([2]);
});

test('dragging a path moves it as one undo step', () => {
	const driver = start().drag(150, 100, 170, 130);
	expect(xs(driver)).toEqual([120, 220, 320]);
	expect(driver.undoLabels()).toEqual(['moveTrack']);
	driver.store.undo();
	expect(driver.tracks()[0]).toBe(line);
});

test('dragging a point moves that point only', () => {
	const driver = start().drag(200, 100, 210, 150);
	expect(xs(driver)).toEqual([100, 210, 300]);
	expect(driver.undoLabels()).toEqual(['movePoint']);
});

test('dragging one of several selected points moves them all', () => {
	const driver = start().click(200, 100).click(300, 100, { shift: true }).drag(200, 100, 205, 100);
	expect(xs(driver)).toEqual([100, 205, 305]);
});

test('dragging one of several selected tracks moves them all', () => {
	const driver = start().click(150, 100).click(200, 300, { shift: true }).drag(150, 100, 150, 110);
	expect(driver.tracks().map((t) => t.points[0]?.y)).toEqual([110, 310, 200]);
});

test('less than 3 px is no drag', () => {
	const driver = start().pointerDown(200, 100).pointerMove(202, 100).pointerUp();
	expect(driver.undoLabels()).toEqual([]);
});

test('Shift keeps the drag to one axis', () => {
	const driver = start().click(200, 100).drag(200, 100, 230, 110, { shift: true });
	expect(driver.tracks()[0]?.points[1]).toMatchObject({ x: 230, y: 100 });
});

test('a pin is dragged', () => {
	const driver = start().drag(500, 200, 520, 210);
	expect(driver.tracks()[2]?.points[0]).toMatchObject({ x: 520, y: 210 });
});

test('cancelling a drag leaves the document as it was', () => {
	const driver = start();
	const before = driver.store.getDocument();
	driver.pointerDown(150, 100).pointerMove(190, 100);
	driver.store.escape();
	expect(driver.store.getDocument()).toBe(before);
	driver.pointerUp();
	expect(driver.undoLabels()).toEqual([]);
});

test('undo during a drag drops the drag only', () => {
	const driver = start().drag(200, 100, 210, 100);
	const moved = driver.store.getDocument();
	driver.pointerDown(150, 100).pointerMove(190, 100);
	driver.store.undo();
	driver.pointerUp();
	expect(driver.store.getDocument()).toBe(moved);
});

test('a double click on a path adds a point there as one undo step', () => {
	const driver = start().doubleClick(250, 102);
	expect(xs(driver)).toEqual([100, 200, 250, 300]);
	expect(driver.undoLabels()).toEqual(['insertPoint']);
	expect(driver.store.getState().selection.points?.indices).toEqual([2]);
});

test('the point of a double click can be dragged before it is let go', () => {
	const driver = start().click(250, 100);
	driver.pointerDown(250, 100, { clickCount: 2 }).pointerMove(250, 140).pointerUp();
	expect(driver.tracks()[0]?.points[2]).toMatchObject({ x: 250, y: 140 });
	expect(driver.undoLabels()).toEqual(['insertPoint']);
});

test('a double click on a Bezier path adds a Bezier point and shortens its neighbours’ handles', () => {
	const bent = pathOf('bent', [], {
		points: [
			{ x: 100, y: 200, mode: 'bezier', handleOut: { x: 40, y: 0 } },
			{ x: 300, y: 200, mode: 'bezier', handleIn: { x: -40, y: 0 } },
		],
	});
	const driver = createDriver(documentWith([bent])).doubleClick(200, 201);
	const [from, made, to] = driver.tracks()[0]!.points;
	expect(made).toMatchObject({ x: 200, y: 200, mode: 'bezier' });
	expect(from!.handleOut!.x).toBeCloseTo(20, 6);
	expect(to!.handleIn!.x).toBeCloseTo(-20, 6);
	driver.store.undo();
	expect(driver.tracks()[0]).toBe(bent);
});

test('Delete removes selected points, then the track', () => {
	const driver = start().click(200, 100);
	driver.store.handleToolEvent({ type: 'delete' });
	expect(xs(driver)).toEqual([100, 300]);
	driver.store.handleToolEvent({ type: 'delete' });
	expect(driver.tracks().map((t) => t.id)).toEqual(['other', 'pin']);
});

test('arrows nudge, one undo step until the keys are up', () => {
	const driver = start().click(150, 100);
	const { store } = driver;
	for (let i = 0; i < 5; i++) store.handleToolEvent({ type: 'nudge', dx: 1, dy: 0 });
	store.handleToolEvent({ type: 'nudge', dx: 0, dy: 10 });
	store.handleToolEvent({ type: 'nudgeEnd' });
	expect(driver.tracks()[0]?.points[0]).toMatchObject({ x: 105, y: 110 });
	expect(driver.undoLabels()).toEqual(['nudge']);
});

test('locked and hidden tracks are neither hit nor moved', () => {
	const driver = createDriver(
		documentWith([
			{ ...line, locked: true },
			{ ...other, visible: false },
		]),
	);
	driver.drag(150, 100, 200, 200).drag(200, 300, 250, 300);
	expect(driver.undoLabels()).toEqual([]);
	driver.store.select({ trackIds: ['line'], points: null });
	driver.store.handleToolEvent({ type: 'delete' });
	driver.store.handleToolEvent({ type: 'nudge', dx: 1, dy: 1 });
	expect(driver.tracks()[0]?.points).toBe(line.points);
});

test('a marquee selects what it touches; of one track in part, its points', () => {
	const driver = start().drag(50, 50, 600, 350);
	expect(driver.store.getState().selection.trackIds).toEqual(['line', 'other', 'pin']);
	driver.drag(180, 60, 320, 130);
	expect(driver.store.getState().selection).toEqual({
		trackIds: ['line'],
		points: { trackId: 'line', indices: [1, 2] },
	});
});

test('a marquee that crosses a path without holding a point selects the track', () => {
	const driver = start().drag(230, 60, 260, 130);
	expect(driver.store.getState().selection).toEqual({ trackIds: ['line'], points: null });
});

test('Escape during a marquee gives the selection back', () => {
	const driver = start().click(150, 100).pointerDown(400, 50).pointerMove(600, 350);
	driver.store.escape();
	expect(driver.store.getState().selection.trackIds).toEqual(['line']);
});
