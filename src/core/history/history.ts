import { applyCommand } from '../document/applyCommand.ts';
import type { Command } from '../document/commands.ts';
import type { WanDocument } from '../document/document.ts';

export interface HistoryEntry {
	/** Names the step in the menu: "Move track". */
	readonly label: string;
	readonly before: WanDocument;
	readonly after: WanDocument;
}

/** Undo and redo over immutable documents: an entry is two references that share structure, so undo is exact. */
export interface History {
	readonly present: WanDocument;
	readonly undos: readonly HistoryEntry[];
	readonly redos: readonly HistoryEntry[];
	/** A drag in progress: every preview starts from `base`; one commit makes one undo step. */
	readonly gesture: { readonly label: string; readonly base: WanDocument } | null;
}

export const initHistory = (present: WanDocument): History => ({
	present,
	undos: [],
	redos: [],
	gesture: null,
});

/** Begins a gesture; an open one is committed first. */
export function beginGesture(history: History, label: string): History {
	const settled = commitGesture(history);
	return { ...settled, gesture: { label, base: settled.present } };
}

/** Replays the commands from the gesture's base, so that each pointer move replaces the last preview. */
export function previewGesture(history: History, commands: readonly Command[]): History {
	if (!history.gesture) return history;
	return { ...history, present: commands.reduce(applyCommand, history.gesture.base) };
}

export const cancelGesture = (history: History): History =>
	history.gesture ? { ...history, present: history.gesture.base, gesture: null } : history;

/** Ends the gesture as one undo step; none when nothing changed. */
export function commitGesture(history: History): History {
	if (!history.gesture) return history;
	const { base, label } = history.gesture;
	if (base === history.present) return { ...history, gesture: null };
	return {
		present: history.present,
		undos: [...history.undos, { label, before: base, after: history.present }],
		redos: [],
		gesture: null,
	};
}

/** Applies commands as one undo step. */
export const dispatch = (history: History, label: string, commands: readonly Command[]): History =>
	commitGesture(previewGesture(beginGesture(history, label), commands));

/** One step back; during a gesture the gesture is cancelled first. */
export function undo(history: History): History {
	const settled = cancelGesture(history);
	const entry = settled.undos.at(-1);
	if (!entry) return settled;
	return {
		present: entry.before,
		undos: settled.undos.slice(0, -1),
		redos: [...settled.redos, entry],
		gesture: null,
	};
}

/** The history with so many steps done, by undoing or redoing; held to what there is. During a gesture it is cancelled first. */
export function goToStep(history: History, steps: number): History {
	let at = cancelGesture(history);
	while (at.undos.length > steps && at.undos.length > 0) at = undo(at);
	while (at.undos.length < steps && at.redos.length > 0) at = redo(at);
	return at;
}

export function redo(history: History): History {
	const settled = cancelGesture(history);
	const entry = settled.redos.at(-1);
	if (!entry) return settled;
	return {
		present: entry.after,
		undos: [...settled.undos, entry],
		redos: settled.redos.slice(0, -1),
		gesture: null,
	};
}
