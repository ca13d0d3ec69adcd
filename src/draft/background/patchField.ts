import { type GroundLevel, holeDepth } from './groundLevel.ts';

/** Patches are squares of 2 x reach + 1 cells. */
const patchReach = 3;
/** What a filled cell counts beside a known one, per step into the hole. */
const trustPerStep = 0.75;
/**
 * Cost of a source that lies higher or lower, and to the side, a squared share of the picture's size: what stands at one
 * height looks alike, and what is near. Found on six layered scenes, see ADR 10.
 */
const heightCost = 20_000;
const sideCost = 3000;

/** For each patch that touches a hole: where in what is known the picture looks most like it. */
export interface PatchField {
	/** Cells whose patch touches a hole, row by row. */
	readonly targets: Int32Array;
	/** Cells whose patch is wholly known. */
	readonly sources: Int32Array;
	/** 1 for a source. */
	readonly isSource: Uint8Array;
	/** cells: the source of each target, -1 elsewhere. */
	readonly match: Int32Array;
	/** cells: mean squared difference to it. */
	readonly cost: Float32Array;
	/** cells: 1 known, less the deeper in the hole. */
	readonly trust: Float32Array;
}

/** @returns undefined when no patch of the picture is wholly known. */
export function createPatchField(level: GroundLevel): PatchField | undefined {
	const { width, height } = level;
	const depth = holeDepth(level);
	const targets: number[] = [];
	const sources: number[] = [];
	const isSource = new Uint8Array(width * height);
	const touched = touchedPatches(level);
	for (let at = 0; at < touched.length; at++) {
		const x = at % width;
		const y = (at - x) / width;
		const isWhole =
			x >= patchReach && y >= patchReach && x < width - patchReach && y < height - patchReach;
		if (touched[at] === 1) targets.push(at);
		else if (isWhole) {
			sources.push(at);
			isSource[at] = 1;
		}
	}
	if (sources.length === 0) return undefined;
	return {
		targets: Int32Array.from(targets),
		sources: Int32Array.from(sources),
		isSource,
		match: new Int32Array(width * height).fill(-1),
		cost: new Float32Array(width * height).fill(Number.POSITIVE_INFINITY),
		trust: Float32Array.from(depth, (steps) => trustPerStep ** Math.min(40, steps)),
	};
}

function touchedPatches({ width, height, hole }: GroundLevel): Uint8Array {
	const touched = new Uint8Array(hole.length);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			if (hole[y * width + x] === 0) continue;
			for (let j = Math.max(0, y - patchReach); j <= Math.min(height - 1, y + patchReach); j++)
				for (let i = Math.max(0, x - patchReach); i <= Math.min(width - 1, x + patchReach); i++)
					touched[j * width + i] = 1;
		}
	return touched;
}

/**
 * Looks for better matches by PatchMatch (Barnes et al., SIGGRAPH 2009): what serves a neighbour, then places at random,
 * ever closer. Costs are counted anew first, since the fill has changed.
 * @param random 0..1.
 */
export function improveMatches(
	level: GroundLevel,
	field: PatchField,
	passes: number,
	random: () => number,
): void {
	const { width, height } = level;
	const { targets, sources, isSource, match, cost } = field;
	for (const at of targets) {
		if (match[at]! < 0 || isSource[match[at]!] === 0)
			match[at] = sources[Math.floor(random() * sources.length)]!;
		cost[at] = patchCost(level, field, at, match[at]!, Number.POSITIVE_INFINITY);
	}
	const attempt = (at: number, source: number) => {
		if (source === match[at]) return;
		const next = patchCost(level, field, at, source, cost[at]!);
		if (next < cost[at]!) {
			cost[at] = next;
			match[at] = source;
		}
	};
	for (let pass = 0; pass < passes; pass++) {
		const step = pass % 2 === 0 ? 1 : -1;
		for (let i = 0; i < targets.length; i++) {
			const at = targets[step > 0 ? i : targets.length - 1 - i]!;
			const x = at % width;
			for (const back of [x - step >= 0 && x - step < width ? step : 0, step * width]) {
				const from = at - back;
				if (back === 0 || from < 0 || from >= match.length || match[from]! < 0) continue;
				const moved = match[from]! + back;
				if (moved >= 0 && moved < match.length && isSource[moved] === 1) attempt(at, moved);
			}
			for (let reach = Math.max(width, height); reach >= 1; reach /= 2) {
				const best = match[at]!;
				const column = (best % width) + Math.round((2 * random() - 1) * reach);
				const row = Math.floor(best / width) + Math.round((2 * random() - 1) * reach);
				if (column < 0 || row < 0 || column >= width || row >= height) continue;
				if (isSource[row * width + column] === 1) attempt(at, row * width + column);
			}
		}
	}
}

/** Weighted mean squared difference of two patches, or anything above `enough` once it is passed. */
function patchCost(
	{ width, height, rgb }: GroundLevel,
	{ trust }: PatchField,
	target: number,
	source: number,
	enough: number,
): number {
	const x = target % width;
	const y = (target - x) / width;
	const left = Math.max(-patchReach, -x);
	const right = Math.min(patchReach, width - 1 - x);
	const top = Math.max(-patchReach, -y);
	const bottom = Math.min(patchReach, height - 1 - y);
	const rise = (y - Math.floor(source / width)) / height;
	const side = (x - (source % width)) / width;
	const far = heightCost * rise * rise + sideCost * side * side;
	let weights = 0;
	for (let j = top; j <= bottom; j++)
		for (let i = left; i <= right; i++) weights += trust[target + j * width + i]!;
	const most = (enough - far) * weights;
	let sum = 0;
	for (let j = top; j <= bottom; j++) {
		for (let i = left; i <= right; i++) {
			const a = target + j * width + i;
			const p = 3 * a;
			const q = 3 * (source + j * width + i);
			const red = rgb[p]! - rgb[q]!;
			const green = rgb[p + 1]! - rgb[q + 1]!;
			const blue = rgb[p + 2]! - rgb[q + 2]!;
			sum += trust[a]! * (red * red + green * green + blue * blue);
		}
		if (sum > most) return Number.POSITIVE_INFINITY;
	}
	return sum / weights + far;
}

/** Gives each cell of a hole what the patches over it say, the likelier more (Wexler et al., PAMI 2007). */
export function voteColours(level: GroundLevel, field: PatchField): void {
	const { width, height, rgb, hole } = level;
	const { targets, match, cost, trust } = field;
	const sorted = Float32Array.from(targets, (at) => cost[at]!).sort();
	const usual = Math.max(1, sorted[Math.floor(sorted.length * 0.75)] ?? 1);
	const sum = new Float32Array(rgb.length);
	const weight = new Float32Array(hole.length);
	for (const at of targets) {
		const share = trust[at]! * Math.exp(-cost[at]! / (2 * usual));
		const x = at % width;
		const y = (at - x) / width;
		const shift = match[at]! - at;
		for (let j = Math.max(0, y - patchReach); j <= Math.min(height - 1, y + patchReach); j++)
			for (let i = Math.max(0, x - patchReach); i <= Math.min(width - 1, x + patchReach); i++) {
				const to = j * width + i;
				if (hole[to] === 0) continue;
				weight[to] = weight[to]! + share;
				for (let c = 0; c < 3; c++)
					sum[3 * to + c] = sum[3 * to + c]! + share * rgb[3 * (to + shift) + c]!;
			}
	}
	for (let at = 0; at < hole.length; at++)
		if (hole[at] === 1 && weight[at]! > 0)
			for (let c = 0; c < 3; c++) rgb[3 * at + c] = sum[3 * at + c]! / weight[at]!;
}
