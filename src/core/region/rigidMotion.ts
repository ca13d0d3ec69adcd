import type { Command } from '../document/commands.ts';
import {
	type ControlPoint,
	type Region,
	type RigidKey,
	type RigidMotion,
	SAMPLE_COUNT,
	type Track,
	type WanDocument,
	wholeClip,
} from '../document/document.ts';
import type { ImagePoint } from '../geometry/point.ts';

/** A part of a turn or a growth that a smooth curve follows to a fraction of a pixel: degrees, and of the logarithm of the size. */
const turnStep = 6;
const growthStep = 0.06;
/** Where it turns or grows at all, each point's pace is fixed so often, share of the clip: at each sample, as paces differ from point to point. */
const timeStep = 1 / (SAMPLE_COUNT - 1);

export const restKey: RigidKey = { time: 0, x: 0, y: 0, turn: 0, scale: 1 };

/** Where a place of a thing lies at a moment of its motion: turned and scaled about the pivot, then moved. Image pixels. */
export function rigidPlace(pivot: ImagePoint, key: RigidKey, { x, y }: ImagePoint): ImagePoint {
	const angle = (key.turn / 180) * Math.PI;
	const cos = Math.cos(angle) * key.scale;
	const sin = Math.sin(angle) * key.scale;
	const dx = x - pivot.x;
	const dy = y - pivot.y;
	return {
		x: pivot.x + key.x + cos * dx - sin * dy,
		y: pivot.y + key.y + sin * dx + cos * dy,
	};
}

/** The control points of a track that starts at a place of the thing: a time key for each key, more where it turns or grows. */
export function rigidPoints(
	place: ImagePoint,
	{ pivot, keys }: RigidMotion,
): { readonly points: readonly ControlPoint[]; readonly end: number } {
	const points: ControlPoint[] = [{ ...place, mode: 'smooth' }];
	const isShifted = keys.every(({ turn, scale }) => turn === 0 && scale === 1);
	let before = restKey;
	for (const key of keys) {
		const parts = Math.max(
			1,
			isShifted ? 1 : Math.ceil((key.time - before.time) / timeStep),
			Math.ceil(Math.abs(key.turn - before.turn) / turnStep),
			Math.ceil(Math.abs(Math.log(key.scale / before.scale)) / growthStep),
		);
		for (let part = 1; part <= parts; part++) {
			const at = between(before, key, part / parts);
			points.push({ ...rigidPlace(pivot, at, place), mode: 'smooth', time: at.time });
		}
		before = key;
	}
	return { points, end: keys.at(-1)?.time ?? 1 };
}

/** Even in time; the size by its logarithm. */
function between(a: RigidKey, b: RigidKey, share: number): RigidKey {
	const mix = (from: number, to: number) => from + (to - from) * share;
	return {
		time: mix(a.time, b.time),
		x: mix(a.x, b.x),
		y: mix(a.y, b.y),
		turn: mix(a.turn, b.turn),
		scale: a.scale * (b.scale / a.scale) ** share,
	};
}

/**
 * The commands that give a region's tracks another motion, all as one stiff thing. Their starts stay.
 * @param keys In order of time, each later than 0; none: it stands still.
 */
export function rigidCommands(
	document: Pick<WanDocument, 'tracks'>,
	region: Region,
	motion: RigidMotion,
): Command[] {
	const tracks = document.tracks
		.filter(({ id, locked }) => region.trackIds.includes(id) && !locked)
		.map((track) => movedBy(track, motion));
	return [
		{ type: 'region/put', region: { ...region, motion } },
		{ type: 'track/put', tracks },
	];
}

function movedBy(track: Track, motion: RigidMotion): Track {
	const { x, y } = track.points[0]!;
	const { points, end } = rigidPoints({ x, y }, motion);
	return { ...track, kind: 'path', closed: false, points, timing: { ...wholeClip, end } };
}
