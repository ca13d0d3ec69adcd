import { type KeyboardEvent, type MouseEvent, useMemo } from 'react';
import { chordOf } from '../input/keymap.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { MenuRequest } from '../store/editorState.ts';
import { selectTracks } from '../store/selection.ts';

/** The context menus of a row of the timeline: by the right button or the Menu key, on its bar those of that moment. */
export function useRowMenu(store: EditorStore, trackId: string, rename: () => void) {
	return useMemo(() => {
		const open = (at: MenuRequest['at'], target: MenuRequest['target']) => {
			const { trackIds } = store.getState().selection;
			const isAlone = target.type === 'bar';
			if (isAlone || !trackIds.includes(trackId)) store.select(selectTracks([trackId]));
			store.setMenu({ at, target });
		};
		const row = { type: 'row', rename } as const;
		return {
			onContextMenu: (event: MouseEvent) => {
				if (event.target instanceof HTMLInputElement) return;
				event.preventDefault();
				const span = spanOf(event.target);
				const at = { x: event.clientX, y: event.clientY };
				open(at, span ? { type: 'bar', share: shareIn(span, at.x) } : row);
			},
			onKeyDown: (event: KeyboardEvent) => {
				if (event.target instanceof HTMLInputElement) return;
				if (store.getState().keymap[chordOf(event)] !== 'menu') return;
				event.preventDefault();
				const box = (event.target as HTMLElement).getBoundingClientRect();
				const at = { x: box.left + box.width / 2, y: box.bottom };
				const span = spanOf(event.target);
				open(at, span ? { type: 'bar', share: shareIn(span, at.x) } : row);
			},
		};
	}, [store, trackId, rename]);
}

/** The lane's part that the clip fills, when that is where it happened. */
const spanOf = (target: EventTarget): Element | null =>
	target instanceof Element
		? (target.closest('[data-part="lane"]')?.querySelector('[data-part="span"]') ?? null)
		: null;

function shareIn(span: Element, x: number): number {
	const { left, width } = span.getBoundingClientRect();
	return Math.min(1, Math.max(0, (x - left) / Math.max(1, width)));
}
