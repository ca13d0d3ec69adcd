import { isLostAt, type MeasuredTrack } from './measuredTrack.ts';
import type { PlannedTrack } from './readPlan.ts';

/** Sums up how a video followed its tracks; null where there is nothing to tell by, never a made-up number. */
export interface AdherenceNumbers {
	/** Mean distance from the plan, px, over frames from the second on in which the point was seen (ObjMC, EPE). */
	readonly meanErrorPx: number | null;
	/** Distance in the last frame of the plan (tracks: their mean); null when lost there. */
	readonly finalErrorPx: number | null;
	/** Share of track frames within 1 % of the diagonal, 0..1; a lost point is out. */
	readonly acc1: number | null;
	/** The same within 5 %. */
	readonly acc5: number | null;
	/** Share of track frames in which the point was seen, 0..1. */
	readonly appearanceRate: number | null;
	/** How much of the planned displacement there was: 0 frozen, 1 all of it; null for a plan that stays. */
	readonly gain: number | null;
}

export interface TrackAdherence extends AdherenceNumbers {
	/** From 0, in the order of the plan. */
	readonly track: number;
	/** Frames by which the video runs late (negative: early), -8..8; 0 unless it explains 70 % of the error. */
	readonly lagFrames: number | null;
	/** First frame in which the point was lost for good or for a while; null: never. */
	readonly lostFrom: number | null;
	/** The track whose path it took instead of its own, from 0; null: none. */
	readonly followsTrack: number | null;
	/** A distance a frame, px; null: lost, or the track is released. The first is 0. */
	readonly errorPx: readonly (number | null)[];
	/** Where it was in each frame, px; null: lost. */
	readonly places: readonly (readonly [x: number, y: number] | null)[];
}

export interface Adherence extends AdherenceNumbers {
	/** Over the tracks that move and were seen. */
	readonly lagFrames: number | null;
	readonly tracks: readonly TrackAdherence[];
}

export interface FrameSize {
	readonly width: number;
	readonly height: number;
}

const farthestLag = 8;
/** A plan whose mean displacement is under this share of the diagonal stays. */
const leastMotion = 0.005;

/**
 * How closely points of a video kept to their plan.
 * Sources: mean error = ObjMC (MotionCtrl 2023, DragAnything 2024) and EPE (Wan-Move's MoveBench); final error = MD-Img
 * (MotionPro); Acc@0.01, Acc@0.05 of the diagonal and appearance rate: ATI, arXiv 2505.22944. Gain and lag are ours:
 * gain = sum <m(t)-m(0), g(t)-g(0)> / sum |g(t)-g(0)|^2.
 * @param plan Of the video's frame count. @param measured One a track, in the same order and frame count.
 */
export function adherence(
	plan: readonly PlannedTrack[],
	measured: readonly MeasuredTrack[],
	frame: FrameSize,
): Adherence {
	const diagonal = Math.hypot(frame.width, frame.height);
	const sums = plan.map((track, i) => sumUp(track, measured[i]!, diagonal));
	const tracks = plan.map((track, i): TrackAdherence => {
		const found = measured[i]!;
		const numbers = numbersOf([sums[i]!]);
		return {
			track: i,
			...numbers,
			lagFrames: numbers.gain === null ? null : lagOf([track], [found]),
			lostFrom: lostFrom(track, found),
			followsTrack: followsTrack(plan, found, i, diagonal),
			errorPx: errorsOf(track, found),
			places: placesOf(found),
		};
	});
	const moving = plan.flatMap((_, i) => (sums[i]!.isMoving ? [i] : []));
	return {
		...numbersOf(sums),
		lagFrames:
			moving.length === 0
				? null
				: lagOf(
						moving.map((i) => plan[i]!),
						moving.map((i) => measured[i]!),
					),
		tracks,
	};
}

interface Sums {
	/** Track frames from the second on, and those in which the point was seen. */
	readonly frames: number;
	readonly seen: number;
	readonly error: number;
	readonly within1: number;
	readonly within5: number;
	readonly final: number | null;
	readonly along: number;
	readonly squares: number;
	readonly isMoving: boolean;
}

function sumUp(plan: PlannedTrack, measured: MeasuredTrack, diagonal: number): Sums {
	const { places: planned, visible } = plan;
	const { places } = measured;
	let [seen, error, within1, within5, along, squares, all] = [0, 0, 0, 0, 0, 0, 0];
	let final: number | null = null;
	for (let k = 1; k < visible; k++) {
		const gx = planned[2 * k]! - planned[0]!;
		const gy = planned[2 * k + 1]! - planned[1]!;
		all += gx * gx + gy * gy;
		if (isLostAt(measured, k)) continue;
		const miss = distanceAt(planned, places, k);
		seen++;
		error += miss;
		if (miss <= 0.01 * diagonal) within1++;
		if (miss <= 0.05 * diagonal) within5++;
		if (k === visible - 1) final = miss;
		along += (places[2 * k]! - places[0]!) * gx + (places[2 * k + 1]! - places[1]!) * gy;
		squares += gx * gx + gy * gy;
	}
	const frames = Math.max(0, visible - 1);
	const isMoving = frames > 0 && Math.sqrt(all / frames) > leastMotion * diagonal;
	return { frames, seen, error, within1, within5, final, along, squares, isMoving };
}

