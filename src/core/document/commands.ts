import type { Affine } from '../geometry/affine.ts';
import type {
	ControlPoint,
	ImageRef,
	OutputFrame,
	PointMode,
	Shot,
	Track,
	WanDocument,
} from './document.ts';

/** A change of the document as a value. Indices count from 0; unknown ids and indices leave the document as it was. */
export type Command =
	| { readonly type: 'document/replace'; readonly document: WanDocument }
	| { readonly type: 'document/rename'; readonly name: string }
	| { readonly type: 'image/set'; readonly image: ImageRef | null }
	| { readonly type: 'frame/set'; readonly patch: Partial<OutputFrame> }
	| { readonly type: 'shot/set'; readonly patch: Partial<Shot> }
	| { readonly type: 'track/add'; readonly track: Track; readonly index?: number }
	| { readonly type: 'track/remove'; readonly trackIds: readonly string[] }
	| {
			readonly type: 'track/set';
			readonly trackIds: readonly string[];
			readonly patch: Partial<
				Pick<Track, 'name' | 'color' | 'visible' | 'locked' | 'closed' | 'timing'>
			>;
	  }
	| {
			readonly type: 'track/translate';
			readonly trackIds: readonly string[];
			readonly dx: number;
			readonly dy: number;
	  }
	/** Maps the control points of whole tracks and their handles. */
	| { readonly type: 'track/transform'; readonly trackIds: readonly string[]; readonly map: Affine }
	/** Puts changed tracks in the place of those with the same ids. */
	| { readonly type: 'track/put'; readonly tracks: readonly Track[] }
	| { readonly type: 'track/reorder'; readonly trackId: string; readonly index: number }
	| { readonly type: 'tracks/replace'; readonly tracks: readonly Track[] }
	| {
			readonly type: 'point/insert';
			readonly trackId: string;
			readonly index: number;
			readonly point: ControlPoint;
	  }
	| {
			readonly type: 'point/translate';
			readonly trackId: string;
			readonly indices: readonly number[];
			readonly dx: number;
			readonly dy: number;
	  }
	| {
			readonly type: 'point/transform';
			readonly trackId: string;
			readonly indices: readonly number[];
			readonly map: Affine;
	  }
	/** Puts a changed control point in the place of one. */
	| {
			readonly type: 'point/put';
			readonly trackId: string;
			readonly index: number;
			readonly point: ControlPoint;
	  }
	/** Removing the last point of a track removes the track. */
	| {
			readonly type: 'point/remove';
			readonly trackId: string;
			readonly indices: readonly number[];
	  }
	/** A point made `bezier` gets handles that leave the curve as it is. */
	| {
			readonly type: 'point/setMode';
			readonly trackId: string;
			readonly indices: readonly number[];
			readonly mode: PointMode;
	  };
