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
	| 'loopEnd';

/** Keys of UI.md "Keyboard" to commands; `Ctrl` is Cmd on macOS. Letters are lower case, symbols as typed. */
export const keymap: Readonly<Record<string, KeyCommand>> = {
	v: 'tool/select',
	p: 'tool/pen',
	l: 'tool/line',
	o: 'edit/nextShape',
	f: 'tool/freehand',
	a: 'tool/pin',
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
export function commandOfKey(event: KeyLike, scope: KeyScope): KeyCommand | null {
	if (scope === 'field') return null;
	if (scope === 'control' && ownKeys.has(event.key)) return null;
	const command = keymap[chord(event)];
	if (!command) return null;
	const isOfCanvas = command === 'nextPoint' || command === 'previousPoint';
	return isOfCanvas && scope !== 'canvas' ? null : command;
}

/** The arrow key as a step of 1, or 10 with Shift; null for other keys. */
export function arrowStep(event: KeyLike): { readonly dx: number; readonly dy: number } | null {
	if (event.ctrlKey || event.metaKey || event.altKey) return null;
	const size = event.shiftKey ? 10 : 1;
	switch (event.key) {
		case 'ArrowLeft':
			return { dx: -size, dy: 0 };
		case 'ArrowRight':
			return { dx: size, dy: 0 };
		case 'ArrowUp':
			return { dx: 0, dy: -size };
		case 'ArrowDown':
			return { dx: 0, dy: size };
		default:
			return null;
	}
}

/** "Ctrl+Shift+z"; Shift with a digit or punctuation is read from the key's place, as layouts differ in what they type. */
function chord(event: KeyLike): string {
	const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
	// On a Mac Alt types another letter, so it is read from the key's place.
	if (event.altKey) return `${ctrl}Alt+${event.code.replace('Key', '').toLowerCase()}`;
	const shifted = event.shiftKey ? shiftedPlaces[event.code] : undefined;
	if (shifted) return `${ctrl}Shift+${shifted}`;
	const isLetter = /^[a-z]$/i.test(event.key);
	const shift = event.shiftKey && isLetter ? 'Shift+' : '';
	return ctrl + shift + (isLetter ? event.key.toLowerCase() : event.key);
}

const shiftedPlaces: Readonly<Record<string, string>> = {
	Digit0: '0',
	Digit1: '1',
	Comma: ',',
	Period: '.',
};
