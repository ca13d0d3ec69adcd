const isApple = (): boolean =>
	typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const spoken: Readonly<Record<string, string>> = {
	Mod: 'Ctrl',
	Enter: '↵',
	Plus: '+',
	ContextMenu: 'Menu',
	Backspace: '⌫',
	ArrowLeft: '←',
	ArrowRight: '→',
	ArrowUp: '↑',
	ArrowDown: '↓',
	Escape: 'Esc',
};
const spokenApple: Readonly<Record<string, string>> = {
	...spoken,
	Mod: '⌘',
	Shift: '⇧',
	Alt: '⌥',
};

/** A shortcut as people read it: `Mod+Shift+Z` is `Ctrl Shift Z`, on a Mac `⌘ ⇧ Z`. */
export function formatShortcut(shortcut: string, apple: boolean = isApple()): string {
	const words = apple ? spokenApple : spoken;
	return shortcut
		.split('+')
		.map((key) => words[key] ?? key)
		.join(' ');
}

/** The same as `aria-keyshortcuts` wants it: `Control+Shift+Z`. */
export const ariaShortcut = (shortcut: string, apple: boolean = isApple()): string =>
	shortcut.replace('Mod', apple ? 'Meta' : 'Control');
