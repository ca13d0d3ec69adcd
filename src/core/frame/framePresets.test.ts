import fc from 'fast-check';
import { expect, test } from 'vitest';
import { framePresets, presetForImage } from './framePresets.ts';

test('a picture of the shape of a 480p preset gets that preset', () => {
	for (const preset of framePresets.filter(({ height }) => height !== 720))
		expect(presetForImage({ width: preset.width * 3, height: preset.height * 3 })).toEqual(preset);
});

test('wide pictures never get a tall frame, tall ones never a wide one', () => {
	const side = fc.integer({ min: 1, max: 16_384 });
	fc.assert(
		fc.property(side, side, (width, height) => {
			const preset = presetForImage({ width, height });
			if (width > height * 1.3) expect(preset.width).toBeGreaterThan(preset.height);
			if (height > width * 1.4) expect(preset.height).toBeGreaterThan(preset.width);
		}),
	);
});
