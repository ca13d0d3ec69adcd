import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '../document/applyCommand.ts';
import { createTrack, emptyDocument, type WanDocument } from '../document/document.ts';
import { frameSamples } from '../trajectory/frameSamples.ts';
import { createFrameMapping } from './frameMapping.ts';
import { withImage } from './withImage.ts';

const imageOf = (width: number, height: number) => ({
	sha256: 'a'.repeat(64),
	width,
	height,
	name: 'a.png',
	mediaType: 'image/png',
});

const side = fc.integer({ min: 16, max: 4000 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const shares = fc.array(fc.record({ x: share, y: share }), { minLength: 1, maxLength: 5 });

const documentOf = (
	width: number,
	height: number,
	places: readonly { readonly x: number; readonly y: number }[],
): WanDocument => {
	const points = places.map(({ x, y }) => ({
		x: x * width,
		y: y * height,
		mode: 'bezier' as const,
		handleOut: { x: width / 10, y: 0 },
	}));
	return {
		...emptyDocument,
		image: imageOf(width, height),
		tracks: [createTrack(emptyDocument, 't', points.length > 1 ? 'path' : 'pin', points)],
		regions: [
			{
				id: 'r',
				name: '',
				trackIds: ['t'],
				rings: [points.map(({ x, y }) => ({ x, y }))],
				feather: 4,
			},
		],
	};
};

test('another picture: every point keeps its share of the sides, and back again is where it was', () => {
	fc.assert(
		fc.property(side, side, side, side, shares, (w, h, w2, h2, places) => {
			const document = documentOf(w, h, places);
			const next = withImage(document, imageOf(w2, h2));
			for (const [n, { x, y }] of places.entries()) {
				const point = next.tracks[0]!.points[n]!;
				expect(point.x / w2).toBeCloseTo(x, 9);
				expect(point.y / h2).toBeCloseTo(y, 9);
				expect(point.handleOut!.x / w2).toBeCloseTo(0.1, 9);
				expect(next.regions[0]!.rings[0]![n]).toEqual({ x: point.x, y: point.y });
			}
			const back = withImage(next, imageOf(w, h));
			for (const [n, point] of back.tracks[0]!.points.entries())
				expect(Math.abs(point.x - document.tracks[0]!.points[n]!.x)).toBeLessThan(1e-6);
		}),
		{ numRuns: 60 },
	);
});

test('a picture of the same size leaves every track what it is', () => {
	const document = documentOf(832, 480, [{ x: 0.5, y: 0.5 }]);
	expect(withImage(document, imageOf(832, 480)).tracks).toBe(document.tracks);
});

test('another size or crop moves no track, and what is exported lies on the same content', () => {
	fc.assert(
		fc.property(
			shares,
			fc.record({ x: share, y: share, zoom: fc.double({ min: 1, max: 8, noNaN: true }) }),
			fc.integer({ min: 1, max: 90 }),
			fc.integer({ min: 1, max: 90 }),
			(places, crop, w, h) => {
				const document = documentOf(1248, 720, places);
				const patch = { width: w * 16, height: h * 16, crop };
				const next = applyCommand(document, { type: 'frame/set', patch });
				expect(next.tracks).toBe(document.tracks);
				const [entry] = frameSamples(next);
				const { toImage, rect } = createFrameMapping(next.image!, next.frame);
				const start = toImage({ x: entry!.samples[0]!, y: entry!.samples[1]! });
				const { x, y } = document.tracks[0]!.points[0]!;
				// The export has two decimals of a frame pixel.
				expect(Math.abs(start.x - x)).toBeLessThanOrEqual((0.006 * rect.width) / (w * 16));
				expect(Math.abs(start.y - y)).toBeLessThanOrEqual((0.006 * rect.height) / (h * 16));
			},
		),
		{ numRuns: 60 },
	);
});
