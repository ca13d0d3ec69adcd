import type { Rect } from '#core/geometry/point.ts';
import type { DraftPicture } from '../draftScene.ts';
import { barrierDistance } from './barrierDistance.ts';
import { closedRegion } from './closedRegion.ts';
import { colourRefine } from './colourRefine.ts';
import { hangingParts } from './hangingParts.ts';
import { type Matte, smoothStep, uniteMattes } from './matte.ts';
import { type OpponentWindow, opponentWindow } from './opponentWindow.ts';
import { spreadDistance } from './spreadDistance.ts';

/** Half sides of the windows looked at, as shares of the frame's short edge. */
const reaches = [0.1, 0.17, 0.27, 0.42, 0.62];
/** Thresholds tried, as shares of the barrier value at the start. */
const cuts = [0.75, 0.55, 0.4, 0.28];
/** Cells along a window's side. */
const maxCells = 192;
/** Least colour step across the outline, 0..255, for a region to count as an object. */
const leastContrast = 13;
/** A step that is clear enough: more of it counts no more, else stripes would beat what bears them. */
const clearContrast = 60;
/** How far the piece reaches past the outline, px: takes the outline's own blur along. */
const grow = 1.5;
const feather = 4;

/**
 * The compact object under a point, found by how its outline stands out from everything around it, at several sizes:
 * the best of clear outline, round shape and size wins.
 * @param start Frame px.
 * @param others Points that are known not to be part of it: pins, starts of tracks that move differently.
 * @returns undefined when nothing there looks like an object: open sky, water, a corner of a bigger thing.
 */
export function objectMatte(
	picture: DraftPicture,
	start: Point,
	others: readonly Point[] = [],
): ObjectMatte | undefined {
	const shortEdge = Math.min(picture.width, picture.height);
	const found: Candidate[] = [];
	for (const share of reaches) {
		const window = opponentWindow(picture, start, share * shortEdge, maxCells);
		if (window.columns < 12 || window.rows < 12) continue;
		const seed = seedCell(window, start);
		const outer = cellsAt(window, others);
		const barrier = barrierDistance(window, outer);
		for (const cut of cuts) {
			const threshold = Math.max(16, cut * barrier[seed]!);
			const region = closedRegion(barrier, window.columns, window.rows, seed, threshold, outer);
			const refined = region && colourRefine(window, region, seed, outer);
			for (const inside of [region, refined]) {
				if (inside === undefined) continue;
				const score = objectScore(window, inside, picture.width * picture.height);
				if (score > 0) found.push({ score, window, inside, box: boxOf(window, inside) });
			}
		}
	}
	const best = bestCandidate(found);
	if (best === undefined) return undefined;
	const matte = featheredMatte(picture, best);
	const hanging = hangingMatte(picture, best, others);
	return { matte: hanging ? uniteMattes(matte, hanging) : matte, score: best.score };
}

/** Looks again, further out, for what hangs on the object. */
function hangingMatte(
	picture: DraftPicture,
	{ window, inside, box }: Candidate,
	others: readonly Point[],
): Matte | undefined {
	const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	const wide = opponentWindow(picture, centre, 0.95 * Math.max(box.width, box.height), maxCells);
	const same = new Uint8Array(wide.columns * wide.rows);
	for (let at = 0; at < same.length; at++) {
		const x = wide.x + ((at % wide.columns) + 0.5) * wide.cell;
		const y = wide.y + (Math.floor(at / wide.columns) + 0.5) * wide.cell;
		same[at] = cellShare(window, inside, x, y) >= 0.5 ? 1 : 0;
	}
	const parts = hangingParts(wide, same, cellsAt(wide, others));
	return parts && featheredMatte(picture, { window: wide, inside: parts, box: boxOf(wide, parts) });
}

export interface ObjectMatte {
	readonly matte: Matte;
	/** How clearly it stands out; only for comparing. */
	readonly score: number;
}

interface Candidate {
	readonly score: number;
	readonly window: OpponentWindow;
	readonly inside: Uint8Array;
	/** Frame pixels. */
	readonly box: Rect;
}

/** A region that windows of two sizes agree on is a thing of its own, not a part of one: it counts for more. */
function bestCandidate(found: readonly Candidate[]): Candidate | undefined {
	let best: Candidate | undefined;
	let bestScore = 0;
	for (const candidate of found) {
		const agreed = found.some(
			(other) => other.window !== candidate.window && overlap(other.box, candidate.box) > 0.85,
		);
		const score = candidate.score * (agreed ? 1.7 : 1);
		if (score > bestScore) [best, bestScore] = [candidate, score];
	}
	return best;
}

/** Intersection over union. */
function overlap(a: Rect, b: Rect): number {
	const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
	const common = Math.max(0, width) * Math.max(0, height);
	return common / (a.width * a.height + b.width * b.height - common);
}

