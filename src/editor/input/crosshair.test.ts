import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDriver, documentWith, pathOf } from '../testing/createDriver.ts';
import type { ToolId } from '../tools/tool.ts';
import { crosshairKey } from './crosshair.ts';

const key = (name: string, modifiers: Partial<KeyboardEvent> = {}) =>
	({
		key: name,
		code: name,
		ctrlKey: false,
		metaKey: false,
		shiftKey: false,
		altKey: false,
		repeat: false,
		...modifiers,
	}) as KeyboardEvent;

function start(tool: ToolId) {
	const driver = createDriver();
	driver.store.setCanvasSize({ width: 832, height: 480 });
	driver.store.setViewport({ scale: 1, x: 0, y: 0 });
	driver.tool(tool);
	const press = (name: string, times = 1, modifiers: Partial<KeyboardEvent> = {}) => {
		for (let i = 0; i < times; i++) crosshairKey(driver.store, key(name, modifiers));
	};
	return { ...driver, press };
}

test('arrows move a crosshair from the middle of the frame: 10 px, with Shift 100, with Alt 1', () => {
	const { store, press } = start('pen');
	expect(store.getState().crosshair).toBeNull();
	press('ArrowRight');
	expect(store.getState().crosshair).toEqual({ x: 426, y: 240 });
	press('ArrowUp', 1, { shiftKey: true });
	press('ArrowLeft', 1, { altKey: true });
	expect(store.getState().crosshair).toEqual({ x: 425, y: 140 });
});

test('Enter sets points with the pen, twice in one place ends the path', () => {
	const { tracks, store, press } = start('pen');
	press('ArrowRight');
	press('Enter');
	press('ArrowRight', 10);
	press('Enter');
	press('ArrowDown', 5);
	press('Enter', 2);
	expect(tracks()).toHaveLength(1);
	expect(tracks()[0]!.points).toMatchObject([
		{ x: 426, y: 240 },
		{ x: 526, y: 240 },
		{ x: 526, y: 290 },
	]);
	expect(store.getState().tool.state.name).toBe('idle');
});

test('Enter begins and ends a line; Escape between leaves nothing', () => {
	const { tracks, store, press } = start('line');
	press('ArrowRight');
	press('Enter');
	press('ArrowDown', 3);
	store.escape();
	expect(tracks()).toEqual([]);
	press('Enter');
	press('ArrowDown', 3);
	press('Enter');
	expect(tracks()[0]!.points).toMatchObject([
		{ x: 426, y: 270 },
		{ x: 426, y: 300 },
	]);
});

test('a pin is put where the crosshair is, with the picker tools nothing moves', () => {
	const { tracks, press } = start('pin');
	press('ArrowRight', 2);
	press('Enter');
	expect(tracks()[0]).toMatchObject({ kind: 'pin', points: [{ x: 436, y: 240 }] });
	const { store } = start('select');
	expect(crosshairKey(store, key('ArrowRight'))).toBe(false);
	expect(crosshairKey(store, key('Enter'))).toBe(false);
});

test('the hand on the mouse nudges what it has just drawn', () => {
	const driver = createDriver(
		documentWith([
			pathOf('a', [
				[0, 0],
				[9, 9],
			]),
		]),
	).tool('pen');
	driver.store.select({ trackIds: ['a'], points: null });
	driver.store.setPointer({ x: 5, y: 5 });
	expect(crosshairKey(driver.store, key('ArrowRight'))).toBe(false);
});

test('whatever keys are pressed, undoing all gives the first document back', () => {
	const name = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter');
	const tool = fc.constantFrom<ToolId>('pen', 'line', 'shapes', 'freehand', 'pin', 'zoom');
	fc.assert(
		fc.property(
			fc.array(fc.tuple(tool, fc.array(name, { maxLength: 8 })), { maxLength: 4 }),
			(plays) => {
				const driver = createDriver();
				const before = driver.store.getDocument();
				for (const [id, names] of plays) {
					driver.tool(id);
					for (const pressed of names) crosshairKey(driver.store, key(pressed));
				}
				driver.store.escape();
				while (driver.undoLabels().length > 0) driver.store.undo();
				expect(driver.store.getDocument()).toBe(before);
			},
		),
		{ numRuns: 40 },
	);
});
