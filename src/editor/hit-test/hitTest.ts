import type { Track, WanDocument } from '#core/document/document.ts';
import type { HandleSide } from '#core/geometry/bezierHandles.ts';
import type { ImagePoint, ScreenPoint } from '#core/geometry/point.ts';
import { flattenTrack, nearestOnTrack } from '#core/trajectory/samplePath.ts';
import { screenToImage, type Viewport } from '#render/scene/viewport.ts';
import { nothingSelected, type Selection } from '../store/selection.ts';

/** What lies under the pointer. */
export type Hit =
	| { readonly type: 'point'; readonly trackId: string; readonly index: number }
	/** The knob of a selected Bezier point's handle. */
	| {
			readonly type: 'handle';
			readonly trackId: string;
			readonly index: number;
			readonly side: HandleSide;
	  }
	| { readonly type: 'pin'; readonly trackId: string }
	| {
			readonly type: 'path';
			readonly trackId: string;
			/** The control point after which a new point here would come. */
			readonly segmentIndex: number;
			/** Place inside that segment, 0..1. */
			readonly t: number;
			/** The nearest place on the path. */
			readonly point: ImagePoint;
	  };

/** Radii in screen px, of UI.md "Hit areas". */
interface Radii {
	readonly point: number;
	readonly start: number;
	readonly path: number;
}
const fine: Radii = { point: 10, start: 12, path: 6 };
const coarse: Radii = { point: 22, start: 22, path: 12 };

/**
 * The nearest thing under a place of the screen: points beat handles, handles beat pins, pins beat paths; hidden and
 * locked tracks are never hit. Of equally near things the one drawn last wins. Handles are those of selected points.
 * Cost: O(points) with a bounding box test before each path.
 */
export function hitTest(
	document: WanDocument,
	viewport: Viewport,
	screen: ScreenPoint,
	isCoarse: boolean,
	selection: Selection = nothingSelected,
): Hit | null {
	const at = screenToImage(viewport, screen);
	const radii = isCoarse ? coarse : fine;
	const open = document.tracks.filter((track) => track.visible && !track.locked);
	return (
		nearestPoint(open, at, radii, viewport.scale) ??
		nearestHandle(open, selection, at, radii.point / viewport.scale) ??
		nearestPin(open, at, radii, viewport.scale) ??
		nearestPath(open, at, radii.path / viewport.scale)
	);
}

function nearestPoint(
	tracks: readonly Track[],
	at: ImagePoint,
	radii: Radii,
	scale: number,
): Hit | null {
	let found: Hit | null = null;
	let best = Number.POSITIVE_INFINITY;
	for (const track of tracks) {
		// The path passes through its control points, so its box holds them.
		if (track.kind === 'pin' || isFar(track, at, radii.start / scale)) continue;
		track.points.forEach((point, index) => {
			const distance = Math.hypot(point.x - at.x, point.y - at.y);
			const reach = (index === 0 ? radii.start : radii.point) / scale;
			if (distance > reach || distance > best) return;
			best = distance;
			found = { type: 'point', trackId: track.id, index };
		});
	}
	return found;
}

function nearestHandle(
	tracks: readonly Track[],
	{ points: chosen }: Selection,
	at: ImagePoint,
	reach: number,
): Hit | null {
	const track = chosen && tracks.find((t) => t.id === chosen.trackId);
	if (!chosen || !track) return null;
	let found: Hit | null = null;
	let best = reach;
	for (const index of chosen.indices) {
		const point = track.points[index];
		if (point?.mode !== 'bezier') continue;
		for (const side of ['in', 'out'] as const) {
			const handle = side === 'in' ? point.handleIn : point.handleOut;
			if (!handle) continue;
			const distance = Math.hypot(point.x + handle.x - at.x, point.y + handle.y - at.y);
			if (distance > best) continue;
			best = distance;
			found = { type: 'handle', trackId: track.id, index, side };
		}
	}
	return found;
}

/** Everything under a place, as `hitTest` ranks it, at most one thing of each track: what repeated clicks go through. */
export function hitAll(
	document: WanDocument,
	viewport: Viewport,
	screen: ScreenPoint,
	isCoarse: boolean,
): readonly Hit[] {
	const hits: Hit[] = [];
	let tracks = document.tracks;
	for (;;) {
		const hit = hitTest({ ...document, tracks }, viewport, screen, isCoarse);
		if (!hit) return hits;
		hits.push(hit);
		tracks = tracks.filter((track) => track.id !== hit.trackId);
	}
}

function nearestPin(
	tracks: readonly Track[],
	at: ImagePoint,
	radii: Radii,
	scale: number,
): Hit | null {
	let found: Hit | null = null;
	let best = radii.start / scale;
	for (const track of tracks) {
		const point = track.points[0];
		if (track.kind !== 'pin' || !point) continue;
		const distance = Math.hypot(point.x - at.x, point.y - at.y);
		if (distance > best) continue;
		best = distance;
		found = { type: 'pin', trackId: track.id };
	}
	return found;
}

function nearestPath(tracks: readonly Track[], at: ImagePoint, reach: number): Hit | null {
	let found: Hit | null = null;
	let best = reach;
	for (const track of tracks) {
		if (track.kind === 'pin' || track.points.length < 2 || isFar(track, at, best)) continue;
		const nearest = nearestOnTrack(track, at);
		if (nearest.distance > best) continue;
		best = nearest.distance;
		found = {
			type: 'path',
			trackId: track.id,
			segmentIndex: nearest.segmentIndex,
			t: nearest.t,
			point: nearest.point,
		};
	}
	return found;
}

function isFar(track: Track, at: ImagePoint, reach: number): boolean {
	const [left, top, right, bottom] = boundsOf(track);
	return at.x < left - reach || at.y < top - reach || at.x > right + reach || at.y > bottom + reach;
}

type Bounds = readonly [left: number, top: number, right: number, bottom: number];
const known = new WeakMap<Float64Array, Bounds>();

/** The box round a path, image px; remembered by its polyline. */
export function boundsOf(track: Track): Bounds {
	const line = flattenTrack(track);
	const found = known.get(line);
	if (found) return found;
	let left = Number.POSITIVE_INFINITY;
	let top = Number.POSITIVE_INFINITY;
	let right = Number.NEGATIVE_INFINITY;
	let bottom = Number.NEGATIVE_INFINITY;
	for (let i = 0; i + 1 < line.length; i += 2) {
		const x = line[i] as number;
		const y = line[i + 1] as number;
		if (x < left) left = x;
		if (x > right) right = x;
		if (y < top) top = y;
		if (y > bottom) bottom = y;
	}
	const bounds: Bounds = [left, top, right, bottom];
	known.set(line, bounds);
	return bounds;
}

/** Whether two hits are the same thing; for paths the place does not matter. */
export const isSameHit = (a: Hit | null, b: Hit | null): boolean =>
	a === b ||
	(a !== null &&
		b !== null &&
		a.type === b.type &&
		a.trackId === b.trackId &&
		(a.type !== 'point' || b.type !== 'point' || a.index === b.index) &&
		(a.type !== 'handle' || b.type !== 'handle' || (a.index === b.index && a.side === b.side)));
