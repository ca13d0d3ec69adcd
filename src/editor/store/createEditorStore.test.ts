import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDriver, documentWith, pathOf, pinOf } from '../testing/createDriver.ts';
import { createEditorStore } from './createEditorStore.ts';
import { frameRectOf } from './imageSpace.ts';

const document = documentWith([
	pathOf('a', [
		[100, 100],
		[200, 100],
		[300, 160],
	]),
	pinOf('b', 400, 200),
]);
const start = () => createDriver(document).store;

test('undo returns every earlier document and redo every later one, exactly', () => {
	const edit = fc.constantFrom('move', 'delete', 'duplicate', 'nudge', 'all');
	fc.assert(
		fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
			const driver = createDriver(document);
			const { store } = driver;
			const seen = [store.getDocument()];
			for (const name of edits) {
				if (name === 'move') driver.drag(200, 100, 210, 120);
				else if (name === 'delete') store.handleToolEvent({ type: 'delete' });
				else if (name === 'duplicate') store.duplicateSelection();
				else if (name === 'nudge') {
					store.handleToolEvent({ type: 'nudge', dx: 3, dy: 1 });
					store.handleToolEvent({ type: 'nudgeEnd' });
				} else store.selectAll();
				if (store.getDocument() !== seen.at(-1)) seen.push(store.getDocument());
			}
			for (let i = seen.length - 2; i >= 0; i--) {
				store.undo();
				expect(store.getDocument()).toBe(seen[i]);
			}
			for (let i = 1; i < seen.length; i++) {
				store.redo();
				expect(store.getDocument()).toBe(seen[i]);
			}
		}),
		{ numRuns: 50 },
	);
});

test('one tool event is one notification', () => {
	const driver = createDriver(document);
	let count = 0;
	driver.store.subscribe(() => count++);
	driver.pointerDown(200, 100).pointerMove(230, 130);
	expect(count).toBe(2);
});

test('the selection never names what the document lost', () => {
	const store = start();
	store.select({ trackIds: ['a', 'b'], points: null });
	store.dispatch('deleteTrack', [{ type: 'track/remove', trackIds: ['a'] }]);
	expect(store.getState().selection.trackIds).toEqual(['b']);
});

test('zooming keeps the place under the pointer', () => {
	const point = fc.record({
		x: fc.double({ min: -500, max: 1500, noNaN: true }),
		y: fc.double({ min: -500, max: 1500, noNaN: true }),
	});
	fc.assert(
		fc.property(point, fc.double({ min: 0.2, max: 5, noNaN: true }), (at, factor) => {
			const store = start();
			const before = store.getState().viewport;
			store.zoomAt(factor, at);
			const after = store.getState().viewport;
			expect((at.x - after.x) / after.scale).toBeCloseTo((at.x - before.x) / before.scale, 6);
			expect((at.y - after.y) / after.scale).toBeCloseTo((at.y - before.y) / before.scale, 6);
		}),
		{ numRuns: 50 },
	);
});

test('Fit shows the whole frame in the middle with 24 px round it, also after the canvas changes', () => {
	const store = start();
	store.setCanvasSize({ width: 1088, height: 552 });
	store.fit();
	store.setCanvasSize({ width: 880, height: 600 });
	const { viewport } = store.getState();
	const rect = frameRectOf(store.getDocument());
	expect(viewport.x + rect.x * viewport.scale).toBeCloseTo(24);
	expect(viewport.x + (rect.x + rect.width) * viewport.scale).toBeCloseTo(880 - 24);
	expect(viewport.y + (rect.y + rect.height / 2) * viewport.scale).toBeCloseTo(300);
});

test('a fitted view follows another output frame, a zoomed one stays', () => {
	const store = start();
	store.setCanvasSize({ width: 880, height: 600 });
	const fitted = store.getState().viewport;
	store.dispatch('setFrame', [{ type: 'frame/set', patch: { width: 480, height: 832 } }]);
	expect(store.getState().viewport).not.toEqual(fitted);
	store.oneToOne();
	const zoomed = store.getState().viewport;
	expect(zoomed.scale).toBe(1);
	store.dispatch('setFrame', [{ type: 'frame/set', patch: { width: 832, height: 480 } }]);
	expect(store.getState().viewport).toBe(zoomed);
});

