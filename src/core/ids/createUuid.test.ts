import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUuid } from './createUuid.ts';

test('is a canonical version 4 UUID for any bytes', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
			expect(createUuid(() => bytes)).toMatch(
				/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
			);
		}),
	);
});

test('leaves the bytes it was given alone', () => {
	const bytes = new Uint8Array(16).fill(255);
	expect(createUuid(() => bytes)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
	expect(bytes[6]).toBe(255);
});

test('too few bytes are a bug of the caller', () => {
	expect(() => createUuid(() => new Uint8Array(4))).toThrow('Needs 16 random bytes, got 4');
});
