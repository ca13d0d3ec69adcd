import { expect, test } from 'vitest';
import { lengthFault, sampleOfFrame } from './sampleOfFrame.ts';

test('reads the documented samples', () => {
	expect(sampleOfFrame(81).slice(0, 9)).toEqual([0, 1, 3, 4, 6, 7, 9, 10, 12]);
	expect(sampleOfFrame(81).slice(-3)).toEqual([117, 118, 120]);
	expect(sampleOfFrame(61).slice(0, 4)).toEqual([0, 2, 4, 6]);
	expect(sampleOfFrame(49).slice(-3)).toEqual([114, 116, 119]);
	expect(sampleOfFrame(33).slice(-3)).toEqual([110, 113, 117]);
	expect(sampleOfFrame(17)).toEqual([
		0, 1, 9, 16, 24, 31, 39, 46, 54, 61, 69, 76, 84, 91, 99, 106, 114,
	]);
	expect(sampleOfFrame(5)).toEqual([0, 2, 32, 62, 92]);
	expect(sampleOfFrame(161).slice(0, 8)).toEqual([0, 1, 2, 2, 3, 4, 5, 5]);
});

test.each([1, 2, 3, 4, 20, 80, 121, 241, 242, 361])('length %i raises', (length) => {
	expect(lengthFault(length, 1)).toMatchObject({ exceptionType: 'RuntimeError' });
});

test.each([5, 17, 49, 81, 117, 125, 161])('length %i runs', (length) => {
	expect(lengthFault(length, 3)).toBeUndefined();
});

test('says what the real node says at 121', () => {
	expect(lengthFault(121, 1)?.message).toBe(
		"shape '[30, 4, 1, 1]' is invalid for input of size 119",
	);
});
