import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearestName } from './nearestName.ts';

test('offers the other precision of the same model, not another model', () => {
	expect(
		nearestName('Wan2_1-I2V-ATI-14B_fp8_e4m3fn.safetensors', [
			'flux1-dev.safetensors',
			'wan/Wan2_1-I2V-ATI-14B_fp16.safetensors',
			'wan2.1_t2v_1.3B_fp16.safetensors',
		]),
	).toBe('wan/Wan2_1-I2V-ATI-14B_fp16.safetensors');
});

test('offers nothing where nothing is near', () => {
	expect(nearestName('clip_vision_h.safetensors', ['ae.safetensors', 'taesd'])).toBe(undefined);
	expect(nearestName('clip_vision_h.safetensors', [])).toBe(undefined);
});

test('separators, case and folders do not count', () => {
	expect(nearestName('wan_2.1_vae.safetensors', ['VAE/Wan-2.1-VAE.pth'])).toBe(
		'VAE/Wan-2.1-VAE.pth',
	);
});

test('neighbours swapped are one edit', () => {
	expect(editDistance('kitten', 'sitting')).toBe(3);
	expect(editDistance('vae', 'vea')).toBe(1);
	expect(editDistance('', 'abc')).toBe(3);
});

test('a distance is symmetric, zero only for equals, and no longer than the longer word', () => {
	const word = fc.string({ maxLength: 12 });
	fc.assert(
		fc.property(word, word, (a, b) => {
			const distance = editDistance(a, b);
			expect(distance).toBe(editDistance(b, a));
			expect(distance === 0).toBe(a === b);
			expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
		}),
	);
});