function boxOf({ columns, rows, cell, x, y }: OpponentWindow, inside: Uint8Array): Rect {
	let [left, top, right, bottom] = [columns, rows, -1, -1];
	for (let at = 0; at < inside.length; at++)
		if (inside[at] === 1) {
			const column = at % columns;
			const row = (at - column) / columns;
			left = Math.min(left, column);
			right = Math.max(right, column);
			top = Math.min(top, row);
			bottom = Math.max(bottom, row);
		}
	return {
		x: x + left * cell,
		y: y + top * cell,
		width: (right + 1 - left) * cell,
		height: (bottom + 1 - top) * cell,
	};
}

type Point = Readonly<{ x: number; y: number }>;

const cellsAt = (window: OpponentWindow, points: readonly Point[]): number[] =>
	points
		.filter(
			({ x, y }) =>
				x >= window.x &&
				y >= window.y &&
				x < window.x + window.columns * window.cell &&
				y < window.y + window.rows * window.cell,
		)
		.map((point) => seedCell(window, point));

function seedCell(window: OpponentWindow, start: Point): number {
	const column = Math.floor((start.x - window.x) / window.cell);
	const row = Math.floor((start.y - window.y) / window.cell);
	const clampedColumn = Math.max(0, Math.min(window.columns - 1, column));
	return Math.max(0, Math.min(window.rows - 1, row)) * window.columns + clampedColumn;
}

/**
 * 0: no object. Else contrast over the outline x roundness^0.5 x solidity^4 x area^0.33, so that a balloon beats one of
 * its stripes, and a boat beats the boat with the hill behind it.
 */
function objectScore(window: OpponentWindow, inside: Uint8Array, framePixels: number): number {
	const { columns, rows, planes, cell } = window;
	let area = 0;
	let outline = 0;
	let contrast = 0;
	for (let row = 2; row < rows - 2; row++)
		for (let column = 2; column < columns - 2; column++) {
			const at = row * columns + column;
			if (inside[at] === 0) continue;
			area++;
			for (const step of [1, -1, columns, -columns]) {
				if (inside[at + step] === 1) continue;
				outline++;
				let jump = 0;
				for (const plane of planes) jump += Math.abs(plane[at - step]! - plane[at + 2 * step]!);
				contrast += Math.min(clearContrast, jump);
			}
		}
	const pixels = area * cell * cell;
	if (outline === 0 || pixels < 250 || pixels > 0.3 * framePixels) return 0;
	const mean = contrast / outline;
	const roundness = Math.min(1, (4 * Math.PI * area) / (outline * outline));
	if (mean < leastContrast || roundness < 0.06) return 0;
	return mean * Math.sqrt(roundness) * solidity(inside, columns, rows, area) ** 4 * pixels ** 0.33;
}

/** Share of the region in what its rows and its columns span: 1 for anything convex. */
function solidity(inside: Uint8Array, columns: number, rows: number, area: number): number {
	let spans = 0;
	for (let row = 0; row < rows; row++) {
		const line = inside.subarray(row * columns, (row + 1) * columns);
		const first = line.indexOf(1);
		if (first >= 0) spans += line.lastIndexOf(1) - first + 1;
	}
	let drops = 0;
	for (let column = 0; column < columns; column++) {
		let first = 0;
		while (first < rows && inside[first * columns + column] === 0) first++;
		let last = rows - 1;
		while (last >= first && inside[last * columns + column] === 0) last--;
		drops += last - first + 1;
	}
	return ((area / spans) * area) / drops;
}

/** Cells to pixels: the region a little grown, its edge falling smoothly to 0. */
function featheredMatte(
	picture: DraftPicture,
	{ window, inside, box }: Omit<Candidate, 'score'>,
): Matte {
	const { cell } = window;
	const reach = grow + feather;
	const margin = Math.ceil(reach) + cell;
	const x = Math.max(0, box.x - margin);
	const y = Math.max(0, box.y - margin);
	const width = Math.min(picture.width, box.x + box.width + margin) - x;
	const height = Math.min(picture.height, box.y + box.height + margin) - y;
	const distance = new Float32Array(width * height);
	for (let row = 0; row < height; row++)
		for (let column = 0; column < width; column++) {
			const share = cellShare(window, inside, x + column + 0.5, y + row + 0.5);
			// Half inside is on the outline; within a cell of it the share is read as distance.
			distance[row * width + column] =
				share >= 1 ? -cell : share > 0 ? (0.5 - share) * cell : Number.POSITIVE_INFINITY;
		}
	spreadDistance(distance, width, height);
	const alpha = distance.map((d) => smoothStep((reach - d) / feather));
	return { x, y, width, height, alpha };
}

/** Bilinear share of "inside" at a frame position. */
function cellShare(window: OpponentWindow, inside: Uint8Array, px: number, py: number): number {
	const { columns, rows, cell } = window;
	const u = (px - window.x) / cell - 0.5;
	const v = (py - window.y) / cell - 0.5;
	const column = Math.floor(u);
	const row = Math.floor(v);
	const at = (c: number, r: number) =>
		c < 0 || r < 0 || c >= columns || r >= rows ? 0 : inside[r * columns + c]!;
	const top = at(column, row) * (1 - u + column) + at(column + 1, row) * (u - column);
	const low = at(column, row + 1) * (1 - u + column) + at(column + 1, row + 1) * (u - column);
	return top * (1 - v + row) + low * (v - row);
}
