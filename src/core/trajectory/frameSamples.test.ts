import { expect, test } from 'vitest';
import { applyCommand } from '../document/applyCommand.ts';
import { createTrack, emptyDocument, type WanDocument } from '../document/document.ts';
import { frameSamples } from './frameSamples.ts';

const withImage: WanDocument = {
	...emptyDocument,
	image: {
		sha256: 'a'.repeat(64),
		width: 1664,
		height: 960,
		name: 'a.png',
		mediaType: 'image/png',
	},
};
const line = createTrack(withImage, 'a', 'path', [
	{ x: 0, y: 0, mode: 'smooth' },
	{ x: 1664, y: 333.333, mode: 'smooth' },
]);
const still = createTrack(withImage, 'b', 'pin', [{ x: 100, y: 200, mode: 'smooth' }]);
const document: WanDocument = { ...withImage, tracks: [line, still] };

test('no image, no samples', () => {
	expect(frameSamples({ ...document, image: null })).toEqual([]);
});

test('samples are frame pixels with 2 decimals', () => {
	const [path, pin] = frameSamples(document);
	expect([...path!.samples.slice(-2)]).toEqual([832, 166.67]);
	expect([...pin!.samples.slice(0, 2)]).toEqual([50, 100]);
	for (const value of path!.samples) expect(Number(value.toFixed(2))).toBe(value);
});

test('hidden tracks are left out', () => {
	const hidden = applyCommand(document, {
		type: 'track/set',
		trackIds: ['a'],
		patch: { visible: false },
	});
	expect(frameSamples(hidden).map((s) => s.track.id)).toEqual(['b']);
});

test('moving one track keeps the arrays of the others; a new size makes new ones', () => {
	const [path, pin] = frameSamples(document);
	const moved = applyCommand(document, { type: 'track/translate', trackIds: ['a'], dx: 2, dy: 0 });
	expect(frameSamples(moved)[1]!.samples).toBe(pin!.samples);
	expect(frameSamples(moved)[0]!.samples).not.toBe(path!.samples);
	const resized = applyCommand(document, { type: 'frame/set', patch: { width: 416, height: 240 } });
	expect(frameSamples(resized)[1]!.samples[0]).toBe(25);
	expect(frameSamples(document)).toBe(frameSamples(document));
});
