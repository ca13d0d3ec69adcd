import type { ControlPoint, Track } from '../document/document.ts';
import { type Curve, createCurve } from '../geometry/curve.ts';

const open = new WeakMap<readonly ControlPoint[], Curve>();
const closed = new WeakMap<readonly ControlPoint[], Curve>();

/** The curve of a track, image pixels; remembered by its list of points, so that timing or colour cost nothing. */
export function trackCurve(track: Track): Curve {
	const known = track.closed ? closed : open;
	const found = known.get(track.points);
	if (found) return found;
	const points = track.kind === 'pin' ? track.points.slice(0, 1) : track.points;
	const curve = createCurve(points, track.closed);
	if (track.kind !== 'pin') known.set(track.points, curve);
	return curve;
}
