import type { WanDocument } from '#core/document/document.ts';
import { type Finding, lintSteps } from '#core/lint/lintDocument.ts';
import type { LumaPicture } from '#core/pins/lumaPicture.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { idleSteps } from './idleSteps.ts';

/** What the checks found; `document` is the one they are about, which may be a moment old. */
export interface Checked {
	readonly document: WanDocument;
	readonly picture: LumaPicture | undefined;
	readonly findings: readonly Finding[];
}

/** The checks of one store's document, worked out in idle moments while anybody listens. */
export interface Checks {
	/** Null until the first are done. */
	readonly get: () => Checked | null;
	/** @returns stops listening; the last to stop ends the work. */
	readonly subscribe: (listener: () => void) => () => void;
	/** The start image's brightness, for the checks that look at it. */
	readonly setPicture: (picture: LumaPicture | undefined) => void;
}

const known = new WeakMap<EditorStore, Checks>();

export function checksOf(store: EditorStore): Checks {
	const found = known.get(store) ?? createChecks(store);
	known.set(store, found);
	return found;
}

/** The document without a gesture in progress. */
export const settledDocument = ({ history }: EditorState): WanDocument =>
	history.gesture?.base ?? history.present;

function createChecks(store: EditorStore): Checks {
	const listeners = new Set<() => void>();
	let checked: Checked | null = null;
	let picture: LumaPicture | undefined;
	/** What is being worked on. */
	let wanted: WanDocument | null = null;
	let giveUp = () => {};
	const restart = (): void => {
		giveUp();
		wanted = settledDocument(store.getState());
		const document = wanted;
		giveUp = idleSteps(lintSteps(document, picture), (findings) => {
			checked = { document, picture, findings };
			for (const listener of listeners) listener();
		});
	};
	const follow = (state: EditorState): void => {
		if (settledDocument(state) !== wanted) restart();
	};
	let unfollow = () => {};
	return {
		get: () => checked,
		subscribe(listener) {
			if (listeners.size === 0) {
				unfollow = store.subscribe(follow);
				restart();
			}
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
				if (listeners.size > 0) return;
				unfollow();
				giveUp();
				wanted = null;
			};
		},
		setPicture(next) {
			if (picture === next) return;
			picture = next;
			if (listeners.size > 0) restart();
		},
	};
}
