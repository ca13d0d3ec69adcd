import { type Easing, easings, type Timing, type Track } from '#core/document/document.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { nearestOnTrack } from '#core/trajectory/samplePath.ts';
import { clipSeconds, frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import { imageToScreen } from '#render/scene/viewport.ts';
import type { EditingMessages } from '#text/en/editing.ts';
import type { PaletteMessages } from '#text/en/palette.ts';
import type { TimeMessages } from '#text/en/time.ts';
import type { Messages } from '#text/messages.ts';
import type { MenuItem } from '#ui/controls/Menu.tsx';
import { copyToClipboard, pasteFromClipboard } from '../editing/clipboard.ts';
import { insertionOf } from '../editing/insertionOf.ts';
import type { KeyCommand } from '../input/keymap.ts';
import { runKeyCommand } from '../input/runKeyCommand.ts';
import { shortcutOf } from '../input/shortcuts.ts';
import { withTiming } from '../panels/timing.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { MenuRequest } from '../store/editorState.ts';
import { selectPoints } from '../store/selection.ts';
import { toggleTimeKey } from '../timeline/toggleTimeKey.ts';

export interface MenuTexts {
	readonly palette: PaletteMessages;
	readonly editing: EditingMessages;
	readonly time: TimeMessages;
	readonly editor: Messages['editor'];
}

type Target = MenuRequest['target'];
const separator: MenuItem = { type: 'separator' };

/** What the context menu offers for its target, with the keys that do the same. */
export function menuItems(
	store: EditorStore,
	target: Target,
	text: MenuTexts,
): readonly MenuItem[] {
	const { keymap, history, selection } = store.getState();
	const chosen = history.present.tracks.filter((t) => selection.trackIds.includes(t.id));
	const command = (id: KeyCommand, more: { danger?: boolean } = {}): MenuItem => ({
		label: text.palette.commands[id] ?? id,
		...shortcut(shortcutOf(keymap, id)),
		...more,
		onSelect: () => void runKeyCommand(store, id),
	});
	const remove = command('delete', { danger: true });
	switch (target.type) {
		case 'point':
			return [
				...pointItems(store, text),
				command('timeKey'),
				command('edit/split'),
				separator,
				remove,
			];
		case 'track':
			return [
				...(target.place ? [insertItem(store, text, target.place)] : []),
				command('timeKey'),
				separator,
				...copyItems(store, text, command),
				separator,
				...pathItems(chosen, command),
				separator,
				...listItems(store, text, chosen, command),
				separator,
				remove,
			];
		case 'empty':
			return [
				...emptyItems(store, text, target.place),
				separator,
				pasteItem(store, text),
				command('selectAll'),
				separator,
				command('fit'),
				command('oneToOne'),
				separator,
				check(
					store,
					text.palette.commands.frameDots ?? '',
					'frameDots',
					store.getState().frameDots,
				),
				check(
					store,
					text.palette.commands.influence ?? '',
					'influence',
					store.getState().view.influence,
				),
			];
		case 'row':
			return [
				{ label: text.editor.rename, shortcut: 'F2', onSelect: target.rename },
				...copyItems(store, text, command),
				separator,
				...listItems(store, text, chosen, command),
				command('edit/listUp'),
				command('edit/listDown'),
				separator,
				remove,
			];
		case 'bar':
			return barItems(store, text, target.share);
	}
}

const shortcut = (keys: string | undefined) => (keys === undefined ? {} : { shortcut: keys });

function check(store: EditorStore, label: string, id: KeyCommand, checked: boolean): MenuItem {
	const keys = shortcut(shortcutOf(store.getState().keymap, id));
	return { type: 'check', label, checked, ...keys, onSelect: () => void runKeyCommand(store, id) };
}

function pointItems(store: EditorStore, text: MenuTexts): readonly MenuItem[] {
	const { history, selection } = store.getState();
	const { points } = selection;
	const track = history.present.tracks.find((t) => t.id === points?.trackId);
	const modes = new Set(points?.indices.map((i) => track?.points[i]?.mode));
	return [
		...(['smooth', 'corner', 'bezier'] as const).map((mode) =>
			check(store, text.palette.commands[mode] ?? mode, mode, modes.size === 1 && modes.has(mode)),
		),
		separator,
	];
}

type MakeCommand = (id: KeyCommand) => MenuItem;

const copyItems = (store: EditorStore, text: MenuTexts, command: MakeCommand): MenuItem[] => [
	{
		label: text.editing.copy,
		shortcut: 'Mod+C',
		onSelect: () => void copyToClipboard(store),
	},
	pasteItem(store, text),
	command('duplicate'),
];

const pasteItem = (store: EditorStore, text: MenuTexts): MenuItem => ({
	label: text.editing.paste,
	shortcut: 'Mod+V',
	onSelect: () => void pasteFromClipboard(store),
});

function pathItems(chosen: readonly Track[], command: MakeCommand): readonly MenuItem[] {
	const hasPath = chosen.some(({ kind }) => kind === 'path');
	const isJoinable = chosen.filter(({ kind }) => kind === 'path').length > 1;
	return [
		...(hasPath ? [command('edit/reverse'), command('edit/closePaths')] : []),
		...(isJoinable ? [command('edit/join')] : []),
		command('edit/mirror'),
		command('edit/flipX'),
		command('edit/flipY'),
	];
}

function listItems(
	store: EditorStore,
	text: MenuTexts,
	chosen: readonly Track[],
	command: MakeCommand,
): readonly MenuItem[] {
	const trackIds = chosen.map(({ id }) => id);
	const isShown = chosen.some(({ visible }) => visible);
	const isOpen = chosen.some(({ locked }) => !locked);
	const set = (label: 'hideTrack' | 'lockTrack', patch: Partial<Track>) => () =>
		store.dispatch(label, [{ type: 'track/set', trackIds, patch }]);
	return [
		{
			label: isShown ? text.editor.hide : text.editor.show,
			onSelect: set('hideTrack', { visible: !isShown }),
		},
		{
			label: isOpen ? text.editor.lock : text.editor.unlock,
			onSelect: set('lockTrack', { locked: isOpen }),
		},
		command('edit/solo'),
		...(chosen.length > 1 ? [command('edit/group')] : []),
		...(chosen.some(({ groupId }) => groupId !== undefined) ? [command('edit/ungroup')] : []),
		command('edit/selectSameColor'),
	];
}

function insertItem(store: EditorStore, text: MenuTexts, place: ImagePoint): MenuItem {
	return {
		label: text.editing.addPointHere,
		onSelect: () => {
			const { history, selection } = store.getState();
			const track = history.present.tracks.find((t) => t.id === selection.trackIds[0]);
			if (!track || track.locked || track.kind === 'pin') return;
			const { segmentIndex, t, point } = nearestOnTrack(track, place);
			const { index, point: added, ends } = insertionOf(track, segmentIndex, t, point);
			const trackId = track.id;
			store.dispatch('insertPoint', [
				...ends,
				{ type: 'point/insert', trackId, index, point: added },
			]);
			store.select(selectPoints(trackId, [index]));
		},
	};
}

/** Tools pressed where the menu was asked for. */
function emptyItems(store: EditorStore, text: MenuTexts, place: ImagePoint): readonly MenuItem[] {
	const press = (id: 'pen' | 'pin') => () => {
		store.setTool(id);
		for (const type of ['pointerDown', 'pointerUp'] as const)
			store.handleToolEvent({
				type,
				point: place,
				screen: imageToScreen(store.getState().viewport, place),
				isDragging: false,
				clickCount: 1,
				modifiers: { shift: false, alt: false, ctrl: true },
				isCoarse: false,
				trail: [],
			});
		if (id === 'pin') store.setTool('select');
	};
	return [
		{ label: text.editing.startPathHere, onSelect: press('pen') },
		{ label: text.editing.pinHere, onSelect: press('pin') },
	];
}

/** What the bar of one track can be told at a moment. */
function barItems(store: EditorStore, text: MenuTexts, share: number): readonly MenuItem[] {
	const { history, selection } = store.getState();
	const { frame, tracks } = history.present;
	const track = tracks.find((t) => t.id === selection.trackIds[0]);
	if (!track) return [];
	const { timing } = track;
	const at = frameToShare(shareToFrame(share, frame.length), frame.length);
	const moment = at * clipSeconds(frame);
	const set = (next: Timing, label: 'setTiming' | 'setEasing' = 'setTiming') =>
		store.dispatch(label, [{ type: 'track/set', trackIds: [track.id], patch: { timing: next } }]);
	const disabled = track.locked;
	const { release, repeat: _, ...kept } = timing;
	const easing = (value: Easing): MenuItem => ({
		type: 'check',
		label: text.time.easings[value],
		checked: timing.easing === value,
		disabled,
		onSelect: () => set({ ...timing, easing: value }, 'setEasing'),
	});
	const isPath = track.kind === 'path';
	return [
		...(isPath
			? [
					{
						label: text.time.keyAt(moment),
						disabled,
						onSelect: () => {
							store.setPlayhead(at);
							toggleTimeKey(store);
						},
					},
					{
						label: text.time.startAt(moment),
						disabled,
						onSelect: () => set(withTiming(timing, { start: at }, frame.length)),
					},
					{
						label: text.time.endAt(moment),
						disabled,
						onSelect: () => set(withTiming(timing, { end: at }, frame.length)),
					},
				]
			: []),
		release === undefined
			? {
					label: text.time.releaseHere(moment),
					disabled,
					onSelect: () => set({ ...timing, release: at }),
				}
			: {
					label: text.time.keepToEnd,
					disabled,
					onSelect: () => set({ ...kept, ...(timing.repeat ? { repeat: timing.repeat } : {}) }),
				},
		...(isPath
			? [
					{
						label: text.time.wholeClip,
						disabled,
						onSelect: () => set({ ...kept, start: 0, end: 1 }),
					},
					separator,
					{ type: 'heading', label: text.time.easing } as const,
					...easings.map(easing),
				]
			: []),
	];
}
