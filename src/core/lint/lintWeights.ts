import { framesPerLatent, type Guidance } from '../guidance/guidanceOfTracks.ts';
import { cellPx, type InfluenceOptions, writeInfluence } from '../guidance/influenceWeights.ts';
import { sampleIndexOfFrame } from '../guidance/sampleIndexOfFrame.ts';
import { clipSeconds } from '../trajectory/time.ts';
import type { NearnessContext, Pair } from './lintNearness.ts';
import { type Finding, type Fix, findingOf } from './rules.ts';
import type { Steps } from './steps.ts';

/** Sums of weights above this lie outside what the model was trained with. */
const overlapLimit = 1.2;

/** The heaviest sum of weights, and what more than two tracks in a cell add to it. */
export function* lintWeights(
	context: NearnessContext,
	pairs: readonly Pair[],
	gap: number,
): Steps<Finding[]> {
	const { document, guidance, entries } = context;
	const { frame, shot } = document;
	if (shot.topk === 1) return [];
	const options: InfluenceOptions = {
		width: frame.width,
		height: frame.height,
		temperature: shot.temperature,
		topk: shot.topk,
	};
	const columns = Math.floor(frame.width / cellPx);
	const cells = columns * Math.floor(frame.height / cellPx);
	const weights = new Float32Array(cells);
	const byTwo = new Float32Array(cells);
	let worst = { weight: 0, step: 0, cell: 0 };
	let extra = 0;
	for (const { step, apart } of crowdedSteps(guidance, pairs, gap)) {
		yield;
		// With two tracks a cell, only those so near to each other can beat what was found already.
		const reach = shot.topk === 2 ? reachOf(Math.max(worst.weight, overlapLimit), options) : gap;
		if (apart > reach) break;
		const told = shot.topk === 2 ? nearOnes(guidance, pairs, step, reach) : guidance;
		writeInfluence(told, options, told === guidance ? step : 1, weights);
		if (shot.topk > 2) writeInfluence(guidance, { ...options, topk: 2 }, step, byTwo);
		for (let cell = 0; cell < cells; cell++) {
			const weight = weights[cell]!;
			const isSooner = weight === worst.weight && step < worst.step;
			if (weight > worst.weight || isSooner) worst = { weight, step, cell };
			if (shot.topk > 2) extra = Math.max(extra, weight - byTwo[cell]!);
		}
	}
	const found: Finding[] = [];
	if (worst.weight > overlapLimit) {
		const x = ((worst.cell % columns) / Math.max(1, columns - 1)) * frame.width;
		const y = Math.floor(worst.cell / columns) * cellPx + cellPx / 2;
		const track = entries[nearestTrack(guidance, worst.step, x, y)]!.track;
		const indices = sampleIndexOfFrame(context.length);
		const fromSample = indices[(worst.step - 1) * framesPerLatent + 1]!;
		const toSample = indices[worst.step * framesPerLatent]!;
		found.push(
			findingOf(
				'weights-overlap',
				track.id,
				{ trackId: track.id, fromSample, toSample },
				{
					track: track.name,
					weight: (Math.round(worst.weight * 100) / 100).toFixed(2),
					x: Math.round(x),
					y: Math.round(y),
					from: oneDecimal((fromSample / 120) * clipSeconds(frame)),
				},
				[topkFix(1)],
			),
		);
	}
	if (extra > 0.1)
		found.push(
			findingOf(
				'topk-clusters',
				undefined,
				undefined,
				{ topk: shot.topk, extra: (Math.round(extra * 100) / 100).toFixed(2) },
				[topkFix(2)],
			),
		);
	return found;
}

const topkFix = (topk: number): Fix => ({
	id: `useTopk-${topk}`,
	kind: 'useTopk',
	values: { topk },
	commands: [{ type: 'shot/set', patch: { topk } }],
});

interface CrowdedStep {
	readonly step: number;
	/** Distance of its nearest two tracks, frame px. */
	readonly apart: number;
}

/** Latent steps in which two tracks come within a distance, the nearest first. */
function crowdedSteps(
	{ latents, trackCount, latentLength }: Guidance,
	pairs: readonly Pair[],
	gap: number,
): CrowdedStep[] {
	const steps: CrowdedStep[] = [];
	for (let step = 1; step < latentLength; step++) {
		let least = gap * gap;
		for (const [i, j] of pairs) {
			const a = (step * trackCount + i) * 3;
			const b = (step * trackCount + j) * 3;
			if (latents[a + 2] === 0 || latents[b + 2] === 0) continue;
			const dx = latents[a]! - latents[b]!;
			const dy = latents[a + 1]! - latents[b + 1]!;
			const square = dx * dx + dy * dy;
			if (square < least) least = square;
		}
		if (least < gap * gap) steps.push({ step, apart: Math.sqrt(least) });
	}
	return steps.sort((a, b) => a.apart - b.apart || a.step - b.step);
}

/** How far apart two tracks may be that add up to `weight` somewhere, frame px, a little over; by halving, since that falls. */
function reachOf(weight: number, options: InfluenceOptions): number {
	let low = 0;
	let high = Math.min(options.width, options.height) / 2;
	for (let n = 0; n < 16; n++) {
		const middle = (low + high) / 2;
		if (mostOfTwo(middle, options) >= weight) low = middle;
		else high = middle;
	}
	return high;
}

/** The most that two tracks so far apart add up to anywhere, a little over. */
function mostOfTwo(apart: number, { width, height, temperature }: InfluenceOptions): number {
	const d = (apart * 2) / Math.min(width, height);
	let most = 0;
	for (let i = 0; i <= 32; i++) {
		const x = (d / 2) * (i / 32);
		most = Math.max(most, Math.exp(-temperature * x * x) + Math.exp(-temperature * (d - x) ** 2));
	}
	return most + 0.01;
}

/** One step's guidance by the tracks that are near to another, as latent frame 1. */
function nearOnes(
	{ latents, trackCount, frames, length }: Guidance,
	pairs: readonly Pair[],
	step: number,
	reach: number,
): Guidance {
	const near = new Set<number>();
	const base = step * trackCount * 3;
	for (const [i, j] of pairs) {
		const a = base + i * 3;
		const b = base + j * 3;
		if (latents[a + 2] === 0 || latents[b + 2] === 0) continue;
		const dx = latents[a]! - latents[b]!;
		const dy = latents[a + 1]! - latents[b + 1]!;
		if (dx * dx + dy * dy <= reach * reach) near.add(i).add(j);
	}
	const own = new Float64Array(near.size * 6);
	let at = near.size * 3;
	for (const n of near) {
		own.set(latents.subarray(base + n * 3, base + n * 3 + 3), at);
		at += 3;
	}
	return { trackCount: near.size, length, latentLength: 2, frames, latents: own };
}

function nearestTrack(
	{ latents, trackCount }: Guidance,
	step: number,
	x: number,
	y: number,
): number {
	let nearest = 0;
	let best = Number.POSITIVE_INFINITY;
	for (let n = 0; n < trackCount; n++) {
		const at = (step * trackCount + n) * 3;
		const distance = Math.hypot(latents[at]! - x, latents[at + 1]! - y);
		if (latents[at + 2] === 0 || distance >= best) continue;
		best = distance;
		nearest = n;
	}
	return nearest;
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
