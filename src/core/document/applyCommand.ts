import { mapControlPoint } from '../geometry/affine.ts';
import { asBezier } from '../geometry/bezierHandles.ts';
import { withPace } from '../trajectory/pace.ts';
import { retimePoint, retimeTrack } from '../trajectory/retime.ts';
import { withFollow } from '../trajectory/withFollow.ts';
import { applyCameraCommand } from './cameraCommands.ts';
import type { Command } from './commands.ts';
import type { ControlPoint, Track, WanDocument } from './document.ts';
import { applyRegionCommand, withoutLostTracks } from './regionCommands.ts';

/**
 * The document after a command. Total: an unknown id or index changes nothing.
 * Untouched tracks keep their identity; a command without effect returns the same document.
 */
export function applyCommand(document: WanDocument, command: Command): WanDocument {
	switch (command.type) {
		case 'document/replace':
			return command.document;
		case 'document/rename':
			return { ...document, name: command.name };
		case 'image/set':
			return { ...document, image: command.image };
		case 'frame/set':
			return { ...document, frame: { ...document.frame, ...command.patch } };
		case 'shot/set':
			return { ...document, shot: { ...document.shot, ...command.patch } };
		case 'track/add':
			return withTracks(document, insertAt(document.tracks, command.index, command.track));
		case 'track/remove': {
			const left = document.tracks.filter((t) => !command.trackIds.includes(t.id));
			return left.length === document.tracks.length
				? document
				: withoutLostTracks(withTracks(document, left));
		}
		case 'track/set':
			return mapTracks(document, command.trackIds, (t) => ({ ...t, ...command.patch }));
		case 'track/translate':
			return mapTracks(document, command.trackIds, (t) => ({
				...t,
				points: t.points.map((p) => moved(p, command.dx, command.dy)),
			}));
		case 'track/transform':
			return mapTracks(document, command.trackIds, (t) => ({
				...t,
				points: t.points.map((p) => mapControlPoint(command.map, p)),
			}));
		case 'track/put': {
			const byId = new Map(command.tracks.map((t) => [t.id, t]));
			return mapTracks(document, [...byId.keys()], (t) => byId.get(t.id) ?? t);
		}
		case 'track/reorder': {
			const track = document.tracks.find((t) => t.id === command.trackId);
			if (!track) return document;
			const others = document.tracks.filter((t) => t !== track);
			return withTracks(document, insertAt(others, command.index, track));
		}
		case 'track/reshape': {
			const { points, closed, timing } = command;
			if (points.length === 0) return document;
			return mapTracks(document, [command.trackId], (t) => ({
				...t,
				kind: 'path',
				points,
				closed,
				timing,
			}));
		}
		case 'track/retime':
			return mapTracks(document, command.trackIds, (t) => retimeTrack(t, command.from, command.to));
		case 'track/follow':
			return mapTracks(document, command.trackIds, (t) =>
				withFollow(document.tracks, t, command.follow),
			);
		case 'tracks/replace':
			return withoutLostTracks(withTracks(document, command.tracks));
		case 'point/insert':
			return mapTracks(document, [command.trackId], (t) =>
				t.kind === 'pin' ? t : { ...t, points: insertAt(t.points, command.index, command.point) },
			);
		case 'point/translate':
			return mapPoints(document, command.trackId, command.indices, (p) =>
				moved(p, command.dx, command.dy),
			);
		case 'point/transform':
			return mapPoints(document, command.trackId, command.indices, (p) =>
				mapControlPoint(command.map, p),
			);
		case 'point/put':
			return mapPoints(document, command.trackId, [command.index], () => command.point);
		case 'point/remove':
			return removePoints(document, command.trackId, command.indices);
		case 'point/setMode':
			return mapPoints(document, command.trackId, command.indices, (p, index, t) =>
				command.mode === 'bezier'
					? asBezier(t.points, t.closed, index)
					: { ...p, mode: command.mode },
			);
		case 'point/retime':
			return mapTracks(document, [command.trackId], (t) =>
				retimePoint(t, command.index, command.time),
			);
		case 'point/setPace':
			return mapPoints(document, command.trackId, [command.index], (p) =>
				withPace(p, command.pace, command.side),
			);
		case 'camera/set':
		case 'camera/putKey':
		case 'camera/setKey':
		case 'camera/removeKeys':
			return applyCameraCommand(document, command);
		case 'region/put':
		case 'region/remove':
			return applyRegionCommand(document, command);
	}
}

const withTracks = (document: WanDocument, tracks: readonly Track[]): WanDocument => ({
	...document,
	tracks,
});

const moved = (p: ControlPoint, dx: number, dy: number): ControlPoint => ({
	...p,
	x: p.x + dx,
	y: p.y + dy,
});

function insertAt<T>(list: readonly T[], index: number | undefined, item: T): readonly T[] {
	const at = Math.max(0, Math.min(list.length, index ?? list.length));
	return [...list.slice(0, at), item, ...list.slice(at)];
}

function mapTracks(
	document: WanDocument,
	ids: readonly string[],
	change: (track: Track) => Track,
): WanDocument {
	let touched = false;
	const tracks = document.tracks.map((t) => {
		if (!ids.includes(t.id)) return t;
		const next = change(t);
		if (next !== t) touched = true;
		return next;
	});
	return touched ? withTracks(document, tracks) : document;
}

function mapPoints(
	document: WanDocument,
	trackId: string,
	indices: readonly number[],
	change: (point: ControlPoint, index: number, track: Track) => ControlPoint,
): WanDocument {
	return mapTracks(document, [trackId], (t) =>
		indices.some((i) => i in t.points)
			? { ...t, points: t.points.map((p, i) => (indices.includes(i) ? change(p, i, t) : p)) }
			: t,
	);
}

function removePoints(
	document: WanDocument,
	trackId: string,
	indices: readonly number[],
): WanDocument {
	const track = document.tracks.find((t) => t.id === trackId);
	if (!track) return document;
	const points = track.points.filter((_, i) => !indices.includes(i));
	if (points.length === track.points.length) return document;
	if (points.length === 0)
		return applyCommand(document, { type: 'track/remove', trackIds: [trackId] });
	return mapTracks(document, [trackId], (t) => ({ ...t, points }));
}
