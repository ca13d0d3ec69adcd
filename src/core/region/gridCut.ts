/** Steps to the eight neighbours of a cell; each one's opposite is beside it (k ^ 1). */
const directions = [
	[1, 0],
	[-1, 0],
	[0, 1],
	[0, -1],
	[1, 1],
	[-1, -1],
	[1, -1],
	[-1, 1],
] as const;
const ways = directions.length;

/** A picture's cells as a network between inside (source) and outside (sink). */
export interface CutGrid {
	readonly columns: number;
	readonly rows: number;
	/** What it costs a cell to be outside, less what it costs it to be inside; whole numbers within +-1e8. */
	readonly leanings: Int32Array;
	/** What it costs to part cell i from its neighbour in direction k, at 8 i + k; see `setLink`. */
	readonly links: Int32Array;
}

export const createCutGrid = (columns: number, rows: number): CutGrid => ({
	columns,
	rows,
	leanings: new Int32Array(columns * rows),
	links: new Int32Array(columns * rows * ways),
});

/**
 * Fills in what it costs to part neighbours: `cost(i, j, apart)` for each pair once, `apart` being 1 or the square root of 2.
 * Cost: O(cells).
 */
export function linkNeighbours(
	{ columns, rows, links }: CutGrid,
	cost: (i: number, j: number, apart: number) => number,
): void {
	for (let y = 0; y < rows; y++)
		for (let x = 0; x < columns; x++) {
			const i = y * columns + x;
			for (let k = 0; k < ways; k += 2) {
				const [dx, dy] = directions[k]!;
				if (x + dx >= columns || y + dy < 0 || y + dy >= rows) continue;
				const j = i + dx + dy * columns;
				const value = Math.round(cost(i, j, k < 4 ? 1 : Math.SQRT2));
				links[i * ways + k] = value;
				links[j * ways + (k ^ 1)] = value;
			}
		}
}

const free = 0;
const source = 1;
const sink = 2;
/** Instead of a direction to the parent. */
const none = -1;
const terminal = -2;

/**
 * The cheapest division of the cells into inside and outside: a minimum cut. Uses up the grid.
 * @returns 1 inside, 0 outside; cells that could be either are outside.
 * Cost: about a microsecond a cell for pictures. Source: Boykov & Kolmogorov, An Experimental Comparison of Min-Cut/Max-Flow
 * Algorithms for Energy Minimization in Vision, 2004.
 */
