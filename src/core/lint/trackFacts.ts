import type { OutputFrame } from '../document/document.ts';
import { cellPx } from '../guidance/influenceWeights.ts';
import { isLegalLength, nearestLegalLengths } from '../guidance/legalLength.ts';
import { sampleIndexOfFrame } from '../guidance/sampleIndexOfFrame.ts';
import type { FrameSamples } from '../trajectory/frameSamples.ts';
import { clipSeconds } from '../trajectory/time.ts';

/** A stretch of samples and how bad it is. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
	readonly amount: number;
}

/** What the rules want to know of one track's motion; frame pixels, samples 0..120. */
export interface TrackFacts {
	/** The farthest it gets from its start. */
	readonly reach: number;
	/** From its first to its last sample. */
	readonly dx: number;
	readonly dy: number;
	/** What it covers: left, top, right, bottom. */
	readonly box: readonly [number, number, number, number];
	/** Two frames with more than half the width between them, `amount` px in two frames. */
	readonly tooFast: Stretch | null;
	/** It goes to and fro faster than 2 Hz, `amount` Hz. */
	readonly wiggle: Stretch | null;
	/** It stops again and again for a sample or two, `amount` times. */
	readonly stutter: Stretch | null;
	/** Its positions were rounded to whole pixels: its steps are uneven for it, though it stays within a pixel of an even way. */
	readonly isIntegerRounded: boolean;
}

const known = new WeakMap<FrameSamples, { readonly key: string; readonly facts: TrackFacts }>();

/** Facts of a track, remembered with its samples. Cost: O(samples) once. */
export function trackFacts(entry: FrameSamples, frame: OutputFrame): TrackFacts {
	const key = `${frame.width} ${frame.height} ${frame.length} ${frame.fps}`;
	const found = known.get(entry);
	if (found?.key === key) return found.facts;
	const facts = computeFacts(entry.samples, frame);
	known.set(entry, { key, facts });
	return facts;
}

/** Whether the model is told of any motion at all: less than a latent cell is none. */
export const isMoving = (facts: TrackFacts): boolean => facts.reach >= cellPx;

/** The document's length, or the nearest that ATI renders. */
export const legalLengthOf = ({ length }: OutputFrame): number =>
	isLegalLength(length) ? length : (nearestLegalLengths(length).at(-1) ?? 81);

function computeFacts(samples: Float64Array, frame: OutputFrame): TrackFacts {
	const count = samples.length / 2;
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	let reach = 0;
	for (let i = 0; i < count; i++) {
		const x = samples[i * 2]!;
		const y = samples[i * 2 + 1]!;
		box[0] = Math.min(box[0], x);
		box[1] = Math.min(box[1], y);
		box[2] = Math.max(box[2], x);
		box[3] = Math.max(box[3], y);
		reach = Math.max(reach, Math.hypot(x - samples[0]!, y - samples[1]!));
	}
	return {
		reach,
		box,
		dx: samples[count * 2 - 2]! - samples[0]!,
		dy: samples[count * 2 - 1]! - samples[1]!,
		tooFast: findTooFast(samples, frame),
		wiggle: findWiggle(samples, frame),
		stutter: reach < cellPx ? null : findStutter(samples),
		isIntegerRounded: reach >= cellPx && (isIntegerRounded(samples) || isJerky(samples)),
	};
}

function findTooFast(samples: Float64Array, frame: OutputFrame): Stretch | null {
	const indices = sampleIndexOfFrame(legalLengthOf(frame));
	const limit = frame.width / 2;
	let from = -1;
	let to = -1;
	let amount = 0;
	for (let k = 2; k < indices.length; k++) {
		const a = indices[k - 2]! * 2;
		const b = indices[k]! * 2;
		if (b >= samples.length) break;
		const step = Math.hypot(samples[b]! - samples[a]!, samples[b + 1]! - samples[a + 1]!);
		if (step <= limit) continue;
		if (from < 0) from = a / 2;
		to = b / 2;
		amount = Math.max(amount, step);
	}
	return from < 0 ? null : { from, to, amount };
}

/** A to-and-fro of fewer px at 480p is lost in a latent cell anyway. */
const wiggleAmplitudePx = 4;
/** Half a period of 2 Hz. */
const halfPeriodSeconds = 0.25;
/** So many quick turns in a row make a wiggle: one and a half periods. */
const quickTurns = 3;

