import { expect, test } from 'vitest';
import { restPose } from '../camera/cameraPoseAt.ts';
import { applyCommand } from '../document/applyCommand.ts';
import {
	type CameraKey,
	createTrack,
	emptyDocument,
	type Track,
	type WanDocument,
} from '../document/document.ts';
import { lumaSize } from '../pins/lumaPicture.ts';
import { lintDocument } from './lintDocument.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 832,
	height: 480,
	name: 'a.png',
	mediaType: 'image/png',
};
const base: WanDocument = {
	...emptyDocument,
	image,
	shot: { ...emptyDocument.shot, prompt: 'The camera pans over the square.' },
};
const line = (id: string, x: number, y: number, dx: number): Track =>
	createTrack(base, id, 'path', [
		{ x, y, mode: 'corner' },
		{ x: x + dx, y, mode: 'corner' },
	]);
const pin = (id: string, x: number, y: number): Track =>
	createTrack(base, id, 'pin', [{ x, y, mode: 'smooth' }]);
const shot = (tracks: readonly Track[], ...keys: Partial<CameraKey>[]): WanDocument => ({
	...base,
	tracks,
	camera: {
		seed: 1,
		keys: keys.map((key) => ({ ...restPose, time: 1, easing: 'linear', ...key })),
	},
});
const rulesOf = (document: WanDocument) => lintDocument(document).map(({ rule }) => rule);

test('a camera that makes everything move alike needs no pin', () => {
	const pins = [pin('a', 200, 200), pin('b', 500, 300)];
	expect(rulesOf(shot(pins, { x: 120 }))).not.toContain('no-pin');
	const alike = [line('a', 200, 200, 100), line('b', 200, 300, 100)];
	expect(rulesOf(shot(alike))).toContain('no-pin');
	expect(rulesOf(shot(alike, { x: 120 }))).not.toContain('no-pin');
});

test('tracks that stay on the screen and move alike still need one', () => {
	const alike = [line('a', 200, 200, 100), line('b', 200, 300, 100)].map((track) => ({
		...track,
		staysOnScreen: true,
	}));
	expect(rulesOf(shot(alike, { x: 120 }))).toContain('no-pin');
});

test('too fast is judged by what the model sees: the track and the camera together', () => {
	const still = pin('p', 700, 100);
	const fast = { time: 0.02, x: 500 };
	expect(rulesOf(shot([pin('a', 200, 200), still], fast))).toContain('too-fast');
	expect(rulesOf(shot([pin('a', 200, 200), still], { x: 500 }))).not.toContain('too-fast');
	const shown = lintDocument(
		shot([{ ...pin('a', 200, 200), staysOnScreen: true }, still], fast),
	).filter(({ rule }) => rule === 'too-fast');
	expect(shown.map(({ trackId }) => trackId)).toEqual(['p']);
});

test('a camera without tracks is offered a field of them, which mends it', () => {
	const alone = shot([], { x: 120 });
	const found = lintDocument(alone).find(({ rule }) => rule === 'no-tracks')!;
	const [fix] = found.fixes;
	expect(fix!.kind).toBe('addField');
	const mended = fix!.commands.reduce(applyCommand, alone);
	expect(mended.tracks).toHaveLength(20);
	const left = rulesOf(mended);
	for (const rule of [
		'no-tracks',
		'no-pin',
		'starts-too-close',
		'tracks-too-close',
		'too-many-moving',
	])
		expect(left).not.toContain(rule);
	expect(lintDocument(shot([])).find(({ rule }) => rule === 'no-tracks')!.fixes).toEqual([]);
});

test('what moves with the camera alone is ground: it needs no more tracks on it', () => {
	const { width, height } = lumaSize(image);
	const data = new Uint8Array(width * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const ground = ((x >> 3) + (y >> 3)) % 2 ? 20 : 70;
			data[y * width + x] = Math.hypot(x - 200, y - 240) <= 70 ? 220 : ground;
		}
	const picture = { width, height, data };
	const rules = (document: WanDocument) => lintDocument(document, picture).map(({ rule }) => rule);
	const far = pin('b', 700, 100);
	expect(rules(shot([pin('a', 266, 240), far], { x: 120 }))).not.toContain('uncovered-region');
	expect(rules(shot([line('a', 266, 240, 120), far]))).toContain('uncovered-region');
	expect(rules(shot([line('a', 266, 240, 120), far], { x: 120 }))).toContain('uncovered-region');
});
