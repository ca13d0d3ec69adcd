import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentSchema } from '#core/document/document.ts';
import { shapeKinds } from '#core/edit/shapes.ts';
import { createDriver, documentWith, pathOf, pinOf } from '../testing/createDriver.ts';
import type { ToolId } from './tool.ts';

const sample = () =>
	createDriver(
		documentWith([
			pathOf('a', [
				[100, 100],
				[200, 100],
				[200, 200],
			]),
			pinOf('b', 150, 160),
			pathOf(
				'c',
				[
					[60, 60],
					[260, 260],
				],
				{ locked: true },
			),
		]),
	);

test('freehand makes one smooth track near the stroke, one undo step', () => {
	const driver = createDriver().tool('freehand').pointerDown(100, 200);
	for (let i = 1; i <= 100; i++) driver.pointerMove(100 + 4 * i, 200 + 60 * Math.sin(i / 16));
	driver.pointerUp();
	const [track] = driver.tracks();
	expect(driver.undoLabels()).toEqual(['drawTrack']);
	expect(track?.points[0]).toMatchObject({ x: 100, y: 200 });
	expect(track?.points.length).toBeLessThanOrEqual(16);
	expect(driver.store.getState().selection.trackIds).toEqual([track?.id]);
});

test('a freehand click draws nothing', () => {
	const driver = createDriver().tool('freehand').click(100, 100);
	expect(driver.undoLabels()).toEqual([]);
});

test('a pin lands where the pointer goes up', () => {
	const driver = createDriver().tool('pin').drag(10, 10, 60, 40);
	expect(driver.tracks()[0]).toMatchObject({ kind: 'pin', points: [{ x: 60, y: 40 }] });
	expect(driver.undoLabels()).toEqual(['addPin']);
});

test('the hand moves the view and nothing else', () => {
	const driver = sample().tool('hand').drag(10, 10, 60, 40);
	expect(driver.store.getState().viewport).toEqual({ scale: 1, x: 50, y: 30 });
	expect(driver.undoLabels()).toEqual([]);
});

test('a zoom click doubles the scale round the pointer, Alt halves it', () => {
	const driver = sample().tool('zoom').click(100, 50);
	expect(driver.store.getState().viewport).toEqual({ scale: 2, x: -100, y: -50 });
	driver.click(100, 50, { alt: true });
	expect(driver.store.getState().viewport).toEqual({ scale: 1, x: 0, y: 0 });
});

test('a zoom drag shows the rectangle', () => {
	const driver = sample();
	driver.store.setCanvasSize({ width: 416, height: 416 });
	driver.store.setViewport({ scale: 1, x: 0, y: 0 });
	driver.tool('zoom').drag(100, 100, 200, 200);
	expect(driver.store.getState().viewport.scale).toBeCloseTo(4);
});

const anyOptions = fc.record({
	snaps: fc.boolean(),
	box: fc.boolean(),
	lasso: fc.boolean(),
	keepSpeed: fc.boolean(),
	grid: fc.constantFrom(0, 8),
	softRadius: fc.constantFrom(0, 90),
	shape: fc.constantFrom(...shapeKinds),
	sides: fc.integer({ min: 1, max: 6 }),
});

test('Escape during any drag of any tool leaves the document as it was', () => {
	const near = fc.integer({ min: 0, max: 300 });
	fc.assert(
		fc.property(
			fc.constantFrom<ToolId>('select', 'freehand', 'line', 'shapes', 'pin', 'pen'),
			fc.tuple(near, near, near, near),
			fc.record({ shift: fc.boolean(), alt: fc.boolean(), ctrl: fc.boolean() }),
			anyOptions,
			(id, [x, y, toX, toY], modifiers, options) => {
				const driver = sample().click(150, 100);
				driver.store.setOptions(options);
				const before = driver.store.getDocument();
				driver.tool(id).pointerDown(x, y, modifiers).pointerMove(toX, toY);
				driver.store.handleToolEvent({ type: 'cancel' });
				driver.pointerUp();
				expect(driver.store.getDocument()).toBe(before);
				expect(driver.undoLabels()).toEqual([]);
			},
		),
		{ numRuns: 200 },
	);
});

test('any event stream, then cancel: at rest, no open gesture, at most one undo step a press or key', () => {
	const near = fc.integer({ min: 40, max: 280 });
	const action = fc.oneof(
		{
			weight: 3,
			arbitrary: fc.record({
				do: fc.constant('down' as const),
				x: near,
				y: near,
				clickCount: fc.constantFrom(1, 2),
				shift: fc.boolean(),
				alt: fc.boolean(),
				ctrl: fc.boolean(),
			}),
		},
		{ weight: 4, arbitrary: fc.record({ do: fc.constant('move' as const), x: near, y: near }) },
		{ weight: 3, arbitrary: fc.record({ do: fc.constant('up' as const) }) },
		{
			weight: 2,
			arbitrary: fc.record({
				do: fc.constantFrom('cancel', 'abort', 'finish', 'delete', 'nudgeEnd'),
			}),
		},
		{
			weight: 1,
			arbitrary: fc.record({
				do: fc.constantFrom('nudge', 'undo', 'redo', 'holdHand', 'dropHand'),
			}),
		},
		{
			weight: 1,
			arbitrary: fc.record({
				do: fc.constant('tool' as const),
				id: fc.constantFrom<ToolId>(
					'select',
					'pen',
					'freehand',
					'line',
					'shapes',
					'pin',
					'hand',
					'zoom',
				),
			}),
		},
	);
	fc.assert(
		fc.property(fc.array(action, { maxLength: 60 }), anyOptions, (actions, options) => {
			const driver = sample();
			const { store } = driver;
			store.setOptions(options);
			let inputs = 0;
			for (const step of actions) {
				if (step.do === 'down') {
					driver.pointerDown(step.x, step.y, step);
					inputs++;
				} else if (step.do === 'move') driver.pointerMove(step.x, step.y);
				else if (step.do === 'up') driver.pointerUp();
				else if (step.do === 'undo') store.undo();
				else if (step.do === 'redo') {
					store.redo();
					inputs++;
				} else if (step.do === 'holdHand') store.holdHand(true);
				else if (step.do === 'dropHand') store.holdHand(false);
				else if (step.do === 'tool') driver.tool(step.id);
				else if (step.do === 'nudge') {
					store.handleToolEvent({ type: 'nudge', dx: 1, dy: 0 });
					inputs++;
				} else {
					store.handleToolEvent({ type: step.do });
					if (step.do === 'delete') inputs++;
				}
			}
			store.holdHand(false);
			store.handleToolEvent({ type: 'cancel' });
			const { tool, history, selection } = store.getState();
			expect(tool.state.name).toBe('idle');
			expect(history.gesture).toBeNull();
			expect(history.undos.length).toBeLessThanOrEqual(inputs);
			expect(documentSchema.safeParse(history.present).success).toBe(true);
			const ids = history.present.tracks.map((t) => t.id);
			expect(selection.trackIds.every((id) => ids.includes(id))).toBe(true);
			expect(history.present.tracks.find((t) => t.id === 'c')?.points[0]).toMatchObject({ x: 60 });
		}),
		{ numRuns: 300 },
	);
});
