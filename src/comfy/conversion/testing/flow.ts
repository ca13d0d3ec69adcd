import { type Conversion, type ConversionOptions, convertWorkflow } from '../convertWorkflow.ts';

/** Classes for small workflows of tests. */
export const objectInfo = {
	Load: { input: { required: { name: [['a', 'b']] } }, output: ['MODEL'] },
	Patch: {
		input: { required: { model: ['MODEL'], strength: ['FLOAT', { default: 1 }] } },
		input_order: { required: ['model', 'strength'] },
		output: ['MODEL'],
	},
	Sample: {
		input: {
			required: {
				model: ['MODEL'],
				seed: ['INT', { default: 0, control_after_generate: true }],
				steps: ['INT', { default: 20 }],
				text: ['STRING', { default: '', dynamicPrompts: true }],
			},
		},
		output: ['LATENT'],
	},
};

interface TestNode {
	readonly id: number | string;
	readonly type: string;
	readonly [field: string]: unknown;
}

/** A workflow of nodes and `[from, fromSlot, to, toInput]` links; inputs of targets are made by name. */
export function flow(
	nodes: readonly TestNode[],
	links: readonly (readonly [number | string, number, number | string, string])[] = [],
	more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
	const withInputs = nodes.map((node) => {
		const given = Array.isArray(node.inputs) ? (node.inputs as readonly unknown[]) : [];
		const linked = links.flatMap(([, , to, name], index) =>
			to === node.id ? [{ name, type: '*', link: index + 1 }] : [],
		);
		return { mode: 0, ...node, inputs: [...given, ...linked] };
	});
	return {
		version: 0.4,
		nodes: withInputs,
		links: links.map(([from, slot, to, name], index) => {
			const inputs = withInputs.find((node) => node.id === to)?.inputs as readonly {
				name: string;
			}[];
			return [index + 1, from, slot, to, inputs.findIndex((input) => input.name === name), '*'];
		}),
		...more,
	};
}

/** @throws when it cannot be converted. */
export function converted(
	workflow: unknown,
	options: ConversionOptions = {},
	classes: unknown = objectInfo,
): Conversion {
	const result = convertWorkflow(workflow, classes, options);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}
