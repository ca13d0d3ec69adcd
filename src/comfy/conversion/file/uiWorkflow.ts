/** A workflow file in UI format after it passed the door: both schema versions in one form, ids as strings. */
export interface UiWorkflow {
	readonly root: UiGraph;
	/** All subgraph definitions, nested ones hoisted, the first of each id. */
	readonly definitions: readonly UiGraph[];
	readonly groupNodes: ReadonlyMap<string, UiGroupNode>;
}

export interface UiGraph {
	/** Undefined for the root. */
	readonly id: string | undefined;
	readonly name: string;
	readonly nodes: readonly UiNode[];
	readonly links: readonly UiLink[];
	readonly inputs: readonly BoundarySlot[];
	readonly outputs: readonly BoundarySlot[];
	/** Links that cg-use-everywhere makes when the workflow runs. */
	readonly everywhere: readonly EverywhereLink[];
	/** Highest node id that was given out, for new ones. */
	readonly lastNodeId: number;
}

/** An input or output of a subgraph as seen from inside. */
export interface BoundarySlot {
	readonly name: string;
	readonly type: string;
	readonly linkIds: readonly string[];
}

export interface UiNode {
	readonly id: string;
	readonly type: string;
	readonly title: string | undefined;
	/** 0 always, 1 on event, 2 never, 3 on trigger, 4 bypass. Only 2 and 4 keep a node from running. */
	readonly mode: number;
	readonly inputs: readonly UiInput[];
	readonly outputs: readonly UiOutput[];
	readonly values: readonly unknown[] | Readonly<Record<string, unknown>>;
	readonly properties: ReadonlyMap<string, unknown>;
	/** Id in the result, and values by widget name over its own, for nodes that were unpacked from a group node. */
	readonly unpacked?: { readonly sentAs: string; readonly values: ReadonlyMap<string, unknown> };
}

export interface UiInput {
	readonly name: string;
	readonly type: string;
	readonly link: string | undefined;
	readonly widget: string | undefined;
	readonly label: string | undefined;
}

export interface UiOutput {
	readonly name: string;
	readonly type: string;
	readonly label: string | undefined;
	readonly widget: string | undefined;
}

export interface UiLink {
	readonly id: string;
	readonly origin: string;
	readonly originSlot: number;
	readonly target: string;
	readonly targetSlot: number;
}

export interface EverywhereLink {
	readonly origin: string;
	readonly originSlot: number;
	readonly target: string;
	readonly targetSlot: number;
}

/** Definition of a group node, the predecessor of subgraphs: `extra.groupNodes[name]`. */
export interface UiGroupNode {
	readonly name: string;
	/** Their ids are their indices. */
	readonly nodes: readonly UiNode[];
	/** Origin and target are indices of `nodes`. */
	readonly links: readonly (UiLink & { readonly type: string | undefined })[];
	/** `index:slot` of outputs that are also shown outside. */
	readonly external: ReadonlySet<string>;
	/** What the person renamed or hid, by node index. */
	readonly config: ReadonlyMap<number, UiGroupConfig>;
}

export interface UiGroupConfig {
	readonly input: ReadonlyMap<string, UiGroupSlot>;
	readonly output: ReadonlyMap<string, UiGroupSlot>;
}

export interface UiGroupSlot {
	readonly name: string | undefined;
	readonly visible: boolean | undefined;
}
