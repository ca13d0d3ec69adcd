import type { WanDocument } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import { footprintRadius } from '../guidance/footprint.ts';
import { framesPerLatent, type Guidance, guidanceOfTracks } from '../guidance/guidanceOfTracks.ts';
import { cellPx } from '../guidance/influenceWeights.ts';
import { sampleIndexOfFrame } from '../guidance/sampleIndexOfFrame.ts';
import type { FrameSamples } from '../trajectory/frameSamples.ts';
import { clipSeconds } from '../trajectory/time.ts';
import { lintWeights } from './lintWeights.ts';
import { type Finding, type Fix, findingOf, perRule } from './rules.ts';
import type { Steps } from './steps.ts';
import { legalLengthOf, trackFacts } from './trackFacts.ts';

/** Starts nearer than this at 480p take hold of one and the same thing. Source: measured sums of weights, 1.13 at 25 px. */
const startGapPx = 25;
/** Where a fix puts the second start. */
const movedGapPx = 30;
/** Tracks too near to each other, as the model's weights see them. */
export function* lintNearness(
	document: WanDocument,
	entries: readonly FrameSamples[],
): Steps<Finding[]> {
	const { frame, shot } = document;
	const scale = Math.min(frame.width, frame.height) / 480;
	const length = legalLengthOf(frame);
	const footprint = footprintRadius(frame, shot.temperature);
	// Two bells of weights add up to more than 1.2 between them up to 1.72 footprints apart.
	const crowdGap = Math.max(2 * movedGapPx * scale, 2 * footprint);
	const pairs = nearPairs(entries, document, crowdGap);
	if (pairs.length === 0) return [];
	yield;
	const guidance = guidanceOfTracks(
		entries.map(({ samples }) => samples),
		length,
	);
	const context: NearnessContext = { document, entries, guidance, length };
	yield;
	return [
		...lintStartPairs(context, pairs, scale),
		...(yield* lintRunningPairs(context, pairs, footprint)),
		...(yield* lintWeights(context, pairs, crowdGap)),
	];
}

export interface NearnessContext {
	readonly document: WanDocument;
	readonly entries: readonly FrameSamples[];
	readonly guidance: Guidance;
	readonly length: number;
}

/** Indices of two tracks. */
export type Pair = readonly [number, number];

/** In a crowd of thousands these are enough to say that it is one. */
const mostPairs = 20_000;
const pairsPerStep = 4096;

/** Pairs whose boxes come within a distance: no other pair can be too near. */
function nearPairs(entries: readonly FrameSamples[], document: WanDocument, gap: number): Pair[] {
	const boxes = entries.map((entry) => trackFacts(entry, document.frame).box);
	const pairs: Pair[] = [];
	for (const [i, a] of boxes.entries())
		for (let j = i + 1; j < boxes.length; j++) {
			if (pairs.length >= mostPairs) return pairs;
			const b = boxes[j]!;
			const isFar =
				b[0] - a[2] > gap || a[0] - b[2] > gap || b[1] - a[3] > gap || a[1] - b[3] > gap;
			if (!isFar) pairs.push([i, j]);
		}
	return pairs;
}

const startDistance = ({ entries }: NearnessContext, [i, j]: Pair): number => {
	const a = entries[i]!.samples;
	const b = entries[j]!.samples;
	return Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
};

/** One finding for each later track, with its nearest partner. */
function lintStartPairs(
	context: NearnessContext,
	pairs: readonly Pair[],
	scale: number,
): Finding[] {
	const { document, entries } = context;
	const nearest = new Map<number, Pair>();
	for (const pair of pairs) {
		const distance = startDistance(context, pair);
		if (distance >= startGapPx * scale) continue;
		const before = nearest.get(pair[1]);
		if (!before || distance < startDistance(context, before)) nearest.set(pair[1], pair);
	}
	return [...nearest.values()].slice(0, perRule).map((pair) => {
		const first = entries[pair[0]]!.track;
		const second = entries[pair[1]]!.track;
		return findingOf(
			'starts-too-close',
			second.id,
			undefined,
			{
				track: second.name,
				other: first.name,
				px: Math.round(startDistance(context, pair)),
				limit: Math.round(startGapPx * scale),
			},
			moveApart(context, pair, movedGapPx * scale, document),
		);
	});
}

