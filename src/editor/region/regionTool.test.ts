import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FoundRegion } from '#core/region/findRegion.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { regionModes } from '../store/toolOptions.ts';
import { createDriver } from '../testing/createDriver.ts';
import { patchKey, selectedRegion, setMotion, withKey } from './rigidEdits.ts';
import { watchRegion } from './watchRegion.ts';

const found: FoundRegion = {
	rings: [
		[
			{ x: 10, y: 10 },
			{ x: 90, y: 10 },
			{ x: 90, y: 90 },
		],
	],
	points: [
		{ x: 40, y: 20 },
		{ x: 80, y: 60 },
	],
	area: 0.01,
};

/** With an answer to each question that is given when asked for. */
function withSelector() {
	const driver = createDriver().tool('region');
	const asked: { strokes: readonly unknown[]; answer: () => void }[] = [];
	const stop = watchRegion(driver.store, {
		find: ({ strokes }, onFound) => asked.push({ strokes, answer: () => onFound(found) }),
		dispose: () => undefined,
	});
	return { driver, asked, stop };
}
const stateOf = ({ store }: ReturnType<typeof createDriver>) => store.getState().tool.state;

test('Enter makes one undo step of a selection: a group, its region, selected', () => {
	const { driver, asked } = withSelector();
	driver.drag(5, 5, 95, 95);
	asked.at(-1)?.answer();
	driver.store.handleToolEvent({ type: 'finish' });
	expect(driver.undoLabels()).toEqual(['makeRegion']);
	expect(driver.tracks()).toHaveLength(2);
	expect(driver.store.getDocument().regions).toHaveLength(1);
	expect(selectedRegion(driver.store.getState())?.name).toBe('Region 1');
	driver.store.undo();
	expect(driver.tracks()).toEqual([]);
	expect(driver.store.getDocument().regions).toEqual([]);
});

test('Enter before the answer makes the tracks when it comes', () => {
	const { driver, asked } = withSelector();
	driver.click(40, 40);
	driver.store.handleToolEvent({ type: 'finish' });
	expect(driver.tracks()).toEqual([]);
	asked.at(-1)?.answer();
	expect(driver.tracks()).toHaveLength(2);
});

test('Shift adds, Alt takes away, a plain stroke begins anew, Delete takes the last one back', () => {
	const { driver } = withSelector();
	driver.drag(5, 5, 50, 50).drag(60, 60, 90, 90, { shift: true });
	driver.drag(20, 20, 30, 30, { alt: true });
	expect(stateOf(driver)).toMatchObject({
		strokes: [{ how: 'add' }, { how: 'add' }, { how: 'subtract' }],
	});
	driver.store.handleToolEvent({ type: 'delete' });
	expect(stateOf(driver)).toMatchObject({ strokes: [{ how: 'add' }, { how: 'add' }] });
	driver.click(40, 40);
	expect(stateOf(driver)).toMatchObject({ strokes: [{ kind: 'thing' }] });
	driver.store.handleToolEvent({ type: 'delete' });
	expect(stateOf(driver).name).toBe('idle');
});

test('an answer about an older selection is not taken', () => {
	const { driver, asked } = withSelector();
	driver.click(40, 40);
	const first = asked.at(-1);
	driver.click(60, 60);
	first?.answer();
	expect(stateOf(driver)).toMatchObject({ isFound: false });
});

test('Escape in the middle of any selecting changes nothing', () => {
	const place = fc.integer({ min: 0, max: 300 });
	const stroke = fc.record({
		mode: fc.constantFrom(...regionModes),
		x: place,
		y: place,
		toX: place,
		toY: place,
		shift: fc.boolean(),
		alt: fc.boolean(),
		isAnswered: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(stroke, { minLength: 1, maxLength: 5 }), fc.boolean(), (all, isHeld) => {
			const { driver, asked, stop } = withSelector();
			const before = driver.store.getDocument();
			for (const { mode, x, y, toX, toY, shift, alt, isAnswered } of all) {
				driver.store.setOptions({ regionMode: mode });
				driver.drag(x, y, toX, toY, { shift, alt });
				if (isAnswered) asked.at(-1)?.answer();
			}
			if (isHeld) driver.pointerDown(10, 10).pointerMove(60, 60);
			driver.store.escape();
			driver.pointerUp();
			for (const { answer } of asked) answer();
			expect(stateOf(driver).name).toBe('idle');
			expect(driver.store.getDocument()).toBe(before);
			expect(driver.undoLabels()).toEqual([]);
			stop();
		}),
		{ numRuns: 60 },
	);
});

test('a region moves by its keys and stays editable', () => {
	const { driver, asked } = withSelector();
	driver.click(40, 40);
	asked.at(-1)?.answer();
	const { store } = driver;
	store.handleToolEvent({ type: 'finish' });
	const region = () => store.getDocument().regions[0]!;
	setMotion(store, region(), patchKey(region().motion!, 0, { x: 100 }), 'x');
	const ends = () => driver.tracks().map((track) => sampleTrack(track).slice(-2));
	expect(ends().map(([x, y]) => [x, y])).toEqual([
		[140, 20],
		[180, 60],
	]);
	setMotion(store, region(), withKey(region().motion!, 0.5), 'x');
	expect(region().motion?.keys).toMatchObject([
		{ time: 0.5, x: 50 },
		{ time: 1, x: 100 },
	]);
	setMotion(store, region(), patchKey(region().motion!, 1, { turn: 180, x: 0 }), 'x');
	expect(ends()[0]![0]).toBeCloseTo(80, 6);
	expect(ends()[0]![1]).toBeCloseTo(60, 6);
	store.undo();
	store.undo();
	store.undo();
	expect(ends()[0]![0]).toBeCloseTo(40, 6);
});
