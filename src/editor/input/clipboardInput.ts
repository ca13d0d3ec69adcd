import type { EditorStore } from '../store/createEditorStore.ts';
import { loadToolkit, toolkit } from '../tools/loadToolkit.ts';
import { scopeOf } from './keyboardInput.ts';

const clipboardType = 'application/x-wan-ati-tracks+json';

/**
 * Copy, cut and paste of tracks anywhere but in fields, menus and dialogs. The clipboard gets them in our own format, which
 * another tab reads, and as the ATI JSON text that ComfyUI takes. What other programs copied is read when it holds tracks.
 * Pasted files and marked text stay what they are.
 */
export function attachClipboardInput(
	page: Window,
	canvas: HTMLElement,
	store: EditorStore,
): () => void {
	const copy = (event: ClipboardEvent): void => {
		const isText = page.getSelection()?.isCollapsed === false;
		if (event.defaultPrevented || isText || scopeOf(event.target, canvas) === 'field') return;
		const tracks = toolkit()?.clipboard.copyTracks(store);
		if (!tracks || !event.clipboardData) return;
		event.clipboardData.setData('text/plain', tracks.text);
		event.clipboardData.setData(clipboardType, tracks.own);
		event.preventDefault();
		if (event.type === 'cut') store.handleToolEvent({ type: 'delete' });
	};
	const paste = (event: ClipboardEvent): void => {
		const data = event.clipboardData;
		if (event.defaultPrevented || scopeOf(event.target, canvas) === 'field') return;
		if (!data || data.files.length > 0) return;
		const content = { own: data.getData(clipboardType), text: data.getData('text/plain') };
		event.preventDefault();
		loadToolkit().then(
			({ clipboard }) =>
				clipboard.pasteTracks(store, content) || clipboard.pasteOther(store, content.text),
			// Nothing was added; pasting again tries again.
			() => false,
		);
	};
	const listeners = new AbortController();
	const { signal } = listeners;
	page.addEventListener('copy', copy, { signal });
	page.addEventListener('cut', copy, { signal });
	page.addEventListener('paste', paste, { signal });
	return () => listeners.abort();
}
