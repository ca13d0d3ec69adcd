// One file because it is one search: what may be snapped to, and how a drag is drawn to the nearest of it.
import type { Track, WanDocument } from '#core/document/document.ts';
import { nearestOnTrack } from '#core/trajectory/samplePath.ts';
import { boundsOf } from '../hit-test/hitTest.ts';
import { frameRectOf, imageSizeOf } from '../store/imageSpace.ts';
import type { Selection } from '../store/selection.ts';
import type { ToolContext } from '../tools/tool.ts';
import type { Guide, Snapped, Snapper } from './snap.ts';

interface XY {
	readonly x: number;
	readonly y: number;
}

/** A value of one axis with the place it comes from; null: a line right through the picture. */
interface Stop {
	readonly value: number;
	readonly from: XY | null;
}

/** Screen px within which a drag is drawn to something. */
const reachScreenPx = 6;
/** Points that a drag of many is judged by. */
const maxMovers = 8;
/** With more points than this a drag would hang on one at every turn: it is then not lined up with others'. */
const maxAligned = 60;
/** With more paths than this there is one everywhere, and each costs its search at every move. */
const maxPaths = 60;

/**
 * Draws a drag to other control points, to paths, to even gaps and 45 degree directions of the moved point's own path,
 * to the picture's and the frame's edges, middle and thirds, and to the grid. Null when snapping is off.
 * Cost: once O(points), then O(points) a move with a bounding box test before each path.
 */
export function createSnapper(context: ToolContext, moved: Selection): Snapper | null {
	const { document, viewport, options } = context;
	if (!options.snaps) return null;
	const reach = reachScreenPx / viewport.scale;
	const movers = moversOf(document, moved);
	if (movers.length === 0) return null;
	const others = document.tracks.filter((t) => t.visible && !moved.trackIds.includes(t.id));
	const own = ownPlaces(document, moved);
	const places = [...others.flatMap((t) => t.points), ...own];
	const aligned = places.length > maxAligned ? own : places;
	const xs = [...stopsOf(document, 'x'), ...evenStops(others, movers, 'x')];
	const ys = [...stopsOf(document, 'y'), ...evenStops(others, movers, 'y')];
	const rays = moved.points?.indices.length === 1 ? raysOf(document, moved) : [];
	return (dx, dy) => {
		const shifted = movers.map((p) => ({ x: p.x + dx, y: p.y + dy }));
		return (
			toPlace(shifted, places, dx, dy, reach) ??
			toRay(shifted, rays, dx, dy, reach) ??
			toPath(shifted, others, dx, dy, reach) ??
			toStops(shifted, { xs, ys, places: aligned, grid: options.grid }, dx, dy, reach, document)
		);
	};
}

/** A single place drawn to what is near, for a point that is being set. @param not Tracks that are no target. */
export function snapPlace(
	context: ToolContext,
	at: XY,
	not: readonly string[],
): { readonly x: number; readonly y: number; readonly guides: readonly Guide[] } {
	const { document, viewport, options } = context;
	if (!options.snaps) return { x: at.x, y: at.y, guides: [] };
	const reach = reachScreenPx / viewport.scale;
	const others = document.tracks.filter((t) => t.visible && !not.includes(t.id));
	const places = document.tracks.filter((t) => t.visible).flatMap((t) => t.points);
	const aligned = places.length > maxAligned ? [] : places;
	const stops = { xs: stopsOf(document, 'x'), ys: stopsOf(document, 'y'), places: aligned };
	const { dx, dy, guides } =
		toPlace([at], places, 0, 0, reach) ??
		toPath([at], others, 0, 0, reach) ??
		toStops([at], { ...stops, grid: options.grid }, 0, 0, reach, document);
	return { x: at.x + dx, y: at.y + dy, guides };
}

function moversOf(document: WanDocument, { trackIds, points }: Selection): readonly XY[] {
	const tracks = document.tracks.filter((t) => trackIds.includes(t.id));
	if (points) {
		const own = tracks.find((t) => t.id === points.trackId)?.points ?? [];
		return points.indices.flatMap((i) => own[i] ?? []).slice(0, maxMovers);
	}
	return tracks.flatMap((t) => t.points.slice(0, 1)).slice(0, maxMovers);
}

