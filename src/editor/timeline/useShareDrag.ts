import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Command } from '#core/document/commands.ts';
import type { WanDocument } from '#core/document/document.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { shareUnder } from './scrub.ts';

export interface ShareDragMove {
	/** Share of the clip where the drag began, and where it is; on frames unless Ctrl is held. */
	readonly from: number;
	readonly share: number;
	/** CSS px downwards since the drag began. */
	readonly dy: number;
	readonly isAlt: boolean;
	/** The document before the drag. */
	readonly base: WanDocument;
}

export interface DragHandlers {
	readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
	readonly onPointerMove?: (event: PointerEvent<HTMLElement>) => void;
	readonly onPointerUp?: (event: PointerEvent<HTMLElement>) => void;
	readonly onPointerCancel?: (event: PointerEvent<HTMLElement>) => void;
}

interface Drag {
	readonly from: number;
	readonly y: number;
	readonly base: WanDocument;
	moved: boolean;
	/** Escape gives up; listened to only meanwhile, as there are as many of these as tracks. */
	readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Drags along the time axis: each one gesture and one undo step, Escape puts back what it changed.
 * @param span The element that spans the clip. @param label Of the undo step, as `dispatch` takes it.
 * @param commands What the drag does so far, from the document before it.
 */
export function useShareDrag(
	store: EditorStore,
	span: RefObject<HTMLElement | null>,
	label: string,
	commands: (move: ShareDragMove) => readonly Command[],
): DragHandlers {
	const drag = useRef<Drag | null>(null);
	const end = (isKept: boolean) => {
		const { current } = drag;
		drag.current = null;
		if (!current) return;
		window.removeEventListener('keydown', current.onKeyDown, { capture: true });
		if (!current.moved) return;
		if (isKept) store.commitGesture();
		else store.cancelGesture();
	};
	const giveUp = useRef(() => end(false));
	useEffect(() => () => giveUp.current(), []);
	return {
		onPointerDown: (event) => {
			if (event.button !== 0 || !span.current) return;
			// What lies under it has a drag of its own.
			event.stopPropagation();
			event.currentTarget.setPointerCapture(event.pointerId);
			const base = store.getDocument();
			drag.current = {
				from: shareUnder(event, span.current, base.frame.length),
				y: event.clientY,
				base,
				moved: false,
				onKeyDown: (key) => {
					if (key.key !== 'Escape') return;
					key.stopPropagation();
					key.preventDefault();
					end(false);
				},
			};
			window.addEventListener('keydown', drag.current.onKeyDown, { capture: true });
		},
		onPointerMove: (event) => {
			const { current } = drag;
			if (!current || !span.current) return;
			const { base, from } = current;
			const share = shareUnder(event, span.current, base.frame.length);
			const dy = event.clientY - current.y;
			if (!current.moved && share === from && Math.abs(dy) < 3) return;
			if (!current.moved) store.beginGesture(label);
			current.moved = true;
			store.previewGesture(commands({ from, share, dy, isAlt: event.altKey, base }));
		},
		onPointerUp: () => end(true),
		onPointerCancel: () => end(false),
	};
}
