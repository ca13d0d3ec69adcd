import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import { type BoundCommand, defaultKeymap, type Keymap } from './keymap.ts';

/** Chords a person gave to commands, all of a command's; the others keep theirs. */
export type CustomShortcuts = Readonly<Record<string, readonly string[]>>;

/** The keymap with a person's own chords; a chord they gave away is no longer its first owner's. */
export function customKeymap(custom: CustomShortcuts): Keymap {
	const own = Object.entries(custom);
	const kept = Object.entries(defaultKeymap).filter(([, command]) => !custom[command]);
	const given = own.flatMap(([command, chords]) =>
		chords.map((chord) => [chord, command as BoundCommand] as const),
	);
	return Object.fromEntries([...kept, ...given]);
}

export const chordsOf = (keymap: Keymap, command: BoundCommand): readonly string[] =>
	Object.keys(keymap).filter((chord) => keymap[chord] === command);

/** A chord as shortcuts are written elsewhere: `Mod+Shift+Z`; see `formatShortcut`. */
export const writeChord = (chord: string): string =>
	chord
		.replace('Ctrl+', 'Mod+')
		.replace(/\+$/, 'Plus')
		.replace(/(^|\+) $/, '$1Space')
		.replace(/\+arrow(\w)/, (_, letter: string) => `+Arrow${letter.toUpperCase()}`)
		.replace(/\+digit(\d)/, '+$1')
		.replace(
			/(^|\+)([a-z])$/,
			(_, before: string, letter: string) => before + letter.toUpperCase(),
		);

/** The first shortcut of a command, as controls write it; undefined: it has none. */
export function shortcutOf(keymap: Keymap, command: BoundCommand): string | undefined {
	const [chord] = chordsOf(keymap, command);
	return chord === undefined ? undefined : writeChord(chord);
}

/** The same for controls, kept as the person changes them. */
export function useShortcuts(store: EditorStore): (command: BoundCommand) => string | undefined {
	const keymap = useEditor(store, (state) => state.keymap);
	return (command) => shortcutOf(keymap, command);
}
