import type { ControlPoint, Track } from '#core/document/document.ts';
import { pointTimes } from '#core/trajectory/pointTimes.ts';

/** The points whose time is not the track's start or end; none of a pin. */
export const innerPoints = (track: Track): readonly ControlPoint[] =>
	track.kind === 'pin' ? [] : track.points.slice(1, track.closed ? undefined : -1);

/** When a path passes its inner control points, shares of the clip, never falling. Empty for pins and paths of two points. */
export const pointShares = (track: Track): readonly number[] =>
	track.kind === 'pin' ? [] : [...pointTimes(track).slice(1, track.closed ? undefined : -1)];
