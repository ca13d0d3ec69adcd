import { expect, test } from 'vitest';
import { generation as en } from '#text/en/generation.ts';
import { gigabytes, timeCode } from './timeCode.ts';

test('a time code counts minutes, seconds and hundredths', () => {
	expect(timeCode(0)).toBe('00:00.00');
	expect(timeCode(27 / 16)).toBe('00:01.68');
	expect(timeCode(65.5)).toBe('01:05.50');
});

test('memory is told with one decimal, whole cards without', () => {
	expect(gigabytes(24 * 2 ** 30)).toBe('24');
	expect(gigabytes(21.8 * 2 ** 30)).toBe('21.8');
	expect(gigabytes(0)).toBe('0.0');
});

test('time left is coarse, and never goes back to zero minutes', () => {
	expect(en.timeLeft(3000)).toBe('a few seconds left');
	expect(en.timeLeft(41_000)).toBe('45 s left');
	expect(en.timeLeft(59_000)).toBe('1 min left');
	expect(en.timeLeft(290_000)).toBe('5 min left');
	expect(en.timeLeft(3_900_000)).toBe('1 h 05 min left');
});

test('a duration keeps its seconds', () => {
	expect(en.duration(186_000)).toBe('3 min 06 s');
	expect(en.duration(300)).toBe('0 s');
});
