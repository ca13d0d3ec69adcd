import { expect, test } from 'vitest';
import { clipSeconds, frameToShare, positionAtShare, shareToFrame, shareToSample } from './time.ts';

test('81 frames at 16 fps last 5 s, and second 1 is frame 16 and sample 24', () => {
	expect(clipSeconds({ length: 81, fps: 16 })).toBe(5);
	expect(frameToShare(16, 81)).toBe(0.2);
	expect(shareToSample(0.2)).toBe(24);
	expect(shareToFrame(0.2, 81)).toBe(16);
});

test('one frame lies at 0 and lasts 0 s', () => {
	expect(clipSeconds({ length: 1, fps: 16 })).toBe(0);
	expect(frameToShare(0, 1)).toBe(0);
	expect(shareToFrame(1, 1)).toBe(0);
});

test('between two samples the position is in line with both', () => {
	const samples = new Float64Array(242);
	samples[2] = 10;
	samples[3] = 20;
	expect(positionAtShare(samples, 0.5 / 120)).toEqual({ x: 5, y: 10 });
	expect(positionAtShare(samples, -1)).toEqual({ x: 0, y: 0 });
	expect(positionAtShare(samples, 2)).toEqual({ x: 0, y: 0 });
});
