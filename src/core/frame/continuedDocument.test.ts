import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type Track, type WanDocument } from '../document/document.ts';
import { frameSamples } from '../trajectory/frameSamples.ts';
import { continuedDocument } from './continuedDocument.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 1248,
	height: 720,
	name: 'a.png',
	mediaType: 'image/png',
};
const last = { ...image, sha256: 'b'.repeat(64), width: 832, height: 480, name: 'last.png' };

const documentWith = (tracks: readonly Track[], crop = emptyDocument.frame.crop): WanDocument => ({
	...emptyDocument,
	image,
	frame: { ...emptyDocument.frame, crop },
	tracks,
});

const inside = fc.record({
	x: fc.integer({ min: 380, max: 800 }),
	y: fc.integer({ min: 220, max: 460 }),
});

test('each track begins at the very place, in frame pixels, where it ended', () => {
	fc.assert(
		fc.property(
			fc.array(inside, { minLength: 1, maxLength: 5 }),
			fc.constantFrom(1, 1.3, 2),
			fc.option(fc.constantFrom(0.3, 0.5), { nil: undefined }),
			(places, zoom, release) => {
				const points = places.map((place) => ({ ...place, mode: 'smooth' as const }));
				const kind = points.length === 1 ? 'pin' : 'path';
				const track: Track = {
					...createTrack(emptyDocument, 't', kind, points),
					timing: { start: 0, end: 1, easing: 'easeInOut', ...(release && { release }) },
				};
				const document = documentWith([track], { x: 0.48, y: 0.5, zoom });
				const [before] = frameSamples(document);
				const { document: next, leftCount } = continuedDocument(document, last, 'Next');
				const end = before!.samples.slice(-2);
				const isInside = end[0]! >= 0 && end[1]! >= 0 && end[0]! < 832 && end[1]! < 480;
				expect(leftCount).toBe(isInside ? 0 : 1);
				const [after] = frameSamples(next);
				if (!after) return;
				expect(Math.abs(after.samples[0]! - end[0]!)).toBeLessThan(0.011);
				expect(Math.abs(after.samples[1]! - end[1]!)).toBeLessThan(0.011);
			},
		),
		{ numRuns: 60 },
	);
});

test('a still pin keeps its place on the picture, a path goes on the same way', () => {
	const pin = createTrack(emptyDocument, 'p', 'pin', [{ x: 624, y: 360, mode: 'smooth' }]);
	const path = createTrack(emptyDocument, 't', 'path', [
		{ x: 300, y: 300, mode: 'corner' },
		{ x: 450, y: 330, mode: 'corner' },
	]);
	const { document } = continuedDocument(documentWith([pin, path]), last, 'Next');
	expect(document.tracks[0]!.points[0]).toMatchObject({ x: 416, y: 240 });
	const [a, b] = document.tracks[1]!.points;
	expect(a).toMatchObject({ x: 300, y: 220 });
	expect(b).toMatchObject({ x: 400, y: 240 });
	expect(document).toMatchObject({ name: 'Next', image: last, shot: emptyDocument.shot });
});

test('what has left the picture is not in it', () => {
	const away = createTrack(emptyDocument, 't', 'path', [
		{ x: 1000, y: 300, mode: 'corner' },
		{ x: 1400, y: 300, mode: 'corner' },
	]);
	expect(continuedDocument(documentWith([away]), last, 'Next')).toMatchObject({
		leftCount: 1,
		document: { tracks: [] },
	});
});
