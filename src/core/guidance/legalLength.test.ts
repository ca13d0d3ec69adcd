import { expect, test } from 'vitest';
import { isLegalLength, nearestLegalLengths } from './legalLength.ts';

test('4n+1 from 5 on, but not where length - 1 is a multiple of 120', () => {
	expect([5, 17, 33, 81, 117, 125, 161].filter((n) => !isLegalLength(n))).toEqual([]);
	expect([1, 2, 3, 4, 20, 80, 242, 121, 241, 361, 81.5].filter(isLegalLength)).toEqual([]);
});

test.each([
	[121, [117, 125]],
	[80, [77, 81]],
	[81, [77, 85]],
	[1, [5]],
	[16_384, [16_381]],
	[99_999, [16_381]],
])('the nearest legal lengths to %i are %j', (length, nearest) => {
	expect(nearestLegalLengths(length)).toEqual(nearest);
});