export function cutGrid({ columns, rows, leanings, links }: CutGrid): Uint8Array {
	const count = columns * rows;
	const offsets = directions.map(([dx, dy]) => dx + dy * columns);
	const tree = new Uint8Array(count);
	const parent = new Int8Array(count).fill(none);
	const seen = new Int32Array(count);
	const depth = new Int32Array(count);
	const isQueued = new Uint8Array(count);
	const queue = new Int32Array(count + 1);
	let [head, tail, time] = [0, 0, 1];
	const orphans: number[] = [];

	const activate = (i: number) => {
		if (isQueued[i] === 1) return;
		isQueued[i] = 1;
		queue[tail] = i;
		tail = tail === count ? 0 : tail + 1;
	};

	for (let i = 0; i < count; i++) {
		if (leanings[i] === 0) continue;
		tree[i] = leanings[i]! > 0 ? source : sink;
		parent[i] = terminal;
		depth[i] = 1;
		activate(i);
	}

	/** Lets a tree grow from a cell until it meets the other one: the link between them (from source to sink), or -1. */
	const grow = (i: number): number => {
		const own = tree[i]!;
		for (let k = 0; k < ways; k++) {
			const j = i + offsets[k]!;
			const link = own === source ? i * ways + k : j * ways + (k ^ 1);
			if (!(links[link]! > 0)) continue;
			if (tree[j] === free) {
				tree[j] = own;
				parent[j] = k ^ 1;
				seen[j] = seen[i]!;
				depth[j] = depth[i]! + 1;
				activate(j);
			} else if (tree[j] !== own) return link;
			else if (seen[j]! <= seen[i]! && depth[j]! > depth[i]!) {
				parent[j] = k ^ 1;
				seen[j] = seen[i]!;
				depth[j] = depth[i]! + 1;
			}
		}
		return -1;
	};

	/** Sends as much as goes through a link and the ways to both ends; what is used up orphans the cells behind it. */
	const augment = (link: number): void => {
		const from = Math.floor(link / ways);
		const to = from + offsets[link % ways]!;
		let least = links[link]!;
		for (const end of [from, to]) {
			let i = end;
			while (parent[i] !== terminal) {
				const k = parent[i]!;
				const up = i + offsets[k]!;
				least = Math.min(least, end === from ? links[up * ways + (k ^ 1)]! : links[i * ways + k]!);
				i = up;
			}
			least = Math.min(least, Math.abs(leanings[i]!));
		}
		links[link] = links[link]! - least;
		links[to * ways + ((link % ways) ^ 1)] = links[to * ways + ((link % ways) ^ 1)]! + least;
		for (const end of [from, to]) {
			let i = end;
			while (parent[i] !== terminal) {
				const k = parent[i]!;
				const up = i + offsets[k]!;
				const down = up * ways + (k ^ 1);
				const back = i * ways + k;
				const used = end === from ? down : back;
				links[used] = links[used]! - least;
				const gained = end === from ? back : down;
				links[gained] = links[gained]! + least;
				if (links[used] === 0) {
					parent[i] = none;
					orphans.push(i);
				}
				i = up;
			}
			leanings[i] = leanings[i]! - (end === from ? least : -least);
			if (leanings[i] === 0) {
				parent[i] = none;
				orphans.push(i);
			}
		}
	};

	/** How far a cell is from its terminal; Infinity when the way there is broken. */
	const depthOf = (start: number): number => {
		let i = start;
		let steps = 0;
		for (;;) {
			if (seen[i] === time) {
				steps += depth[i]!;
				break;
			}
			steps++;
			if (parent[i] === terminal) {
				seen[i] = time;
				depth[i] = 1;
				break;
			}
			if (parent[i] === none) return Number.POSITIVE_INFINITY;
			i += offsets[parent[i]!]!;
		}
		let left = steps;
		for (i = start; seen[i] !== time; i += offsets[parent[i]!]!) {
			seen[i] = time;
			depth[i] = left--;
		}
		return steps;
	};

	/** Finds an orphan another way to its terminal, or sets it free. */
	const adopt = (i: number): void => {
		const own = tree[i]!;
		let best = none;
		let least = Number.POSITIVE_INFINITY;
		for (let k = 0; k < ways; k++) {
			const j = i + offsets[k]!;
			const link = own === source ? j * ways + (k ^ 1) : i * ways + k;
			if (!(links[link]! > 0) || tree[j] !== own || parent[j] === none) continue;
			const steps = depthOf(j);
			if (steps < least) {
				least = steps;
				best = k;
			}
		}
		parent[i] = best;
		if (best !== none) {
			seen[i] = time;
			depth[i] = least + 1;
			return;
		}
		tree[i] = free;
		for (let k = 0; k < ways; k++) {
			const j = i + offsets[k]!;
			if (j < 0 || j >= count || tree[j] !== own) continue;
			if (links[own === source ? j * ways + (k ^ 1) : i * ways + k]! > 0) activate(j);
			if (parent[j] === (k ^ 1)) {
				parent[j] = none;
				orphans.push(j);
			}
		}
	};

	while (head !== tail) {
		const i = queue[head]!;
		head = head === count ? 0 : head + 1;
		isQueued[i] = 0;
		while (tree[i] !== free) {
			const link = grow(i);
			if (link < 0) break;
			time++;
			augment(link);
			for (let at = 0; at < orphans.length; at++) adopt(orphans[at]!);
			orphans.length = 0;
		}
	}
	return tree.map((value) => (value === source ? 1 : 0));
}
