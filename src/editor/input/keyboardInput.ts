import type { EditorStore } from '../store/createEditorStore.ts';
import { toolkit } from '../tools/loadToolkit.ts';
import { arrowStep, chordOf, commandOfKey, type KeyScope } from './keymap.ts';
import { isEditorCommand, runKeyCommand } from './runKeyCommand.ts';

/** A longer Space without a drag was a hand that found nothing to move. */
const tapMs = 500;

/**
 * Keys of the whole page for the editor, except in fields, menus and dialogs.
 * The key of the hand (Space) is play or pause when tapped; arrows nudge, one undo step from down to up.
 */
export function attachKeyboardInput(
	page: Window,
	canvas: HTMLElement,
	store: EditorStore,
): () => void {
	const arrows = new Set<string>();
	/** The button that a pointer pressed last: it still has the focus, unseen, and Space is not meant for it. */
	let pressed: Element | null = null;
	let hand: { readonly code: string; readonly since: number; readonly viewport: unknown } | null =
		null;
	/** The key that hides the overlay while it is held. */
	let hiding: { readonly code: string; readonly since: number } | null = null;

	const release = (): void => {
		if (arrows.size > 0) store.handleToolEvent({ type: 'nudgeEnd' });
		arrows.clear();
		if (hand) store.holdHand(false);
		hand = null;
		if (hiding) store.setView({ hidesOverlay: false });
		hiding = null;
	};

	const press = (event: PointerEvent): void => {
		pressed = event.target instanceof Element ? event.target.closest('button') : null;
	};

	const down = (event: KeyboardEvent): void => {
		if (event.key === 'Tab') pressed = null;
		if (event.defaultPrevented || event.isComposing) return;
		const scope = scopeOf(event.target, canvas);
		if (scope === 'field') return;
		const { keymap } = store.getState();
		// Escape and the like may be the crosshair's, before they are anything else's.
		if (scope === 'canvas' && toolkit()?.crosshairKey(store, event)) {
			event.preventDefault();
			return;
		}
		const held = keymap[chordOf(event)];
		if (held === 'holdHand' && (scope !== 'control' || event.target === pressed)) {
			event.preventDefault();
			if (event.repeat || hand) return;
			const { viewport } = store.getState();
			hand = { code: event.code, since: event.timeStamp, viewport };
			store.holdHand(true);
			return;
		}
		if (held === 'hideOverlay' && scope === 'canvas') {
			// Held it hides the overlay; let go soon Tab moves the focus as anywhere else.
			event.preventDefault();
			if (event.repeat) store.setView({ hidesOverlay: true });
			else hiding = { code: event.code, since: event.timeStamp };
			return;
		}
		const step = scope === 'control' ? null : arrowStep(event);
		if (step) {
			if (store.getState().selection.trackIds.length === 0) return;
			event.preventDefault();
			arrows.add(event.key);
			store.handleToolEvent({ type: 'nudge', ...step });
			return;
		}
		const command = commandOfKey(event, scope, keymap);
		if (!command || !isEditorCommand(command)) return;
		// A row of the list has a menu of its own.
		if (command === 'menu' && scope !== 'canvas') return;
		if (runKeyCommand(store, command)) event.preventDefault();
		if (scope === 'canvas' && command.startsWith('tool/')) toolkit()?.showCrosshair(store);
	};
	const focus = (): void => {
		if (canvas.matches(':focus-visible')) toolkit()?.showCrosshair(store);
	};

	const up = (event: KeyboardEvent): void => {
		if (hand && event.code === hand.code) {
			const { since, viewport } = hand;
			const isTap = event.timeStamp - since < tapMs && viewport === store.getState().viewport;
			hand = null;
			store.holdHand(false);
			if (isTap) store.togglePlay();
		}
		if (hiding && event.code === hiding.code) {
			const isTap = !store.getState().view.hidesOverlay && event.timeStamp - hiding.since < tapMs;
			hiding = null;
			store.setView({ hidesOverlay: false });
			if (isTap && event.key === 'Tab') focusAfter(canvas);
		}
		if (arrows.delete(event.key) && arrows.size === 0) store.handleToolEvent({ type: 'nudgeEnd' });
	};

	const listeners = new AbortController();
	const { signal } = listeners;
	page.addEventListener('pointerdown', press, { signal, capture: true });
	page.addEventListener('keydown', down, { signal });
	page.addEventListener('keyup', up, { signal });
	page.addEventListener('blur', release, { signal });
	canvas.addEventListener('focus', focus, { signal });
	canvas.addEventListener('blur', () => store.setCrosshair(null), { signal });
	return () => {
		listeners.abort();
		release();
	};
}

/** What Tab would have gone to: the next thing in the page that takes the focus. */
function focusAfter(canvas: HTMLElement): void {
	const all = [...canvas.ownerDocument.querySelectorAll<HTMLElement>(focusable)];
	const next = all
		.slice(all.indexOf(canvas) + 1)
		.find((element) => !canvas.contains(element) && element.getClientRects().length > 0);
	next?.focus();
}

const focusable =
	'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]';

const fields = 'textarea, select, [contenteditable=""], [contenteditable="true"]';
const layers = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const controls =
	'button, a[href], input, summary, [role="slider"], [role="tab"], [role="radio"], [role="option"]';
/** Inputs without text of their own. */
const textless = new Set(['button', 'checkbox', 'color', 'file', 'radio', 'range', 'submit']);

/** Where a key or a clipboard event happens. */
export function scopeOf(target: EventTarget | null, canvas: HTMLElement): KeyScope {
	if (!(target instanceof Element)) return 'page';
	if (target === canvas) return 'canvas';
	if (target.matches(fields) || target.closest(layers)) return 'field';
	if (target instanceof HTMLInputElement && !textless.has(target.type)) return 'field';
	return target.closest(controls) ? 'control' : 'page';
}
