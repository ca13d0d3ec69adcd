import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	type Binding,
	type BindingField,
	bindingFields,
	type Place,
} from '#comfy/binding/binding.ts';
import { readCarried, writeCarried } from './carriedWorkflow.ts';
import { workflowId } from './workflowId.ts';

const graph = {
	// Keys in the order in which ComfyUI writes them.
	'1': { inputs: { seed: 2n ** 64n - 1n }, class_type: 'KSampler', _meta: { title: 'K' } },
	'2': { class_type: 'TheirSampler', inputs: { model: ['1', 0] } },
};
const binding: Binding = {
	places: {
		...(Object.fromEntries(bindingFields.map((field) => [field, []])) as unknown as Record<
			BindingField,
			readonly Place[]
		>),
		seed: [{ node: '1', input: 'seed' }],
	},
	output: undefined,
};
const record = { id: workflowId(graph), name: 'Mine', graph, binding };

test('what is carried comes back the same, big seeds exact, and waits to be confirmed', () => {
	expect(readCarried(writeCarried(record), record.id)).toEqual({ ...record, isUnconfirmed: true });
});

test('a graph of our own node types needs no leave', () => {
	const own = { '1': graph['1'] };
	const id = workflowId(own);
	expect(readCarried(writeCarried({ ...record, graph: own }), id)?.isUnconfirmed).toBeUndefined();
});

test('content that is not what the id names is no workflow', () => {
	const other = { ...record, graph: { ...graph, '3': { class_type: 'Evil', inputs: {} } } };
	expect(readCarried(writeCarried(other), record.id)).toBeUndefined();
});

test('damaged, deep and endless texts are no workflow, and nothing throws', () => {
	for (const text of ['', '{', '[]', `${'['.repeat(100_000)}${']'.repeat(100_000)}`])
		expect(readCarried(text, record.id)).toBeUndefined();
	const whole = writeCarried(record);
	fc.assert(
		fc.property(fc.nat(whole.length - 1), fc.string({ maxLength: 4 }), (at, junk) => {
			const found = readCarried(whole.slice(0, at) + junk + whole.slice(at + 1), record.id);
			if (found) expect(workflowId(found.graph)).toBe(record.id);
		}),
		{ numRuns: 200 },
	);
});
