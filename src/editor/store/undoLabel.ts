/** Names of the editor's undo steps: keys of `text.editor.undo`, so that the menu speaks the reader's language. */
export const undoLabels = [
	'addPoint',
	'addTrack',
	'addPin',
	'drawTrack',
	'moveTrack',
	'movePoint',
	'insertPoint',
	'deletePoint',
	'deleteTrack',
	'renameTrack',
	'colorTrack',
	'hideTrack',
	'lockTrack',
	'closeTrack',
	'duplicateTrack',
	'reorderTrack',
	'setTiming',
	'setTimeKey',
	'followTrack',
	'makeMotion',
	'setEasing',
	'setPointMode',
	'setFrame',
	'fixFinding',
	'nudge',
	'moveHandle',
	'transform',
	'drawShape',
	'makeRegion',
	'editPath',
	'arrange',
	'paste',
	'group',
] as const;

export type UndoLabel = (typeof undoLabels)[number];

export const isUndoLabel = (label: string): label is UndoLabel =>
	(undoLabels as readonly string[]).includes(label);
