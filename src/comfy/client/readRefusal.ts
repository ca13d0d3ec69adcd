import { type NodeErrors, nodeErrorsSchema, refusedSchema } from '../protocol/responses.ts';
import { type Graph, nodeTitle } from '../workflow/graph.ts';
import { fieldOf, locateNodes } from '../workflow/locateNodes.ts';
import { modelRoleOf, modelRoles } from '../workflow/modelRoles.ts';
import type { ComfyError, GraphRefusal } from './comfyError.ts';

/**
 * What a 400 of POST /prompt says about our graph: a missing node class, a missing model file, or problems node by node
 * with our own field's name where the input is one of ours. Undefined when the body is no refusal that we know.
 */
export function readRefusal(body: unknown, graph: Graph): ComfyError | undefined {
	const read = refusedSchema.safeParse(body);
	if (!read.success || read.data.error === undefined) return undefined;
	const error =
		typeof read.data.error === 'string' ? { message: read.data.error } : read.data.error;
	const className = missingClass(error.type, error.message, error.extra_info?.class_type);
	if (className !== undefined) return { kind: 'missingNodes', classes: [className] };
	const byNode = readNodeErrors(read.data.node_errors, graph);
	if (byNode) return byNode;
	const words = [error.message, error.details].filter((part) => part !== undefined && part !== '');
	return {
		kind: 'validation',
		problems: [{ node: '', input: '', message: [...new Set(words)].join(': ') }],
	};
}

/** The same from a map of node errors alone, which a 200 may carry too; undefined when it is empty. */
export function readNodeErrors(nodeErrors: unknown, graph: Graph): ComfyError | undefined {
	const read = nodeErrorsSchema.safeParse(nodeErrors);
	if (!read.success || Object.keys(read.data).length === 0) return undefined;
	const missing = missingModel(read.data, graph);
	if (missing) return missing;
	const found = problems(read.data, graph);
	return found.length > 0 ? { kind: 'validation', problems: found } : undefined;
}

/** Do these errors stop this output node? Then the run would end well and without its file. */
export function stopsOutput(nodeErrors: unknown, outputNode: string): boolean {
	const read = nodeErrorsSchema.safeParse(nodeErrors);
	if (!read.success) return false;
	return Object.entries(read.data).some(
		([id, node]) => id === outputNode || (node.dependent_outputs ?? []).includes(outputNode),
	);
}

/** 0.33 says `missing_node_type` and the class; 0.3.64 `invalid_prompt` and a sentence with it. */
function missingClass(
	type: string | undefined,
	message: string | undefined,
	classType: unknown,
): string | undefined {
	if (type === 'missing_node_type')
		return typeof classType === 'string' ? classType : (message ?? 'unknown');
	if (type !== 'invalid_prompt') return undefined;
	return /node (\S+) does not exist/.exec(message ?? '')?.[1];
}

function missingModel(errors: NodeErrors, graph: Graph): ComfyError | undefined {
	for (const [id, node] of Object.entries(errors)) {
		for (const error of node.errors ?? []) {
			const input = error.extra_info?.input_name;
			if (error.type !== 'value_not_in_list' || typeof input !== 'string') continue;
			const role = modelRoleOf(node.class_type ?? graph[id]?.class_type ?? '', input);
			if (!role) continue;
			const config = error.extra_info?.input_config;
			const listed: unknown = Array.isArray(config) ? config[0] : undefined;
			return {
				kind: 'missingModel',
				file: String(error.extra_info?.received_value ?? graph[id]?.inputs[input] ?? ''),
				folder: modelRoles[role].folder,
				role,
				available: Array.isArray(listed) ? listed.map(String) : [],
			};
		}
	}
	return undefined;
}

function problems(errors: NodeErrors, graph: Graph): readonly GraphRefusal[] {
	const located = locateNodes(graph);
	return Object.entries(errors).flatMap(([id, node]) =>
		(node.errors ?? []).map((error) => {
			const named = error.extra_info?.input_name;
			const input = typeof named === 'string' ? named : '';
			const field = located.ok ? fieldOf(located.value, id, input) : undefined;
			return {
				node: graph[id] ? nodeTitle(graph, id) : (node.class_type ?? id),
				input,
				...(field ? { field } : {}),
				message: [error.message, error.details].filter(Boolean).join(': '),
			};
		}),
	);
}
