import type { EditorStore } from './store/createEditorStore.ts';
import type { EditorState } from './store/editorState.ts';

/** Ms between two readings while something is dragged: 10 a second, as fast as numbers can be read. */
const CALM_MS = 100;

/**
 * Subscribes for what is read rather than steered: numbers and graphs beside the canvas. While a gesture is open the listener
 * is called at most every 100 ms, and once more after the last change; otherwise at once. Painting the panels at
 * every move would cost the canvas its frames.
 */
export function subscribeCalmly(
	store: Pick<EditorStore, 'getState' | 'subscribe'>,
	listener: (state: EditorState, before: EditorState) => void,
): () => void {
	let told = store.getState();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const tell = () => {
		clearTimeout(timer);
		timer = undefined;
		const before = told;
		told = store.getState();
		listener(told, before);
	};
	const unsubscribe = store.subscribe((state) => {
		if (state.history.gesture === null) tell();
		else timer ??= setTimeout(tell, CALM_MS);
	});
	return () => {
		unsubscribe();
		clearTimeout(timer);
	};
}
