import { expect, test } from 'vitest';
import { createHandheld, highestHertz } from './createHandheld.ts';

test('a shake is the same for the same seed, another for another, and starts at rest', () => {
	const at = (seed: number) => createHandheld(seed, 16)(2.5);
	expect(at(7)).toEqual(at(7));
	expect(at(7)).not.toEqual(at(8));
	expect(createHandheld(7, 16)(0)).toEqual({ x: 0, y: 0, turn: 0 });
});

test.each([1, 2, 3, 48, 4_294_967_295])('the shake of seed %i stays below 2 Hz', (seed) => {
	const shake = createHandheld(seed, 16);
	const values = Array.from({ length: 960 }, (_, i) => shake(i / 24).x);
	expect(shareAbove(values, 24, 2)).toBeLessThan(0.01);
	for (const value of values) expect(Math.abs(value)).toBeLessThanOrEqual(2);
});

test('at few frames a second it is slower still: a latent step is four of them', () => {
	expect(highestHertz(16)).toBe(2);
	expect(highestHertz(60)).toBe(2);
	expect(highestHertz(8)).toBe(1);
	const shake = createHandheld(5, 8);
	const values = Array.from({ length: 960 }, (_, i) => shake(i / 24).y);
	expect(shareAbove(values, 24, 1)).toBeLessThan(0.01);
});

/** Share of a signal's power above a frequency, by a discrete Fourier transform under a Hann window, without its mean. */
function shareAbove(values: readonly number[], rate: number, hertz: number): number {
	const n = values.length;
	const mean = values.reduce((sum, value) => sum + value, 0) / n;
	let above = 0;
	let whole = 0;
	for (let k = 1; k <= n / 2; k++) {
		let re = 0;
		let im = 0;
		values.forEach((value, i) => {
			const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / n);
			re += (value - mean) * hann * Math.cos((2 * Math.PI * k * i) / n);
			im += (value - mean) * hann * Math.sin((2 * Math.PI * k * i) / n);
		});
		const power = re * re + im * im;
		whole += power;
		if ((k * rate) / n > hertz) above += power;
	}
	return above / whole;
}
