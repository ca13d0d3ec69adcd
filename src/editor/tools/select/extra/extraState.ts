import type { ControlPoint, WanDocument } from '#core/document/document.ts';
import type { HandleSide } from '#core/geometry/bezierHandles.ts';
import type { ImagePoint, Rect } from '#core/geometry/point.ts';
import type { Selection } from '../../../store/selection.ts';
import type { Effect, ToolContext } from '../../tool.ts';
import type { CropHandle } from './cropDrag.ts';
import type { BoxHandle } from './selectionBox.ts';

export type ExtraState =
	/** A Bezier handle follows the pointer. */
	| {
			readonly name: 'handling';
			readonly trackId: string;
			readonly index: number;
			readonly side: HandleSide;
			readonly point: ControlPoint;
			readonly origin: ImagePoint;
			readonly isDragging: boolean;
	  }
	| {
			readonly name: 'transforming';
			readonly handle: Exclude<BoxHandle, 'pivot'>;
			readonly box: Rect;
			readonly pivot: ImagePoint;
			readonly origin: ImagePoint;
			readonly moved: Selection;
			readonly isDragging: boolean;
	  }
	| { readonly name: 'pivoting'; readonly before: ToolContext['options']['pivot'] }
	| {
			readonly name: 'lassoing';
			readonly line: readonly ImagePoint[];
			readonly before: Selection;
			readonly adds: boolean;
	  }
	/** A moment of a path is dragged along it. */
	| {
			readonly name: 'retiming';
			readonly trackId: string;
			readonly share: number;
			readonly base: WanDocument;
			readonly isDragging: boolean;
	  }
	| {
			readonly name: 'cropping';
			readonly handle: CropHandle;
			readonly base: WanDocument;
			readonly origin: ImagePoint;
			readonly isDragging: boolean;
	  };

/** The rest state of these drags is none: the select tool goes on. */
export interface ExtraStep {
	readonly state: ExtraState | null;
	readonly effects: readonly Effect[];
}

export type ExtraStateOf<Name extends ExtraState['name']> = Extract<ExtraState, { name: Name }>;

/** Back to the select tool. */
export const done = (effects: readonly Effect[] = []): ExtraStep => ({ state: null, effects });
