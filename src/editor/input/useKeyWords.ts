import { formatShortcut } from '#ui/shortcut/formatShortcut.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { BoundCommand } from './keymap.ts';
import { useShortcuts } from './shortcuts.ts';

/** Sentences with the keys that the person gave the commands in them. */
export function useKeyWords(store: EditorStore): (sentence: string) => string {
	const keys = useShortcuts(store);
	return (sentence) => withKeys(sentence, keys);
}

/**
 * Puts keys where a sentence names commands: `Pen ({tool/pen})` is `Pen (P)`. Without keys the whole bracket goes.
 * @param keys The shortcut of a command, undefined: it has none.
 */
export function withKeys(
	sentence: string,
	keys: (command: BoundCommand) => string | undefined,
): string {
	return sentence.replace(
		/ ?\(([^(){}]*)\{([\w/]+)\}([^(){}]*)\)/g,
		(_, before: string, command: string, after: string) => {
			const shortcut = keys(command as BoundCommand);
			return shortcut === undefined ? '' : ` (${before}${formatShortcut(shortcut)}${after})`;
		},
	);
}
