import type { EditId } from '../editing/edits.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { toggleTimeKey } from '../timeline/toggleTimeKey.ts';
import { loadToolkit, toolkit } from '../tools/loadToolkit.ts';
import type { ToolId } from '../tools/tool.ts';
import type { BoundCommand, KeyCommand } from './keymap.ts';

/** Those of the window and the keys that are held are carried out elsewhere. */
export const isEditorCommand = (command: BoundCommand): command is KeyCommand =>
	!(command.startsWith('app/') || command === 'holdHand' || command === 'hideOverlay');

/** Carries out a command. @returns false when it had nothing to act on, so that the key stays the browser's. */
export function runKeyCommand(store: EditorStore, command: KeyCommand): boolean {
	if (command.startsWith('tool/')) {
		store.setTool(command.slice('tool/'.length) as ToolId);
		return true;
	}
	if (command.startsWith('edit/')) {
		runEdit(store, command.slice('edit/'.length) as EditId);
		return true;
	}
	const action = actions[command as PlainCommand];
	return action(store) !== false;
}

/** At once when its code is here, else as soon as it is. */
function runEdit(store: EditorStore, id: EditId): void {
	const kit = toolkit();
	if (kit) kit.edits[id](store);
	else
		loadToolkit().then(
			({ edits }) => edits[id](store),
			// Its key is there to be pressed again.
			() => undefined,
		);
}

type PlainCommand = Exclude<KeyCommand, `tool/${ToolId}` | `edit/${EditId}`>;

const actions: Readonly<Record<PlainCommand, (store: EditorStore) => unknown>> = {
	undo: (store) => store.undo(),
	redo: (store) => store.redo(),
	duplicate: (store) => store.duplicateSelection(),
	selectAll: (store) => store.selectAll(),
	invertSelection: (store) => store.invertSelection(),
	delete: (store) => store.handleToolEvent({ type: 'delete' }),
	finish: (store) => store.handleToolEvent({ type: 'finish' }),
	escape: (store) => store.escape(),
	frameBack: (store) => store.stepFrames(-1),
	frameForward: (store) => store.stepFrames(1),
	secondBack: (store) => store.stepSeconds(-1),
	secondForward: (store) => store.stepSeconds(1),
	firstFrame: (store) => store.toFirstFrame(),
	lastFrame: (store) => store.toLastFrame(),
	fit: (store) => store.fit(),
	oneToOne: (store) => store.oneToOne(),
	zoomIn: (store) => store.zoomAt(1.25),
	zoomOut: (store) => store.zoomAt(1 / 1.25),
	smooth: (store) => withPoints(store, () => store.setPointMode('smooth')),
	bezier: (store) => withPoints(store, () => store.setPointMode('bezier')),
	toggleSnaps: (store) => store.setOptions({ snaps: !store.getState().options.snaps }),
	toggleBox: (store) => store.setOptions({ box: !store.getState().options.box }),
	corner: (store) => withPoints(store, () => store.setPointMode('corner')),
	nextPoint: (store) => store.walkPoints(1),
	previousPoint: (store) => store.walkPoints(-1),
	influence: (store) => store.setView({ influence: !store.getState().view.influence }),
	timeKey: toggleTimeKey,
	loopStart: (store) => store.loopFromHere('start'),
	loopEnd: (store) => store.loopFromHere('end'),
	play: (store) => store.togglePlay(),
	loop: (store) => store.toggleLoop(),
	frameDots: (store) => store.setFrameDots(!store.getState().frameDots),
	menu: (store) => toolkit()?.openMenuOfSelection(store) ?? false,
};

function withPoints(store: EditorStore, action: () => void): boolean {
	if (!store.getState().selection.points) return false;
	action();
	return true;
}
