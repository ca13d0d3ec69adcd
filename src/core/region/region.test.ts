import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '../document/applyCommand.ts';
import { documentSchema, emptyDocument, type RigidKey } from '../document/document.ts';
import { toLumaPicture } from '../pins/lumaPicture.ts';
import { createFreeTest } from '../pins/pinPlaces.ts';
import { sampleTrack } from '../trajectory/sampleTrack.ts';
import { fillPoints } from './fillPoints.ts';
import { createRegionFinder, type RegionStroke } from './findRegion.ts';
import { createCutGrid, cutGrid, linkNeighbours } from './gridCut.ts';
import { isInRings } from './isInRings.ts';
import { maskRings } from './maskRings.ts';
import { joinMasks, maskOfRings } from './masks.ts';
import { regionTracks } from './regionTracks.ts';
import { rigidCommands, rigidPlace } from './rigidMotion.ts';

const size = { width: 12, height: 9 };
const anyMask = fc
	.array(fc.integer({ min: 0, max: 1 }), { minLength: 108, maxLength: 108 })
	.map((values) => Uint8Array.from(values));

test('a mask comes back from its exact rings, holes and islands too', () => {
	fc.assert(
		fc.property(anyMask, (mask) => {
			const rings = maskRings(mask, size, true);
			expect(maskOfRings(rings, size)).toEqual(mask);
			mask.forEach((value, i) => {
				const middle = { x: (i % size.width) + 0.5, y: Math.floor(i / size.width) + 0.5 };
				expect(isInRings(rings, middle)).toBe(value === 1);
			});
		}),
		{ numRuns: 40 },
	);
});

test('adding and then taking the same away leaves nothing of it', () => {
	fc.assert(
		fc.property(anyMask, anyMask, (a, b) => {
			const left = joinMasks(joinMasks(a, b, 'add'), b, 'subtract');
			expect(left).toEqual(a.map((value, i) => (b[i] === 1 ? 0 : value)));
		}),
		{ numRuns: 40 },
	);
});

test('a cut costs no more than any other division', () => {
	const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 });
	const costs = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 36, maxLength: 36 });
	fc.assert(
		fc.property(numbers, costs, (leanings, links) => {
			const link = (i: number, j: number) => links[Math.min(i, j) * 6 + Math.max(i, j)]!;
			const pairs: [number, number][] = [];
			const grid = createCutGrid(3, 2);
			grid.leanings.set(leanings);
			linkNeighbours(grid, (i, j) => {
				pairs.push([i, j]);
				return link(i, j);
			});
			const costOf = (inside: ArrayLike<number>) =>
				leanings.reduce(
					(sum, l, i) => sum + (inside[i] === 1 ? Math.max(0, -l) : Math.max(0, l)),
					0,
				) + pairs.reduce((sum, [i, j]) => sum + (inside[i] === inside[j] ? 0 : link(i, j)), 0);
			const found = costOf(cutGrid(grid));
			for (let all = 0; all < 64; all++)
				expect(found).toBeLessThanOrEqual(
					costOf([0, 1, 2, 3, 4, 5].map((bit) => (all >> bit) & 1)),
				);
		}),
		{ numRuns: 60 },
	);
});

/** A patterned disc on a shaded ground with grain. */
function pictureOf(width = 160, height = 120, cx = 80, cy = 62, radius = 26) {
	const rgba = new Uint8ClampedArray(width * height * 4);
	const truth = new Uint8Array(width * height);
	for (let i = 0; i < width * height; i++) {
		const x = i % width;
		const y = Math.floor(i / width);
		const isIn = Math.hypot(x + 0.5 - cx, y + 0.5 - cy) < radius;
		truth[i] = isIn ? 1 : 0;
		const grain = ((x * 7919 + y * 104_729) % 17) - 8;
		const stripe = (x >> 3) % 2 === 0;
		const [r, g, b] = isIn
			? stripe
				? [210, 60, 40]
				: [240, 230, 210]
			: [40 + y, 110, 150 - y / 2];
		rgba.set([r! + grain, g! + grain, b! + grain, 255], i * 4);
	}
	return { width, height, rgba, truth };
}

