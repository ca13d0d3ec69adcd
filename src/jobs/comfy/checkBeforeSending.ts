import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { checkGraph, type GraphProblem } from '#comfy/workflow/checkGraph.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import type { EngineError } from '../engineError.ts';

/**
 * Asks the server for just the classes of this graph and checks it: what is missing is said before anything is uploaded.
 * @returns the first thing that would stop the run; undefined when all is well.
 */
export async function checkBeforeSending(
	client: ComfyClient,
	graph: Graph,
	signal: AbortSignal,
): Promise<EngineError | undefined> {
	const classes = [...new Set(Object.values(graph).map((node) => node.class_type))];
	const info = await client.objectInfo(classes, { signal });
	return info.ok ? engineErrorOf(checkGraph(graph, info.value)) : info.error;
}

function engineErrorOf(problems: readonly GraphProblem[]): EngineError | undefined {
	const first = problems[0];
	if (!first) return undefined;
	if (first.kind !== 'invalidValue') return first;
	return {
		kind: 'validation',
		problems: problems.flatMap((problem) =>
			problem.kind === 'invalidValue'
				? [
						{
							node: problem.node,
							input: problem.input,
							...(problem.field ? { field: problem.field } : {}),
							message: inWords(problem),
						},
					]
				: [],
		),
	};
}

/** In the manner of the server's own sentences, so that both read alike. */
function inWords(problem: Extract<GraphProblem, { kind: 'invalidValue' }>): string {
	const { value, reason, allowed } = problem;
	switch (reason) {
		case 'notAChoice':
			return `${String(value)} is not among the server's choices`;
		case 'belowMin':
			return `Value ${String(value)} smaller than min of ${allowed[0]}`;
		case 'aboveMax':
			return `Value ${String(value)} bigger than max of ${allowed[0]}`;
	}
}
