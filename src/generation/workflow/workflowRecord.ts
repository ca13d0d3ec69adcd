import type { BoundWorkflow } from '#comfy/binding/boundWorkflow.ts';
import { defaultShot } from '#core/document/document.ts';

/**
 * An imported workflow as it is kept. A record without `isUnconfirmed` means that the person has confirmed its node types:
 * the same graph imported again has the same id and is not asked about again.
 */
export interface WorkflowRecord extends BoundWorkflow {
	/** Of the graph's bytes, see `workflowId`; what `shot.workflow` names. */
	readonly id: string;
	readonly name: string;
	/** It came with a project file and has node types of others: it does not run before the person lets it. */
	readonly isUnconfirmed?: boolean;
}

/** Whether the workflow that a shot names can run here. */
type WorkflowState = 'ready' | 'unconfirmed' | 'missing';

export function workflowState(records: readonly WorkflowRecord[], id: string): WorkflowState {
	if (id === defaultShot.workflow) return 'ready';
	const record = records.find((each) => each.id === id);
	if (!record) return 'missing';
	return record.isUnconfirmed ? 'unconfirmed' : 'ready';
}
