import type { Corner } from '../pins/findCorners.ts';
import { type ClipTrack, travelFrom } from './clipTrack.ts';

/** Grey levels: less is the noise of a coder. */
const leastChange = 5;
/** Px at 480p: less is the trembling of what stands still. */
const leastTravelPx = 3;
/** Of the frames: one seen for less of the clip tells little. */
const leastSeen = 0.5;
/** From the border, px: the window that is followed must lie in the picture. */
const inset = 12;

/** Between two points at 480p, px: nearer ones add up in the model. */
const spacingPx = 30;
/** Between two candidates, px: many of them, since not every one is on what moves. */
const candidateSpacingPx = 12;
/** As many times more candidates than points. */
const candidatesPerPoint = 6;

interface Size {
	readonly width: number;
	readonly height: number;
}

const scaleOf = ({ width, height }: Size): number => Math.min(width, height) / 480;

/**
 * Corners worth following: where the picture changes later, spaced, the strongest first, six for each point that is wanted.
 * @param corners Strongest first, whole pixels of the picture.
 * @param change As `changeAround` gives it.
 */
export function candidateCorners(
	corners: readonly Corner[],
	change: Float32Array,
	size: Size,
	wanted: number,
): Corner[] {
	const chosen: Corner[] = [];
	const spacing = candidateSpacingPx * scaleOf(size);
	for (const corner of corners) {
		if (chosen.length >= candidatesPerPoint * wanted) break;
		const { x, y } = corner;
		const isInside = x >= inset && y >= inset && x < size.width - inset && y < size.height - inset;
		if (!isInside || change[y * size.width + x]! < leastChange) continue;
		if (chosen.every((other) => Math.hypot(other.x - x, other.y - y) >= spacing))
			chosen.push(corner);
	}
	return chosen;
}

/**
 * The candidates that really move: seen for half of the clip or more, 30 px at 480p apart, those seen throughout before
 * those that get lost, each kind strongest first.
 * @param tracks One a candidate, strongest first.
 * @param at The frame in which they were picked.
 * @returns At most `wanted` of the tracks, in the candidates' order of preference; none when nothing moves.
 */
export function chooseMovers(
	tracks: readonly ClipTrack[],
	at: number,
	size: Size,
	wanted: number,
): ClipTrack[] {
	const scale = scaleOf(size);
	const movers = tracks
		.map((track) => ({ track, share: seenShare(track) }))
		.filter(({ share }) => share >= leastSeen)
		.filter(({ track }) => travelFrom(track, at) >= leastTravelPx * scale);
	const whole = movers.filter(({ share }) => share === 1);
	const others = movers.filter(({ share }) => share < 1);
	const chosen: ClipTrack[] = [];
	for (const { track } of [...whole, ...others]) {
		if (chosen.length >= wanted) break;
		const isSpaced = chosen.every((other) => distanceAt(other, track, at) >= spacingPx * scale);
		if (isSpaced) chosen.push(track);
	}
	return chosen;
}

function seenShare({ seen }: ClipTrack): number {
	let count = 0;
	for (const value of seen) count += value;
	return count / seen.length;
}

const distanceAt = (a: ClipTrack, b: ClipTrack, frame: number): number =>
	Math.hypot(
		a.places[frame * 2]! - b.places[frame * 2]!,
		a.places[frame * 2 + 1]! - b.places[frame * 2 + 1]!,
	);
