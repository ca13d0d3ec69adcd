import * as z from 'zod/mini';

/** `[node id, output slot]`: an input that is another node's output. */
export type Link = readonly [string, number];

export interface GraphNode {
	readonly class_type: string;
	readonly inputs: Readonly<Record<string, unknown>>;
	readonly _meta?: { readonly title?: string | undefined } | undefined;
}

/** A workflow in ComfyUI's API format: node id -> node. What POST /prompt takes. */
export type Graph = Readonly<Record<string, GraphNode>>;

/** For a graph that comes from a file or a server. */
export const graphSchema: z.ZodMiniType<Graph> = z.record(
	z.string(),
	z.looseObject({
		class_type: z.string(),
		inputs: z.record(z.string(), z.unknown()),
		_meta: z.optional(z.looseObject({ title: z.optional(z.string()) })),
	}),
);

/** The link in an input's value; undefined for a plain value. ComfyUI takes any list for a link. */
export function asLink(value: unknown): Link | undefined {
	if (!Array.isArray(value) || value.length !== 2) return undefined;
	const [node, slot] = value as readonly unknown[];
	const isId = typeof node === 'string' || typeof node === 'number';
	return isId && typeof slot === 'number' ? [String(node), slot] : undefined;
}

/** Title that the graph gives a node, else its class, else its id. */
export const nodeTitle = (graph: Graph, id: string): string =>
	graph[id]?._meta?.title ?? graph[id]?.class_type ?? id;
