import { framesPerLatent, type Guidance } from '../guidance/guidanceOfTracks.ts';
import { cellPx, type InfluenceOptions, writeInfluence } from '../guidance/influenceWeights.ts';
import { sampleIndexOfFrame } from '../guidance/sampleIndexOfFrame.ts';
import { clipSeconds } from '../trajectory/time.ts';
import type { NearnessContext, Pair } from './lintNearness.ts';
import { type Finding, type Fix, findingOf } from './rules.ts';

/** Sums of weights above this lie outside what the model was trained with. */
const overlapLimit = 1.2;

/** The heaviest sum of weights, and what more than two tracks in a cell add to it. */
export function lintWeights(
	context: NearnessContext,
	pairs: readonly Pair[],
	gap: number,
): Finding[] {
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
	for (let step = 1; step < guidance.latentLength; step++) {
		if (!isCrowded(guidance, pairs, step, gap)) continue;
		writeInfluence(guidance, options, step, weights);
		if (shot.topk > 2) writeInfluence(guidance, { ...options, topk: 2 }, step, byTwo);
		for (let cell = 0; cell < cells; cell++) {
			const weight = weights[cell]!;
			if (weight > worst.weight) worst = { weight, step, cell };
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

const isCrowded = (
	{ latents, trackCount }: Guidance,
	pairs: readonly Pair[],
	step: number,
	gap: number,
): boolean =>
	pairs.some(([i, j]) => {
		const a = (step * trackCount + i) * 3;
		const b = (step * trackCount + j) * 3;
		if (latents[a + 2] === 0 || latents[b + 2] === 0) return false;
		return Math.hypot(latents[a]! - latents[b]!, latents[a + 1]! - latents[b + 1]!) < gap;
	});

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
