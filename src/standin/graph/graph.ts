export interface GraphNode {
	readonly class_type: string;
	/** Values are literals or links `[node id, output slot]`; validation may coerce literals in place. */
	readonly inputs: Record<string, unknown>;
	readonly _meta?: { readonly title?: string };
}

/** An API-format graph: node id to node. */
export type Graph = Readonly<Record<string, GraphNode>>;

export type Link = readonly [nodeId: string, slot: number];

export const isLink = (value: unknown): value is Link =>
	Array.isArray(value) &&
	value.length === 2 &&
	typeof value[0] === 'string' &&
	typeof value[1] === 'number';

/** Ids of the nodes that a node reads, in the order of its inputs. */
export const linksOf = (node: GraphNode): Link[] => Object.values(node.inputs).filter(isLink);
