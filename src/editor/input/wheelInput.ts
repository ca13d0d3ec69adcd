import type { EditorStore } from '../store/createEditorStore.ts';

/** What a turn of the wheel does; screen px. */
export type WheelAction =
	| { readonly type: 'zoom'; readonly factor: number }
	| { readonly type: 'pan'; readonly dx: number; readonly dy: number };

type WheelLike = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'shiftKey'> &
	Pick<WheelEvent, 'ctrlKey' | 'metaKey'>;

const lineHeight = 16;
/** A mouse wheel's notch is larger than this in px; trackpads send smaller steps. */
const notch = 40;

/**
 * A mouse wheel zooms at the pointer, with Shift it pans sideways; two fingers on a trackpad pan, pinching (Ctrl) zooms.
 * Browsers do not say which device it is: a step sideways or a small step in px is taken for a trackpad.
 */
export function wheelAction(event: WheelLike): WheelAction {
	const unit = event.deltaMode === 1 ? lineHeight : event.deltaMode === 2 ? 400 : 1;
	const dx = event.deltaX * unit;
	const dy = event.deltaY * unit;
	if (event.ctrlKey || event.metaKey) return { type: 'zoom', factor: factorOf(dy * 4) };
	if (event.shiftKey) return { type: 'pan', dx: -(dx || dy), dy: 0 };
	const isTrackpad = event.deltaMode === 0 && (dx !== 0 || Math.abs(dy) < notch);
	return isTrackpad ? { type: 'pan', dx: -dx, dy: -dy } : { type: 'zoom', factor: factorOf(dy) };
}

/** A notch of 100 px is a factor of 1.2; one event is held to 1.5. */
const factorOf = (delta: number): number =>
	Math.exp((-Math.max(-222, Math.min(222, delta)) / 100) * Math.log(1.2));

export function attachWheelInput(element: HTMLElement, store: EditorStore): () => void {
	const turn = (event: WheelEvent): void => {
		event.preventDefault();
		const action = wheelAction(event);
		if (action.type === 'pan') {
			store.panBy(action.dx, action.dy);
			return;
		}
		const box = element.getBoundingClientRect();
		store.zoomAt(action.factor, { x: event.clientX - box.left, y: event.clientY - box.top });
	};
	element.addEventListener('wheel', turn, { passive: false });
	return () => element.removeEventListener('wheel', turn);
}