test('playing runs the clip in its own time and loops', () => {
	const store = start();
	store.play();
	store.advance(1);
	expect(store.getState().playhead).toBeCloseTo(0.2);
	store.advance(4.5);
	expect(store.getState().playhead).toBeCloseTo(0.1);
	store.pause();
	expect(store.getState().playhead * 80).toBeCloseTo(8);
});

test('without a loop playing stops on the last frame and begins anew', () => {
	const store = start();
	store.toggleLoop();
	store.play();
	store.advance(6);
	expect(store.getState()).toMatchObject({ playhead: 1, isPlaying: false });
	store.play();
	expect(store.getState()).toMatchObject({ playhead: 0, isPlaying: true });
});

test('steps go from frame to frame and stop at the ends', () => {
	const store = start();
	store.stepFrames(-1);
	expect(store.getState().playhead).toBe(0);
	store.stepFrames(1);
	expect(store.getState().playhead).toBe(1 / 80);
	store.stepSeconds(1);
	expect(store.getState().playhead * 80).toBeCloseTo(17);
	store.toLastFrame();
	store.stepFrames(1);
	expect(store.getState().playhead).toBe(1);
});

test('walking goes through all control points and round again', () => {
	const store = start();
	const walked = Array.from({ length: 5 }, () => {
		store.walkPoints(1);
		const { points } = store.getState().selection;
		return `${points?.trackId}${points?.indices}`;
	});
	expect(walked).toEqual(['a0', 'a1', 'a2', 'b0', 'a0']);
	store.walkPoints(-1);
	expect(store.getState().selection.points).toEqual({ trackId: 'b', indices: [0] });
});

test('copies are new tracks beside the old ones and become the selection', () => {
	const store = start();
	store.select({ trackIds: ['a'], points: null });
	store.duplicateSelection();
	const copy = store.getDocument().tracks.at(-1);
	expect(copy?.points[0]).toMatchObject({ x: 116, y: 116 });
	expect(store.getState().selection.trackIds).toEqual([copy?.id]);
	expect(store.getDocument().tracks[0]).toBe(document.tracks[0]);
});

test('Escape ends the gesture, then points, then tracks, then the tool', () => {
	const store = start();
	store.setTool('pin');
	store.select({ trackIds: ['a'], points: { trackId: 'a', indices: [1] } });
	store.escape();
	expect(store.getState().selection).toEqual({ trackIds: ['a'], points: null });
	store.escape();
	expect(store.getState().selection.trackIds).toEqual([]);
	store.escape();
	expect(store.getState().tool.id).toBe('select');
});

test('deleting and nudging work with every tool at rest', () => {
	const store = start();
	store.select({ trackIds: ['a'], points: null });
	store.setTool('pen');
	store.handleToolEvent({ type: 'nudge', dx: 1, dy: 0 });
	expect(store.getDocument().tracks[0]?.points[0]).toMatchObject({ x: 101 });
	expect(store.getState().history.gesture).toBeNull();
	store.handleToolEvent({ type: 'delete' });
	expect(store.getDocument().tracks.map((t) => t.id)).toEqual(['b']);
	expect(store.getState().tool.id).toBe('pen');
});

test('a held hand does not take a drag away from its tool', () => {
	const driver = createDriver(document).pointerDown(200, 100).pointerMove(220, 100);
	driver.store.holdHand(true);
	driver.pointerMove(240, 100).pointerUp();
	expect(driver.undoLabels()).toEqual(['movePoint']);
	expect(driver.tracks()[0]?.points[1]).toMatchObject({ x: 240 });
});

test('loading another document begins a new history and deselects', () => {
	const store = start();
	store.selectAll();
	store.dispatch('deleteTrack', [{ type: 'track/remove', trackIds: ['a'] }]);
	store.loadDocument(documentWith([]));
	expect(store.getState().history.undos).toEqual([]);
	expect(store.getState().selection.trackIds).toEqual([]);
});

test('a new store is empty and at rest', () => {
	const state = createEditorStore().getState();
	expect(state.history.present.tracks).toEqual([]);
	expect(state.tool).toEqual({ id: 'select', state: { name: 'idle' } });
});
