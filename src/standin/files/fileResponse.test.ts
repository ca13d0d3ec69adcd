import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileResponse } from './fileResponse.ts';

test('ranges that follow each other give the file again', () => {
	const parts = fc.tuple(
		fc.uint8Array({ minLength: 1, maxLength: 200 }),
		fc.integer({ min: 1, max: 50 }),
	);
	fc.assert(
		fc.property(parts, ([bytes, step]) => {
			const joined: number[] = [];
			for (let start = 0; start < bytes.length; start += step) {
				const range = `bytes=${start}-${start + step - 1}`;
				const { status, body } = fileResponse(bytes, new Date(0), {
					range,
					ifNoneMatch: undefined,
				});
				expect(status).toBe(206);
				joined.push(...body);
			}
			expect(joined).toEqual([...bytes]);
		}),
	);
});
