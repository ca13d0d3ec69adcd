import { useCallback, useEffect, useMemo, useState } from 'react';

export type PaletteKind = 'commands' | 'shortcuts';

export interface Palette {
	/** What is open; null: nothing. */
	readonly kind: PaletteKind | null;
	readonly show: (kind: PaletteKind) => void;
	readonly close: () => void;
}

/** The command palette by Ctrl or Cmd K from anywhere, the shortcut sheet by ? outside of fields. */
export function usePalette(): Palette {
	const [kind, show] = useState<PaletteKind | null>(null);
	const close = useCallback(() => show(null), []);
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.repeat || event.isComposing) return;
			const isMod = event.ctrlKey || event.metaKey;
			if (isMod && !event.shiftKey && event.key.toLowerCase() === 'k') show('commands');
			else if (event.key === '?' && !isMod && !isTyping(event.target)) show('shortcuts');
			else return;
			event.preventDefault();
		};
		window.addEventListener('keydown', onKeyDown);
		return () => window.removeEventListener('keydown', onKeyDown);
	}, []);
	return useMemo(() => ({ kind, show, close }), [kind, close]);
}

const isTyping = (target: EventTarget | null): boolean =>
	target instanceof Element &&
	target.closest('input:not([type=checkbox], [type=radio]), textarea, [contenteditable]') !== null;
