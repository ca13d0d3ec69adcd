import { useCallback, useMemo, useState } from 'react';

export type PaletteKind = 'commands' | 'shortcuts';

export interface Palette {
	/** What is open; null: nothing. */
	readonly kind: PaletteKind | null;
	readonly show: (kind: PaletteKind) => void;
	readonly close: () => void;
}

/** The command palette and the shortcut sheet; their keys are among those of `useAppShortcuts`. */
export function usePalette(): Palette {
	const [kind, show] = useState<PaletteKind | null>(null);
	const close = useCallback(() => show(null), []);
	return useMemo(() => ({ kind, show, close }), [kind, close]);
}
