import { boundWorkflowSchema } from '#comfy/binding/boundWorkflowSchema.ts';
import { foreignClasses } from '#comfy/binding/foreignClasses.ts';
import { conversionLimits } from '#comfy/conversion/conversionLimits.ts';
import { isDeeperThan } from '#comfy/conversion/json/jsonDepth.ts';
import { parseLosslessJson } from '#comfy/conversion/json/parseLosslessJson.ts';
import { stringifyLosslessJson } from '#comfy/conversion/json/stringifyLosslessJson.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import { workflowId } from './workflowId.ts';
import type { WorkflowRecord } from './workflowRecord.ts';

/** A workflow as text, for a project file to carry; whole numbers of any size stay exact. */
export const writeCarried = ({ name, graph, binding }: WorkflowRecord): string =>
	stringifyLosslessJson({ name, graph, binding });

/**
 * The workflow that a project file from anywhere carries. It counts only when its content is what the shot names, so that
 * no file can change what an id stands for. Its node types are unconfirmed unless our own graph has them all.
 * @param id `shot.workflow`. @returns undefined when it is damaged, beyond the limits of an import, or of another id.
 */
export function readCarried(text: string, id: string): WorkflowRecord | undefined {
	const { bytes, jsonDepth, nodes } = conversionLimits;
	if (text.length > bytes) return undefined;
	const json = parseLosslessJson(text);
	if (!json.ok || isDeeperThan(json.value, jsonDepth)) return undefined;
	const parsed = boundWorkflowSchema.safeParse(json.value);
	if (!parsed.success) return undefined;
	const { name, binding } = parsed.data;
	// As it stands in the file: the schema puts keys in its own order, and the id is that of the bytes.
	const { graph } = json.value as { readonly graph: Graph };
	if (Object.keys(graph).length > nodes || workflowId(graph) !== id) return undefined;
	return {
		id,
		name,
		graph,
		binding,
		...(foreignClasses(graph).length > 0 && { isUnconfirmed: true }),
	};
}
