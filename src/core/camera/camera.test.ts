import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	type Camera,
	type CameraKey,
	createTrack,
	emptyDocument,
	SAMPLE_COUNT,
	stillCamera,
	type Track,
	type WanDocument,
} from '../document/document.ts';
import { serializeAtiTracks } from '../formats/atiTracks.ts';
import { tracksFromSamples } from '../formats/tracksToDocument.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import { mapPoint } from '../geometry/affine.ts';
import { frameSamples } from '../trajectory/frameSamples.ts';
import { isCarried, isStill, resolveTracks } from '../trajectory/resolveTracks.ts';
import { sampleDocumentTrack } from '../trajectory/sampleDocumentTrack.ts';
import { sampleTrack } from '../trajectory/sampleTrack.ts';
import { cameraAt } from './cameraAt.ts';
import { restPose } from './cameraPoseAt.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 1664,
	height: 960,
	name: 'a.png',
	mediaType: 'image/png',
};
const path = createTrack(emptyDocument, 'path', 'path', [
	{ x: 200, y: 300, mode: 'smooth' },
	{ x: 900, y: 500, mode: 'smooth' },
]);
const pin = createTrack(emptyDocument, 'pin', 'pin', [{ x: 832, y: 480, mode: 'smooth' }]);
const still: WanDocument = { ...emptyDocument, image, tracks: [path, pin] };

const keyAt = (time: number, pose: Partial<CameraKey>): CameraKey => ({
	...restPose,
	easing: 'linear',
	time,
	...pose,
});
const withCamera = (document: WanDocument, ...keys: CameraKey[]): WanDocument => ({
	...document,
	camera: { ...stillCamera, keys },
});
const samplesOf = (document: WanDocument, id: string) =>
	frameSamples(document).find(({ track }) => track.id === id)!.samples;
const jsonOf = (document: WanDocument) =>
	serializeAtiTracks(frameSamples(document).map(({ samples }) => samples));

test('a pan of d px moves each sample by its share of d, in image pixels', () => {
	const panned = withCamera(still, keyAt(1, { x: 120, y: -60 }));
	const own = sampleTrack(path);
	const moved = sampleDocumentTrack(panned, path);
	for (let i = 0; i < SAMPLE_COUNT; i++) {
		expect(moved[i * 2]! - own[i * 2]!).toBeCloseTo(i, 9);
		expect(moved[i * 2 + 1]! - own[i * 2 + 1]!).toBeCloseTo(-i / 2, 9);
	}
	expect(samplesOf(panned, 'path').at(-2)).toBeCloseTo(samplesOf(still, 'path').at(-2)! + 60, 2);
});

test('a pan keeps on the content when crop and size change', () => {
	const crop = { x: 0.3, y: 0.6, zoom: 2 };
	const cropped = { ...still, frame: { ...still.frame, crop } };
	const panned = withCamera(cropped, keyAt(1, { x: 100 }));
	const end = samplesOf(panned, 'pin').at(-2)! - samplesOf(cropped, 'pin').at(-2)!;
	expect(end).toBeCloseTo(100 * (832 / (1664 / 2)), 2);
});

test('zoom keeps the centre of the frame, and doubles the distance from it at 2', () => {
	const crop = { x: 0.4, y: 0.5, zoom: 1.5 };
	const cropped = { ...still, frame: { ...still.frame, crop } };
	const { toImage } = createFrameMapping(image, cropped.frame);
	const center = createTrack(cropped, 'center', 'pin', [
		{ ...toImage({ x: 416, y: 240 }), mode: 'smooth' },
	]);
	const off = createTrack(cropped, 'off', 'pin', [
		{ ...toImage({ x: 466, y: 220 }), mode: 'smooth' },
	]);
	const zoomed = withCamera({ ...cropped, tracks: [center, off] }, keyAt(1, { zoom: 2 }));
	const middle = samplesOf(zoomed, 'center');
	for (let i = 0; i < middle.length; i += 2) {
		expect(middle[i]).toBe(416);
		expect(middle[i + 1]).toBe(240);
	}
	expect([...samplesOf(zoomed, 'off').slice(-2)]).toEqual([516, 200]);
});

test('an even zoom grows by the same factor in each sample', () => {
	const zoomed = withCamera(still, keyAt(1, { zoom: 4 }));
	expect(cameraAt(zoomed, 0.5)[0]).toBeCloseTo(2, 12);
	expect(cameraAt(zoomed, 0.25)[0]).toBeCloseTo(Math.SQRT2, 12);
});

test('roll keeps distances to the centre and turns clockwise', () => {
	const rolled = withCamera(still, keyAt(1, { roll: 90 }));
	const place = { x: 516, y: 240 };
	for (const share of [0.2, 0.5, 1]) {
		const { x, y } = mapPoint(cameraAt(rolled, share), place);
		expect(Math.hypot(x - 416, y - 240)).toBeCloseTo(100, 9);
	}
	const end = mapPoint(cameraAt(rolled, 1), place);
	expect(end.x).toBeCloseTo(416, 9);
	expect(end.y).toBeCloseTo(340, 9);
});

test('orbit slides each track in proportion to its depth, the background at 1', () => {
	const depths = [1, 0.5, 0, -1];
	const tracks = depths.map((depth) => ({ ...pin, id: `${depth}`, depth }));
	const orbited = withCamera({ ...still, tracks }, keyAt(1, { orbit: 80 }));
	for (const depth of depths) {
		const samples = samplesOf(orbited, `${depth}`);
		expect(samples.at(-2)! - samples[0]!).toBeCloseTo(40 * depth, 2);
		expect(samples.at(-1)).toBe(samples[1]);
	}
	expect(cameraAt(orbited, 1)[4]).toBeCloseTo(40, 9);
	expect(cameraAt(orbited, 1, 0)[4]).toBeCloseTo(0, 9);
});

