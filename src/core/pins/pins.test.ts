import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type WanDocument } from '../document/document.ts';
import type { ImagePoint } from '../geometry/point.ts';
import { autoPins } from './autoPins.ts';
import { cornerStrength } from './cornerStrength.ts';
import { lumaSize, toLumaPicture } from './lumaPicture.ts';
import { gridPins, moverReachPx, ringPins, trackBudget } from './pinPlaces.ts';
import { pinSpacing, pinSpacingPx } from './pinSpacing.ts';
import { pinTracks } from './pinTracks.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 1664,
	height: 960,
	name: 'a.png',
	mediaType: 'image/png',
};
const withMovers = (movers: readonly { x: number; y: number }[]): WanDocument => {
	let document: WanDocument = { ...emptyDocument, image };
	for (const [n, { x, y }] of movers.entries()) {
		const track = createTrack(document, `m${n}`, 'path', [
			{ x, y, mode: 'smooth' },
			{ x: x + 300, y, mode: 'smooth' },
		]);
		document = { ...document, tracks: [...document.tracks, track] };
	}
	return document;
};
const movers = fc.array(
	fc.record({
		x: fc.integer({ min: 100, max: 1300 }),
		y: fc.integer({ min: 100, max: 860 }),
	}),
	{ maxLength: 6 },
);

/** Random blocks: corners all over. */
const blocks = (() => {
	const { width, height } = lumaSize(image);
	const data = new Uint8Array(width * height);
	for (let i = 0; i < data.length; i++) {
		const x = Math.floor((i % width) / 24);
		const y = Math.floor(i / width / 24);
		data[i] = ((x * 73 + y * 151 + x * y * 37) * 97) % 256;
	}
	return { width, height, data };
})();

/** Image px per frame px is 2 here: distances of frame px at 480p. */
const toFrame = ({ x, y }: ImagePoint) => ({ x: x / 2, y: y / 2 });

function expectGoodPlaces(document: WanDocument, places: readonly ImagePoint[]): void {
	places.map(toFrame).forEach((a, i, all) => {
		expect(a.x).toBeGreaterThanOrEqual(0);
		expect(a.x).toBeLessThanOrEqual(832);
		expect(a.y).toBeGreaterThanOrEqual(0);
		expect(a.y).toBeLessThanOrEqual(480);
		for (const b of all.slice(i + 1))
			expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(pinSpacingPx);
		for (const { points } of document.tracks) {
			// The mover goes straight to the right: nearest is a point of that line.
			const from = toFrame(points[0]!);
			const to = toFrame(points.at(-1)!);
			const x = Math.min(to.x, Math.max(from.x, a.x));
			// Between two samples it may come a little nearer than at them.
			expect(Math.hypot(a.x - x, a.y - from.y)).toBeGreaterThan(moverReachPx - 1);
		}
	});
}

test('pins keep apart from each other and out of the movers’ reach, whatever moves', () => {
	fc.assert(
		fc.property(movers, (list) => {
			const document = withMovers(list);
			const auto = autoPins(document, blocks);
			expect(auto.length + list.length).toBeLessThanOrEqual(trackBudget);
			for (const places of [auto, gridPins(document, 4, 3), ringPins(document, 12)])
				expectGoodPlaces(document, places);
		}),
		{ numRuns: 10 },
	);
});

test('an empty shot gets the whole grid and the whole ring', () => {
	const document = withMovers([]);
	expect(gridPins(document, 4, 3)).toHaveLength(12);
	expect(gridPins(document, 4, 3)[0]).toEqual({ x: 208, y: 160 });
	expect(ringPins(document, 12)).toHaveLength(12);
	for (const { x, y } of ringPins(document, 12))
		expect(Math.min(x, y, 1664 - x, 960 - y)).toBeCloseTo(48, 6);
});

test('auto-pin holds the picture all over, and adds none when the budget is used', () => {
	const document = withMovers([]);
	const places = autoPins(document, blocks);
	expect(places).toHaveLength(12);
	const parts = new Set(places.map(({ x, y }) => `${Math.floor(x / 416)} ${Math.floor(y / 320)}`));
	expect(parts.size).toBe(12);
	const pins = pinTracks(document, places, () => crypto.randomUUID());
	const pinned = { ...document, tracks: pins };
	expect(autoPins(pinned, blocks).length).toBeLessThanOrEqual(8);
	expect(new Set(pins.map(({ name }) => name)).size).toBe(12);
	expect(autoPins({ ...document, image: null }, blocks)).toEqual([]);
});

test('the spacing in the picture is 30 px of the frame at 480p', () => {
	expect(pinSpacing(withMovers([]))).toBeCloseTo(60, 9);
});

test('a plain picture has no corner, a square has four', () => {
	const width = 40;
	const plain = toLumaPicture(new Uint8Array(width * width * 4).fill(128), width, width);
	expect(autoPins(withMovers([]), plain)).toEqual([]);
	const rgba = new Uint8Array(width * width * 4);
	for (let y = 12; y < 28; y++)
		for (let x = 12; x < 28; x++) rgba.fill(255, (y * width + x) * 4, (y * width + x + 1) * 4);
	const strength = cornerStrength(toLumaPicture(rgba, width, width));
	const at = (x: number, y: number) => strength[y * width + x]!;
	for (const [x, y] of [
		[12, 12],
		[27, 12],
		[12, 27],
		[27, 27],
	] as const)
		expect(at(x, y)).toBeGreaterThan(1000);
	expect(at(20, 12)).toBeLessThan(1);
	expect(at(20, 20)).toBe(0);
});
