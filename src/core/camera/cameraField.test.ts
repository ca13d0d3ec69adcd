import { expect, test } from 'vitest';
import { applyCommand } from '../document/applyCommand.ts';
import { createTrack, emptyDocument, type WanDocument } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import { type LumaPicture, lumaSize } from '../pins/lumaPicture.ts';
import { pinTracks } from '../pins/pinTracks.ts';
import { frameSamples } from '../trajectory/frameSamples.ts';
import { cameraField } from './cameraField.ts';
import { cameraPresets, presetCommands } from './cameraPresets.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 1664,
	height: 960,
	name: 'a.png',
	mediaType: 'image/png',
};
const empty: WanDocument = { ...emptyDocument, image };

const framePlaces = (document: WanDocument, picture?: LumaPicture) => {
	const { toFrame } = createFrameMapping(image, document.frame);
	return cameraField(document, picture).map(toFrame);
};
const nearest = (places: readonly { readonly x: number; readonly y: number }[]) =>
	Math.min(
		...places.flatMap((a, i) => places.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))),
	);

test('a field fills the frame with 20 places, none of them near another', () => {
	const places = framePlaces(empty);
	expect(places).toHaveLength(20);
	expect(nearest(places)).toBeGreaterThanOrEqual(30);
	for (const { x, y } of places) {
		expect(x > 0 && x < 832).toBe(true);
		expect(y > 0 && y < 480).toBe(true);
	}
});

test.each([
	[480, 832],
	[1280, 720],
	[64, 64],
])('at %i x %i places are 30 px apart at 480p', (width, height) => {
	const document = { ...empty, frame: { ...empty.frame, width, height } };
	const scale = Math.min(width, height) / 480;
	const places = framePlaces(document);
	expect(places.length).toBeGreaterThan(0);
	expect(nearest(places)).toBeGreaterThanOrEqual(30 * scale - 1e-9);
});

test('with what is there it stays within 20 tracks, and away from them', () => {
	const path = createTrack(empty, 'mover', 'path', [
		{ x: 200, y: 200, mode: 'smooth' },
		{ x: 1200, y: 700, mode: 'smooth' },
	]);
	const pins = Array.from({ length: 12 }, (_, n) =>
		createTrack(empty, `p${n}`, 'pin', [{ x: 40 + n * 120, y: 900, mode: 'smooth' }]),
	);
	const document = { ...empty, tracks: [path, ...pins] };
	const places = framePlaces(document);
	expect(places.length + 13).toBeLessThanOrEqual(20);
	const { samples } = frameSamples(document)[0]!;
	for (const { x, y } of places)
		for (let i = 0; i < samples.length; i += 2)
			expect(Math.hypot(samples[i]! - x, samples[i + 1]! - y)).toBeGreaterThanOrEqual(48);
	const full = Array.from({ length: 20 }, (_, n) => ({ ...path, id: `${n}` }));
	expect(cameraField({ ...empty, tracks: full })).toEqual([]);
});

test('places sit on what the picture offers', () => {
	const { width, height } = lumaSize(image);
	const data = new Uint8Array(width * height).fill(100);
	// A bright square near the middle of the second cell: 332..498 x 0..120 frame px.
	const scale = width / 832;
	for (let y = 50 * scale; y < 60 * scale; y++)
		for (let x = 240 * scale; x < 250 * scale; x++)
			data[Math.round(y) * width + Math.round(x)] = 255;
	const place = framePlaces(empty, { width, height, data })[1]!;
	expect(Math.abs(place.x - 245)).toBeLessThan(9);
	expect(Math.abs(place.y - 55)).toBeLessThan(9);
});

test.each(cameraPresets)(
	'the preset %s moves a field, and what stands after it is undone by one command',
	(preset) => {
		const pins = pinTracks(empty, cameraField(empty), () => `${Math.random()}`);
		const document = { ...empty, tracks: pins };
		const after = presetCommands(document, 0, preset).reduce(applyCommand, document);
		const moved = frameSamples(after).filter(({ samples }) =>
			samples.some((value, i) => Math.abs(value - samples[i % 2]!) > 2),
		);
		expect(moved.length).toBeGreaterThan(15);
		const again = applyCommand(after, { type: 'camera/removeKeys', indices: [0] });
		expect(frameSamples(again).map(({ samples }) => [...samples])).toEqual(
			frameSamples(document).map(({ samples }) => [...samples]),
		);
	},
);

test('presets add up on one key, and the hand is of every key', () => {
	const apply = (document: WanDocument, preset: (typeof cameraPresets)[number]) =>
		presetCommands(document, 0, preset).reduce(applyCommand, document);
	const panned = apply(apply(empty, 'panLeft'), 'pushIn');
	expect(panned.camera.keys).toHaveLength(1);
	expect(panned.camera.keys[0]).toMatchObject({ x: 333, zoom: 1.4, time: 1, easing: 'easeInOut' });
	const key = { ...panned.camera.keys[0]!, time: 0.5 };
	const two = applyCommand(panned, { type: 'camera/putKey', key });
	expect(apply(two, 'handheld').camera.keys.map(({ handheld }) => handheld)).toEqual([17, 17]);
});
