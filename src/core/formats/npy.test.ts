import { expect, test } from 'vitest';
import { serializeNpy } from './npy.ts';

test('what NumPy reads: magic, version 1.0, a header that ends at a multiple of 64, the values', () => {
	const bytes = serializeNpy(Float32Array.from([1, -2.5, 3, 4, 5, 6]), [2, 3]);
	const view = new DataView(bytes.buffer);
	expect([...bytes.slice(0, 8)]).toEqual([0x93, 78, 85, 77, 80, 89, 1, 0]);
	const length = view.getUint16(8, true);
	expect((10 + length) % 64).toBe(0);
	const header = String.fromCharCode(...bytes.slice(10, 10 + length));
	expect(header).toMatch(/^\{'descr': '<f4', 'fortran_order': False, 'shape': \(2, 3\), \} *\n$/);
	expect(view.getFloat32(10 + length + 4, true)).toBe(-2.5);
	expect(bytes).toHaveLength(10 + length + 24);
});

test('refuses values that do not fill the shape', () => {
	expect(() => serializeNpy(new Float32Array(5), [2, 3])).toThrow('2 x 3');
});
