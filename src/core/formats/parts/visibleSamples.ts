import type { ForeignSamples } from '../formatTypes.ts';

export interface VisibleSamples {
	/** Null: it is never visible. */
	readonly track: ForeignSamples | null;
	/** It was hidden before its end, and there its place was made up. */
	readonly hadGaps: boolean;
}

/**
 * A track of positions that are visible or not, as one that is told from the start until it is released: the model cannot be
 * told that a track begins later, so that it stands still there; within, it goes on evenly.
 * @param positions x, y pairs, `of` of them.
 */
export function visibleSamples(
	positions: Float64Array,
	isVisible: (index: number) => boolean,
): VisibleSamples {
	const of = positions.length / 2;
	let first = 0;
	while (first < of && !isVisible(first)) first++;
	if (first === of) return { track: null, hadGaps: false };
	let last = of - 1;
	while (!isVisible(last)) last--;
	const samples = positions.slice(0, (last + 1) * 2);
	let hadGaps = first > 0;
	for (let i = 0; i < first; i++) copy(samples, first, i);
	let before = first;
	for (let i = first + 1; i <= last; i++) {
		if (!isVisible(i)) continue;
		if (i > before + 1) hadGaps = true;
		for (let gap = before + 1; gap < i; gap++) between(samples, before, i, gap);
		before = i;
	}
	return { track: { kind: 'samples', samples, of }, hadGaps };
}

function copy(samples: Float64Array, from: number, to: number): void {
	samples[to * 2] = samples[from * 2]!;
	samples[to * 2 + 1] = samples[from * 2 + 1]!;
}

function between(samples: Float64Array, a: number, b: number, at: number): void {
	const part = (at - a) / (b - a);
	for (let k = 0; k < 2; k++)
		samples[at * 2 + k] = samples[a * 2 + k]! + part * (samples[b * 2 + k]! - samples[a * 2 + k]!);
}
