import { type BoundCommand, defaultKeymap } from '../input/keymap.ts';
import { type CustomShortcuts, chordsOf, customKeymap } from '../input/shortcuts.ts';

/** Gives a command one chord instead of those it has; whoever had the chord loses it. */
export function rebind(
	custom: CustomShortcuts,
	command: BoundCommand,
	chord: string,
): CustomShortcuts {
	return give(custom, command, [chord]);
}

/** Gives a command its first chords back; whoever has one of them loses it. */
export const resetShortcut = (custom: CustomShortcuts, command: BoundCommand): CustomShortcuts =>
	give(custom, command, chordsOf(defaultKeymap, command));

/** The other command that has a chord. */
export function ownerOf(
	custom: CustomShortcuts,
	command: BoundCommand,
	chord: string,
): BoundCommand | undefined {
	const owner = customKeymap(custom)[chord];
	return owner === command ? undefined : owner;
}

/** Chords that never reach a page, that the text and the arrows keep, or that leave the recording. */
export const isReserved = (chord: string): boolean => reserved.has(chord);

const reserved: ReadonlySet<string> = new Set([
	...['t', 'n', 'w', 'l', 'r', 'q', 'Tab', 'F4', 'F5'].map((key) => `Ctrl+${key}`),
	...['t', 'n', 'w', 'r', 'Tab'].map((key) => `Ctrl+Shift+${key}`),
	...['c', 'v', 'x'].map((key) => `Ctrl+${key}`),
	...['F5', 'F11', 'F12', 'Alt+f4', 'Escape', 'Tab', 'Shift+Tab'],
	...['Left', 'Right', 'Up', 'Down'].flatMap((side) => [`Arrow${side}`, `Shift+Arrow${side}`]),
]);

function give(
	custom: CustomShortcuts,
	command: BoundCommand,
	chords: readonly string[],
): CustomShortcuts {
	const keymap = customKeymap(custom);
	const next: Record<string, readonly string[]> = { ...custom, [command]: chords };
	for (const chord of chords) {
		const owner = keymap[chord];
		if (owner && owner !== command)
			next[owner] = (next[owner] ?? chordsOf(keymap, owner)).filter((other) => other !== chord);
	}
	// What stands as it was at first is not kept.
	return Object.fromEntries(Object.entries(next).filter(([id, list]) => !isDefault(id, list)));
}

function isDefault(id: string, chords: readonly string[]): boolean {
	const first = chordsOf(defaultKeymap, id as BoundCommand);
	return first.length === chords.length && first.every((chord) => chords.includes(chord));
}