function findWiggle(samples: Float64Array, frame: OutputFrame): Stretch | null {
	const seconds = clipSeconds(frame) / 120;
	if (seconds <= 0) return null;
	const amplitude = (wiggleAmplitudePx * Math.min(frame.width, frame.height)) / 480;
	for (const axis of [0, 1]) {
		const turns = turnsOf(samples, axis, amplitude);
		let first = 0;
		for (let i = 1; i <= turns.length; i++) {
			const isQuick =
				i < turns.length && (turns[i]! - turns[i - 1]!) * seconds < halfPeriodSeconds - 1e-9;
			if (isQuick) continue;
			const gaps = i - 1 - first;
			if (gaps >= quickTurns) {
				const from = turns[first]!;
				const to = turns[i - 1]!;
				return { from, to, amount: gaps / (2 * (to - from) * seconds) };
			}
			first = i;
		}
	}
	return null;
}

/** Samples at which one coordinate turns round, ripples below the amplitude left out. */
function turnsOf(samples: Float64Array, axis: number, amplitude: number): number[] {
	const turns: number[] = [];
	let direction = 0;
	let extreme = 0;
	for (let i = 1; i * 2 < samples.length; i++) {
		const value = samples[i * 2 + axis]!;
		const best = samples[extreme * 2 + axis]!;
		const change = value - best;
		if (direction === 0) {
			if (Math.abs(change) < amplitude) continue;
			direction = Math.sign(change);
			extreme = i;
		} else if (change * direction >= 0) extreme = i;
		else if (Math.abs(change) >= amplitude) {
			turns.push(extreme);
			direction = -direction;
			extreme = i;
		}
	}
	return turns;
}

/** Short stops between moves from which a track counts as stuttering. */
const stutterStops = 6;

function findStutter(samples: Float64Array): Stretch | null {
	let stops = 0;
	let first = -1;
	let last = -1;
	let held = 0;
	let hasMoved = false;
	for (let i = 1; i * 2 < samples.length; i++) {
		const isStill =
			samples[i * 2] === samples[i * 2 - 2] && samples[i * 2 + 1] === samples[i * 2 - 1];
		if (isStill) {
			held++;
			continue;
		}
		if (hasMoved && held >= 1 && held <= 2) {
			stops++;
			if (first < 0) first = i - 1 - held;
			last = i;
		}
		hasMoved = true;
		held = 0;
	}
	return stops >= stutterStops ? { from: first, to: last, amount: stops } : null;
}

function isIntegerRounded(samples: Float64Array): boolean {
	let uneven = 0;
	for (let i = 0; i < samples.length; i++) {
		if (!Number.isInteger(samples[i]!)) return false;
		if (i >= 4 && samples[i]! - 2 * samples[i - 2]! + samples[i - 4]! !== 0) uneven++;
	}
	return uneven >= 10;
}

/** Samples either side of the mean that stands for the even way. */
const evenHalf = 4;
/** Farther than this from it, frame px, is motion and no rounding. */
const roundedPx = 1.2;
/** Changes of the step that an even motion does not have. */
const jerkPx = 0.3;

/** Rounded positions that were fitted with a curve: no whole numbers any more, but a quarter of the steps are jerks. */
function isJerky(samples: Float64Array): boolean {
	const count = samples.length / 2;
	let jerks = 0;
	for (let i = evenHalf; i < count - evenHalf; i++) {
		let off = 0;
		let jerk = 0;
		for (const axis of [0, 1]) {
			let sum = 0;
			for (let j = i - evenHalf; j <= i + evenHalf; j++) sum += samples[j * 2 + axis]!;
			const value = samples[i * 2 + axis]!;
			off = Math.max(off, Math.abs(value - sum / (2 * evenHalf + 1)));
			const bend = samples[i * 2 - 2 + axis]! - 2 * value + samples[i * 2 + 2 + axis]!;
			jerk = Math.max(jerk, Math.abs(bend));
		}
		if (off > roundedPx) return false;
		if (jerk > jerkPx) jerks++;
	}
	return jerks > (count - 2 * evenHalf) / 4;
}
