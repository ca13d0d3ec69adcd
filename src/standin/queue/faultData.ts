import { type Graph, isLink } from '../graph/graph.ts';
import type { NodeException, NodeResult } from '../nodes/values.ts';

/** What execution_error tells of a node that raised, besides where: message (ends with a line break), inputs, trace. */
export function faultData(
	error: NodeException,
	graph: Graph,
	id: string,
	results: ReadonlyMap<string, NodeResult>,
): Record<string, unknown> {
	const print = (from: string, slot: number): unknown => {
		const value = results.get(from)?.outputs[slot];
		return value?.kind === 'scalar' ? value.value : `<${value?.kind ?? 'nothing'} object>`;
	};
	const inputs = Object.entries(graph[id]?.inputs ?? {}).map(([name, value]) => {
		return [name, [isLink(value) ? print(value[0], value[1]) : value]];
	});
	return {
		exception_message: `${error.message}\n`,
		exception_type: error.exceptionType,
		traceback: [
			'  File "/srv/ComfyUI/execution.py", line 545, in execute\n    <source line>\n',
			`  File "/srv/ComfyUI/nodes.py", in ${graph[id]?.class_type}\n    <source line>\n`,
		],
		current_inputs: Object.fromEntries(inputs),
		current_outputs: Object.keys(graph),
	};
}
