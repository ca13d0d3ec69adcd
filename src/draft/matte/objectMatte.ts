import type { Rect } from '#core/geometry/point.ts';
import type { DraftPicture } from '../draftScene.ts';
import { barrierDistance } from './barrierDistance.ts';
import { closedRegion } from './closedRegion.ts';
import { colourRefine } from './colourRefine.ts';
import { boxOf, type CellRegion, cellShare, featheredMatte } from './featheredMatte.ts';
import { hangingParts } from './hangingParts.ts';
import { type Matte, uniteMattes } from './matte.ts';
import { objectScore } from './objectScore.ts';
import { type OpponentWindow, opponentWindow } from './opponentWindow.ts';

/** Half sides of the windows looked at, as shares of the frame's short edge. */
const reaches = [0.1, 0.17, 0.27, 0.42, 0.62];
/** Thresholds tried, as shares of the barrier value at the start. */
const cuts = [0.75, 0.55, 0.4, 0.28];
/** Cells along a window's side. */
const maxCells = 192;

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

interface Candidate extends CellRegion {
	readonly score: number;
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
