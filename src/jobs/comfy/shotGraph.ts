import { applyBinding } from '#comfy/binding/applyBinding.ts';
import { type BoundWorkflow, runNodesOf } from '#comfy/binding/boundWorkflow.ts';
import type { RunNodes } from '#comfy/run/runPlan.ts';
import { bindShot, type ShotValues } from '#comfy/workflow/bindShot.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import { locateNodes } from '#comfy/workflow/locateNodes.ts';
import { defaultShot } from '#core/document/document.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { EngineError } from '../engineError.ts';

/** Fetches an imported workflow by its id; undefined when it is not on this computer. */
export type WorkflowSource = (id: string) => Promise<BoundWorkflow | undefined>;

/** A graph and the nodes that a run of it is measured by. */
export interface ShotGraph {
	readonly graph: Graph;
	readonly nodes: RunNodes;
}

/**
 * The imported workflow that a shot names; undefined when it is our own template. One that is not here is an error: another
 * graph is never run in its place.
 */
export async function findWorkflow(
	source: WorkflowSource | undefined,
	id: string,
): Promise<Result<BoundWorkflow | undefined, EngineError>> {
	if (id === defaultShot.workflow) return ok(undefined);
	const found = await source?.(id);
	return found ? ok(found) : fail({ kind: 'missingWorkflow', workflow: id });
}

/** The graph of one run: an imported workflow bound to the shot, else the template. Models and LoRAs go into the template only. */
export function shotGraph(
	template: Graph,
	workflow: BoundWorkflow | undefined,
	values: ShotValues,
): Result<ShotGraph, EngineError> {
	if (workflow)
		return ok({
			graph: applyBinding(workflow.graph, workflow.binding, values),
			nodes: runNodesOf(workflow),
		});
	const bound = bindShot(template, values);
	return bound.ok ? bound : fail({ kind: 'internal', detail: bound.error.detail });
}

/** What a run sent earlier is measured by. A workflow that has been deleted since leaves its run as it is. */
export async function sentGraph(
	template: Graph,
	source: WorkflowSource | undefined,
	id: string,
): Promise<Result<ShotGraph, EngineError>> {
	const workflow = await findWorkflow(source, id);
	if (!workflow.ok) return ok({ graph: {}, nodes: { save: '', sampler: '', decode: '' } });
	if (workflow.value) return ok({ graph: workflow.value.graph, nodes: runNodesOf(workflow.value) });
	const located = locateNodes(template);
	return located.ok
		? ok({ graph: template, nodes: located.value })
		: fail({ kind: 'internal', detail: located.error.detail });
}
