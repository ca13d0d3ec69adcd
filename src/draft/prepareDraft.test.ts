import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lumaOfRgba, trackPoints } from '#metrics/pointTracking/trackPoints.ts';
import type { DraftScene } from './draftScene.ts';
import { framePositions } from './framePositions.ts';
import { moveDraft, prepareDraft } from './prepareDraft.ts';
import { renderDraftFrame } from './renderDraftFrame.ts';
import { noisePicture, samplesOf, squarePicture, still } from './testing/testPictures.ts';

const width = 320;
const height = 192;
const square = { x: 70, y: 110, side: 48 };
const picture = squarePicture(width, height, square);
const curve = samplesOf((u) => [70 + 170 * u, 110 - 60 * Math.sin(u * Math.PI)]);

test('what is under a track follows its samples: tracked in the draft itself it stays within 0.2 px', () => {
	const scene = prepareDraft(picture, [curve], { frameCount: 81 });
	expect(worstMiss(scene, [curve])).toBeLessThan(0.2);
});

test('three tracks on one turning thing turn it, each within 0.8 px', () => {
	const corners = [
		[-14, -14],
		[14, -14],
		[0, 14],
	] as const;
	const tracks = corners.map(([x, y]) =>
		samplesOf((u) => {
			const angle = 0.3 * u;
			return [
				square.x + 120 * u + x * Math.cos(angle) - y * Math.sin(angle),
				square.y - 30 * u + x * Math.sin(angle) + y * Math.cos(angle),
			];
		}),
	);
	const scene = prepareDraft(picture, tracks, { frameCount: 41 });
	expect(scene.layers.map((layer) => layer.motion.kind)).toEqual(['bend']);
	expect(worstMiss(scene, tracks)).toBeLessThan(0.8);
});

test('tracks that part leave each its own start', () => {
	const tracks = [
		samplesOf((u) => [square.x - 17, square.y - 12 - 60 * u]),
		samplesOf((u) => [square.x + 17 + 140 * u, square.y + 14 + 10 * u]),
	];
	const scene = prepareDraft(picture, tracks, { frameCount: 21 });
	expect(scene.layers).toHaveLength(2);
	expect(worstMiss(scene, tracks)).toBeLessThan(2);
});

test('the whole object goes along, and leaves a calm ground behind', () => {
	const scene = prepareDraft(picture, [curve], { frameCount: 21 });
	const last = frameOf(scene, 20);
	const dx = 170;
	for (const [x, y] of [
		[50, 90],
		[88, 90],
		[70, 130],
	] as const) {
		expect(difference(last, picture.rgba, x + dx, y, x, y)).toBeLessThan(6);
		// Ground is bluish: blue over red.
		const at = (y * width + x) * 4;
		expect(last[at + 2]! - last[at]!).toBeGreaterThan(40);
	}
});

test('what no piece touches stays byte for byte', () => {
	const scene = prepareDraft(picture, [curve], { frameCount: 21 });
	for (const frame of [0, 7, 20]) {
		const rgba = frameOf(scene, frame);
		for (let y = 150; y < height; y++)
			for (let x = 0; x < width; x++)
				for (let c = 0; c < 4; c++)
					if (rgba[(y * width + x) * 4 + c] !== picture.rgba[(y * width + x) * 4 + c])
						throw new Error(`frame ${frame} differs at ${x},${y}`);
	}
});

test('a moved frame differs from the still', () => {
	const scene = prepareDraft(picture, [curve], { frameCount: 21 });
	let sum = 0;
	const rgba = frameOf(scene, 20);
	for (let i = 0; i < rgba.length; i++) sum += Math.abs(rgba[i]! - picture.rgba[i]!);
	expect(sum / rgba.length).toBeGreaterThan(2);
});

test('a track that stands is part of the ground: what passes goes over it', () => {
	const scene = prepareDraft(picture, [curve, still(160, 55)], { frameCount: 21 });
	expect(scene.layers).toHaveLength(1);
	const passing = frameOf(scene, 10);
	expect(difference(passing, picture.rgba, 155, 50, 70, 110)).toBeLessThan(8);
});

