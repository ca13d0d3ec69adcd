import type { PaletteMessages } from '#text/en/palette.ts';
import type { BoundCommand } from '../input/keymap.ts';
import { isEditorCommand, runKeyCommand } from '../input/runKeyCommand.ts';
import { chordsOf, writeChord } from '../input/shortcuts.ts';
import type { EditorStore } from '../store/createEditorStore.ts';

/** In the order of the shortcut sheet, whose columns they fill evenly. */
export const paletteGroups = ['tools', 'view', 'editing', 'points', 'time', 'app'] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

export interface PaletteCommand {
	readonly id: string;
	readonly label: string;
	readonly group: PaletteGroup;
	/** As `formatShortcut` reads it: `Mod+Shift+Z`; the first is shown in the palette, all in the sheet. */
	readonly shortcuts: readonly string[];
	/** None: it is a gesture or a key that is held, listed in the sheet only. */
	readonly run?: () => void;
	/** Its keys can be changed. */
	readonly bound?: BoundCommand;
}

/** Every command of the keyboard, of the editor and the window, and the few that have a button only. */
export function editorCommands(store: EditorStore, text: PaletteMessages): PaletteCommand[] {
	const { isLooping, loopRange, keymap } = store.getState();
	const own = (Object.keys(text.commands) as BoundCommand[]).map(
		(id): PaletteCommand => ({
			id,
			label: text.commands[id] ?? id,
			group: groupOf(id),
			shortcuts: chordsOf(keymap, id).map(writeChord),
			bound: id,
			...(isEditorCommand(id) ? { run: () => void runKeyCommand(store, id) } : {}),
		}),
	);
	const plain = (id: string, label: string, run: () => void): PaletteCommand => ({
		id,
		label,
		group: 'time',
		shortcuts: [],
		run,
	});
	return [
		...own,
		...(isLooping && loopRange
			? [plain('clearLoop', text.clearLoop, () => store.setLoopRange(null))]
			: []),
		...[0.25, 0.5, 1, 2].map((rate) =>
			plain(`rate/${rate}`, text.rate(rate), () => store.setPlaybackRate(rate)),
		),
	];
}

/** What the keyboard and the pointer do without being commands. */
export const gestures = (text: PaletteMessages): PaletteCommand[] =>
	(
		[
			['copy', text.copy, 'editing', 'Mod+C'],
			['paste', text.paste, 'editing', 'Mod+V'],
			['nudge', text.nudge, 'editing', 'ArrowLeft+ArrowUp+ArrowDown+ArrowRight'],
			['nudgeFar', text.nudgeFar, 'editing', 'Shift+ArrowLeft+ArrowUp+ArrowDown+ArrowRight'],
			['crosshair', text.crosshair, 'tools', 'ArrowLeft+ArrowUp+ArrowDown+ArrowRight'],
			['crosshairPress', text.crosshairPress, 'tools', 'Enter'],
			['stretch', text.stretch, 'time', 'Alt'],
			['loopDrag', text.loopDrag, 'time', 'Shift'],
			['retime', text.retime, 'time', 'Alt'],
			['offFrame', text.offFrame, 'time', 'Mod'],
			['zoomTime', text.zoomTime, 'time', 'Mod'],
		] as const
	).map(([id, label, group, shortcut]) => ({ id, label, group, shortcuts: [shortcut] }));

function groupOf(id: BoundCommand): PaletteGroup {
	if (id.startsWith('app/')) return 'app';
	if (id.startsWith('tool/') || id === 'edit/nextShape' || id === 'holdHand') return 'tools';
	if (/^(first|last)Frame|^(frame|second)(Back|Forward)|^loop|^play/.test(id)) return 'time';
	if (/^(fit|oneToOne|zoom|influence|frameDots|hideOverlay)/.test(id)) return 'view';
	if (/Point$|^(smooth|corner|bezier|timeKey)/.test(id)) return 'points';
	return 'editing';
}
