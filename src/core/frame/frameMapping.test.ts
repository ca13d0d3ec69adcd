import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultFrame } from '../document/document.ts';
import { createFrameMapping } from './frameMapping.ts';
import { roundHalfEven } from './roundHalfEven.ts';

const side = fc.integer({ min: 1, max: 12_000 });
const anyImage = fc.record({ width: side, height: side });
const anyFrame = fc.record({
	width: fc.integer({ min: 1, max: 160 }).map((n) => n * 16),
	height: fc.integer({ min: 1, max: 160 }).map((n) => n * 16),
	crop: fc.record({
		x: fc.double({ min: 0, max: 1, noNaN: true }),
		y: fc.double({ min: 0, max: 1, noNaN: true }),
		zoom: fc.double({ min: 1, max: 50, noNaN: true }),
	}),
});

test('image to frame and back is the same point', () => {
	const coordinate = fc.double({ min: -20_000, max: 20_000, noNaN: true });
	fc.assert(
		fc.property(anyImage, anyFrame, coordinate, coordinate, (image, frame, x, y) => {
			const mapping = createFrameMapping(image, frame);
			const back = mapping.toImage(mapping.toFrame({ x, y }));
			expect(back.x).toBeCloseTo(x, 5);
			expect(back.y).toBeCloseTo(y, 5);
		}),
	);
});

test('what the frame shows lies inside the image, whatever the crop', () => {
	fc.assert(
		fc.property(anyImage, anyFrame, (image, frame) => {
			const { rect } = createFrameMapping(image, frame);
			expect(rect.x).toBeGreaterThanOrEqual(0);
			expect(rect.y).toBeGreaterThanOrEqual(0);
			expect(rect.x + rect.width).toBeLessThanOrEqual(image.width + 1e-6);
			expect(rect.y + rect.height).toBeLessThanOrEqual(image.height + 1e-6);
			expect(rect.width).toBeGreaterThan(0);
			expect(rect.height).toBeGreaterThan(0);
		}),
	);
});

test('the centre crop cuts whole source pixels, the same on both sides', () => {
	fc.assert(
		fc.property(anyImage, anyFrame, (image, { width, height }) => {
			const { rect } = createFrameMapping(image, { ...defaultFrame, width, height });
			fc.pre(rect.width > 1 && rect.height > 1);
			expect(rect.width % 1).toBe(0);
			expect(rect.height % 1).toBe(0);
			expect(rect.x * 2 + rect.width).toBe(image.width);
			expect(rect.y * 2 + rect.height).toBe(image.height);
		}),
	);
});

// By hand from common_upscale: 1920/1080 > 832/480, x = round((1920 - 1920 * (1.7333/1.7778)) / 2) = round(24) = 24.
test.each([
	[1920, 1080, 832, 480, { x: 24, y: 0, width: 1872, height: 1080 }],
	[1080, 1920, 832, 480, { x: 0, y: 648, width: 1080, height: 624 }],
	[832, 480, 832, 480, { x: 0, y: 0, width: 832, height: 480 }],
	[1000, 1000, 480, 832, { x: 212, y: 0, width: 576, height: 1000 }],
	[5, 4, 16, 16, { x: 0, y: 0, width: 5, height: 4 }], // x = round(0.5) = 0: halves go to even
	[7, 4, 16, 16, { x: 2, y: 0, width: 3, height: 4 }], // x = round(1.5) = 2
])('an image of %i x %i in a frame of %i x %i', (w, h, width, height, rect) => {
	const image = { width: w, height: h };
	expect(createFrameMapping(image, { ...defaultFrame, width, height }).rect).toEqual(rect);
});

test('the corners of what is shown are the corners of the frame', () => {
	const mapping = createFrameMapping({ width: 1920, height: 1080 }, defaultFrame);
	expect(mapping.toFrame({ x: 24, y: 0 })).toEqual({ x: 0, y: 0 });
	expect(mapping.toFrame({ x: 1896, y: 1080 })).toEqual({ x: 832, y: 480 });
});

test('a movable crop shrinks by zoom, centres where it is told and stays inside', () => {
	const image = { width: 1664, height: 960 };
	const rectOf = (crop: { x: number; y: number; zoom: number }) =>
		createFrameMapping(image, { ...defaultFrame, crop }).rect;
	expect(rectOf({ x: 0.5, y: 0.5, zoom: 2 })).toEqual({ x: 416, y: 240, width: 832, height: 480 });
	expect(rectOf({ x: 0.75, y: 0.25, zoom: 4 })).toEqual({
		x: 1040,
		y: 120,
		width: 416,
		height: 240,
	});
	expect(rectOf({ x: 1, y: 0, zoom: 2 })).toEqual({ x: 832, y: 0, width: 832, height: 480 });
});

test('halves round to even, as in Python', () => {
	expect([0.5, 1.5, 2.5, -0.5, 2.4, 2.6].map(roundHalfEven)).toEqual([0, 2, 2, 0, 2, 3]);
});
