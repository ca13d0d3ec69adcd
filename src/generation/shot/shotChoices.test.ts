import { expect, test } from 'vitest';
import type { ObjectInfo } from '#comfy/protocol/objectInfo.ts';
import { rollSeed, shotChoices } from './shotChoices.ts';

const info: ObjectInfo = new Map([
	[
		'KSampler',
		{
			name: 'KSampler',
			displayName: 'KSampler',
			isOutput: false,
			inputs: {
				sampler_name: {
					kind: 'choice',
					required: true,
					choices: ['euler'],
					default: undefined,
					upload: false,
				},
				steps: { kind: 'int', required: true, default: 20, min: 1, max: 50, step: 1 },
				cfg: { kind: 'float', required: true, default: 8, min: -5, max: 500, step: 0.1 },
			},
		},
	],
]);

test('the server tells the choices and may narrow a limit, never widen it', () => {
	const choices = shotChoices(info);
	expect(choices.live).toBe(true);
	expect(choices.samplers).toEqual(['euler']);
	expect(choices.limits.steps.max).toBe(50);
	expect(choices.limits.cfg).toMatchObject({ min: 0, max: 100 });
});

test('without a server the usual choices stand, the defaults of a shot among them', () => {
	const choices = shotChoices(undefined);
	expect(choices.live).toBe(false);
	expect(choices.samplers).toContain('uni_pc');
	expect(choices.schedulers).toContain('simple');
});

test('a rolled seed is a whole number that ComfyUI and JavaScript both hold', () => {
	for (let i = 0; i < 50; i++) {
		const seed = rollSeed();
		expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
	}
});
