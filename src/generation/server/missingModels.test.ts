import { expect, test } from 'vitest';
import type { ObjectInfo } from '#comfy/protocol/objectInfo.ts';
import { missingModels } from './missingModels.ts';

const loader = (name: string, input: string, choices: readonly string[]) =>
	[
		name,
		{
			name,
			displayName: name,
			isOutput: false,
			inputs: {
				[input]: { kind: 'choice', required: true, choices, default: undefined, upload: false },
			},
		},
	] as const;

const info: ObjectInfo = new Map([
	loader('UNETLoader', 'unet_name', ['ati.safetensors']),
	loader('VAELoader', 'vae_name', []),
]);

test('names the file and the folder of what is missing, and judges no loader that is not there', () => {
	const choice = {
		diffusion: 'ati.safetensors',
		weightType: 'default',
		textEncoder: 'umt5.safetensors',
		vae: 'wan_2.1_vae.safetensors',
		clipVision: 'clip_vision_h.safetensors',
	};
	expect(missingModels(info, choice)).toEqual([
		{ role: 'vae', file: 'wan_2.1_vae.safetensors', folder: 'vae' },
	]);
});
