import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import type { ImagePoint, Rect } from '#core/geometry/point.ts';
import { type History, initHistory } from '#core/history/history.ts';
import type { Size, Viewport } from '#render/scene/viewport.ts';
import type { Hit } from '../hit-test/hitTest.ts';
import { type ActiveTool, restingTool } from '../tools/toolRegistry.ts';
import { nothingSelected, type Selection } from './selection.ts';

/** Everything of the editor: the document with its history (undoable) and the session (not). */
export interface EditorState {
	readonly history: History;
	readonly selection: Selection;
	readonly tool: ActiveTool;
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
	readonly frameDots: boolean;
	/** What lies under the pointer. */
	readonly hover: Hit | null;
	/** Where the pointer is over the canvas. */
	readonly pointer: ImagePoint | null;
}

export const initialState = (document: WanDocument = emptyDocument): EditorState => ({
	history: initHistory(document),
	selection: nothingSelected,
	tool: restingTool('select'),
	heldTool: null,
	isPressed: false,
	viewport: { scale: 1, x: 0, y: 0 },
	canvas: { width: 0, height: 0 },
	isFitted: true,
	playhead: 0,
	isPlaying: false,
	isLooping: true,
	frameDots: true,
	hover: null,
	pointer: null,
});

/** Size of image space; without a picture the output frame stands in for one. */
export const imageSizeOf = ({ image, frame }: WanDocument): Size => image ?? frame;

/** What the output frame shows, image px. */
export const frameRectOf = (document: WanDocument): Rect =>
	createFrameMapping(imageSizeOf(document), document.frame).rect;