/** Moves the later track away from the earlier one; only where nothing else is there. */
function moveApart(
	context: NearnessContext,
	[i, j]: Pair,
	gap: number,
	document: WanDocument,
): Fix[] {
	const { entries } = context;
	const a = entries[i]!.samples;
	const b = entries[j]!.samples;
	const { frame, image } = document;
	if (!image || entries[j]!.track.follow) return [];
	const angle = Math.atan2(b[1]! - a[1]!, b[0]! - a[0]!);
	const mapping = createFrameMapping(image, frame);
	const origin = mapping.toImage({ x: b[0]!, y: b[1]! });
	// Straight away first, then round it.
	for (let turn = 0; turn < 12; turn++) {
		const side = turn % 2 === 0 ? 1 : -1;
		const at = angle + (side * Math.ceil(turn / 2) * Math.PI) / 6;
		const x = a[0]! + gap * Math.cos(at);
		const y = a[1]! + gap * Math.sin(at);
		if (x < cellPx || y < cellPx || x > frame.width - cellPx || y > frame.height - cellPx) continue;
		const isFree = entries.every(
			({ samples }, n) => n === j || Math.hypot(samples[0]! - x, samples[1]! - y) >= gap - 0.5,
		);
		if (!isFree) continue;
		const target = mapping.toImage({ x, y });
		return [
			{
				id: 'moveApart',
				kind: 'moveApart',
				values: { track: entries[j]!.track.name },
				commands: [
					{
						type: 'track/translate',
						trackIds: [entries[j]!.track.id],
						dx: target.x - origin.x,
						dy: target.y - origin.y,
					},
				],
			},
		];
	}
	return [];
}

/** Tracks that start apart and then run closer than the footprint: the model blends the two things. */
function* lintRunningPairs(
	context: NearnessContext,
	pairs: readonly Pair[],
	footprint: number,
): Steps<Finding[]> {
	const { entries, guidance, document } = context;
	const { latents, trackCount, latentLength } = guidance;
	const indices = sampleIndexOfFrame(context.length);
	const seconds = clipSeconds(document.frame);
	const closest = new Map<number, { pair: Pair; distance: number; from: number; to: number }>();
	for (const [n, pair] of pairs.entries()) {
		if (n % pairsPerStep === pairsPerStep - 1) yield;
		if (startDistance(context, pair) < footprint) continue;
		let distance = footprint;
		let from = -1;
		let to = -1;
		for (let step = 1; step < latentLength; step++) {
			const a = (step * trackCount + pair[0]) * 3;
			const b = (step * trackCount + pair[1]) * 3;
			if (latents[a + 2] === 0 || latents[b + 2] === 0) continue;
			const d = Math.hypot(latents[a]! - latents[b]!, latents[a + 1]! - latents[b + 1]!);
			if (d >= footprint) continue;
			if (from < 0) from = step;
			to = step;
			distance = Math.min(distance, d);
		}
		const before = closest.get(pair[1]);
		if (from >= 0 && (!before || distance < before.distance))
			closest.set(pair[1], { pair, distance, from, to });
	}
	return [...closest.values()].slice(0, perRule).map(({ pair, distance, from, to }) => {
		const track = entries[pair[1]]!.track;
		const fromSample = indices[(from - 1) * framesPerLatent + 1]!;
		const toSample = indices[to * framesPerLatent]!;
		return findingOf(
			'tracks-too-close',
			track.id,
			{ trackId: track.id, fromSample, toSample },
			{
				track: track.name,
				other: entries[pair[0]]!.track.name,
				px: Math.round(distance),
				limit: Math.round(footprint * 10) / 10,
				from: oneDecimal((fromSample / 120) * seconds),
				to: oneDecimal((toSample / 120) * seconds),
			},
			[],
		);
	});
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
