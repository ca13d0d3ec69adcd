import * as z from 'zod/mini';
import { isRecord } from '../json/isRecord.ts';
import { readNode, uiNode } from './uiSchemas.ts';
import type { UiGroupConfig, UiGroupNode, UiGroupSlot } from './uiWorkflow.ts';

/** Reads `extra.groupNodes`; a damaged definition is left out, so that its nodes are refused by name. */
export function readGroupNodes(json: unknown): ReadonlyMap<string, UiGroupNode> {
	const extra = isRecord(json) ? json.extra : undefined;
	const raw = isRecord(extra) ? extra.groupNodes : undefined;
	const groups = new Map<string, UiGroupNode>();
	for (const [name, entry] of isRecord(raw) ? Object.entries(raw) : []) {
		const parsed = groupNode.safeParse(entry);
		if (parsed.success) groups.set(name, readGroupNode(name, parsed.data));
	}
	return groups;
}

const slotIndex = z.union([z.number(), z.string()]);
const groupNode = z.object({
	nodes: z.array(z.looseObject({ type: z.string() })),
	links: z.catch(z.array(z.array(z.unknown())), []),
	external: z.catch(z.array(z.array(z.unknown())), []),
	config: z.optional(z.unknown()),
});

function readGroupNode(name: string, raw: z.infer<typeof groupNode>): UiGroupNode {
	return {
		name,
		nodes: raw.nodes.map((node, index) => readNode(uiNode.parse({ ...node, id: index }))),
		links: raw.links.flatMap(([origin, originSlot, target, targetSlot, ...rest], index) =>
			// Links to the outside have no origin.
			[origin, originSlot, target, targetSlot].every((part) => typeof part === 'number')
				? [
						{
							id: `${index}`,
							origin: String(origin),
							originSlot: Number(originSlot),
							target: String(target),
							targetSlot: Number(targetSlot),
							type: typeof rest.at(-1) === 'string' ? String(rest.at(-1)) : undefined,
						},
					]
				: [],
		),
		external: new Set(
			raw.external.flatMap(([node, slot, type]) =>
				slotIndex.safeParse(node).success && slotIndex.safeParse(slot).success && type != null
					? [`${node}:${slot}`]
					: [],
			),
		),
		config: new Map(
			Object.entries(isRecord(raw.config) ? raw.config : {}).map(([index, entry]) => [
				Number(index),
				readConfig(entry),
			]),
		),
	};
}

const readConfig = (raw: unknown): UiGroupConfig => ({
	input: readSlots(isRecord(raw) ? raw.input : undefined),
	output: readSlots(isRecord(raw) ? raw.output : undefined),
});

function readSlots(raw: unknown): ReadonlyMap<string, UiGroupSlot> {
	return new Map(
		Object.entries(isRecord(raw) || Array.isArray(raw) ? raw : {}).map(([key, slot]) => [
			key,
			{
				name: isRecord(slot) && typeof slot.name === 'string' ? slot.name : undefined,
				visible: isRecord(slot) && typeof slot.visible === 'boolean' ? slot.visible : undefined,
			},
		]),
	);
}
