import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ObjectInfo } from '../protocol/objectInfo.ts';
import { readObjectInfo } from '../protocol/readObjectInfo.ts';
import { checkGraph } from './checkGraph.ts';
import { type Graph, graphSchema } from './graph.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const infoOf = (name: string): ObjectInfo => {
	const info = readObjectInfo(read(`../fixtures/${name}`));
	if (!info.ok) throw new Error(info.error);
	return info.value;
};
const template = graphSchema.parse(read('../../../workflows/video_wan_ati.json'));
const current = infoOf('objectInfo.v0_33_0.json');
const changed = (id: string, inputs: Readonly<Record<string, unknown>>): Graph => {
	const node = template[id]!;
	return { ...template, [id]: { ...node, inputs: { ...node.inputs, ...inputs } } };
};

test('the template is accepted by both recorded servers', () => {
	expect(checkGraph(template, current)).toEqual([]);
	expect(checkGraph(template, infoOf('objectInfo.v0_3_64.json'))).toEqual([]);
});

test('missing classes are named once, in order', () => {
	const without = new Map(current);
	without.delete('WanTrackToVideo');
	without.delete('CLIPTextEncode');
	expect(checkGraph(template, without)).toEqual([
		{ kind: 'missingNodes', classes: ['CLIPTextEncode', 'WanTrackToVideo'] },
	]);
});

test('a model file that is not there is named with its folder and what is there', () => {
	expect(checkGraph(changed('244', { clip_name: 'mine.safetensors' }), current)).toEqual([
		{
			kind: 'missingModel',
			file: 'mine.safetensors',
			folder: 'clip_vision',
			role: 'clipVision',
			available: ['clip_vision_h.safetensors'],
		},
	]);
});

test('a value outside choices or limits is named by our field', () => {
	const [choice] = checkGraph(changed('3', { sampler_name: 'nope' }), current);
	expect(choice).toMatchObject({ field: 'sampler', reason: 'notAChoice', node: 'Sampler' });
	const [small] = checkGraph(changed('3', { steps: 0 }), current);
	expect(small).toMatchObject({ field: 'steps', reason: 'belowMin', allowed: [1] });
	const [large] = checkGraph(changed('248', { width: 20_000 }), current);
	expect(large).toMatchObject({ field: 'width', reason: 'aboveMax', allowed: [16_384] });
});

test('an uploaded image and an input that the server does not list are let through', () => {
	expect(checkGraph(changed('240', { image: 'wanati/new.png' }), current)).toEqual([]);
	expect(checkGraph(changed('258', { someday: 1 }), current)).toEqual([]);
});
