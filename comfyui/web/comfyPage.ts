/*
 * The part of ComfyUI's page that the extension uses, of front ends 1.27 to 1.58. What differs between them is optional.
 */

export interface ComfyWidget {
	readonly name: string;
	readonly type?: string;
	value: unknown;
	serialize?: boolean;
	readonly options?: { serialize?: boolean };
	callback?(value: unknown): void;
}

export interface ComfyInput {
	readonly name: string;
	readonly link?: number | string | null;
	readonly widget?: { readonly name: string };
}

export interface ComfyLink {
	readonly origin_id: number | string;
	readonly origin_slot: number;
}

export interface ComfyGraph {
	/** A Map that older pages have as a plain object. */
	readonly links: Map<number | string, ComfyLink> | Readonly<Record<string, ComfyLink>>;
	/** Older pages have it as `_nodes` only. */
	readonly nodes?: readonly ComfyNode[];
	readonly _nodes?: readonly ComfyNode[];
	getNodeById(id: number | string): ComfyNode | null | undefined;
	setDirtyCanvas?(foreground: boolean, background: boolean): void;
}

export interface ComfyNode {
	readonly id: number | string;
	readonly type?: string;
	readonly title?: string;
	readonly comfyClass?: string;
	readonly constructor: { readonly name: string; readonly comfyClass?: string };
	readonly graph?: ComfyGraph | null;
	/** Of a node that stands for a graph inside the graph. */
	readonly subgraph?: ComfyGraph;
	readonly inputs?: readonly ComfyInput[];
	readonly widgets?: readonly ComfyWidget[];
	readonly properties?: Record<string, unknown>;
	addWidget(
		type: 'button',
		name: string,
		value: string,
		callback: () => void,
		options?: { serialize?: boolean },
	): ComfyWidget;
	disconnectInput(slot: number): unknown;
}

interface ChangeTracker {
	/** Newer pages. */
	captureCanvasState?(): void;
	checkState?(): void;
}

export interface ComfyApp {
	/** Of all graphs in the workflow; older pages have `graph` alone. */
	readonly rootGraph?: ComfyGraph;
	readonly graph: ComfyGraph;
	/** What nodes put out in the last run. */
	readonly nodeOutputs?: Readonly<Record<string, unknown>>;
	readonly canvas?: { readonly selected_nodes?: Readonly<Record<string, ComfyNode>> };
	readonly extensionManager?: {
		readonly setting?: { get(id: string): unknown };
		readonly toast?: { add(message: Readonly<Record<string, unknown>>): void };
		readonly workflow?: {
			readonly activeWorkflow?: { readonly changeTracker?: ChangeTracker } | null;
		};
	};
	registerExtension(extension: ComfyExtension): void;
}

export interface MenuItem {
	readonly content: string;
	readonly callback: () => void;
}

export interface ComfyExtension {
	readonly name: string;
	readonly commands?: readonly {
		readonly id: string;
		readonly label: string;
		readonly icon?: string;
		readonly function: () => void;
	}[];
	readonly menuCommands?: readonly {
		readonly path: readonly string[];
		readonly commands: readonly string[];
	}[];
	nodeCreated?(node: ComfyNode): void;
	/** Newer pages. */
	getNodeMenuItems?(node: ComfyNode): readonly MenuItem[];
}

/** The page's undo: everything since the last call is one step. */
export function noteChange({ extensionManager }: ComfyApp): void {
	const tracker = extensionManager?.workflow?.activeWorkflow?.changeTracker;
	if (tracker?.captureCanvasState) tracker.captureCanvasState();
	else tracker?.checkState?.();
}
