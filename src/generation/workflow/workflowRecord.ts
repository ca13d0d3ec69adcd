import type { BoundWorkflow } from '#comfy/binding/boundWorkflow.ts';

/**
 * An imported workflow as it is kept. That there is a record means that the person has confirmed its node types: the same
 * graph imported again has the same id and is not asked about again.
 */
export interface WorkflowRecord extends BoundWorkflow {
	/** Of the graph's bytes, see `workflowId`; what `shot.workflow` names. */
	readonly id: string;
	readonly name: string;
}
