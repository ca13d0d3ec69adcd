import { type InputSpec, readInputSpecs } from '../classes/inputSpec.ts';
import { isRecord } from '../json/isRecord.ts';
import type { AddInput, AutogrowGroup, LiveNode } from './liveGraph.ts';

/**
 * A group of sockets that grows as they are connected, `COMFY_AUTOGROW_V3`: `group.prefix0`, `group.prefix1` ... or
 * `group.NAME` for given names. Only connected ones are sent.
 */
export function addAutogrow(node: LiveNode, spec: InputSpec, addInput: AddInput): void {
	const template = isRecord(spec.options.template) ? spec.options.template : {};
	const names = Array.isArray(template.names) ? template.names.map(String) : undefined;
	const group: AutogrowGroup = {
		names,
		prefix: typeof template.prefix === 'string' ? template.prefix : '',
		min: typeof template.min === 'number' ? Math.min(template.min, largestGroup) : 1,
		max: names?.length ?? (typeof template.max === 'number' ? template.max : largestGroup),
		specs: readInputSpecs(template.input),
		addInput,
	};
	node.autogrow.set(spec.name, group);
	for (let ordinal = 0; ordinal <= group.min; ordinal++) addMember(node, spec.name, group, ordinal);
}

/** A connected socket makes room for the next; called before values are restored. */
export function growAfter(node: LiveNode, inputName: string): void {
	const found = groupOf(node, inputName);
	if (found) addMember(node, found.name, found.group, found.ordinal + 1);
}

/** Adds the socket of this name if it belongs to a growing group; true when the node has it then. */
export function growTo(node: LiveNode, inputName: string): boolean {
	const found = groupOf(node, inputName);
	if (!found || found.ordinal >= found.group.max) return false;
	addMember(node, found.name, found.group, found.ordinal);
	return node.inputs.some((input) => input.name === inputName);
}

const largestGroup = 100;

function addMember(node: LiveNode, name: string, group: AutogrowGroup, ordinal: number): void {
	if (ordinal >= group.max) return;
	for (const spec of group.specs) {
		const own = group.specs.length === 1 ? group.prefix : spec.name;
		const full = `${name}.${group.names?.[ordinal] ?? `${own}${ordinal}`}`;
		const known = node.inputs.some((input) => input.name === full);
		if (known) continue;
		group.addInput(node, { ...spec, name: full, optional: ordinal >= group.min || spec.optional });
	}
}

function groupOf(node: LiveNode, inputName: string) {
	const name = inputName.slice(0, inputName.lastIndexOf('.'));
	const group = node.autogrow.get(name);
	if (!group) return undefined;
	const member = inputName.slice(name.length + 1);
	const ordinal = group.names
		? group.names.indexOf(member)
		: Number(/\d+$/.exec(member)?.[0] ?? -1);
	return ordinal < 0 ? undefined : { name, group, ordinal };
}
