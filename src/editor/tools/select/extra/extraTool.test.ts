import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDriver, documentWith, pathOf, pinOf } from '../../../testing/createDriver.ts';

const line = pathOf('line', [
	[100, 100],
	[200, 100],
	[300, 200],
]);
const bent = pathOf('bent', [], {
	points: [
		{ x: 100, y: 300, mode: 'bezier', handleOut: { x: 40, y: 0 } },
		{
			x: 300,
			y: 300,
			mode: 'bezier',
			handleIn: { x: -40, y: -30 },
			handleOut: { x: 20, y: 15 },
		},
	],
});
const start = (box = false) => {
	const driver = createDriver(documentWith([line, bent, pinOf('pin', 500, 200)]));
	driver.store.setOptions({ box });
	return driver;
};
const points = (driver: ReturnType<typeof start>, index = 0) => driver.tracks()[index]?.points;

test('dragging a knob turns the other handle with it and keeps its length, one undo step', () => {
	const driver = start().click(300, 300).drag(260, 270, 250, 300);
	expect(points(driver, 1)?.[1]).toMatchObject({
		handleIn: { x: -50, y: 0 },
		handleOut: { x: 25, y: 0 },
	});
	expect(driver.undoLabels()).toEqual(['moveHandle']);
	driver.store.undo();
	expect(driver.tracks()[1]).toBe(bent);
});

test('Alt breaks the pair, and it stays broken', () => {
	const driver = start().click(300, 300).drag(260, 270, 260, 340, { alt: true });
	expect(points(driver, 1)?.[1]).toMatchObject({
		handleIn: { x: -40, y: 40 },
		handleOut: { x: 20, y: 15 },
	});
	driver.drag(260, 340, 250, 300);
	expect(points(driver, 1)?.[1]).toMatchObject({ handleOut: { x: 20, y: 15 } });
});

test('Escape during a drag of a knob, a corner, the knob above or the pivot changes nothing', () => {
	const driver = start(true).click(250, 150);
	const before = driver.store.getDocument();
	for (const [x, y] of [
		[314, 214],
		[200, 66],
		[314, 150],
	] as const) {
		driver.pointerDown(x, y).pointerMove(x + 30, y + 30);
		expect(driver.store.getDocument()).not.toBe(before);
		driver.store.escape();
		driver.pointerUp();
		expect(driver.store.getDocument()).toBe(before);
	}
	expect(driver.undoLabels()).toEqual([]);
});

test('a corner of the box scales about the opposite one', () => {
	const driver = start(true).click(250, 150).drag(314, 214, 514, 314);
	expect(points(driver)?.map((p) => [p.x, p.y])).toEqual([
		[100, 100],
		[300, 100],
		[500, 300],
	]);
	expect(driver.undoLabels()).toEqual(['transform']);
});

test('Shift keeps the proportions, Alt scales about the pivot', () => {
	const driver = start(true).click(250, 150).drag(314, 214, 414, 220, { shift: true });
	expect(points(driver)?.[2]).toMatchObject({ x: 400, y: 250 });
	const other = start(true).click(250, 150).drag(314, 150, 364, 150, { alt: true });
	expect(points(other)?.map((p) => p.x)).toEqual([50, 200, 350]);
});

test('Ctrl on a side slants', () => {
	const driver = start(true).click(250, 150).drag(200, 86, 220, 86, { ctrl: true });
	expect(points(driver)?.map((p) => Math.round(p.x))).toEqual([120, 220, 300]);
});

test('the knob turns about the pivot, with Shift by 15 degrees', () => {
	const driver = start(true).click(250, 150).drag(200, 66, 290, 152, { shift: true });
	expect(points(driver)?.map((p) => [Math.round(p.x), Math.round(p.y)])).toEqual([
		[250, 50],
		[250, 150],
		[150, 250],
	]);
});

test('the pivot can be moved, and a turn goes about it', () => {
	const driver = start(true).click(250, 150).drag(200, 150, 100, 100);
	expect(driver.store.getState().options.pivot).toEqual({ x: 0, y: 0 });
	driver.drag(200, 66, 134, 200, { shift: true });
	expect(points(driver)?.[0]).toMatchObject({ x: 100, y: 100 });
});

test('the box of several points scales only those', () => {
	const driver = start(true).click(200, 100).click(300, 200, { shift: true });
	driver.drag(314, 214, 414, 314);
	expect(points(driver)?.map((p) => [p.x, p.y])).toEqual([
		[100, 100],
		[200, 100],
		[400, 300],
	]);
});

test('an Alt drag on nothing is a lasso: it selects what it encloses', () => {
	const driver = start().pointerDown(450, 150, { alt: true });
	for (const [x, y] of [
		[550, 150],
		[550, 250],
		[450, 250],
	] as const)
		driver.pointerMove(x, y);
	driver.pointerUp();
	expect(driver.store.getState().selection.trackIds).toEqual(['pin']);
});

test('a bracket of the output frame zooms the crop, an edge moves it; tracks stay on the content', () => {
	const driver = start().drag(-6, -6, 202, 114);
	const { crop } = driver.store.getDocument().frame;
	expect(crop.zoom).toBeCloseTo(832 / (832 - 208), 5);
	expect(crop.x + 0.5 / crop.zoom).toBeCloseTo(1, 5);
	expect(driver.undoLabels()).toEqual(['setFrame']);
	driver.drag(500, 114, 440, 114);
	expect(driver.store.getDocument().frame.crop.x).toBeLessThan(crop.x);
	expect(driver.tracks()[0]).toBe(line);
});

const place = fc.tuple(fc.integer({ min: 60, max: 560 }), fc.integer({ min: 40, max: 340 }));
test('any drag of the select tool is one undo step that gives the document back', () => {
	fc.assert(
		fc.property(
			fc.constantFrom([250, 150], [200, 300], [300, 300], [200, 100]),
			fc.tuple(place, place),
			fc.record({ shift: fc.boolean(), alt: fc.boolean(), ctrl: fc.boolean() }),
			([x = 0, y = 0], [from, to], modifiers) => {
				const driver = start(true).click(x, y);
				const before = driver.store.getDocument();
				driver.drag(from[0], from[1], to[0], to[1], modifiers);
				const steps = driver.undoLabels().length;
				expect(steps).toBeLessThanOrEqual(1);
				for (const track of driver.tracks())
					for (const p of track.points) expect(Number.isFinite(p.x + p.y)).toBe(true);
				if (steps === 1) driver.store.undo();
				expect(driver.store.getDocument()).toBe(before);
			},
		),
		{ numRuns: 150 },
	);
});
