import { type InputSpec, readInputSpecs } from '../classes/inputSpec.ts';
import { isRecord } from '../json/isRecord.ts';
import { type AddInput, type LiveNode, type Socket, setWidget, type Widget } from './liveGraph.ts';

/**
 * A choice that brings inputs of its own, `COMFY_DYNAMICCOMBO_V3`: they follow it in place, named `choice.input`, and
 * are laid out anew each time a value is set. Links stay with inputs of the same name; values come back when the
 * option does.
 */
export function addDynamicCombo(node: LiveNode, spec: InputSpec, addInput: AddInput): void {
	const options = readOptions(spec);
	const [first] = options.keys();
	const kept = new Map<unknown, ReadonlyMap<string, unknown>>();
	let shown: unknown = first;
	const widget: Widget = {
		name: spec.name,
		value: first,
		takesSlot: true,
		inPrompt: true,
		choices: [...options.keys()],
		onSet: (value) => {
			const removed = removeChildren(node, spec.name);
			kept.set(shown, removed.values);
			shown = value;
			const specs = options.get(String(value));
			if (specs && value) layOut(node, widget, specs, removed.sockets, addInput);
			for (const [name, old] of kept.get(value) ?? []) {
				const child = node.widgets.find((candidate) => candidate.name === name);
				if (child) setWidget(child, old);
			}
		},
	};
	node.widgets.push(widget);
	setWidget(widget, first);
}

function readOptions(spec: InputSpec): ReadonlyMap<string, readonly InputSpec[]> {
	const raw = spec.options.options;
	return new Map(
		(Array.isArray(raw) ? (raw as readonly unknown[]) : []).flatMap((option) =>
			isRecord(option) && typeof option.key === 'string'
				? [[option.key, readInputSpecs(option.inputs, `${spec.name}.`)] as const]
				: [],
		),
	);
}

interface Removed {
	readonly sockets: readonly Socket[];
	readonly values: ReadonlyMap<string, unknown>;
}

function removeChildren(node: LiveNode, name: string): Removed {
	const isChild = (part: { readonly name: string }) => part.name.startsWith(`${name}.`);
	const values = new Map<string, unknown>();
	for (const widget of node.widgets) if (isChild(widget)) values.set(widget.name, widget.value);
	const sockets = node.inputs.filter(isChild);
	removeFrom(node.widgets, isChild);
	removeFrom(node.inputs, isChild);
	for (const group of node.autogrow.keys())
		if (group.startsWith(`${name}.`)) node.autogrow.delete(group);
	return { sockets, values };
}

function layOut(
	node: LiveNode,
	widget: Widget,
	specs: readonly InputSpec[],
	removed: readonly Socket[],
	addInput: AddInput,
): void {
	const widgetsBefore = node.widgets.length;
	const inputsBefore = node.inputs.length;
	for (const spec of specs) addInput(node, spec);
	const widgets = node.widgets.splice(widgetsBefore);
	node.widgets.splice(node.widgets.indexOf(widget) + 1, 0, ...widgets);
	const at = node.inputs.findIndex((input) => input.name === widget.name);
	const sockets = node.inputs.splice(inputsBefore);
	for (const socket of sockets) socket.wire = removed.find((old) => old.name === socket.name)?.wire;
	// A choice that is being made has no socket yet: its inputs stay last.
	node.inputs.splice(at === -1 ? node.inputs.length : at + 1, 0, ...sockets);
}

function removeFrom<Item>(list: Item[], matches: (item: Item) => boolean): void {
	const kept = list.filter((item) => !matches(item));
	list.splice(0, list.length, ...kept);
}
