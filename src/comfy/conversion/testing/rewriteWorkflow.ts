import { isRecord } from '../json/isRecord.ts';

/** A change of a workflow file that must not change what it means. */
export interface Rewriting {
	/** New id of a node; ids of subgraph inputs and outputs (-10, -20) are kept. */
	readonly nodeId: (id: unknown) => unknown;
	readonly linkId: (id: unknown) => unknown;
	/** Another order. */
	readonly shuffle: <Item>(items: readonly Item[]) => readonly Item[];
	/** Fields that no version of ComfyUI knows. */
	readonly extra: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

/** Rewrites the root and all subgraphs. */
export function rewriteWorkflow(workflow: unknown, rewriting: Rewriting): unknown {
	if (!isRecord(workflow)) return workflow;
	const definitions = isRecord(workflow.definitions) ? workflow.definitions : undefined;
	return {
		...rewriteGraph(workflow, rewriting),
		...(definitions && {
			definitions: {
				...definitions,
				...rewriting.extra,
				subgraphs: list(definitions.subgraphs).map((graph) => rewriteWorkflow(graph, rewriting)),
			},
		}),
	};
}

const list = (value: unknown): readonly Json[] =>
	Array.isArray(value) ? (value as readonly unknown[]).filter(isRecord) : [];

function rewriteGraph(graph: Json, { nodeId, linkId, shuffle, extra }: Rewriting): Json {
	const boundary = (id: unknown): unknown => (id === -10 || id === -20 ? id : nodeId(id));
	const link = (raw: unknown): unknown => {
		if (Array.isArray(raw)) {
			const [id, from, fromSlot, to, ...rest] = raw as readonly unknown[];
			return [linkId(id), nodeId(from), fromSlot, nodeId(to), ...rest];
		}
		if (!isRecord(raw)) return raw;
		const { id, origin_id, target_id } = raw;
		const ends = { origin_id: boundary(origin_id), target_id: boundary(target_id) };
		return { ...raw, ...extra, id: linkId(id), ...ends };
	};
	const links = (ids: unknown) => (Array.isArray(ids) ? ids.map(linkId) : ids);
	const input = (raw: Json) => ({
		...raw,
		...extra,
		...(raw.link !== null && raw.link !== undefined && { link: linkId(raw.link) }),
	});
	const node = (raw: Json) => ({
		...raw,
		...extra,
		id: nodeId(raw.id),
		...(Array.isArray(raw.inputs) && { inputs: list(raw.inputs).map(input) }),
		...(Array.isArray(raw.outputs) && {
			outputs: list(raw.outputs).map((output) => ({ ...output, links: links(output.links) })),
		}),
		...(isRecord(raw.properties) && { properties: properties(raw.properties, nodeId) }),
	});
	const slots = (raw: unknown) =>
		list(raw).map((slot) => ({ ...slot, ...extra, linkIds: links(slot.linkIds) }));
	return {
		...graph,
		...extra,
		nodes: shuffle(list(graph.nodes).map(node)),
		...(Array.isArray(graph.links) && { links: shuffle(graph.links.map(link)) }),
		...(Array.isArray(graph.inputs) && { inputs: slots(graph.inputs) }),
		...(Array.isArray(graph.outputs) && { outputs: slots(graph.outputs) }),
	};
}

/** Legacy promotions name nodes by text. */
function properties(raw: Json, nodeId: Rewriting['nodeId']): Json {
	if (!Array.isArray(raw.proxyWidgets)) return raw;
	const proxyWidgets = (raw.proxyWidgets as readonly (readonly unknown[])[]).map(
		([id, name, deepest]) => [
			id === '-1' ? id : String(nodeId(Number(id))),
			typeof name === 'string'
				? name.replace(/^(\d+)(?=: )/, (own) => `${nodeId(Number(own))}`)
				: name,
			...(deepest === undefined ? [] : [String(nodeId(Number(deepest)))]),
		],
	);
	return { ...raw, proxyWidgets };
}
