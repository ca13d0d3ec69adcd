import { type Graph, graphSchema } from '../workflow/graph.ts';
import { isRecord } from './json/isRecord.ts';

/**
 * The API graph in a file that is in API format already: node id -> class and inputs, bare or as `prompt` of what a
 * client posts. Undefined when it is anything else; the graph itself is returned as it is, field for field.
 */
export function readApiGraph(json: unknown): Graph | undefined {
	if (!isRecord(json) || Array.isArray(json.nodes)) return undefined;
	const bare = isRecord(json.prompt) && json.class_type === undefined ? json.prompt : json;
	if (Object.keys(bare).length === 0) return undefined;
	return graphSchema.safeParse(bare).success ? (bare as Graph) : undefined;
}
