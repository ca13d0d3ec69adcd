import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultFrame } from '../document/document.ts';
import { type Affine, inverse, mapPoint } from '../geometry/affine.ts';
import { changeAround } from './changeAround.ts';
import { candidateCorners, chooseMovers } from './choosePoints.ts';
import { type ClipTrack, placesBetween, seenSpan } from './clipTrack.ts';
import { likelyLaidOver, rectOf, retargetMap } from './retargetMap.ts';
import { type RetargetOptions, retargetTrack } from './retargetTrack.ts';
import { retimePath } from './retimePath.ts';
import { sightOf } from './sightOf.ts';
import { smoothPath } from './smoothPath.ts';
import { workingSize } from './videoTracksWork.ts';

const identity: Affine = [1, 0, 0, 1, 0, 0];
// Adding 0 makes -0 a 0: tests here compare by identity.
const coordinate = fc.double({ min: -500, max: 1500, noNaN: true }).map((value) => value + 0);
const path = fc
	.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 60 })
	.map((points) => Float64Array.from(points.flat()));

/** Sum of squared second differences. */
function bends(places: Float64Array): number {
	let sum = 0;
	for (let i = 2; i + 2 < places.length; i++)
		sum += (places[i - 2]! - 2 * places[i]! + places[i + 2]!) ** 2;
	return sum;
}

const trackOf = (places: Float64Array, isSeen: (frame: number) => boolean = () => true) => ({
	places,
	seen: Uint8Array.from({ length: places.length / 2 }, (_, k) => Number(isSeen(k))),
});

const optionsOf = (count: number, more: Partial<RetargetOptions> = {}): RetargetOptions => ({
	times: Float64Array.from({ length: count }, (_, k) => k / 24),
	inFrame: 0,
	outFrame: count - 1,
	smoothSeconds: 0,
	toldSeconds: (count - 1) / 24,
	map: identity,
	...more,
});

test('smoothing keeps the ends, never bends more, and is nothing at zero', () => {
	fc.assert(
		fc.property(path, fc.double({ min: 0, max: 100, noNaN: true }), (places, period) => {
			const smooth = smoothPath(places, period);
			expect([...smooth.slice(0, 2), ...smooth.slice(-2)]).toEqual([
				...places.slice(0, 2),
				...places.slice(-2),
			]);
			expect(bends(smooth)).toBeLessThanOrEqual(bends(places) * (1 + 1e-9) + 1e-6);
		}),
	);
	const places = Float64Array.of(0, 0, 5, 9, 2, 1, 7, 7);
	expect(smoothPath(places, 0)).toEqual(places);
});

test('smoothing leaves an even motion as it is, halves a wave of its period and kills a tremble', () => {
	const line = Float64Array.from({ length: 80 }, (_, at) => (at >> 1) * (at % 2 === 0 ? 3 : -1));
	smoothPath(line, 30).forEach((value, at) => {
		expect(value).toBeCloseTo(line[at]!, 6);
	});
	const wave = (period: number) =>
		Float64Array.from({ length: 482 }, (_, at) => Math.sin((Math.PI * (at >> 1)) / (period / 2)));
	const height = (places: Float64Array) =>
		Math.max(...places.slice(200, 282).map((v) => Math.abs(v)));
	expect(height(smoothPath(wave(24), 24))).toBeCloseTo(0.5, 1);
	expect(height(smoothPath(wave(4), 24))).toBeLessThan(0.01);
});

test('retiming keeps the ends and stays within the path', () => {
	fc.assert(
		fc.property(path, fc.integer({ min: 2, max: 121 }), (places, count) => {
			const times = Float64Array.from({ length: places.length / 2 }, (_, k) => 2 + k * 0.04);
			const last = times.at(-1)!;
			const at = Float64Array.from({ length: count }, (_, i) =>
				i === count - 1 ? last : 2 + (i * (last - 2)) / (count - 1),
			);
			const out = retimePath(places, times, at);
			expect([...out.slice(0, 2), ...out.slice(-2)]).toEqual([
				...places.slice(0, 2),
				...places.slice(-2),
			]);
			expect(Math.max(...out)).toBeLessThanOrEqual(Math.max(...places));
			expect(Math.min(...out)).toBeGreaterThanOrEqual(Math.min(...places));
			expect(retimePath(places, times, times)).toEqual(places);
		}),
	);
});

