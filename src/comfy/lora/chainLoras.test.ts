import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultShot, type Lora } from '#core/document/document.ts';
import { asLink, type Graph } from '../workflow/graph.ts';
import { locateNodes } from '../workflow/locateNodes.ts';
import { chainLoras, loraClass } from './chainLoras.ts';

const graph: Graph = {
	'140': { class_type: 'UNETLoader', inputs: { unet_name: 'ati.safetensors' } },
	'48': { class_type: 'ModelSamplingSD3', inputs: { shift: 8, model: ['140', 0] } },
};

/** Class names met on the way back from a node's model input. */
function wayBack(chained: Graph, from: string): readonly (string | undefined)[] {
	const found: (string | undefined)[] = [];
	for (let at = asLink(chained[from]?.inputs.model)?.[0]; at !== undefined; ) {
		const node: Graph[string] | undefined = chained[at];
		found.push(node?.class_type === loraClass ? String(node.inputs.lora_name) : node?.class_type);
		at = asLink(node?.inputs.model)?.[0];
	}
	return found;
}

test('two LoRAs stand in order between the loader and the sampling', () => {
	const chained = chainLoras(graph, '48', [
		{ name: 'speed.safetensors', strength: 1 },
		{ name: 'style.safetensors', strength: 0.5 },
	]);
	expect(wayBack(chained, '48')).toEqual(['style.safetensors', 'speed.safetensors', 'UNETLoader']);
	expect(Object.keys(chained)).toHaveLength(4);
	expect(graph['48']?.inputs.model).toEqual(['140', 0]);
});

test('no LoRA leaves the very graph', () => {
	expect(chainLoras(graph, '48', defaultShot.loras)).toBe(graph);
});

test('any number of LoRAs keeps every node and is walked back to the loader', () => {
	const lora: fc.Arbitrary<Lora> = fc.record({
		name: fc.string({ minLength: 1, maxLength: 20 }),
		strength: fc.double({ min: -100, max: 100, noNaN: true }),
	});
	fc.assert(
		fc.property(fc.array(lora, { maxLength: 16 }), (loras) => {
			const chained = chainLoras(graph, '48', loras);
			expect(wayBack(chained, '48')).toEqual([
				...loras.map(({ name }) => name).reverse(),
				'UNETLoader',
			]);
			expect(chained['140']).toBe(graph['140']);
		}),
	);
});

test('a node without a model link is left alone', () => {
	const bare: Graph = { a: { class_type: 'ModelSamplingSD3', inputs: { shift: 8 } } };
	expect(chainLoras(bare, 'a', [{ name: 'x', strength: 1 }])).toBe(bare);
	expect(locateNodes(bare).ok).toBe(false);
});
