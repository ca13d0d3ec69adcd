import type { FocusEvent, PointerEvent } from 'react';

/**
 * Handlers that select the whole text of a one-line field on the click that focuses it; the next click sets the caret.
 * Tab selects it too, as browsers do.
 */
export const selectOnFirstClick = {
	onPointerDown(event: PointerEvent<HTMLInputElement>): void {
		const input = event.currentTarget;
		if (document.activeElement === input || event.button !== 0) return;
		input.addEventListener(
			'click',
			() => {
				if (input.selectionStart === input.selectionEnd) input.select();
			},
			{ once: true },
		);
	},
	onFocus(event: FocusEvent<HTMLInputElement>): void {
		event.currentTarget.select();
	},
};
