import { expect, test } from 'vitest';
import type { Luma } from './createPointTracker.ts';
import { lumaOfRgba, trackPoints } from './trackPoints.ts';

const width = 200;
const height = 140;

/** A smooth random texture moved by any fraction of a pixel: exact, it is a formula. */
function texture(dx: number, dy: number, gain = 1): Luma {
	const values = new Float32Array(width * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const u = x - dx;
			const v = y - dy;
			const wave = hills(u / 9, v / 9) + 0.8 * hills(u / 31 + 90, v / 31);
			values[y * width + x] = 128 + gain * 70 * wave;
		}
	return { width, height, values };
}

/** Heights of -1..1 at whole numbers, joined smoothly. */
function hills(u: number, v: number): number {
	const i = Math.floor(u);
	const j = Math.floor(v);
	const ease = (t: number) => t * t * t * (t * (6 * t - 15) + 10);
	const a = ease(u - i);
	const b = ease(v - j);
	const top = peak(i, j) * (1 - a) + peak(i + 1, j) * a;
	const low = peak(i, j + 1) * (1 - a) + peak(i + 1, j + 1) * a;
	return top * (1 - b) + low * b;
}

function peak(i: number, j: number): number {
	const mixed = Math.imul(Math.imul(i, 374761393) ^ Math.imul(j, 668265263), 1274126177);
	return ((mixed ^ (mixed >>> 15)) >>> 8) / 2 ** 23 - 1;
}

const path = (k: number) => [k * 2.37 + 6 * Math.sin(k * 0.4), 12 * Math.sin(k * 0.25)] as const;
const starts = [
	{ x: 50, y: 60 },
	{ x: 71.4, y: 80.7 },
];

test('follows a moving texture to 0.05 px', () => {
	const frames = Array.from({ length: 30 }, (_, k) => texture(...path(k)));
	trackPoints(frames, starts).forEach((points, k) => {
		points.forEach((point, i) => {
			expect(point.lost).toBe(false);
			expect(Math.abs(point.x - starts[i]!.x - path(k)[0])).toBeLessThan(0.05);
			expect(Math.abs(point.y - starts[i]!.y - path(k)[1])).toBeLessThan(0.05);
		});
	});
});

test('takes steps of 14 px', () => {
	const frames = [0, 14, 28, 42].map((dx) => texture(dx, -dx / 4));
	const last = trackPoints(frames, starts).at(-1)!;
	expect(Math.abs(last[0]!.x - 92)).toBeLessThan(0.1);
	expect(Math.abs(last[0]!.y - 49.5)).toBeLessThan(0.1);
});

test('the first frame gives the starts back', () => {
	const [first] = trackPoints([texture(0, 0)], starts);
	expect(first!.map(({ x, y, likeness, lost }) => ({ x, y, likeness, lost }))).toEqual(
		starts.map((start) => ({ ...start, likeness: 1, lost: false })),
	);
});

test('a flat place is lost from the start', () => {
	const flat = { width, height, values: new Uint8Array(width * height).fill(90) };
	expect(trackPoints([flat, flat], [{ x: 50, y: 50 }])[0]![0]!.lost).toBe(true);
});

test('what leaves the frame is lost and stays lost', () => {
	const frames = Array.from({ length: 12 }, (_, k) => texture(-8 * k, 0));
	const seen = trackPoints(frames, [{ x: 30, y: 70 }]).map((points) => points[0]!.lost);
	expect(seen[0]).toBe(false);
	expect(seen.at(-1)).toBe(true);
	expect(seen.lastIndexOf(false)).toBe(seen.indexOf(true) - 1);
});

test('what turns into something else is lost', () => {
	const checks = Float32Array.from({ length: width * height }, (_, i) =>
		((i % width) + Math.floor(i / width)) % 2 === 0 ? 60 : 180,
	);
	const frames = [texture(0, 0), texture(0, 0), { width, height, values: checks }];
	expect(
		trackPoints(frames, starts)
			.at(-1)!
			.every((point) => point.lost),
	).toBe(true);
});

test('grey is 0.299 red, 0.587 green, 0.114 blue', () => {
	const { values } = lumaOfRgba(Uint8Array.of(255, 0, 0, 255, 10, 20, 30, 255), 2, 1);
	expect(values[0]).toBeCloseTo(76.245, 3);
	expect(values[1]).toBeCloseTo(18.15, 3);
});
