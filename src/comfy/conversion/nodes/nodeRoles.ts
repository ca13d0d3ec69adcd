import type { NodeRole } from './liveGraph.ts';

/**
 * What a node type does on the page. Types of ComfyUI's own page win over classes of the server; those of extensions
 * (KJNodes, EasyUse, rgthree, cg-use-everywhere) count only when the server has no class of that name or the
 * extension never sends it.
 */
export function roleOf(type: string, isClass: boolean): NodeRole {
	const own = ownRoles.get(type);
	if (own) return own;
	if (neverSent.has(type)) return 'decoration';
	return (isClass ? undefined : extensionRoles.get(type)) ?? 'real';
}

const ownRoles: ReadonlyMap<string, NodeRole> = new Map([
	['Reroute', 'reroute'],
	['PrimitiveNode', 'primitive'],
	['Note', 'decoration'],
	['MarkdownNote', 'decoration'],
]);

const extensionRoles: ReadonlyMap<string, NodeRole> = new Map([
	['SetNode', 'set'],
	['GetNode', 'get'],
	['easy setNode', 'set'],
	['easy getNode', 'get'],
	['Reroute (rgthree)', 'reroute'],
	['Label (rgthree)', 'decoration'],
	['Bookmark (rgthree)', 'decoration'],
	['Fast Muter (rgthree)', 'decoration'],
	['Fast Bypasser (rgthree)', 'decoration'],
	['Fast Groups Muter (rgthree)', 'decoration'],
	['Fast Groups Bypasser (rgthree)', 'decoration'],
	['Fast Actions Button (rgthree)', 'decoration'],
	['Mute / Bypass Relay (rgthree)', 'decoration'],
	['Mute / Bypass Repeater (rgthree)', 'decoration'],
	['Random Unmuter (rgthree)', 'decoration'],
	['Node Collector (rgthree)', 'decoration'],
]);

/** cg-use-everywhere registers classes of these names, but its page never sends them. */
const neverSent: ReadonlySet<string> = new Set([
	'Anything Everywhere',
	'Anything Everywhere?',
	'Anything Everywhere3',
	'Prompts Everywhere',
	'Seed Everywhere',
]);
