import type { NodeInputs, NodeValue } from './values.ts';

export function text(inputs: NodeInputs, name: string, fallback = ''): string {
	const value = inputs[name];
	return value?.kind === 'scalar' ? String(value.value) : fallback;
}

export function number(inputs: NodeInputs, name: string, fallback: number): number {
	const value = inputs[name];
	return value?.kind === 'scalar' ? Number(value.value) : fallback;
}

/** An input of one kind; validation has checked the types, so another kind is a bug. */
export function take<K extends NodeValue['kind']>(
	inputs: NodeInputs,
	name: string,
	kind: K,
): Extract<NodeValue, { kind: K }> {
	const value = inputs[name];
	if (value?.kind !== kind) throw new Error(`input ${name} is ${value?.kind}, not ${kind}`);
	return value as Extract<NodeValue, { kind: K }>;
}

export const scalar = (value: unknown): NodeValue => ({ kind: 'scalar', value });
export const opaque = (type: string): NodeValue => ({ kind: 'opaque', type });