test('the placement is affine, has a way back, and keeps its pivot', () => {
	const size = fc.record({
		x: coordinate,
		y: coordinate,
		width: fc.integer({ min: 16, max: 4000 }),
		height: fc.integer({ min: 16, max: 4000 }),
	});
	const placement = fc.record({
		scale: fc.double({ min: 0.05, max: 8, noNaN: true }),
		pivot: fc.record({ x: coordinate, y: coordinate }),
		dx: coordinate,
		dy: coordinate,
	});
	fc.assert(
		fc.property(
			size,
			size,
			placement,
			fc.record({ x: coordinate, y: coordinate }),
			(clip, frame, p, point) => {
				const map = retargetMap(clip, frame, p);
				const back = mapPoint(inverse(map), mapPoint(map, point));
				expect(back.x).toBeCloseTo(point.x, 5);
				expect(back.y).toBeCloseTo(point.y, 5);
				const fitted = retargetMap(clip, frame, { ...p, scale: 1, dx: 0, dy: 0 });
				const seat = mapPoint(map, mapPoint(inverse(fitted), p.pivot));
				expect(seat.x).toBeCloseTo(p.pivot.x + p.dx, 5);
				expect(seat.y).toBeCloseTo(p.pivot.y + p.dy, 5);
			},
		),
	);
});

test('by default the clip fills the output frame as far as it fits', () => {
	const plain = { scale: 1, pivot: { x: 0, y: 0 }, dx: 0, dy: 0 };
	const frame = rectOf('frame', null, defaultFrame);
	expect(retargetMap({ width: 416, height: 240 }, frame, plain)).toEqual([2, 0, 0, 2, 0, 0]);
	expect(retargetMap({ width: 240, height: 480 }, frame, plain)).toEqual([1, 0, 0, 1, 296, 0]);
});

test('a clip of the picture’s shape is laid over the whole picture, of which the frame shows a part', () => {
	const image = { sha256: '', name: '', mediaType: '', width: 960, height: 960 };
	expect(likelyLaidOver({ width: 480, height: 480 }, image)).toBe('picture');
	expect(likelyLaidOver({ width: 480, height: 400 }, image)).toBe('frame');
	expect(likelyLaidOver({ width: 480, height: 480 }, null)).toBe('frame');
	const { x, y, width, height } = rectOf('picture', image, defaultFrame);
	expect([x, width, Math.round(height)]).toEqual([0, 832, 832]);
	expect(y).toBeCloseTo(-176, 0);
});

test('it is said when a track appears, hides and is lost', () => {
	const times = Float64Array.from({ length: 11 }, (_, k) => k / 10);
	const track = trackOf(new Float64Array(22), (k) => k >= 2 && k <= 8 && k !== 5);
	const sight = sightOf(track, times, 1, 10);
	if (sight.kind !== 'seen') throw new Error('it is seen');
	expect(sight.appears).toBeCloseTo(0.1, 9);
	expect(sight.lost).toBeCloseTo(0.7, 9);
	expect(sight.hidden).toBeCloseTo(0.2, 9);
	expect(sightOf(track, times, 3, 4)).toEqual({ kind: 'seen', hidden: 0 });
	expect(sightOf(track, times, 9, 10)).toEqual({ kind: 'never' });
});

test('a track of a whole clip becomes 121 samples with its ends', () => {
	fc.assert(
		fc.property(path, (places) => {
			const samples = retargetTrack(trackOf(places), optionsOf(places.length / 2))!;
			expect(samples).toHaveLength(242);
			expect([...samples.slice(0, 2), ...samples.slice(-2)]).toEqual([
				...places.slice(0, 2),
				...places.slice(-2),
			]);
		}),
	);
});

