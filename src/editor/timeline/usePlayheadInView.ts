import { type RefObject, useEffect } from 'react';
import type { EditorStore } from '../store/createEditorStore.ts';

/** The lane's own padding, which keeps its ends off the edges; `--space-4`. */
const padding = 16;

/** Scrolls a zoomed timeline along when the playhead moves out of sight, a page at a time. */
export function usePlayheadInView(
	store: EditorStore,
	scroller: RefObject<HTMLElement | null>,
	names: RefObject<HTMLElement | null>,
	zoom: number,
): void {
	useEffect(() => {
		if (zoom <= 1) return;
		return store.subscribe((state, before) => {
			const area = scroller.current;
			if (state.playhead === before.playhead || !area) return;
			const seen = area.clientWidth - (names.current?.offsetWidth ?? 0);
			const at = padding + state.playhead * (seen * zoom - 2 * padding);
			const left = area.scrollLeft;
			if (at < left + padding || at > left + seen - padding)
				area.scrollLeft = at - (at < left ? seen - 2 * padding : 2 * padding);
		});
	}, [store, scroller, names, zoom]);
}
