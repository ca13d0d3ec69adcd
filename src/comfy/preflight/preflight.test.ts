import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chainLoras } from '../lora/chainLoras.ts';
import type { ObjectInfo } from '../protocol/objectInfo.ts';
import { readObjectInfo } from '../protocol/readObjectInfo.ts';
import { type Graph, graphSchema } from '../workflow/graph.ts';
import { preflight, stopsRun } from './preflight.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const infoOf = (name: string): ObjectInfo => {
	const info = readObjectInfo(read(`../../standin/fixtures/${name}`));
	if (!info.ok) throw new Error(info.error);
	return info.value;
};
const template = graphSchema.parse(read('../../../workflows/video_wan_ati.json'));
const current = infoOf('objectInfo.0.33.0.json');
const old = infoOf('objectInfo.0.3.64.json');
const changed = (id: string, inputs: Readonly<Record<string, unknown>>): Graph => {
	const node = template[id]!;
	return { ...template, [id]: { ...node, inputs: { ...node.inputs, ...inputs } } };
};
const save = (inputs: Readonly<Record<string, unknown>>): Graph => ({
	...template,
	'258': { class_type: 'SaveVideo', inputs, _meta: { title: 'Save video' } },
});

test('our graph may begin on both recorded servers', () => {
	expect(preflight(template, { info: current, version: '0.33.0' })).toEqual([]);
	expect(preflight(template, { info: old, version: '0.3.64' })).toEqual([]);
});

test('either form of SaveVideo passes on 0.33, the new one lacks an input on 0.3.64', () => {
	const link = { video: ['257', 0], filename_prefix: 'video/ComfyUI' };
	const forms = [
		save({ ...link, format: 'auto', codec: 'auto' }),
		save({ ...link, format: 'mp4', 'format.codec': 'h264' }),
	] as const;
	for (const form of forms) expect(preflight(form, { info: current })).toEqual([]);
	expect(preflight(forms[0], { info: old })).toEqual([]);
	expect(preflight(forms[1], { info: old })).toEqual([
		{ kind: 'missingInput', node: 'Save video', input: 'codec' },
	]);
});

test('a missing file is named with its folder, its user and the nearest that is there', () => {
	const graph = changed('244', { clip_name: 'CLIP-vision_H.safetensors' });
	expect(preflight(graph, { info: current })).toEqual([
		{
			kind: 'missingModel',
			role: 'clipVision',
			file: 'CLIP-vision_H.safetensors',
			folder: 'clip_vision',
			usedBy: 'Load CLIP vision',
			candidate: 'clip_vision_h.safetensors',
		},
	]);
});

test('a missing LoRA is a file of models/loras, one that is there is none', () => {
	const wanted = chainLoras(template, '48', [
		{ name: 'tiny_motion_lora.safetensors', strength: 1 },
		{ name: 'tiny-motion-lora-v2.safetensors', strength: 1 },
	]);
	expect(preflight(wanted, { info: current })).toEqual([
		{
			kind: 'missingLora',
			file: 'tiny-motion-lora-v2.safetensors',
			folder: 'loras',
			usedBy: 'LoRA tiny-motion-lora-v2.safetensors',
			candidate: 'tiny_motion_lora.safetensors',
		},
	]);
});

test('values out of range carry our field; the gravest comes first', () => {
	const without = new Map(current);
	without.delete('WanTrackToVideo');
	const kinds = preflight(changed('3', { steps: 0 }), { info: without }).map(({ kind }) => kind);
	expect(kinds).toEqual(['missingNodes', 'invalidValue']);
	expect(preflight(changed('3', { steps: 0 }), { info: current })[0]).toMatchObject({
		field: 'steps',
		reason: 'belowMin',
	});
});

test('a picture over the limit is told, one at the limit is not', () => {
	const facts = { info: current, maxUploadBytes: 1000 };
	expect(preflight(template, { ...facts, uploadBytes: 1000 })).toEqual([]);
	expect(preflight(template, { ...facts, uploadBytes: 1001 })).toEqual([
		{ kind: 'uploadTooLarge', bytes: 1001, limit: 1000 },
	]);
});

test('an old server is warned about and stops nothing; an unknown version says nothing', () => {
	const [problem] = preflight(template, { info: old, version: '0.3.40' });
	expect(problem).toEqual({ kind: 'oldServer', version: '0.3.40', oldest: '0.3.64' });
	expect(problem && stopsRun(problem)).toBe(false);
	expect(preflight(template, { info: old, version: 'nightly' })).toEqual([]);
});
