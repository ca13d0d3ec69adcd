import type { PaletteMessages } from '#text/en/palette.ts';
import { type KeyCommand, keymap } from '../input/keymap.ts';
import { runKeyCommand } from '../input/runKeyCommand.ts';
import type { EditorStore } from '../store/createEditorStore.ts';

export const paletteGroups = ['tools', 'editing', 'points', 'time', 'view', 'app'] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

export interface PaletteCommand {
	readonly id: string;
	readonly label: string;
	readonly group: PaletteGroup;
	/** As `formatShortcut` reads it: `Mod+Shift+Z`; the first is shown in the palette, all in the sheet. */
	readonly shortcuts: readonly string[];
	/** None: it is a gesture, listed in the sheet only. */
	readonly run?: () => void;
}

/** Every command of the keyboard and the few that have a button only. */
export function editorCommands(store: EditorStore, text: PaletteMessages): PaletteCommand[] {
	const keys = new Map<KeyCommand, string[]>();
	for (const [chord, command] of Object.entries(keymap))
		keys.set(command, [...(keys.get(command) ?? []), shortcutOf(chord)]);
	const own = [...keys].map(
		([id, shortcuts]): PaletteCommand => ({
			id,
			label: text.commands[id] ?? id,
			group: groupOf(id),
			shortcuts,
			run: () => void runKeyCommand(store, id),
		}),
	);
	const plain = (
		id: string,
		label: string,
		group: PaletteGroup,
		run: () => void,
		...shortcuts: string[]
	): PaletteCommand => ({ id, label, group, shortcuts, run });
	const { isLooping, loopRange, frameDots } = store.getState();
	return [
		...own,
		plain('play', text.play, 'time', store.togglePlay, 'Space'),
		plain('loop', text.loop, 'time', store.toggleLoop),
		...(isLooping && loopRange
			? [plain('clearLoop', text.clearLoop, 'time', () => store.setLoopRange(null))]
			: []),
		...[0.25, 0.5, 1, 2].map((rate) =>
			plain(`rate/${rate}`, text.rate(rate), 'time', () => store.setPlaybackRate(rate)),
		),
		plain('frameDots', text.frameDots, 'view', () => store.setFrameDots(!frameDots)),
	];
}

/** What the keyboard and the pointer do without being commands. */
export const gestures = (text: PaletteMessages): PaletteCommand[] =>
	(
		[
			['holdHand', text.holdHand, 'tools', 'Space'],
			['copy', text.copy, 'editing', 'Mod+C'],
			['paste', text.paste, 'editing', 'Mod+V'],
			['nudge', text.nudge, 'editing', 'ArrowLeft+ArrowUp+ArrowDown+ArrowRight'],
			['nudgeFar', text.nudgeFar, 'editing', 'Shift+ArrowLeft+ArrowUp+ArrowDown+ArrowRight'],
			['stretch', text.stretch, 'time', 'Alt'],
			['loopDrag', text.loopDrag, 'time', 'Shift'],
			['retime', text.retime, 'time', 'Alt'],
			['offFrame', text.offFrame, 'time', 'Mod'],
			['zoomTime', text.zoomTime, 'time', 'Mod'],
		] as const
	).map(([id, label, group, shortcut]) => ({ id, label, group, shortcuts: [shortcut] }));

/** A chord of the keymap as shortcuts are written elsewhere. */
function shortcutOf(chord: string): string {
	if (chord === '+' || chord === 'Ctrl++') return chord === '+' ? 'Plus' : 'Mod+Plus';
	return chord
		.replace('Ctrl+', 'Mod+')
		.replace('arrowup', 'ArrowUp')
		.replace('arrowdown', 'ArrowDown')
		.replace(
			/(^|\+)([a-z])$/,
			(_, before: string, letter: string) => before + letter.toUpperCase(),
		);
}

function groupOf(id: KeyCommand): PaletteGroup {
	if (id.startsWith('tool/') || id === 'edit/nextShape') return 'tools';
	if (/^(first|last)Frame|^(frame|second)(Back|Forward)|^loop/.test(id)) return 'time';
	if (/^(fit|oneToOne|zoom|influence)/.test(id)) return 'view';
	if (/Point$|^(smooth|corner|bezier|timeKey)/.test(id)) return 'points';
	return 'editing';
}
