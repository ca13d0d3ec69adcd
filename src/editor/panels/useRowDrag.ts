import { type PointerEvent, useRef } from 'react';
import { dropInList } from '../editing/reorderActions.ts';
import type { EditorStore } from '../store/createEditorStore.ts';

interface Drag {
	readonly pointerId: number;
	readonly y: number;
	isDragging: boolean;
	/** Index of the row before which the drop goes. */
	index: number | null;
}

/** Px a press moves before it drags a row: a click still selects. */
const threshold = 4;

/**
 * Dragging a row of the track list by its name moves the track there, or all selected ones with it; one undo step. Escape
 * or losing the pointer gives it up. The row where it would land carries `data-drop` (`before` or `after`).
 */
export function useRowDrag(store: EditorStore, trackId: string) {
	const drag = useRef<Drag | null>(null);
	const rows = (element: Element): readonly HTMLElement[] => [
		...(element.closest('ul')?.querySelectorAll<HTMLElement>(':scope > li') ?? []),
	];
	const unmark = (element: Element): void => {
		for (const row of rows(element)) delete row.dataset.drop;
	};
	const end = (event: PointerEvent<HTMLElement>): Drag | null => {
		const ended = drag.current;
		drag.current = null;
		unmark(event.currentTarget);
		return ended;
	};
	return {
		onPointerDown: (event: PointerEvent<HTMLElement>): void => {
			const isMouse = event.pointerType !== 'touch' && event.button === 0;
			if (!isMouse || event.target instanceof HTMLInputElement) return;
			drag.current = {
				pointerId: event.pointerId,
				y: event.clientY,
				isDragging: false,
				index: null,
			};
		},
		onPointerMove: (event: PointerEvent<HTMLElement>): void => {
			const now = drag.current;
			if (now?.pointerId !== event.pointerId) return;
			if (!now.isDragging && Math.abs(event.clientY - now.y) < threshold) return;
			if (!now.isDragging) event.currentTarget.setPointerCapture(event.pointerId);
			now.isDragging = true;
			const all = rows(event.currentTarget);
			unmark(event.currentTarget);
			const boxes = all.map((row) => row.getBoundingClientRect());
			const at = boxes.findIndex((box) => event.clientY < box.top + box.height / 2);
			const marked = at < 0 ? all.at(-1) : all[at];
			// Of a long list only some rows are in the page.
			now.index = Number(marked?.dataset.index ?? 0) + (at < 0 ? 1 : 0);
			if (marked) marked.dataset.drop = at < 0 ? 'after' : 'before';
		},
		onPointerUp: (event: PointerEvent<HTMLElement>): void => {
			const ended = end(event);
			if (!ended?.isDragging || ended.index === null) return;
			dropInList(store, trackId, ended.index);
		},
		onPointerCancel: (event: PointerEvent<HTMLElement>): void => void end(event),
		onLostPointerCapture: (event: PointerEvent<HTMLElement>): void => void end(event),
		/** The click that ends a drag selects nothing. */
		onClickCapture: (event: { readonly detail: number; stopPropagation(): void }): void => {
			if (drag.current?.isDragging) event.stopPropagation();
		},
	};
}
