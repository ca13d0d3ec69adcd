import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipOf, readAnimatedWebp } from './animatedWebp.ts';
import { inspectPicture } from './inspectPicture.ts';

const file = new Uint8Array(readFileSync(new URL('../fixtures/animated.webp', import.meta.url)));

test('each frame is a part of the canvas and a picture of its own', () => {
	const animation = readAnimatedWebp(file);
	expect(animation).toMatchObject({ width: 208, height: 120 });
	expect(animation?.frames).toHaveLength(15);
	expect(animation?.frames[1]).toMatchObject({ x: 28, y: 44, width: 49, height: 44, ms: 62 });
	for (const { still, width, height } of animation?.frames ?? [])
		expect(inspectPicture(still, 'webp')).toEqual({ size: { width, height } });
});

test('what was joined because it is alike counts as often as it is shown, at a whole rate', () => {
	const animation = readAnimatedWebp(file);
	expect(animation).toMatchObject({ frameCount: 17, fps: 16 });
	expect(animation?.repeats.at(-1)).toBe(3);
});

test.each([
	[41, 24],
	[62, 16],
	[63, 16],
	[33, 30],
	[0, 10],
	[400, 2.5],
])('frames of %i ms are %d a second', (ms, fps) => {
	expect(clipOf([ms]).fps).toBe(fps);
});

test('a file that is cut anywhere, and any other file, is none', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: file.length - 1 }), (length) => {
			expect(readAnimatedWebp(file.subarray(0, length))).toBeUndefined();
		}),
		{ numRuns: 50 },
	);
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
			expect(readAnimatedWebp(Uint8Array.of(...file.subarray(0, 12), ...noise))).toBeUndefined();
		}),
		{ numRuns: 50 },
	);
	// A still one.
	expect(readAnimatedWebp(readAnimatedWebp(file)!.frames[0]!.still)).toBeUndefined();
});