const overlap = (a: Uint8Array, b: Uint8Array) => {
	const both = a.reduce((sum, value, i) => sum + (value & b[i]!), 0);
	return both / a.reduce((sum, value, i) => sum + (value | b[i]!), 0);
};

const corners = (left: number, top: number, right: number, bottom: number) => [
	{ x: left, y: top },
	{ x: right, y: top },
	{ x: right, y: bottom },
	{ x: left, y: bottom },
];
const strokes: readonly [string, RegionStroke][] = [
	[
		'a loose box',
		{ id: 'a', how: 'add', kind: 'area', ring: corners(96, 62, 226, 186), findsEdges: true },
	],
	['one click', { id: 'b', how: 'add', kind: 'thing', at: { x: 150, y: 130 } }],
];

test.each(strokes)('%s finds a patterned thing, in image pixels', (_, stroke) => {
	const picture = pictureOf();
	// The image is twice as large as the picture of it.
	const { rings, points, area } = createRegionFinder(
		picture,
		320,
	)({
		strokes: [stroke],
		points: 4,
		spacing: 30,
	});
	const half = rings.map((ring) => ring.map(({ x, y }) => ({ x: x / 2, y: y / 2 })));
	expect(overlap(maskOfRings(half, picture), picture.truth)).toBeGreaterThan(0.9);
	expect(area).toBeCloseTo(picture.truth.reduce((a, b) => a + b, 0) / picture.truth.length, 1);
	expect(points).toHaveLength(4);
	for (const point of points) expect(isInRings(rings, point)).toBe(true);
});

test('the wand takes what is alike and joined, taking away leaves the rest', () => {
	const picture = pictureOf();
	const find = createRegionFinder(picture, picture.width);
	const ground: RegionStroke = {
		id: 'w',
		how: 'add',
		kind: 'wand',
		at: { x: 4, y: 4 },
		tolerance: 115,
	};
	const all = find({ strokes: [ground], points: 1, spacing: 30 });
	expect(isInRings(all.rings, { x: 8, y: 100 })).toBe(true);
	expect(isInRings(all.rings, { x: 80, y: 62 })).toBe(false);
	const brush: RegionStroke = {
		id: 'x',
		how: 'subtract',
		kind: 'brush',
		line: [
			{ x: 0, y: 10 },
			{ x: 160, y: 10 },
		],
		radius: 6,
	};
	const rest = find({ strokes: [ground, brush], points: 1, spacing: 30 });
	expect(isInRings(rest.rings, { x: 100, y: 10 })).toBe(false);
	expect(isInRings(rest.rings, { x: 8, y: 100 })).toBe(true);
});

test('points lie inside and apart, and there is one in anything', () => {
	const picture = pictureOf();
	const luma = toLumaPicture(picture.rgba, picture.width, picture.height);
	const options = fc.record({
		left: fc.integer({ min: 0, max: 140 }),
		top: fc.integer({ min: 0, max: 100 }),
		width: fc.integer({ min: 1, max: 120 }),
		height: fc.integer({ min: 1, max: 100 }),
		count: fc.integer({ min: 1, max: 8 }),
		spacing: fc.integer({ min: 2, max: 40 }),
	});
	fc.assert(
		fc.property(options, ({ left, top, width, height, count, spacing }) => {
			const mask = maskOfRings([corners(left, top, left + width, top + height)], picture);
			const points = fillPoints(luma, mask, count, spacing);
			expect(points.length).toBeGreaterThan(0);
			expect(points.length).toBeLessThanOrEqual(count);
			points.forEach((a, i) => {
				expect(mask[Math.floor(a.y) * picture.width + Math.floor(a.x)]).toBe(1);
				for (const b of points.slice(0, i))
					expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(spacing);
			});
		}),
		{ numRuns: 40 },
	);
});

