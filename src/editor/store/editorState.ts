import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import type { ImagePoint, ScreenPoint } from '#core/geometry/point.ts';
import { type History, initHistory } from '#core/history/history.ts';
import type { Size, Viewport } from '#render/scene/viewport.ts';
import type { Hit } from '../hit-test/hitTest.ts';
import { defaultKeymap, type Keymap } from '../input/keymap.ts';
import type { Cursor } from '../tools/tool.ts';
import { type ActiveTool, restingTool } from '../tools/toolRegistry.ts';
import { nothingSelected, type Selection } from './selection.ts';
import { defaultToolOptions, type ToolOptions } from './toolOptions.ts';
import { defaultViewOptions, type ViewOptions } from './viewOptions.ts';

/** start < end, 0..1. */
export interface LoopRange {
	readonly start: number;
	readonly end: number;
}

/** A context menu that was asked for, where and about what; what it acts on is selected before. */
export interface MenuRequest {
	/** CSS px of the window. */
	readonly at: ScreenPoint;
	readonly target:
		| { readonly type: 'point' }
		/** `place` is where on the picture, when it was asked for there. */
		| { readonly type: 'track'; readonly place: ImagePoint | null }
		| { readonly type: 'empty'; readonly place: ImagePoint }
		| { readonly type: 'row'; readonly rename: () => void }
		/** A moment of the selected track's bar, share of the clip. */
		| { readonly type: 'bar'; readonly share: number };
}

/** Everything of the editor: the document with its history (undoable) and the session (not). */
export interface EditorState {
	readonly history: History;
	readonly selection: Selection;
	readonly tool: ActiveTool;
	readonly options: ToolOptions;
	readonly view: ViewOptions;
	/** The group that Enter opened: its tracks are selected one by one. */
	readonly openGroup: string | null;
	/** The hand while Space or the middle button is held; it stands before `tool`. */
	readonly heldTool: ActiveTool | null;
	/** A pointer is down on the canvas. */
	readonly isPressed: boolean;
	readonly viewport: Viewport;
	/** The canvas element, CSS px; 0 x 0 until it is mounted. */
	readonly canvas: Size;
	/** The view follows the frame until the person zooms or pans. */
	readonly isFitted: boolean;
	/** Moment of the clip, 0..1. */
	readonly playhead: number;
	readonly isPlaying: boolean;
	readonly isLooping: boolean;
	/** What plays, shares of the clip; null: all of it. */
	readonly loopRange: LoopRange | null;
	/** 0.25..2. */
	readonly playbackRate: number;
	readonly frameDots: boolean;
	/** What lies under the pointer. */
	readonly hover: Hit | null;
	/** The cursor over the transform box or the output frame, when nothing else is there. */
	readonly handleCursor: Cursor | null;
	/** Where the pointer is over the canvas. */
	readonly pointer: ImagePoint | null;
	/** Where the keyboard draws; null: it does not. */
	readonly crosshair: ImagePoint | null;
	readonly keymap: Keymap;
	readonly menu: MenuRequest | null;
}

export const initialState = (document: WanDocument = emptyDocument): EditorState => ({
	history: initHistory(document),
	selection: nothingSelected,
	tool: restingTool('select'),
	options: defaultToolOptions,
	view: defaultViewOptions,
	openGroup: null,
	heldTool: null,
	isPressed: false,
	viewport: { scale: 1, x: 0, y: 0 },
	canvas: { width: 0, height: 0 },
	isFitted: true,
	playhead: 0,
	isPlaying: false,
	isLooping: true,
	loopRange: null,
	playbackRate: 1,
	frameDots: true,
	hover: null,
	handleCursor: null,
	pointer: null,
	crosshair: null,
	keymap: defaultKeymap,
	menu: null,
});
