import type { LiveNode } from '../nodes/liveGraph.ts';
import { isTypesCompatible } from './slotTypes.ts';

/**
 * Which input of a bypassed node stands in for one of its outputs: the one of the same place if its type fits both
 * the output and what the target takes, else the first of exactly the target's type, else the first that fits both.
 * @param targetType type of the input at the end of the link. @returns an input index; undefined when none fits.
 */
export function bypassSlot(
	node: LiveNode,
	outputSlot: number,
	targetType: string,
): number | undefined {
	const { inputs } = node;
	if (targetType === '*' || targetType === '') return inputs.length > outputSlot ? outputSlot : 0;
	const outputType = node.outputs[outputSlot]?.type ?? '*';
	const fits = (input: { readonly type: string } | undefined): boolean =>
		input !== undefined &&
		isTypesCompatible(input.type, outputType) &&
		isTypesCompatible(input.type, targetType);
	if (fits(inputs[outputSlot])) return outputSlot;
	const exact = inputs.findIndex((input) => input.type === targetType);
	if (exact !== -1) return exact;
	const first = inputs.findIndex(fits);
	return first === -1 ? undefined : first;
}
