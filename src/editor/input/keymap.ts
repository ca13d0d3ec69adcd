import type { EditId } from '../editing/edits.ts';
import type { ToolId } from '../tools/tool.ts';

/** What a key asks for. */
export type KeyCommand =
	| `edit/${EditId}`
	| 'bezier'
	| 'toggleSnaps'
	| 'toggleBox'
	| `tool/${ToolId}`
	| 'undo'
	| 'redo'
	| 'duplicate'
	| 'selectAll'
	| 'invertSelection'
	| 'delete'
	| 'finish'
	| 'escape'
	| 'frameBack'
	| 'frameForward'
	| 'secondBack'
	| 'secondForward'
	| 'firstFrame'
	| 'lastFrame'
	| 'fit'
	| 'oneToOne'
	| 'zoomIn'
	| 'zoomOut'
	| 'smooth'
	| 'corner'
	| 'nextPoint'
	| 'previousPoint'
	| 'influence'
	| 'timeKey'
	| 'loopStart'
	| 'loopEnd'
	| 'play'
	| 'loop'
	| 'frameDots'
	| 'menu';

/** What the window does, with the focus anywhere. */
export type AppCommand =
	| 'app/palette'
	| 'app/shortcuts'
	| 'app/generate'
	| 'app/cancelRun'
	| 'app/nextRegion'
	| 'app/previousRegion';

/** All that a key can be given to; the two that are held last as long as the key is down. */
export type BoundCommand = KeyCommand | AppCommand | 'holdHand' | 'hideOverlay';

/** Chords to commands. A chord is `Ctrl+Shift+z`: `Ctrl` is Cmd on macOS, letters are lower case, symbols as typed. */
export type Keymap = Readonly<Record<string, BoundCommand>>;

/** Keys of UI.md "Keyboard". */
export const defaultKeymap: Keymap = {
	'Ctrl+k': 'app/palette',
	'?': 'app/shortcuts',
	'Ctrl+Enter': 'app/generate',
	'Ctrl+.': 'app/cancelRun',
	F6: 'app/nextRegion',
	'Shift+F6': 'app/previousRegion',
	' ': 'holdHand',
	Tab: 'hideOverlay',
	ContextMenu: 'menu',
	'Shift+F10': 'menu',
	v: 'tool/select',
	p: 'tool/pen',
	l: 'tool/line',
	o: 'edit/nextShape',
	f: 'tool/freehand',
	a: 'tool/pin',
	r: 'tool/region',
	h: 'tool/hand',
	z: 'tool/zoom',
	'Ctrl+z': 'undo',
	'Ctrl+Shift+z': 'redo',
	'Ctrl+y': 'redo',
	'Ctrl+d': 'duplicate',
	'Ctrl+a': 'selectAll',
	'Ctrl+Shift+i': 'invertSelection',
	Delete: 'delete',
	Backspace: 'delete',
	Enter: 'finish',
	Escape: 'escape',
	',': 'frameBack',
	'.': 'frameForward',
	'Shift+,': 'secondBack',
	'Shift+.': 'secondForward',
	Home: 'firstFrame',
	End: 'lastFrame',
	'Shift+1': 'fit',
	'Shift+0': 'oneToOne',
	'+': 'zoomIn',
	'=': 'zoomIn',
	'Ctrl+=': 'zoomIn',
	'Ctrl++': 'zoomIn',
	'-': 'zoomOut',
	'Ctrl+-': 'zoomOut',
	'1': 'smooth',
	'2': 'corner',
	'3': 'bezier',
	'/': 'edit/solo',
	s: 'toggleSnaps',
	b: 'toggleBox',
	'Shift+h': 'edit/flipX',
	'Shift+v': 'edit/flipY',
	'Shift+m': 'edit/mirror',
	'Shift+r': 'edit/reverse',
	'Shift+s': 'edit/split',
	'Shift+c': 'edit/closePaths',
	'Shift+a': 'edit/selectSameColor',
	'Ctrl+j': 'edit/join',
	'Ctrl+g': 'edit/group',
	'Ctrl+Shift+g': 'edit/ungroup',
	'Alt+arrowup': 'edit/listUp',
	'Alt+arrowdown': 'edit/listDown',
	n: 'nextPoint',
	'Shift+n': 'previousPoint',
	j: 'influence',
	k: 'timeKey',
	'Alt+i': 'loopStart',
	'Alt+o': 'loopEnd',
};

/** Keys that a focused button, slider or list keeps for itself. */
const ownKeys: ReadonlySet<string> = new Set([' ', 'Enter', 'Home', 'End']);

export type KeyScope = 'canvas' | 'page' | 'control' | 'field';

type KeyLike = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The command of a key press where it happens; null when the key is not ours there. */
export function commandOfKey(
	event: KeyLike,
	scope: KeyScope,
	keymap: Keymap = defaultKeymap,
): BoundCommand | null {
	if (scope === 'field') return null;
	if (scope === 'control' && ownKeys.has(event.key)) return null;
	const chord = chordOf(event);
	// A key with a name does the same with Shift, unless that is another command.
	const command = keymap[chord] ?? keymap[chord.replace(/^Shift\+(?=\w{2})/, '')];
	if (!command) return null;
	const isOfCanvas = command === 'nextPoint' || command === 'previousPoint';
	return isOfCanvas && scope !== 'canvas' ? null : command;
}

/** The arrow key as a step of 1, or 10 with Shift; null for other keys. */
export function arrowStep(event: KeyLike): { readonly dx: number; readonly dy: number } | null {
	if (event.ctrlKey || event.metaKey || event.altKey) return null;
	const [x, y] = arrows[event.key] ?? [0, 0];
	const size = event.shiftKey ? 10 : 1;
	return x || y ? { dx: x * size, dy: y * size } : null;
}

/** Where the arrow keys point. */
export const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

/** "Ctrl+Shift+z"; Shift with a digit or punctuation is read from the key's place, as layouts differ in what they type. */
export function chordOf(event: KeyLike): string {
	const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
	const isLetter = /^[a-z]$/i.test(event.key);
	const shift = event.shiftKey && (isLetter || event.key.length > 1) ? 'Shift+' : '';
	// On a Mac Alt types another letter, so it is read from the key's place.
	if (event.altKey) return `${ctrl}Alt+${event.code.replace('Key', '').toLowerCase()}`;
	const shifted = event.shiftKey ? shiftedPlaces[event.code] : undefined;
	if (shifted) return `${ctrl}Shift+${shifted}`;
	return ctrl + shift + (isLetter ? event.key.toLowerCase() : event.key);
}

const shiftedPlaces: Readonly<Record<string, string>> = {
	Digit0: '0',
	Digit1: '1',
	Comma: ',',
	Period: '.',
};
