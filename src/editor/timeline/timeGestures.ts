import type { UndoLabel } from '../store/undoLabel.ts';

/** Gestures that change times. In the others times are shown as they were: they would be drawn anew with each step. */
export const timeGestures: ReadonlySet<string> = new Set<UndoLabel>([
	'setTimeKey',
	'setTiming',
	'setEasing',
]);
