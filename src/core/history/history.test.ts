import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../document/commands.ts';
import { createTrack, emptyDocument, type WanDocument } from '../document/document.ts';
import {
	beginGesture,
	cancelGesture,
	commitGesture,
	dispatch,
	type History,
	initHistory,
	previewGesture,
	redo,
	undo,
} from './history.ts';

const start: WanDocument = {
	...emptyDocument,
	tracks: ['a', 'b'].map((id) =>
		createTrack(emptyDocument, id, 'path', [
			{ x: 0, y: 0, mode: 'smooth' },
			{ x: 9, y: 9, mode: 'smooth' },
		]),
	),
};

const trackId = fc.constantFrom('a', 'b', 'c', 'nobody');
const step = fc.integer({ min: -50, max: 50 });
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
	fc.record({
		type: fc.constant('track/translate' as const),
		trackIds: fc.array(trackId, { maxLength: 2 }),
		dx: step,
		dy: step,
	}),
	fc.record({
		type: fc.constant('point/remove' as const),
		trackId,
		indices: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
	}),
	fc.record({
		type: fc.constant('point/insert' as const),
		trackId,
		index: fc.integer({ min: 0, max: 3 }),
		point: fc.record({ x: step, y: step, mode: fc.constant('smooth' as const) }),
	}),
	fc.record({ type: fc.constant('document/rename' as const), name: fc.string({ maxLength: 5 }) }),
	fc.record({
		type: fc.constant('frame/set' as const),
		patch: fc.record({ length: fc.constantFrom(49, 81) }),
	}),
	fc.constant<Command>({
		type: 'track/add',
		track: createTrack(start, 'c', 'pin', [{ x: 1, y: 1, mode: 'smooth' }]),
	}),
);
const anySteps = fc.array(fc.array(anyCommand, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

const afterSteps = (steps: readonly (readonly Command[])[]): History =>
	steps.reduce((history, commands) => dispatch(history, 'Step', commands), initHistory(start));

test('undo gives back every earlier document by reference, redo every later one', () => {
	fc.assert(
		fc.property(anySteps, (steps) => {
			let history = initHistory(start);
			const seen = [history.present];
			for (const commands of steps) {
				history = dispatch(history, 'Step', commands);
				if (history.present !== seen.at(-1)) seen.push(history.present);
			}
			for (const document of seen.toReversed().slice(1)) {
				history = undo(history);
				expect(history.present).toBe(document);
			}
			expect(undo(history).present).toBe(start);
			for (const document of seen.slice(1)) {
				history = redo(history);
				expect(history.present).toBe(document);
			}
			expect(redo(history).present).toBe(history.present);
		}),
	);
});

test('a gesture of any number of previews is one undo step, from its base', () => {
	fc.assert(
		fc.property(anySteps, anySteps, (before, previews) => {
			const settled = afterSteps(before);
			let history = beginGesture(settled, 'Drag');
			for (const commands of previews) history = previewGesture(history, commands);
			const committed = commitGesture(history);
			const last = previews.at(-1);
			const direct = last ? dispatch(settled, 'Drag', last) : settled;
			expect(committed.present).toEqual(direct.present);
			expect(committed.undos.length - settled.undos.length).toBeLessThanOrEqual(1);
			if (committed.undos.length > settled.undos.length)
				expect(undo(committed).present).toBe(settled.present);
		}),
	);
});

test('cancelling a gesture leaves the document as it was, undo steps too', () => {
	fc.assert(
		fc.property(anySteps, anySteps, (before, previews) => {
			const settled = afterSteps(before);
			let history = beginGesture(settled, 'Drag');
			for (const commands of previews) history = previewGesture(history, commands);
			const cancelled = cancelGesture(history);
			expect(cancelled.present).toBe(settled.present);
			expect(cancelled.undos).toBe(settled.undos);
			expect(cancelled.gesture).toBeNull();
		}),
	);
});

test('a command without effect makes no undo step', () => {
	const history = dispatch(initHistory(start), 'Nothing', [
		{ type: 'track/remove', trackIds: ['nobody'] },
	]);
	expect(history.undos).toEqual([]);
	expect(history.present).toBe(start);
});

test('a new step drops what could be redone', () => {
	const rename = (name: string): Command[] => [{ type: 'document/rename', name }];
	let history = dispatch(initHistory(start), 'Rename', rename('One'));
	history = dispatch(undo(history), 'Rename', rename('Two'));
	expect(redo(history).present.name).toBe('Two');
	expect(history.undos.map((u) => u.label)).toEqual(['Rename']);
});

test('undo during a gesture cancels it first; a new gesture commits the open one', () => {
	const move: Command[] = [{ type: 'track/translate', trackIds: ['a'], dx: 5, dy: 5 }];
	const settled = dispatch(initHistory(start), 'Move', move);
	const dragging = previewGesture(beginGesture(settled, 'Drag'), move);
	expect(undo(dragging).present).toBe(start);
	expect(beginGesture(dragging, 'Next').undos.map((u) => u.label)).toEqual(['Move', 'Drag']);
	expect(previewGesture(settled, move)).toBe(settled);
});
