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
import { sampleTrack } from '../trajectory/sampleTrack.ts';

/** How far a track may lie from where its thing has it at any sample, image px. */
const tolerance = 0.05;
/** Parts of a turn or a growth to begin with, where a curve through a few points would take another way: degrees, logarithm of the size. */
const turnStep = 30;
const growthStep = 0.3;

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

/** The moments of a motion with those in which something is keyed, or turns or grows so far that a curve needs a hint. */
function keyMoments({ keys }: RigidMotion): RigidKey[] {
	let before = restKey;
	return keys.flatMap((key) => {
		const parts = Math.max(
			1,
			Math.ceil(Math.abs(key.turn - before.turn) / turnStep),
			Math.ceil(Math.abs(Math.log(key.scale / before.scale)) / growthStep),
		);
		const from = before;
		before = key;
		return Array.from({ length: parts }, (_, part) => between(from, key, (part + 1) / parts));
	});
}

/** What a motion has reached at a share of the clip; after its last key it stays. */
function momentAt({ keys }: RigidMotion, time: number): RigidKey {
	const next = keys.findIndex((key) => key.time >= time);
	if (next < 0) return { ...(keys.at(-1) ?? restKey), time };
	const [from, to] = [keys[next - 1] ?? restKey, keys[next]!];
	return between(from, to, (time - from.time) / (to.time - from.time));
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

/** The track through the keyed moments, and through as many samples between them as keep it within the tolerance of its thing. */
function movedBy(track: Track, motion: RigidMotion): Track {
	const { x, y } = track.points[0]!;
	const placeAt = (moment: RigidKey) => rigidPlace(motion.pivot, moment, { x, y });
	const timing = { ...wholeClip, end: motion.keys.at(-1)?.time ?? 1 };
	let moments = keyMoments(motion);
	for (;;) {
		const points: ControlPoint[] = [
			{ x, y, mode: 'smooth' },
			...moments.map((at): ControlPoint => ({ ...placeAt(at), mode: 'smooth', time: at.time })),
		];
		const moved: Track = { ...track, kind: 'path', closed: false, points, timing };
		const missed = farthestSamples(moved, moments, (time) => placeAt(momentAt(motion, time)));
		if (missed.length === 0) return moved;
		moments = [...moments, ...missed.map((time) => momentAt(motion, time))].sort(
			(a, b) => a.time - b.time,
		);
	}
}

/** Of each stretch between two moments the sample that lies farthest from its place, if beyond the tolerance. Shares of the clip. */
function farthestSamples(
	track: Track,
	moments: readonly RigidKey[],
	placeAt: (time: number) => ImagePoint,
): number[] {
	const samples = sampleTrack(track);
	const missed: number[] = [];
	let from = 0;
	for (const { time: to } of moments) {
		let worst = { time: Number.NaN, off: tolerance };
		// A moment is on its place by itself; a sample at one is not asked.
		for (let i = Math.floor(from * last) + 1; i < to * last - 1e-6; i++) {
			const place = placeAt(i / last);
			const off = Math.hypot(samples[2 * i]! - place.x, samples[2 * i + 1]! - place.y);
			if (off > worst.off && i / last - from > 1e-6) worst = { time: i / last, off };
		}
		if (!Number.isNaN(worst.time)) missed.push(worst.time);
		from = to;
	}
	return missed;
}

const last = SAMPLE_COUNT - 1;
