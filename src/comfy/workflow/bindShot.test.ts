import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindShot, type ShotValues } from './bindShot.ts';
import { type Graph, graphSchema } from './graph.ts';
import { fieldOf, locateNodes } from './locateNodes.ts';
import { templateDefaults } from './templateDefaults.ts';

const url = new URL('../../../workflows/video_wan_ati.json', import.meta.url);
const template: Graph = graphSchema.parse(JSON.parse(readFileSync(url, 'utf8')));

const values: ShotValues = {
	prompt: 'a balloon rises',
	negative: '',
	seed: 2 ** 53 - 1,
	steps: 7,
	cfg: 4.5,
	sampler: 'euler',
	scheduler: 'beta',
	shift: 5,
	temperature: 100,
	topk: 3,
	width: 832,
	height: 464,
	length: 49,
	fps: 24,
	image: 'wanati/0123456789abcdef.png',
	tracks: '[[{"x":1,"y":2}]]',
	models: {
		diffusion: 'd.safetensors',
		weightType: 'default',
		textEncoder: 't.safetensors',
		vae: 'v.safetensors',
		clipVision: 'c.safetensors',
	},
};
const bound = (graph: Graph, given = values) => {
	const result = bindShot(graph, given);
	if (!result.ok) throw new Error(result.error.detail);
	return result.value;
};

test('every value lands in its node of the template', () => {
	const { graph } = bound(template);
	expect(graph['247']?.inputs.value).toBe(values.tracks);
	expect(graph['248']?.inputs).toMatchObject({
		tracks: ['247', 0],
		width: 832,
		height: 464,
		length: 49,
		temperature: 100,
		topk: 3,
	});
	expect(graph['3']?.inputs).toMatchObject({
		seed: 2 ** 53 - 1,
		steps: 7,
		cfg: 4.5,
		sampler_name: 'euler',
		scheduler: 'beta',
		denoise: 1,
	});
	expect(graph['6']?.inputs.text).toBe('a balloon rises');
	expect(graph['48']?.inputs).toEqual({ shift: 5, model: ['140', 0] });
	expect(graph['140']?.inputs).toEqual({ unet_name: 'd.safetensors', weight_dtype: 'default' });
	expect(graph['38']?.inputs).toEqual({
		clip_name: 't.safetensors',
		type: 'wan',
		device: 'default',
	});
	expect(graph['39']?.inputs.vae_name).toBe('v.safetensors');
	expect(graph['244']?.inputs.clip_name).toBe('c.safetensors');
	expect(graph['240']?.inputs.image).toBe('wanati/0123456789abcdef.png');
	expect(graph['257']?.inputs.fps).toBe(24);
	expect(graph['258']?.inputs).toMatchObject({ format: 'auto', codec: 'auto' });
});

test('the template stays as it was', () => {
	const before = structuredClone(template);
	bound(template);
	expect(template).toEqual(before);
});

test("a blank negative prompt is the template's own, another one is sent as it is", () => {
	expect(bound(template).graph['7']?.inputs.text).toBe(template['7']?.inputs.text);
	expect(bound(template, { ...values, negative: 'fog' }).graph['7']?.inputs.text).toBe('fog');
});

test('a graph with other ids, another order and a node in between is bound alike', () => {
	const withLora: Graph = {
		...template,
		'500': { class_type: 'LoraLoaderModelOnly', inputs: { model: ['140', 0] } },
		'48': { class_type: 'ModelSamplingSD3', inputs: { shift: 8, model: ['500', 0] } },
	};
	const original = bound(withLora);
	fc.assert(
		fc.property(fc.shuffledSubarray(Object.keys(withLora), { minLength: 16 }), (ids) => {
			const name = new Map(ids.map((id, i) => [id, `n${i}`]));
			const renamed = Object.fromEntries(
				ids.map((id) => [name.get(id), rename(withLora[id]!, name)]),
			);
			const again = bound(renamed);
			for (const [role, id] of Object.entries(original.nodes))
				expect(again.nodes[role as keyof typeof again.nodes]).toBe(name.get(id));
			for (const id of ids)
				expect(again.graph[name.get(id)!]).toEqual(rename(original.graph[id]!, name));
		}),
		{ numRuns: 30 },
	);
});

function rename(node: Graph[string], name: ReadonlyMap<string, string>): Graph[string] {
	const inputs = Object.entries(node.inputs).map(([key, value]) => [
		key,
		Array.isArray(value) ? [name.get(String(value[0])), value[1]] : value,
	]);
	return { ...node, inputs: Object.fromEntries(inputs) };
}

test('a graph without the node, or with a cycle, is an error with the role that is missing', () => {
	expect(locateNodes({})).toMatchObject({ ok: false, error: { role: 'motion' } });
	const { '244': _gone, ...noVision } = template;
	expect(locateNodes(noVision)).toMatchObject({ ok: false, error: { role: 'clipVision' } });
	const cyclic: Graph = {
		...template,
		'48': { class_type: 'Loop', inputs: { model: ['48', 0] } },
	};
	expect(locateNodes(cyclic)).toMatchObject({ ok: false, error: { role: 'modelSampling' } });
	const toNowhere: Graph = {
		...template,
		'6': { class_type: 'CLIPTextEncode', inputs: { text: '', clip: ['__proto__', 0] } },
	};
	expect(locateNodes(toNowhere)).toMatchObject({ ok: false, error: { role: 'textEncoder' } });
});

test('inputs are known by our names', () => {
	const { nodes } = bound(template);
	expect(fieldOf(nodes, '3', 'steps')).toBe('steps');
	expect(fieldOf(nodes, '7', 'text')).toBe('negative');
	expect(fieldOf(nodes, '140', 'unet_name')).toBe('diffusion');
	expect(fieldOf(nodes, '3', 'denoise')).toBeUndefined();
});

test("the template's defaults are the official file names and a negative prompt", () => {
	const defaults = templateDefaults(template);
	expect(defaults.ok && defaults.value.models).toEqual({
		diffusion: 'Wan2_1-I2V-ATI-14B_fp8_e4m3fn.safetensors',
		weightType: 'fp8_e4m3fn',
		textEncoder: 'umt5_xxl_fp8_e4m3fn_scaled.safetensors',
		vae: 'wan_2.1_vae.safetensors',
		clipVision: 'clip_vision_h.safetensors',
	});
	expect(defaults.ok && defaults.value.negative.length).toBeGreaterThan(50);
});

test('LoRAs stand between the diffusion model and its sampling, and the nodes are still found', () => {
	const loras = [{ name: 'speed.safetensors', strength: 0.8 }];
	const { graph } = bound(template, { ...values, loras });
	const loader = Object.entries(graph).find(
		([, node]) => node.class_type === 'LoraLoaderModelOnly',
	);
	expect(loader?.[1].inputs).toEqual({
		model: ['140', 0],
		lora_name: 'speed.safetensors',
		strength_model: 0.8,
	});
	expect(graph['48']?.inputs.model).toEqual([loader?.[0], 0]);
	expect(locateNodes(graph).ok).toBe(true);
});
