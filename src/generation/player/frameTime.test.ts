import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameAtTime, momentInFrame } from './frameTime.ts';

test('a moment inside a frame is that frame', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 2000 }),
			fc.constantFrom(8, 16, 24, 29.97, 60),
			(k, fps) => {
				expect(frameAtTime(momentInFrame(k, fps), fps, 2001)).toBe(k);
				// A decoder tells the frame's start, in microseconds.
				expect(frameAtTime(Math.round((k / fps) * 1e6) / 1e6, fps, 2001)).toBe(k);
			},
		),
		{ numRuns: 300 },
	);
});

test('times outside the clip are its ends', () => {
	expect(frameAtTime(-1, 16, 81)).toBe(0);
	expect(frameAtTime(99, 16, 81)).toBe(80);
});
