import type { UiGroupNode } from '../file/uiWorkflow.ts';

type GroupLink = UiGroupNode['links'][number];

/** Links inside a group node, by their ends. */
export interface GroupLinks {
	readonly into: (node: number, slot: number) => GroupLink | undefined;
	readonly from: (node: number, slot: number) => readonly GroupLink[];
}

export function groupLinks(group: UiGroupNode): GroupLinks {
	const into = new Map(group.links.map((link) => [`${link.target}:${link.targetSlot}`, link]));
	const from = new Map<string, GroupLink[]>();
	for (const link of group.links) {
		const key = `${link.origin}:${link.originSlot}`;
		from.set(key, [...(from.get(key) ?? []), link]);
	}
	return {
		into: (node, slot) => into.get(`${node}:${slot}`),
		from: (node, slot) => from.get(`${node}:${slot}`) ?? [],
	};
}
