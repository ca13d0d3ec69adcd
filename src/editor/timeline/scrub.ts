import { clipSeconds, frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import type { EditorStore } from '../store/createEditorStore.ts';

/** The share of the clip under a pointer over an element that spans the clip; on a frame unless Ctrl is held. */
export function shareUnder(
	event: {
		readonly clientX: number;
		readonly ctrlKey: boolean;
		readonly metaKey: boolean;
	},
	element: Element,
	length: number,
): number {
	const box = element.getBoundingClientRect();
	const share = box.width > 0 ? (event.clientX - box.left) / box.width : 0;
	const held = Math.min(1, Math.max(0, share));
	if (event.ctrlKey || event.metaKey) return held;
	return frameToShare(shareToFrame(held, length), length);
}

/** Arrow keys, Page, Home and End on the playhead. @returns whether the key was one of them. */
export function scrubByKey(store: EditorStore, event: { key: string; shiftKey: boolean }): boolean {
	const { frame } = store.getDocument();
	switch (event.key) {
		case 'ArrowLeft':
		case 'ArrowDown':
			if (event.shiftKey) store.stepSeconds(-1);
			else store.stepFrames(-1);
			return true;
		case 'ArrowRight':
		case 'ArrowUp':
			if (event.shiftKey) store.stepSeconds(1);
			else store.stepFrames(1);
			return true;
		case 'PageDown':
			store.stepSeconds(-Math.min(1, clipSeconds(frame)));
			return true;
		case 'PageUp':
			store.stepSeconds(Math.min(1, clipSeconds(frame)));
			return true;
		case 'Home':
			store.toFirstFrame();
			return true;
		case 'End':
			store.toLastFrame();
			return true;
		default:
			return false;
	}
}
