import { expect, test } from 'vitest';
import { compareVersions } from './compareVersions.ts';

test('numbers count, not letters', () => {
	expect(compareVersions('0.3.64', '0.33.0')).toBeLessThan(0);
	expect(compareVersions('v0.33', '0.33.0')).toBe(0);
	expect(compareVersions('1.0-dev', '0.99.9')).toBeGreaterThan(0);
});

test('what is no version is not compared', () => {
	expect(compareVersions('nightly', '0.33.0')).toBe(undefined);
});