const found = {
	rings: [corners(100, 100, 200, 180)],
	points: [
		{ x: 120, y: 120 },
		{ x: 180, y: 130 },
		{ x: 150, y: 170 },
	],
};
let ids = 0;
const look = { name: 'Fox', feather: 2, createId: () => `id${ids++}` };
const made = () =>
	regionTracks(emptyDocument, found, look).commands.reduce(applyCommand, emptyDocument);

test('a selection becomes one still group and its region, and no pin lands on it', () => {
	const document = made();
	expect(document.tracks.map(({ name }) => name)).toEqual(['Fox 1', 'Fox 2', 'Fox 3']);
	expect(new Set(document.tracks.map(({ groupId }) => groupId)).size).toBe(1);
	expect(new Set(document.tracks.map(({ color }) => color)).size).toBe(1);
	expect(document.regions).toMatchObject([{ name: 'Fox', feather: 2, rings: found.rings }]);
	expect(documentSchema.parse(document)).toEqual(document);
	expect(regionTracks(emptyDocument, { rings: [], points: [] }, look).commands).toEqual([]);
	const isFree = createFreeTest(document);
	expect(isFree({ x: 105, y: 105 })).toBe(false);
	expect(isFree({ x: 500, y: 300 })).toBe(true);
});

test('a turning thing gets points where its curve needs them, and no others', () => {
	const before = made();
	const pointsFor = (key: Partial<RigidKey>) => {
		const keys = [{ time: 1, x: 0, y: 0, turn: 0, scale: 1, ...key }];
		return rigidCommands(before, before.regions[0]!, { pivot: { x: 150, y: 140 }, keys })
			.reduce(applyCommand, before)
			.tracks.map(({ points }) => points.length);
	};
	expect(Math.max(...pointsFor({ x: 200 }))).toBe(2);
	expect(Math.max(...pointsFor({ scale: 1.6 }))).toBeLessThan(10);
	expect(Math.max(...pointsFor({ turn: 90 }))).toBeLessThan(20);
});

/** Even in time from key to key, the size by its logarithm; after the last key it stays. */
function reached(keys: readonly RigidKey[], time: number): RigidKey {
	const next = keys.findIndex((key) => key.time >= time);
	if (next < 0) return keys.at(-1)!;
	const [a, b] = [keys[next - 1] ?? { time: 0, x: 0, y: 0, turn: 0, scale: 1 }, keys[next]!];
	const share = (time - a.time) / (b.time - a.time);
	const at = (from: number, to: number) => from + share * (to - from);
	const scale = Math.exp(at(Math.log(a.scale), Math.log(b.scale)));
	return { time, x: at(a.x, b.x), y: at(a.y, b.y), turn: at(a.turn, b.turn), scale };
}

test('in a rigid motion every sample of every track lies where the thing has it', () => {
	const anyKey = fc.record({
		time: fc.double({ min: 0.2, max: 1, noNaN: true }),
		x: fc.integer({ min: -300, max: 300 }),
		y: fc.integer({ min: -300, max: 300 }),
		turn: fc.integer({ min: -200, max: 200 }),
		scale: fc.constantFrom(0.5, 1, 1, 1.6),
	});
	fc.assert(
		fc.property(fc.array(anyKey, { minLength: 1, maxLength: 3 }), (anyKeys) => {
			const keys: RigidKey[] = anyKeys.map((key, i) => ({
				...key,
				time: (i + key.time) / anyKeys.length,
			}));
			const before = made();
			const motion = { pivot: { x: 150, y: 140 }, keys };
			const after = rigidCommands(before, before.regions[0]!, motion).reduce(applyCommand, before);
			expect(documentSchema.safeParse(after).success).toBe(true);
			for (const track of after.tracks) {
				const [start] = before.tracks.find(({ id }) => id === track.id)!.points;
				const samples = sampleTrack(track);
				for (let k = 0; k < 121; k++) {
					const { x, y } = rigidPlace(motion.pivot, reached(keys, k / 120), start!);
					expect(Math.hypot(samples[2 * k]! - x, samples[2 * k + 1]! - y)).toBeLessThan(0.051);
				}
			}
		}),
		{ numRuns: 40 },
	);
});
