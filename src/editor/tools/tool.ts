import type { Command } from '#core/document/commands.ts';
import type { WanDocument } from '#core/document/document.ts';
import type { ImagePoint, Rect, ScreenPoint } from '#core/geometry/point.ts';
import type { FoundRegion, RegionStroke } from '#core/region/findRegion.ts';
import type { Viewport } from '#render/scene/viewport.ts';
import type { Hit } from '../hit-test/hitTest.ts';
import type { Selection } from '../store/selection.ts';
import type { ToolOptions } from '../store/toolOptions.ts';
import type { UndoLabel } from '../store/undoLabel.ts';

export type ToolId =
	| 'select'
	| 'pen'
	| 'freehand'
	| 'line'
	| 'shapes'
	| 'pin'
	| 'region'
	| 'hand'
	| 'zoom';

export interface Modifiers {
	readonly shift: boolean;
	readonly alt: boolean;
	/** Ctrl, or Cmd on macOS. */
	readonly ctrl: boolean;
}

/** A pointer at a place, in both spaces. */
export interface PointerToolEvent {
	readonly type: 'pointerDown' | 'pointerMove' | 'pointerUp';
	readonly point: ImagePoint;
	readonly screen: ScreenPoint;
	/** 3 screen px or more from where it went down; decided once, in input. */
	readonly isDragging: boolean;
	/** 2 for the second of two quick presses in one place. */
	readonly clickCount: number;
	readonly modifiers: Modifiers;
	/** A finger: larger hit areas. */
	readonly isCoarse: boolean;
	/** Every position since the last event, for freehand; the last is `point`. */
	readonly trail: readonly TrailPoint[];
}

export interface TrailPoint {
	readonly x: number;
	readonly y: number;
	readonly timeMs: number;
}

export type ToolEvent =
	| PointerToolEvent
	/** Escape, or another tool is chosen. */
	| { readonly type: 'cancel' }
	/** The press in progress was taken away: a second finger, a lost pointer. */
	| { readonly type: 'abort' }
	/** Enter. */
	| { readonly type: 'finish' }
	| { readonly type: 'delete' }
	/** An arrow key: image px. `nudgeEnd` when the keys are up. */
	| { readonly type: 'nudge'; readonly dx: number; readonly dy: number }
	| { readonly type: 'nudgeEnd' }
	/** What the region tool's strokes select was found. */
	| {
			readonly type: 'regionFound';
			readonly strokes: readonly RegionStroke[];
			readonly found: FoundRegion;
	  };

/** What a tool asks for; the store carries it out in order. */
export type Effect =
	| { readonly type: 'gesture/begin'; readonly label: UndoLabel }
	| { readonly type: 'gesture/preview'; readonly commands: readonly Command[] }
	| { readonly type: 'gesture/commit' }
	| { readonly type: 'gesture/cancel' }
	| { readonly type: 'dispatch'; readonly label: UndoLabel; readonly commands: readonly Command[] }
	/** Takes a track away as if it had never been begun, when that was the last step. */
	| { readonly type: 'track/discard'; readonly trackId: string }
	| { readonly type: 'selection/set'; readonly selection: Selection }
	/** Its tracks are selected one by one from now on; null: no group's. */
	| { readonly type: 'group/open'; readonly groupId: string | null }
	| { readonly type: 'options/set'; readonly patch: Partial<ToolOptions> }
	/** Screen px. */
	| { readonly type: 'viewport/pan'; readonly dx: number; readonly dy: number }
	| { readonly type: 'viewport/zoom'; readonly at: ScreenPoint; readonly factor: number }
	/** Shows a rectangle of the image as large as it goes. */
	| { readonly type: 'viewport/show'; readonly rect: Rect };

/** What a tool may read. It never sees React, Konva or the store. */
export interface ToolContext {
	readonly document: WanDocument;
	readonly selection: Selection;
	readonly viewport: Viewport;
	readonly options: ToolOptions;
	/** The group whose tracks are selected one by one. */
	readonly openGroup: string | null;
	readonly hitTest: (screen: ScreenPoint, isCoarse: boolean) => Hit | null;
	/** Everything there, nearest first. */
	readonly hitAll: (screen: ScreenPoint, isCoarse: boolean) => readonly Hit[];
	readonly createId: () => string;
}

export interface Step<S> {
	readonly state: S;
	readonly effects: readonly Effect[];
}

export type Cursor =
	| 'default'
	| 'crosshair'
	| 'copy'
	| 'grab'
	| 'grabbing'
	| 'move'
	| 'ew-resize'
	| 'ns-resize'
	| 'nesw-resize'
	| 'nwse-resize'
	| 'pointer'
	| 'zoom-in'
	| 'zoom-out';

/** Keys of `text.editor.hints`: what pressing does now. */
export type HintKey =
	| 'selectIdle'
	| 'selectPoint'
	| 'selectPath'
	| 'translating'
	| 'brushing'
	| 'penIdle'
	| 'penDrawing'
	| 'crosshair'
	| 'crosshairPath'
	| 'crosshairDrag'
	| 'lineIdle'
	| 'shapesIdle'
	| 'handle'
	| 'lasso'
	| 'transforming'
	| 'cropping'
	| 'retiming'
	| 'freehandIdle'
	| 'freehandDrawing'
	| 'pinIdle'
	| 'regionIdle'
	| 'regionDrawing'
	| 'regionChosen'
	| 'hand'
	| 'zoom';

/** A tool is a function of state and event; `S` is a union whose rest state is `{ name: 'idle' }`. */
export interface Tool<S extends { readonly name: string }> {
	readonly id: ToolId;
	readonly initial: S;
	readonly transition: (state: S, event: ToolEvent, context: ToolContext) => Step<S>;
	readonly cursor: (state: S, hover: Hit | null) => Cursor;
	readonly hint: (state: S, hover: Hit | null) => HintKey;
}

export const stay = <S>(state: S): Step<S> => ({ state, effects: [] });