function numbersOf(sums: readonly Sums[]): AdherenceNumbers {
	const total = (of: (sum: Sums) => number) => sums.reduce((all, sum) => all + of(sum), 0);
	const [frames, seen] = [total((s) => s.frames), total((s) => s.seen)];
	const finals = sums.flatMap(({ final }) => (final === null ? [] : [final]));
	const moving = sums.filter(({ isMoving, squares }) => isMoving && squares > 0);
	const share = (part: number) => (frames > 0 ? part / frames : null);
	return {
		meanErrorPx: seen > 0 ? total((s) => s.error) / seen : null,
		finalErrorPx:
			finals.length > 0 ? finals.reduce((all, value) => all + value, 0) / finals.length : null,
		acc1: share(total((s) => s.within1)),
		acc5: share(total((s) => s.within5)),
		appearanceRate: share(seen),
		gain:
			moving.length > 0
				? moving.reduce((all, s) => all + s.along, 0) /
					moving.reduce((all, s) => all + s.squares, 0)
				: null,
	};
}

const distanceAt = (a: Float64Array, b: Float64Array, frame: number, other = frame): number =>
	Math.hypot(a[2 * other]! - b[2 * frame]!, a[2 * other + 1]! - b[2 * frame + 1]!);

/** The shift in time that explains the error best, if it explains most of it and more than half a pixel. */
function lagOf(plan: readonly PlannedTrack[], measured: readonly MeasuredTrack[]): number | null {
	const errorAt = (lag: number): number => {
		let [sum, count] = [0, 0];
		plan.forEach(({ places, visible }, i) => {
			for (let k = 1; k < visible; k++) {
				if (isLostAt(measured[i]!, k)) continue;
				const planned = Math.max(0, Math.min(places.length / 2 - 1, k - lag));
				sum += distanceAt(places, measured[i]!.places, k, planned);
				count++;
			}
		});
		return count > 0 ? sum / count : Number.NaN;
	};
	const onTime = errorAt(0);
	if (Number.isNaN(onTime)) return null;
	let [best, least] = [0, Math.min(onTime - 0.5, 0.3 * onTime)];
	for (let size = 1; size <= farthestLag; size++)
		for (const lag of [size, -size]) {
			const error = errorAt(lag);
			if (error < least) [best, least] = [lag, error];
		}
	return best;
}

/** Whether its displacement is another track's, not its own. */
function followsTrack(
	plan: readonly PlannedTrack[],
	found: MeasuredTrack,
	own: number,
	diagonal: number,
): number | null {
	const missOf = (track: PlannedTrack): number => {
		let [sum, count] = [0, 0];
		for (let k = 1; k < track.visible; k++) {
			if (isLostAt(found, k)) continue;
			const { places } = track;
			const dx = places[2 * k]! - places[0]! - (found.places[2 * k]! - found.places[0]!);
			const dy = places[2 * k + 1]! - places[1]! - (found.places[2 * k + 1]! - found.places[1]!);
			sum += Math.hypot(dx, dy);
			count++;
		}
		return count > 0 ? sum / count : Number.NaN;
	};
	const moves = (track: PlannedTrack): boolean =>
		Math.sqrt(meanSquare(track)) > 4 * leastMotion * diagonal;
	const miss = missOf(plan[own]!);
	if (!(miss > 0.02 * diagonal)) return null;
	let [best, least]: [number | null, number] = [null, 0.25 * miss];
	plan.forEach((track, i) => {
		if (i === own || !moves(track)) return;
		const error = missOf(track);
		if (error < least) [best, least] = [i, error];
	});
	return best;
}

function meanSquare({ places, visible }: PlannedTrack): number {
	let sum = 0;
	for (let k = 1; k < visible; k++) sum += distanceAt(places, places, k, 0) ** 2;
	return visible > 1 ? sum / (visible - 1) : 0;
}

function lostFrom({ visible }: PlannedTrack, measured: MeasuredTrack): number | null {
	for (let k = 0; k < visible; k++) if (isLostAt(measured, k)) return k;
	return null;
}

const errorsOf = ({ places, visible }: PlannedTrack, measured: MeasuredTrack) =>
	Array.from({ length: places.length / 2 }, (_, k) =>
		k >= visible || isLostAt(measured, k) ? null : distanceAt(places, measured.places, k),
	);

const placesOf = (measured: MeasuredTrack) =>
	Array.from({ length: measured.places.length / 2 }, (_, k) =>
		isLostAt(measured, k)
			? null
			: ([measured.places[2 * k]!, measured.places[2 * k + 1]!] as const),
	);