test('a track that is lost is released there; one that appears later waits where it appears', () => {
	const places = Float64Array.from({ length: 122 }, (_, at) => (at % 2 === 0 ? at >> 1 : 40));
	const lost = retargetTrack(
		trackOf(places, (k) => k <= 30),
		optionsOf(61),
	)!;
	expect(lost).toHaveLength(2 * 61);
	expect(lost.at(-2)).toBeCloseTo(30, 9);
	const late = retargetTrack(
		trackOf(places, (k) => k >= 20),
		optionsOf(61),
	)!;
	expect([late[0], late[2 * 40], late.at(-2)]).toEqual([20, 20, 60]);
	const never = trackOf(places, () => false);
	expect(retargetTrack(never, optionsOf(61))).toBeUndefined();
});

test('at its own pace a short part ends early and a long one is cut', () => {
	const places = Float64Array.from({ length: 122 }, (_, at) => (at % 2 === 0 ? at >> 1 : 40));
	const short = retargetTrack(trackOf(places), optionsOf(61, { toldSeconds: 5 }))!;
	expect(short[2 * 60]).toBeCloseTo(60, 9);
	expect(short.at(-2)).toBe(60);
	const long = retargetTrack(trackOf(places), optionsOf(61, { toldSeconds: 1 }))!;
	expect(long.at(-2)).toBeCloseTo(24, 9);
});

test('where it was hidden the way is straight', () => {
	const places = Float64Array.of(0, 0, 99, 99, 99, 99, 6, 3);
	const track = trackOf(places, (k) => k === 0 || k === 3);
	expect([...placesBetween(track, 0, 3)]).toEqual([0, 0, 2, 1, 4, 2, 6, 3]);
	expect(seenSpan(track, 1, 3)).toEqual({ first: 3, last: 3 });
	expect(seenSpan(track, 1, 2)).toBeUndefined();
});

test('change is found where something moved, and only there', () => {
	const [width, height] = [60, 40];
	const before = new Uint8Array(width * height).fill(50);
	const after = before.slice();
	for (let y = 10; y < 20; y++) after.fill(150, y * width + 30, y * width + 40);
	const change = changeAround(before, [before, after], width, height);
	expect(change[15 * width + 35]).toBeCloseTo(100, 4);
	expect(change[15 * width + 10]).toBe(0);
	expect(change[15 * width + 25]).toBe(0);
});

test('candidates are strong, spaced, inside and where the picture changes', () => {
	const size = { width: 854, height: 480 };
	const change = new Float32Array(854 * 480);
	for (let y = 0; y < 480; y++) change.fill(40, y * 854 + 400, y * 854 + 854);
	const corners = [
		{ x: 100, y: 100, strength: 90 },
		{ x: 500, y: 200, strength: 80 },
		{ x: 506, y: 203, strength: 70 },
		{ x: 850, y: 200, strength: 60 },
		{ x: 600, y: 300, strength: 50 },
	];
	expect(candidateCorners(corners, change, size, 2).map(({ strength }) => strength)).toEqual([
		80, 50,
	]);
});

test('movers move, are seen for long and keep their distance; what stands still gives none', () => {
	const size = { width: 854, height: 480 };
	const going = (x: number, speed: number, isSeen?: (k: number) => boolean): ClipTrack =>
		trackOf(
			Float64Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? x + speed * (at >> 1) : 100)),
			isSeen,
		);
	const tracks = [
		going(100, 2, (k) => k < 15),
		going(200, 2),
		going(210, 2),
		going(300, 0.05),
		going(400, 2),
		going(500, 2, (k) => k < 5),
	];
	expect(chooseMovers(tracks, 0, size, 5)).toEqual([tracks[1], tracks[4], tracks[0]]);
	expect(chooseMovers(tracks, 0, size, 1)).toEqual([tracks[1]]);
	expect(chooseMovers([tracks[3]!], 0, size, 5)).toEqual([]);
});

test('the working size keeps the shape and the limits', () => {
	expect(workingSize({ width: 1920, height: 1080 })).toEqual({ width: 853, height: 480 });
	expect(workingSize({ width: 1080, height: 1920 })).toEqual({ width: 480, height: 853 });
	expect(workingSize({ width: 320, height: 200 })).toEqual({ width: 320, height: 200 });
	expect(workingSize({ width: 4000, height: 400 })).toEqual({ width: 854, height: 85 });
});
