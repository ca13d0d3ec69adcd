import type { InputSpec } from '../classes/inputSpec.ts';
import type { NodeClass } from '../classes/nodeClass.ts';
import type { BoundarySlot, UiNode } from '../file/uiWorkflow.ts';

/*
 * The workflow as ComfyUI's page holds it after loading a file: nodes with sockets and widgets, wires, subgraphs.
 * Mutable and private to one conversion, because loading is a sequence of changes whose order decides the result.
 */

export interface Widget {
	readonly name: string;
	value: unknown;
	/** Has a place in `widgets_values`. */
	readonly takesSlot: boolean;
	/** Is sent to the server. */
	readonly inPrompt: boolean;
	readonly role?: 'control' | 'preview' | 'curve' | undefined;
	/** Of a combo: a missing value becomes the first one. */
	readonly choices?: readonly unknown[] | undefined;
	/** The server asks the page to resolve `{a|b}` and comments in it ... */
	readonly dynamicPrompts?: boolean | undefined;
	/** ... and the page does. */
	resolvesPrompts?: boolean | undefined;
	/** `%node.widget%` and `%date:...%` are replaced when it is sent. */
	replacesText?: boolean | undefined;
	/** Sent instead of `value`; of a choice that a link or a promotion replaces, `chosen` is the value sent. */
	readonly compute?: ((chosen?: unknown) => unknown) | undefined;
	/** What the page's control makes of a value that is set. */
	readonly coerce?: ((value: unknown) => unknown) | undefined;
	/** Of a number: what a PrimitiveNode's value becomes here, held to the range and the step. */
	readonly settle?: ((value: unknown) => unknown) | undefined;
	/** What follows when a value is set: a choice lays out its inputs. */
	readonly onSet?: ((value: unknown) => void) | undefined;
}

export interface Socket {
	readonly name: string;
	type: string;
	/** Name of the widget that a link replaces. */
	widget: string | undefined;
	wire: Wire | undefined;
}

export interface Wire {
	readonly id: string;
	/** Node id, or `boundary` for the inputs of the subgraph that the wire is in. */
	readonly origin: string;
	readonly originSlot: number;
	readonly target: string;
	readonly targetSlot: number;
}

/** `real` nodes are sent; the others exist on the page only. */
export type NodeRole =
	| 'real'
	| 'host'
	| 'reroute'
	| 'primitive'
	| 'set'
	| 'get'
	/** Notes, labels and tools: neither sent nor passed through. */
	| 'decoration';

export interface LiveNode {
	readonly id: string;
	/** Id in the result when it is not the path of instances, for nodes of unpacked group nodes. */
	readonly sentAs: string | undefined;
	readonly type: string;
	readonly title: string;
	mode: number;
	readonly role: NodeRole;
	readonly graph: LiveGraph;
	readonly source: UiNode;
	/** Undefined for page-only nodes and classes that object_info lacks. */
	readonly class: NodeClass | undefined;
	readonly inputs: Socket[];
	readonly outputs: { readonly name: string; type: string }[];
	readonly widgets: Widget[];
	/** Growing groups of sockets, by group name. */
	readonly autogrow: Map<string, AutogrowGroup>;
	/** Of a host: the subgraph it shows, and its promoted widgets by input index. */
	readonly definition: LiveGraph | undefined;
	readonly promoted: (Widget | undefined)[];
}

export interface AutogrowGroup {
	readonly names: readonly string[] | undefined;
	readonly prefix: string;
	readonly min: number;
	readonly max: number;
	readonly specs: readonly InputSpec[];
	readonly addInput: AddInput;
}

/** Lays out one input of a node: its socket, its widgets. */
export type AddInput = (node: LiveNode, spec: InputSpec) => void;

export interface LiveGraph {
	/** Undefined for the root. */
	readonly id: string | undefined;
	readonly name: string;
	readonly nodes: Map<string, LiveNode>;
	readonly wires: Map<string, Wire>;
	readonly inputs: BoundarySlot[];
	readonly outputs: readonly BoundarySlot[];
}

/** Origin of wires that come from the subgraph's own inputs; ComfyUI writes -10. */
export const boundary = '-10';
export const muted = 2;
export const bypassed = 4;

/** Gives a widget a value and lets everything that hangs on it follow. */
export function setWidget(widget: Widget, value: unknown): void {
	widget.value = widget.coerce ? widget.coerce(value) : value;
	widget.onSet?.(widget.value);
}

/** The widget behind a socket. */
export function widgetOf(node: LiveNode, socket: Socket): Widget | undefined {
	if (socket.widget === undefined) return undefined;
	return node.widgets.find((widget) => widget.name === socket.widget);
}
