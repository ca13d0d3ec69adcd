import type { Affine } from '../geometry/affine.ts';
import type { PaceSide } from '../trajectory/pace.ts';
import type {
	Camera,
	CameraKey,
	ControlPoint,
	Follow,
	ImageRef,
	OutputFrame,
	PointMode,
	Region,
	Shot,
	Timing,
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
				Pick<
					Track,
					'name' | 'color' | 'visible' | 'locked' | 'closed' | 'timing' | 'staysOnScreen' | 'depth'
				>
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
	/** Another way to go and its timing; the track stays what it is otherwise. A pin becomes a path. */
	| {
			readonly type: 'track/reshape';
			readonly trackId: string;
			readonly points: readonly ControlPoint[];
			readonly closed: boolean;
			readonly timing: Timing;
	  }
	/** Its whole timing, time keys and release too, moved and stretched so that `from` becomes `to`; held to the clip. */
	| {
			readonly type: 'track/retime';
			readonly trackIds: readonly string[];
			readonly from: Pick<Timing, 'start' | 'end'>;
			readonly to: Pick<Timing, 'start' | 'end'>;
	  }
	/** A leader, or null for none; one that would close a circle changes nothing. */
	| {
			readonly type: 'track/follow';
			readonly trackIds: readonly string[];
			readonly follow: Follow | null;
	  }
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
	  }
	/** A time key (share of the clip), or null to let the point rove; see `retimePoint`. */
	| {
			readonly type: 'point/retime';
			readonly trackId: string;
			readonly index: number;
			readonly time: number | null;
	  }
	/** Speed at a fixed place, a multiple of the automatic one (0..10); 1 takes it away. */
	| {
			readonly type: 'point/setPace';
			readonly trackId: string;
			readonly index: number;
			readonly pace: number;
			/** Only where it is reached or left; absent: both. */
			readonly side?: PaceSide;
	  }
	| { readonly type: 'camera/set'; readonly patch: Partial<Camera> }
	/** Adds a key at its time, in order; one that is within half a sample of it gives way. */
	| { readonly type: 'camera/putKey'; readonly key: CameraKey }
	/** Changes one key. Its time is held between its neighbours, so that keys keep their order and their indices. */
	| {
			readonly type: 'camera/setKey';
			readonly index: number;
			readonly patch: Partial<CameraKey>;
	  }
	| { readonly type: 'camera/removeKeys'; readonly indices: readonly number[] }
	/** Adds a region or puts it in the place of the one with its id; of its tracks those that the document has, one at least. */
	| { readonly type: 'region/put'; readonly region: Region }
	| { readonly type: 'region/remove'; readonly regionIds: readonly string[] };