test('with a region of its own it keeps its place in the order of the tracks', () => {
	const regions = [{ tracks: [1], rings: [ring(140, 40, 180, 75)], feather: 0 }];
	const scene = prepareDraft(picture, [curve, still(160, 55)], { frameCount: 21, regions });
	for (let frame = 0; frame <= 20; frame++)
		expect(difference(frameOf(scene, frame), picture.rgba, 160, 55, 160, 55)).toBeLessThan(3);
});

test('a region goes along whole, and nothing outside it', () => {
	const regions = [{ tracks: [0], rings: [ring(46, 86, 94, 134)], feather: 0 }];
	const scene = prepareDraft(picture, [curve], { frameCount: 21, regions });
	const [piece] = scene.layers;
	expect(piece).toMatchObject({ x: 45, y: 85, width: 50, height: 50, tracks: [0] });
	expect(worstMiss(scene, [curve])).toBeLessThan(0.2);
});

test('tracks of one region, or of one group, move one piece', () => {
	const apart = [curve, samplesOf((u) => [86 + 20 * u, 122])];
	const regions = [{ tracks: [0, 1], rings: [ring(46, 86, 94, 134)], feather: 2 }];
	const byRegion = prepareDraft(picture, apart, { frameCount: 21, regions });
	const byGroup = prepareDraft(picture, apart, { frameCount: 21, groups: ['a', 'a'] });
	for (const scene of [byRegion, byGroup])
		expect(scene.layers.map(({ tracks, motion }) => [tracks, motion.kind])).toEqual([
			[[0, 1], 'bend'],
		]);
});

test('a camera moves the ground, and what stays on it', () => {
	const frameCount = 21;
	const camera = new Float64Array(frameCount * 6);
	for (let k = 0; k < frameCount; k++)
		camera.set([1 + k / 100, 0, 0, 1 + k / 100, 2 * k - 1.6 * k, -0.96 * k], 6 * k);
	const seen = (x: number, y: number) =>
		samplesOf((u) => [x * (1 + u / 5) + 8 * u, y * (1 + u / 5) - 19.2 * u]);
	const textured = noisePicture(width, height, (x, y) => {
		const wave = 50 * Math.sin(x * 0.31) * Math.cos(y * 0.27) + 30 * Math.sin(x * 0.07 + y * 0.09);
		return [120 + wave, 110 - wave, 90 + wave / 2];
	});
	const pins = [seen(80, 60), seen(220, 130)];
	const scene = prepareDraft(textured, pins, { frameCount, camera });
	expect(scene.layers).toHaveLength(0);
	expect(worstMiss(scene, pins)).toBeLessThan(0.3);
});

test('the same pieces go along other tracks without being cut again', () => {
	const prepared = prepareDraft(picture, [curve], { frameCount: 21 });
	const other = samplesOf((u) => [70 + 40 * u, 110 + 30 * u]);
	const moved = moveDraft(prepared, [other], {});
	expect(moved.layers[0]!.rgba).toBe(prepared.layers[0]!.rgba);
	const expected = prepareDraft(picture, [other], { frameCount: 21 });
	expect(frameOf(moved, 20)).toEqual(frameOf(expected, 20));
});

test('a shadow lies under what moves, and darkens the ground below it', () => {
	const plain = frameOf(prepareDraft(picture, [curve], { frameCount: 21 }), 20);
	const scene = prepareDraft(picture, [curve], { frameCount: 21, shadow: true });
	expect(scene.layers.map((layer) => layer.isShadow === true)).toEqual([true, false]);
	const shaded = frameOf(scene, 20);
	const below = (rgba: Uint8ClampedArray) => {
		let sum = 0;
		for (let y = 138; y < 148; y++) sum += rgba[(y * width + 240) * 4]!;
		return sum;
	};
	expect(below(shaded)).toBeLessThan(below(plain) - 20);
});

