import * as z from 'zod/mini';
import { fail, ok, type Result } from '#core/result.ts';
import type { ConversionError } from '../conversionError.ts';
import { conversionLimits } from '../conversionLimits.ts';
import { isRecord } from '../json/isRecord.ts';
import { readGroupNodes } from './readGroupNodes.ts';
import {
	linkObject,
	linkTuple,
	readLink,
	readNode,
	readSlot,
	uiNode,
	uiSlot,
} from './uiSchemas.ts';
import type { EverywhereLink, UiGraph, UiLink, UiWorkflow } from './uiWorkflow.ts';

/**
 * Reads a workflow file in UI format, version 0.4 or schema 1. Unknown fields are ignored, missing ones take the
 * page's defaults, damaged links are dropped; a node without id or type, or two nodes of one id, is an error.
 * @param json parsed JSON, no deeper than the limit.
 */
export function readUiWorkflow(json: unknown): Result<UiWorkflow, ConversionError> {
	const root = readGraph(json, 'workflow', undefined);
	if (!root.ok) return root;
	const definitions = new Map<string, UiGraph>();
	const error = readDefinitions(json, 'workflow', definitions);
	if (error) return fail(error);
	return ok({
		root: root.value,
		definitions: [...definitions.values()],
		groupNodes: readGroupNodes(json),
	});
}

/** Each before those nested in it; the first of an id counts. Recursion is bounded by the depth of the JSON. */
function readDefinitions(
	json: unknown,
	outerPlace: string,
	definitions: Map<string, UiGraph>,
): ConversionError | undefined {
	for (const [index, raw] of subgraphsOf(json).entries()) {
		const place = `${outerPlace}.definitions.subgraphs.${index}`;
		if (!isRecord(raw) || typeof raw.id !== 'string')
			return { kind: 'notAWorkflow', place, detail: 'a subgraph without an id' };
		const graph = readGraph(raw, place, raw.id);
		if (!graph.ok) return graph.error;
		if (!definitions.has(raw.id)) definitions.set(raw.id, graph.value);
		const error = readDefinitions(raw, place, definitions);
		if (error) return error;
	}
	return undefined;
}

const subgraphsOf = (json: unknown): readonly unknown[] => {
	const definitions = isRecord(json) ? json.definitions : undefined;
	const subgraphs = isRecord(definitions) ? definitions.subgraphs : undefined;
	return Array.isArray(subgraphs) ? subgraphs : [];
};

const uiGraph = z.object({
	name: z.catch(z.optional(z.string()), undefined),
	nodes: z.array(z.unknown()),
	links: z.catch(z.array(z.unknown()), []),
	inputs: z.catch(z.array(uiSlot), []),
	outputs: z.catch(z.array(uiSlot), []),
	last_node_id: z.catch(z.optional(z.number()), undefined),
	state: z.catch(z.optional(z.object({ lastNodeId: z.number() })), undefined),
	extra: z.optional(z.unknown()),
});

function readGraph(
	json: unknown,
	place: string,
	id: string | undefined,
): Result<UiGraph, ConversionError> {
	const parsed = uiGraph.safeParse(json);
	if (!parsed.success) return notAWorkflow(place, 'no list of nodes');
	const { nodes: rawNodes, links, inputs, outputs, extra } = parsed.data;
	const { nodes: limit } = conversionLimits;
	if (rawNodes.length > limit) return fail({ kind: 'tooManyNodes', nodes: rawNodes.length, limit });
	const nodes = new Map<string, UiGraph['nodes'][number]>();
	for (const [index, raw] of rawNodes.entries()) {
		const node = uiNode.safeParse(raw);
		if (!node.success) return notAWorkflow(`${place}.nodes.${index}`, 'a node without id or type');
		const read = readNode(node.data);
		if (!nodes.has(read.id)) nodes.set(read.id, read);
		// The page keeps the first inside a subgraph, and renumbers at the root, where links become ambiguous.
		else if (id === undefined) return fail({ kind: 'duplicateNode', place: read.id });
	}
	return ok({
		id,
		name: parsed.data.name ?? id ?? '',
		nodes: [...nodes.values()],
		links: links.flatMap(readAnyLink),
		inputs: inputs.map(readSlot),
		outputs: outputs.map(readSlot),
		everywhere: readEverywhere(extra),
		lastNodeId: parsed.data.last_node_id ?? parsed.data.state?.lastNodeId ?? 0,
	});
}

function readAnyLink(raw: unknown): readonly UiLink[] {
	const tuple = linkTuple.safeParse(raw);
	if (tuple.success) {
		const [id, origin_id, origin_slot, target_id, target_slot] = tuple.data;
		return [readLink({ id, origin_id, origin_slot, target_id, target_slot })];
	}
	const object = linkObject.safeParse(raw);
	return object.success ? [readLink(object.data)] : [];
}

const id = z.union([z.number(), z.string()]);
const everywhereLink = z.object({
	upstream: id,
	upstream_slot: z.number(),
	downstream: id,
	downstream_slot: z.number(),
});

function readEverywhere(extra: unknown): readonly EverywhereLink[] {
	const links = isRecord(extra) ? extra.ue_links : undefined;
	return (Array.isArray(links) ? (links as readonly unknown[]) : []).flatMap((raw) => {
		const { success, data } = everywhereLink.safeParse(raw);
		if (!success) return [];
		const { upstream, upstream_slot, downstream, downstream_slot } = data;
		return [
			{
				origin: String(upstream),
				originSlot: upstream_slot,
				target: String(downstream),
				targetSlot: downstream_slot,
			},
		];
	});
}

const notAWorkflow = (place: string, detail: string): Result<never, ConversionError> =>
	fail({ kind: 'notAWorkflow', place, detail });
