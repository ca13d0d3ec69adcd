import type { InputInfo, ObjectInfo } from '../protocol/objectInfo.ts';
import { asLink, type Graph, nodeTitle } from './graph.ts';
import { fieldOf, type LocatedNodes, locateNodes } from './locateNodes.ts';
import { type ModelRole, modelRoleOf, modelRoles } from './modelRoles.ts';
import type { GraphField } from './shotFields.ts';

/** What a server would refuse, or could not do, of a graph; found before it is sent. */
export type GraphProblem =
	| { readonly kind: 'missingNodes'; readonly classes: readonly string[] }
	| {
			readonly kind: 'missingModel';
			readonly file: string;
			readonly folder: string;
			readonly role: ModelRole;
			readonly available: readonly string[];
	  }
	| {
			readonly kind: 'invalidValue';
			/** Title of the node. */
			readonly node: string;
			readonly input: string;
			readonly field: GraphField | undefined;
			readonly value: unknown;
			readonly reason: 'notAChoice' | 'belowMin' | 'aboveMax';
			/** The choices, or the one limit that was broken. */
			readonly allowed: readonly (string | number)[];
	  };

/**
 * Checks a bound graph against the live object_info: node classes, model files, choices and limits, as the server's own
 * validation does, but with names that a person can act on. An input that object_info does not list is let through, as
 * the server lets it. @returns missing classes first (at most one entry), then models, then values; [] when all is well.
 */
export function checkGraph(graph: Graph, info: ObjectInfo): readonly GraphProblem[] {
	const located = locateNodes(graph);
	const nodes = located.ok ? located.value : undefined;
	const absent = [...new Set(Object.values(graph).map((node) => node.class_type))]
		.filter((name) => !info.has(name))
		.sort();
	const models: GraphProblem[] = [];
	const values: GraphProblem[] = [];
	for (const [id, node] of Object.entries(graph)) {
		const known = info.get(node.class_type);
		if (!known) continue;
		for (const [input, value] of Object.entries(node.inputs)) {
			const spec = Object.hasOwn(known.inputs, input) ? known.inputs[input] : undefined;
			if (!spec || asLink(value)) continue;
			const role = modelRoleOf(node.class_type, input);
			if (role && spec.kind === 'choice') {
				const problem = checkModel(role, String(value), spec.choices);
				if (problem) models.push(problem);
				continue;
			}
			const broken = checkValue(value, spec);
			if (broken) values.push(invalid(graph, nodes, id, input, value, broken));
		}
	}
	const classes: readonly GraphProblem[] =
		absent.length > 0 ? [{ kind: 'missingNodes', classes: absent }] : [];
	return [...classes, ...models, ...values];
}

function checkModel(
	role: ModelRole,
	file: string,
	available: readonly string[],
): GraphProblem | undefined {
	if (available.includes(file)) return undefined;
	return { kind: 'missingModel', file, folder: modelRoles[role].folder, role, available };
}

interface Broken {
	readonly reason: 'notAChoice' | 'belowMin' | 'aboveMax';
	readonly allowed: readonly (string | number)[];
}

function checkValue(value: unknown, spec: InputInfo): Broken | undefined {
	switch (spec.kind) {
		case 'choice':
			if (spec.upload || spec.choices.includes(String(value))) return undefined;
			return { reason: 'notAChoice', allowed: spec.choices };
		case 'dynamicChoice':
			if (spec.choices.includes(String(value))) return undefined;
			return { reason: 'notAChoice', allowed: spec.choices };
		case 'int':
		case 'float':
			if (typeof value !== 'number') return undefined;
			if (spec.min !== undefined && value < spec.min)
				return { reason: 'belowMin', allowed: [spec.min] };
			if (spec.max !== undefined && value > spec.max)
				return { reason: 'aboveMax', allowed: [spec.max] };
			return undefined;
		case 'text':
		case 'boolean':
		case 'link':
			return undefined;
	}
}

const invalid = (
	graph: Graph,
	nodes: LocatedNodes | undefined,
	id: string,
	input: string,
	value: unknown,
	broken: Broken,
): GraphProblem => ({
	kind: 'invalidValue',
	node: nodeTitle(graph, id),
	input,
	field: nodes && fieldOf(nodes, id, input),
	value,
	...broken,
});