test('without displacement the picture stays as it is, to 1/255', () => {
	const place = fc.tuple(fc.integer({ min: -40, max: 200 }), fc.integer({ min: -40, max: 120 }));
	fc.assert(
		fc.property(fc.array(place, { maxLength: 6 }), fc.integer(), (places, seed) => {
			const small = noisePicture(120, 72, (x, y, n) => [x + n * 90, y * 2 + n * 60, n * 255], seed);
			const tracks = places.map(([x, y]) => still(x, y));
			const scene = prepareDraft(small, tracks, { frameCount: 9 });
			for (const frame of [0, 8]) {
				const rgba = frameOf(scene, frame);
				for (let i = 0; i < rgba.length; i++)
					if (Math.abs(rgba[i]! - small.rgba[i]!) > 1) throw new Error(`byte ${i}`);
			}
		}),
		{ numRuns: 15 },
	);
});

test('laid back in place the pieces give the picture again, but for the feather', () => {
	const scene = prepareDraft(picture, [curve], { frameCount: 21 });
	const back: DraftScene = { ...scene, source: new Uint8ClampedArray(scene.source.length) };
	// One layer far away is displaced: the others are composed at rest.
	const nudged = back.layers.map((layer) => ({
		...layer,
		motion: { kind: 'shift' as const, offsets: Float64Array.of(1e-9, 0) },
	}));
	const rgba = new Uint8ClampedArray(width * height * 4);
	renderDraftFrame({ ...back, frameCount: 1, layers: nudged }, 0, rgba);
	let worst = 0;
	let sum = 0;
	for (let i = 0; i < rgba.length; i++) {
		const d = Math.abs(rgba[i]! - picture.rgba[i]!);
		worst = Math.max(worst, d);
		sum += d;
	}
	expect(worst).toBeLessThan(60);
	expect(sum / rgba.length).toBeLessThan(0.1);
});

test('draws any number of tracks, anywhere, inside the frame', () => {
	const coordinate = fc.double({ min: -400, max: 600, noNaN: true });
	const track = fc
		.tuple(coordinate, coordinate, coordinate, coordinate)
		.map(([x0, y0, x1, y1]) => samplesOf((u) => [x0 + (x1 - x0) * u, y0 + (y1 - y0) * u]));
	fc.assert(
		fc.property(fc.array(track, { maxLength: 8 }), (tracks) => {
			const small = noisePicture(96, 64, (x, y, n) => [x * 2, y * 3, n * 200]);
			const scene = prepareDraft(small, tracks, { frameCount: 5 });
			for (const frame of [1, 4]) {
				const rgba = frameOf(scene, frame);
				for (let i = 3; i < rgba.length; i += 4)
					if (rgba[i] !== 255) throw new Error(`hole at ${i}`);
			}
		}),
		{ numRuns: 20 },
	);
});

const ring = (left: number, top: number, right: number, bottom: number) =>
	Float64Array.of(left, top, right, top, right, bottom, left, bottom);

function frameOf(scene: DraftScene, frame: number): Uint8ClampedArray {
	const rgba = new Uint8ClampedArray(scene.width * scene.height * 4);
	renderDraftFrame(scene, frame, rgba);
	return rgba;
}

/** Largest distance between a track and its tracked pixels; a lost point is infinitely far. */
function worstMiss(scene: DraftScene, tracks: readonly Float64Array[]): number {
	const paths = tracks.map((track) => framePositions(track, scene.frameCount));
	const frames = function* () {
		for (let k = 0; k < scene.frameCount; k++)
			yield lumaOfRgba(frameOf(scene, k), scene.width, scene.height);
	};
	const seen = trackPoints(
		frames(),
		paths.map((path) => ({ x: path[0]!, y: path[1]! })),
	);
	let worst = 0;
	seen.forEach((points, k) => {
		points.forEach((point, i) => {
			const miss = Math.hypot(point.x - paths[i]![2 * k]!, point.y - paths[i]![2 * k + 1]!);
			worst = Math.max(worst, point.lost ? Number.POSITIVE_INFINITY : miss);
		});
	});
	return worst;
}

function difference(
	a: ArrayLike<number>,
	b: ArrayLike<number>,
	ax: number,
	ay: number,
	bx: number,
	by: number,
): number {
	let most = 0;
	for (let c = 0; c < 3; c++)
		most = Math.max(most, Math.abs(a[(ay * width + ax) * 4 + c]! - b[(by * width + bx) * 4 + c]!));
	return most;
}