test('a track that stays on the screen is unmoved, to the very array', () => {
	const fixed: Track = { ...path, staysOnScreen: true };
	const document = withCamera({ ...still, tracks: [fixed, pin] }, keyAt(1, { x: 50, zoom: 2 }));
	expect(sampleDocumentTrack(document, fixed)).toBe(sampleTrack(fixed));
	expect(resolveTracks(document)[0]).toBe(fixed);
	expect([...samplesOf(document, 'path')]).toEqual([...samplesOf(still, 'path')]);
});

test('without keys, at rest, or from before there was a camera, the export is the same to the byte', () => {
	const plain = jsonOf(still);
	expect(jsonOf(withCamera(still, keyAt(0.3, {}), keyAt(1, {})))).toBe(plain);
	const { camera: _none, ...old } = still;
	expect(jsonOf(old as WanDocument)).toBe(plain);
	expect(resolveTracks(still)).toBe(still.tracks);
	expect(cameraAt(still, 0.7)).toEqual([1, 0, -0, 1, 0, 0]);
});

test('what the camera shows is what the samples say', () => {
	const pose = { x: 70, y: -20, zoom: 1.4, roll: 20, orbit: 30, handheld: 8 };
	const document = withCamera(still, keyAt(0.4, pose), keyAt(1, { ...pose, zoom: 0.7 }));
	const samples = samplesOf(document, 'pin');
	const start = { x: samples[0]!, y: samples[1]! };
	expect(start).toEqual({ x: 416, y: 240 });
	for (let i = 0; i < SAMPLE_COUNT; i += 5) {
		const { x, y } = mapPoint(cameraAt(document, i / 120), start);
		expect(samples[i * 2]).toBeCloseTo(x, 1);
		expect(samples[i * 2 + 1]).toBeCloseTo(y, 1);
	}
});

test('a changed camera changes what views draw, and the same one keeps identities', () => {
	const a = withCamera(still, keyAt(1, { x: 10 }));
	const b = withCamera(still, keyAt(1, { x: 20 }));
	expect(resolveTracks(a)).toBe(resolveTracks(a));
	expect(sampleTrack(resolveTracks(b)[1]!).at(-2)).toBe(852);
	expect(sampleTrack(resolveTracks(a)[1]!).at(-2)).toBe(842);
	const renamed = { ...a, name: 'Other', tracks: [...a.tracks] };
	expect(resolveTracks(renamed)[0]).toBe(resolveTracks(a)[0]);
	expect(frameSamples(renamed)[0]).toBe(frameSamples(a)[0]);
	expect(isStill(resolveTracks(a)[1]!)).toBe(false);
	expect(isCarried(resolveTracks(still)[1]!)).toBe(false);
});

test('a follower goes with its leader, then both with the camera, once', () => {
	const follower: Track = {
		...pin,
		id: 'follower',
		follow: { trackId: 'path', delay: 0, rotate: false, scale: 1 },
	};
	const tracks = [path, follower];
	const panned = withCamera({ ...still, tracks }, keyAt(1, { x: 100 }));
	const before = sampleDocumentTrack({ ...still, tracks }, follower);
	const after = sampleDocumentTrack(panned, follower);
	expect(after.at(-2)! - before.at(-2)!).toBeCloseTo(100, 9);
});

test('imported samples are exported again as they are, whatever the camera does', () => {
	const panned = withCamera(still, keyAt(1, { x: 300, zoom: 2 }));
	const samples = samplesOf(still, 'path');
	const tracks = tracksFromSamples(panned, [samples], () => 'imported');
	const again = samplesOf({ ...panned, tracks }, 'imported');
	for (const [i, value] of samples.entries()) expect(Math.abs(again[i]! - value)).toBeLessThan(0.5);
});

test('a key at the very start leaves the first frame alone', () => {
	const document = withCamera(still, keyAt(0, { x: 90 }), keyAt(1, { x: 90 }));
	const samples = sampleDocumentTrack(document, pin);
	expect([...samples.slice(0, 2)]).toEqual([832, 480]);
	expect(samples[2]).toBe(922);
});

test('any camera leaves the first sample where the picture has it, and every sample a number', () => {
	const pose = {
		x: fc.double({ min: -500, max: 500, noNaN: true }),
		zoom: fc.double({ min: 0.05, max: 20, noNaN: true }),
		roll: fc.double({ min: -720, max: 720, noNaN: true }),
		orbit: fc.double({ min: -500, max: 500, noNaN: true }),
		handheld: fc.double({ min: 0, max: 100, noNaN: true }),
	};
	const key = fc.record({ ...pose, time: fc.double({ min: 0, max: 1, noNaN: true }) });
	fc.assert(
		fc.property(fc.array(key, { maxLength: 5 }), fc.nat(), (poses, seed) => {
			const keys = poses.map((p) => keyAt(p.time, p)).sort((a, b) => a.time - b.time);
			const camera: Camera = { keys, seed };
			const samples = sampleDocumentTrack({ ...still, camera }, path);
			expect(samples[0]).toBeCloseTo(200, 6);
			expect(samples[1]).toBeCloseTo(300, 6);
			expect(samples.every(Number.isFinite)).toBe(true);
		}),
		{ numRuns: 60 },
	);
});