/** Of the path that a moved point belongs to: its other points, and where the point would lie evenly between or after them. */
function ownPlaces(document: WanDocument, { points: chosen }: Selection): readonly XY[] {
	const track = chosen && document.tracks.find((t) => t.id === chosen.trackId);
	if (!chosen || !track) return [];
	const rest = track.points.filter((_, i) => !chosen.indices.includes(i));
	const i = chosen.indices[0];
	if (i === undefined || chosen.indices.length > 1) return rest;
	const [a2, a, b, b2] = [i - 2, i - 1, i + 1, i + 2].map((k) => track.points[k]);
	const even: XY[] = [];
	if (a && b) even.push({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
	if (a && a2) even.push({ x: 2 * a.x - a2.x, y: 2 * a.y - a2.y });
	if (b && b2) even.push({ x: 2 * b.x - b2.x, y: 2 * b.y - b2.y });
	return [...rest, ...even];
}

/** The neighbours of a moved point: from them it is drawn to multiples of 45 degrees. */
function raysOf(document: WanDocument, { points: chosen }: Selection): readonly XY[] {
	const track = chosen && document.tracks.find((t) => t.id === chosen.trackId);
	const i = chosen?.indices[0];
	return !track || i === undefined
		? []
		: [track.points[i - 1], track.points[i + 1]].flatMap((p) => p ?? []);
}

/** Edges, middle and thirds of the picture and edges and middle of the output frame. */
function stopsOf(document: WanDocument, axis: 'x' | 'y'): readonly Stop[] {
	const size = axis === 'x' ? 'width' : 'height';
	const image = imageSizeOf(document);
	const frame = frameRectOf(document);
	return [
		...[0, 1 / 3, 1 / 2, 2 / 3, 1].map((share) => share * image[size]),
		...[0, 1 / 2, 1].map((share) => frame[axis] + share * frame[size]),
	].map((value) => ({ value, from: null }));
}

/** Where a start would be as far from one other start as that is from another, or halfway between: even gaps. */
function evenStops(
	others: readonly Track[],
	movers: readonly XY[],
	axis: 'x' | 'y',
): readonly Stop[] {
	const at = movers[0];
	if (!at) return [];
	const near = others
		.flatMap((t) => t.points[0] ?? [])
		.map((p) => ({ p, distance: Math.hypot(p.x - at.x, p.y - at.y) }))
		.sort((a, b) => a.distance - b.distance)
		.slice(0, 6)
		.map(({ p }) => p);
	return near.flatMap((a, i) =>
		near.slice(i + 1).flatMap((b) => [
			{ value: (a[axis] + b[axis]) / 2, from: a },
			{ value: 2 * a[axis] - b[axis], from: a },
			{ value: 2 * b[axis] - a[axis], from: b },
		]),
	);
}

function toPlace(
	shifted: readonly XY[],
	places: readonly XY[],
	dx: number,
	dy: number,
	reach: number,
): Snapped | null {
	let best = reach;
	let found: Snapped | null = null;
	for (const p of shifted)
		for (const place of places) {
			const offX = place.x - p.x;
			const offY = place.y - p.y;
			if (Math.abs(offX) > best || Math.abs(offY) > best) continue;
			const distance = Math.hypot(offX, offY);
			if (distance > best) continue;
			best = distance;
			const guides: Guide[] = [{ type: 'place', x: place.x, y: place.y }];
			found = { dx: dx + offX, dy: dy + offY, guides };
		}
	return found;
}

function toRay(
	shifted: readonly XY[],
	rays: readonly XY[],
	dx: number,
	dy: number,
	reach: number,
): Snapped | null {
	const p = shifted[0];
	if (!p) return null;
	let best = reach * 0.7;
	let found: Snapped | null = null;
	for (const from of rays) {
		const vx = p.x - from.x;
		const vy = p.y - from.y;
		const angle = (Math.round(Math.atan2(vy, vx) / (Math.PI / 4)) * Math.PI) / 4;
		const along = vx * Math.cos(angle) + vy * Math.sin(angle);
		const x = from.x + along * Math.cos(angle);
		const y = from.y + along * Math.sin(angle);
		const distance = Math.hypot(x - p.x, y - p.y);
		if (distance > best) continue;
		best = distance;
		const ends = { x0: from.x, y0: from.y, x1: x, y1: y };
		const guides: Guide[] = [{ type: 'line', ...ends, isMeasured: true }];
		found = { dx: dx + x - p.x, dy: dy + y - p.y, guides };
	}
	return found;
}

function toPath(
	shifted: readonly XY[],
	others: readonly Track[],
	dx: number,
	dy: number,
	reach: number,
): Snapped | null {
	const p = shifted[0];
	if (!p || shifted.length > 1 || others.length > maxPaths) return null;
	let best = reach;
	let found: Snapped | null = null;
	for (const track of others) {
		if (track.points.length < 2) continue;
		const [left, top, right, bottom] = boundsOf(track);
		if (p.x < left - best || p.x > right + best || p.y < top - best || p.y > bottom + best)
			continue;
		const { distance, point } = nearestOnTrack(track, p);
		if (distance > best) continue;
		best = distance;
		const guides: Guide[] = [{ type: 'place', x: point.x, y: point.y }];
		found = { dx: dx + point.x - p.x, dy: dy + point.y - p.y, guides };
	}
	return found;
}

function toStops(
	shifted: readonly XY[],
	stops: {
		readonly xs: readonly Stop[];
		readonly ys: readonly Stop[];
		readonly places: readonly XY[];
		readonly grid: number;
	},
	dx: number,
	dy: number,
	reach: number,
	document: WanDocument,
): Snapped {
	const x = nearestStop(shifted, stops.xs, stops.places, stops.grid, 'x', reach);
	const y = nearestStop(shifted, stops.ys, stops.places, stops.grid, 'y', reach);
	const offX = x?.off ?? 0;
	const offY = y?.off ?? 0;
	const size = imageSizeOf(document);
	const guides: Guide[] = [];
	if (x && x.stop !== 'grid') {
		const place = shifted[x.mover] as XY;
		const { value, from } = x.stop;
		const to = place.y + offY;
		guides.push({
			type: 'line',
			x0: value,
			y0: from?.y ?? 0,
			x1: value,
			y1: from ? to : size.height,
			isMeasured: from !== null,
		});
	}
	if (y && y.stop !== 'grid') {
		const place = shifted[y.mover] as XY;
		const { value, from } = y.stop;
		const to = place.x + offX;
		guides.push({
			type: 'line',
			x0: from?.x ?? 0,
			y0: value,
			x1: from ? to : size.width,
			y1: value,
			isMeasured: from !== null,
		});
	}
	return { dx: dx + offX, dy: dy + offY, guides };
}

function nearestStop(
	shifted: readonly XY[],
	stops: readonly Stop[],
	places: readonly XY[],
	grid: number,
	axis: 'x' | 'y',
	reach: number,
): { readonly off: number; readonly mover: number; readonly stop: Stop | 'grid' } | null {
	let best = reach;
	let found: { off: number; mover: number; stop: Stop | 'grid' } | null = null;
	const consider = (off: number, mover: number, stop: Stop | 'grid') => {
		if (Math.abs(off) >= best) return;
		best = Math.abs(off);
		found = { off, mover, stop };
	};
	shifted.forEach((p, mover) => {
		const value = p[axis];
		for (const stop of stops) consider(stop.value - value, mover, stop);
		for (const place of places)
			if (Math.abs(place[axis] - value) < best)
				consider(place[axis] - value, mover, { value: place[axis], from: place });
	});
	if (grid > 0 && !found)
		shifted.slice(0, 1).forEach((p, mover) => {
			consider(Math.round(p[axis] / grid) * grid - p[axis], mover, 'grid');
		});
	return found;
}
