import { stringifyLosslessJson } from '#comfy/conversion/json/stringifyLosslessJson.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import { sha256Hex } from '#media/sha256.ts';

/** Names a graph by its content: the first 16 hex digits of its SHA-256. */
export const workflowId = (graph: Graph): string =>
	sha256Hex(new TextEncoder().encode(stringifyLosslessJson(graph))).slice(0, 16);
