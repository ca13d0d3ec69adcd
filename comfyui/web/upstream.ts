import type { ComfyApp, ComfyGraph, ComfyLink, ComfyNode, ComfyWidget } from './comfyPage.ts';

/** Where the value of an input is written: a widget of this node or of one before it. */
export interface WidgetPlace {
	readonly node: ComfyNode;
	readonly widget: ComfyWidget;
}

/** Id that links from a subgraph's inputs have as their origin. */
const subgraphInputs = -10;
/** Links followed at most; a workflow may hold a circle. */
const farthest = 32;

/**
 * The widget that an input's value comes from: the node's own, or that of a plain value node which it is linked to, through
 * reroutes and out of subgraphs. Undefined: another node works the value out, or there is none.
 */
export function widgetOf(
	app: ComfyApp,
	node: ComfyNode,
	name: string,
	type: 'string' | 'number',
	depth = 0,
): WidgetPlace | undefined {
	const input = node.inputs?.find((candidate) => candidate.name === name);
	const own = node.widgets?.find((widget) => widget.name === name);
	if (!isLinked(input)) return own && typeof own.value === type ? { node, widget: own } : undefined;
	const origin = originOf(app, node, name);
	if (!origin || depth > farthest) return undefined;
	if (origin.input !== undefined) return widgetOf(app, origin.node, origin.input, type, depth + 1);
	if (isReroute(origin.node)) {
		const [before] = origin.node.inputs ?? [];
		return before && widgetOf(app, origin.node, before.name, type, depth + 1);
	}
	return valueWidget(origin.node, type);
}

/** The node that an input is linked to, out of subgraphs and through reroutes; undefined: none. */
export function nodeBefore(
	app: ComfyApp,
	node: ComfyNode,
	name: string,
	depth = 0,
): ComfyNode | undefined {
	const origin = depth > farthest ? undefined : originOf(app, node, name);
	if (!origin) return undefined;
	if (origin.input !== undefined) return nodeBefore(app, origin.node, origin.input, depth + 1);
	if (!isReroute(origin.node)) return origin.node;
	const [before] = origin.node.inputs ?? [];
	return before && nodeBefore(app, origin.node, before.name, depth + 1);
}

/** The other end of an input's link: a node, or an input of the node that stands for the graph this one is in. */
function originOf(
	app: ComfyApp,
	node: ComfyNode,
	name: string,
): { readonly node: ComfyNode; readonly input?: string } | undefined {
	const link = node.inputs?.find((candidate) => candidate.name === name)?.link;
	const graph = node.graph ?? app.graph;
	if (link === null || link === undefined) return undefined;
	const end = linkOf(graph, link);
	if (!end) return undefined;
	if (Number(end.origin_id) !== subgraphInputs) {
		const found = graph.getNodeById(end.origin_id);
		return found ? { node: found } : undefined;
	}
	const outer = holderOf(app.rootGraph ?? app.graph, graph);
	const input = outer?.inputs?.[end.origin_slot];
	return outer && input ? { node: outer, input: input.name } : undefined;
}

function linkOf({ links }: ComfyGraph, id: number | string): ComfyLink | undefined {
	return isMap(links) ? links.get(id) : links[String(id)];
}

const isMap = (links: ComfyGraph['links']): links is Map<number | string, ComfyLink> =>
	links instanceof Map;

/** The node whose inside a graph is; the first, where one graph is used several times. */
function holderOf(within: ComfyGraph, graph: ComfyGraph, depth = 0): ComfyNode | undefined {
	if (depth > farthest) return undefined;
	for (const node of within.nodes ?? within._nodes ?? []) {
		if (!node.subgraph) continue;
		const found = node.subgraph === graph ? node : holderOf(node.subgraph, graph, depth + 1);
		if (found) return found;
	}
	return undefined;
}

/** The one value that a node such as PrimitiveStringMultiline, or the page's own PrimitiveNode, stands for. */
function valueWidget(node: ComfyNode, type: 'string' | 'number'): WidgetPlace | undefined {
	if (!/^Primitive/.test(classOf(node)) || node.inputs?.some(isLinked)) return undefined;
	const widget = node.widgets?.find(({ value }) => typeof value === type);
	return widget && { node, widget };
}

export const classOf = (node: ComfyNode): string =>
	node.comfyClass ?? node.constructor.comfyClass ?? node.type ?? '';

const isReroute = (node: ComfyNode): boolean => classOf(node) === 'Reroute';

export const isLinked = (input: { readonly link?: unknown } | undefined): boolean =>
	input?.link !== null && input?.link !== undefined;
