import { createLens } from '#core/camera/cameraAt.ts';
import { isCameraStill } from '#core/camera/cameraPoseAt.ts';
import type { WanDocument } from '#core/document/document.ts';
import type { Affine } from '#core/geometry/affine.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import { holdLast } from '#core/trajectory/releasedAt.ts';
import { positionAtShare } from '#core/trajectory/time.ts';

/** A mover of a thumb: its box in the picture of parts, where it rests on the thumb, and the tracks that move it. */
export interface StarterPart {
	readonly tracks: readonly string[];
	readonly from: readonly number[];
	readonly at: readonly number[];
}

export interface StarterThumb {
	/** Pixels of the thumb. */
	readonly width: number;
	readonly height: number;
	readonly parts: readonly StarterPart[];
}

/** How a thumb moves; all in thumb pixels. */
export interface MovingStarter {
	/** From where a part rests to where it is at a share of the clip. */
	partAt(part: StarterPart, share: number): Affine;
	/** From the ground at rest to where the camera shows it. */
	groundAt(share: number): Affine;
	/** The ways of the moving tracks: x, y pairs. */
	readonly ways: readonly Float64Array[];
}

/** Less than this, thumb px, is no way worth showing. */
const leastReach = 3;

/** The motion of a shot as a little draft: each mover goes rigidly with its tracks. */
export function movingStarter(document: WanDocument, thumb: StarterThumb): MovingStarter {
	const scale = thumb.width / document.frame.width;
	const tracks = new Map(
		frameSamples(document).map(({ track, samples }) => [
			track.id,
			holdLast(samples).map((value) => value * scale),
		]),
	);
	const lens = createLens(document);
	const stands = isCameraStill(document.camera);
	return {
		partAt: (part, share) => {
			const ways = part.tracks.flatMap((id) => tracks.get(id) ?? []);
			return rigidMap(
				ways.map((way) => positionAtShare(way, 0)),
				ways.map((way) => positionAtShare(way, share)),
			);
		},
		groundAt: (share) => {
			if (stands) return [1, 0, 0, 1, 0, 0];
			const [a, b, c, d, e, f] = lens(share, 1);
			return [a, b, c, d, e * scale, f * scale];
		},
		ways: stands ? [...tracks.values()].filter(goesSomewhere) : [],
	};
}

const goesSomewhere = (way: Float64Array): boolean =>
	way.some((value, i) => Math.abs(value - way[i % 2]!) >= leastReach);

interface Place {
	readonly x: number;
	readonly y: number;
}

/**
 * The shift and turn that best takes places to others (least squares); one place: the shift alone; none: the identity.
 * Source: the plane's case of the orthogonal Procrustes problem (Kabsch 1976).
 */
export function rigidMap(from: readonly Place[], to: readonly Place[]): Affine {
	if (from.length === 0) return [1, 0, 0, 1, 0, 0];
	const [a, b] = [meanOf(from), meanOf(to)];
	let dot = 0;
	let cross = 0;
	from.forEach((p, i) => {
		const [px, py] = [p.x - a.x, p.y - a.y];
		const [qx, qy] = [to[i]!.x - b.x, to[i]!.y - b.y];
		dot += px * qx + py * qy;
		cross += px * qy - py * qx;
	});
	const angle = Math.atan2(cross, dot);
	const cos = Math.cos(angle);
	const sin = Math.sin(angle);
	return [cos, sin, -sin, cos, b.x - cos * a.x + sin * a.y, b.y - sin * a.x - cos * a.y];
}

const meanOf = (places: readonly Place[]): Place => ({
	x: places.reduce((sum, { x }) => sum + x, 0) / places.length,
	y: places.reduce((sum, { y }) => sum + y, 0) / places.length,
});
