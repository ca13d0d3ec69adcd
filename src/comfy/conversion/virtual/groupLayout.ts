import type { InputSpec } from '../classes/inputSpec.ts';
import { isForced, widgetTypeOf } from '../classes/inputSpec.ts';
import type { NodeClass, NodeClasses } from '../classes/nodeClass.ts';
import type { UiGroupNode, UiNode } from '../file/uiWorkflow.ts';
import { isWidgetType } from '../nodes/widgetKinds.ts';
import { innerClass } from './groupInnerClass.ts';
import { type GroupLinks, groupLinks } from './groupLinks.ts';

/** How the widgets, inputs and outputs of a group node belong to those of the nodes inside. */
export interface GroupLayout {
	/** The group node as if it were a class: its widgets, by which its values are read. */
	readonly inputs: readonly InputSpec[];
	/** Inner node and widget of each of the group's widgets, in the order in which values are handed out. */
	readonly widgets: readonly { readonly outer: string; readonly inner: Place }[];
	/** Inner node and input of each of the group's sockets, by the socket's name. */
	readonly sockets: ReadonlyMap<string, Place>;
	/** Inner node and output slot of each of the group's outputs. */
	readonly outputs: readonly { readonly node: number; readonly slot: number }[];
}

export interface Place {
	readonly node: number;
	readonly name: string;
}

/** Lays a group node out as the page did: names of later nodes that are taken get the node's title in front. */
export function layOutGroup(group: UiGroupNode, classes: NodeClasses): GroupLayout {
	const layout = new Layout(group, groupLinks(group));
	for (const [index, node] of group.nodes.entries()) {
		const nodeClass = innerClass(group, layout.links, index, classes);
		if (nodeClass) layout.addNode(index, node, nodeClass);
	}
	return layout.finish();
}

class Layout {
	readonly links: GroupLinks;
	readonly #group: UiGroupNode;
	readonly #inputs = new Map<string, InputSpec>();
	readonly #widgets: { readonly outer: string; readonly inner: Place }[] = [];
	readonly #sockets = new Map<string, Place>();
	readonly #outputs: { readonly node: number; readonly slot: number }[] = [];
	readonly #seen = new Map<string, number>();
	/** Widgets that were turned into inputs come after everything else. */
	readonly #later: (() => void)[] = [];

	constructor(group: UiGroupNode, links: GroupLinks) {
		this.#group = group;
		this.links = links;
	}

	addNode(index: number, node: UiNode, nodeClass: NodeClass): void {
		const sockets: InputSpec[] = [];
		const converted: { readonly slot: number; readonly spec: InputSpec }[] = [];
		for (const spec of nodeClass.inputs) {
			const slot = node.inputs.findIndex(
				(input) => input.name === spec.name && input.widget === spec.name,
			);
			if (isForced(spec) || !isWidgetType(widgetTypeOf(spec))) sockets.push(spec);
			else if (slot !== -1) converted.push({ slot, spec });
			else {
				const outer = this.#addInput(index, node, spec);
				this.#widgets.push({ outer, inner: { node: index, name: spec.name } });
			}
		}
		for (const [position, spec] of sockets.entries()) {
			const named = node.inputs.findIndex((input) => input.name === spec.name);
			if (this.links.into(index, named === -1 ? position : named)) continue;
			const hidden = this.#group.config.get(index)?.input.get(spec.name)?.visible === false;
			const outer = this.#name(index, node, spec.name);
			if (hidden) continue;
			this.#inputs.set(outer, renamed(spec, outer));
			this.#sockets.set(outer, { node: index, name: spec.name });
		}
		converted.sort((a, b) => a.slot - b.slot);
		for (const { slot, spec } of converted) {
			this.#later.push(() => {
				if (this.links.into(index, slot)) return;
				const inner = { node: index, name: spec.name };
				const outer = this.#addInput(index, node, spec);
				this.#widgets.push({ outer, inner });
				this.#sockets.set(outer, inner);
			});
		}
		for (const slot of nodeClass.outputs.keys()) {
			const shown = this.#group.config.get(index)?.output.get(String(slot))?.visible;
			const isInternal =
				this.links.from(index, slot).length > 0 && !this.#group.external.has(`${index}:${slot}`);
			if (shown ?? !isInternal) this.#outputs.push({ node: index, slot });
		}
	}

	finish(): GroupLayout {
		for (const add of this.#later) add();
		// Handed out node by node, as the page unpacks them.
		const widgets = this.#widgets.toSorted((a, b) => a.inner.node - b.inner.node);
		const inputs = [...this.#inputs.values()];
		return { inputs, widgets, sockets: this.#sockets, outputs: this.#outputs };
	}

	#addInput(index: number, node: UiNode, spec: InputSpec): string {
		const outer = this.#name(index, node, spec.name);
		const controlled = spec.name === 'seed' || spec.name === 'noise_seed';
		this.#inputs.set(outer, renamed(spec, outer, controlled));
		return outer;
	}

	#name(index: number, node: UiNode, inputName: string): string {
		let name =
			this.#group.config.get(index)?.input.get(inputName)?.name ??
			node.inputs.find((input) => input.name === inputName)?.label ??
			inputName;
		let key = name;
		if ((node.type === 'PrimitiveNode' && node.title) || this.#seen.has(name)) {
			const prefix = `${node.title ?? node.type} `;
			key = `${prefix}${inputName}`;
			name = this.#seen.has(key) ? `${prefix}${this.#seen.get(key)} ${inputName}` : key;
		}
		this.#seen.set(key, (this.#seen.get(key) ?? 1) + 1);
		return name;
	}
}

/** A seed keeps its control, though its name in the group may no longer tell. */
const renamed = (spec: InputSpec, name: string, controlled = false): InputSpec => ({
	...spec,
	name,
	optional: false,
	options: controlled ? { ...spec.options, control_after_generate: true } : spec.options,
});
