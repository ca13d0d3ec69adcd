import { fail, ok, type Result } from '#core/result.ts';
import { asLink, type Graph } from './graph.ts';
import { type GraphField, graphFields, type NodeRole, shotFields } from './shotFields.ts';

/** Node id of each role in one graph. */
export type LocatedNodes = Readonly<Record<NodeRole, string>>;

/** Why a shot cannot be bound: no node, or more than one, where one was looked for. */
export interface LocateError {
	readonly role: NodeRole;
	readonly detail: string;
}

/**
 * Finds the nodes that a shot is bound to, by class and by link, never by id or position: the one WanTrackToVideo, what
 * feeds each of its inputs, the KSampler after it, and what leads from there to the saved file. Nodes in between (a
 * LoRA loader, a reroute) are walked through. Total: cycles and links to nowhere are an error, not a hang.
 */
export function locateNodes(graph: Graph): Result<LocatedNodes, LocateError> {
	const ids = Object.keys(graph);
	const motions = ids.filter((id) => graph[id]?.class_type === 'WanTrackToVideo');
	const motion = motions[0];
	if (motion === undefined || motions.length > 1)
		return fail({ role: 'motion', detail: `${motions.length} WanTrackToVideo nodes, 1 is needed` });

	const found = new Map<NodeRole, string>([['motion', motion]]);
	const take = (role: NodeRole, id: string | undefined): void => {
		if (id !== undefined) found.set(role, id);
	};
	const before = (from: string, input: string, classType: string): string | undefined =>
		findBefore(graph, linkedNode(graph, from, input), classType);
	const after = (from: string, classType: string): string | undefined =>
		ids.find((id) => graph[id]?.class_type === classType && leadsTo(graph, from, id));

	take('positive', before(motion, 'positive', 'CLIPTextEncode'));
	take('negative', before(motion, 'negative', 'CLIPTextEncode'));
	take('image', before(motion, 'start_image', 'LoadImage'));
	take('tracks', before(motion, 'tracks', 'PrimitiveStringMultiline'));
	take('vae', before(motion, 'vae', 'VAELoader'));
	take('clipVision', before(motion, 'clip_vision_output', 'CLIPVisionLoader'));
	const sampler = after(motion, 'KSampler');
	take('sampler', sampler);
	const positive = found.get('positive');
	if (positive !== undefined) take('textEncoder', before(positive, 'clip', 'CLIPLoader'));
	if (sampler !== undefined) {
		take('modelSampling', before(sampler, 'model', 'ModelSamplingSD3'));
		take('diffusion', before(sampler, 'model', 'UNETLoader'));
		take('decode', after(sampler, 'VAEDecode'));
		const video = after(sampler, 'CreateVideo');
		take('video', video);
		if (video !== undefined) take('save', after(video, 'SaveVideo'));
	}
	const missing = roleNames.find((role) => !found.has(role));
	if (missing) return fail({ role: missing, detail: `no node for ${missing}` });
	if (found.get('positive') === found.get('negative'))
		return fail({ role: 'negative', detail: 'prompt and negative prompt are one node' });
	return ok(Object.fromEntries(found) as unknown as LocatedNodes);
}

/** Our field that this node's input is, if any. */
export const fieldOf = (
	nodes: LocatedNodes,
	nodeId: string,
	input: string,
): GraphField | undefined =>
	graphFields.find((field) => {
		const place = shotFields[field];
		return nodes[place.role] === nodeId && place.input === input;
	});

const roleNames: readonly NodeRole[] = [
	'positive',
	'negative',
	'image',
	'tracks',
	'sampler',
	'modelSampling',
	'decode',
	'video',
	'save',
	'diffusion',
	'textEncoder',
	'vae',
	'clipVision',
];

const linkedNode = (graph: Graph, from: string, input: string): string | undefined =>
	asLink(graph[from]?.inputs[input])?.[0];

/** Nearest node of a class at or before `start`, breadth first. */
function findBefore(
	graph: Graph,
	start: string | undefined,
	classType: string,
): string | undefined {
	const seen = new Set<string>();
	let level = start === undefined ? [] : [start];
	while (level.length > 0) {
		const next: string[] = [];
		for (const id of level) {
			const node = Object.hasOwn(graph, id) ? graph[id] : undefined;
			if (!node || seen.has(id)) continue;
			if (node.class_type === classType) return id;
			seen.add(id);
			next.push(...inputNodes(graph, id));
		}
		level = next;
	}
	return undefined;
}

function leadsTo(graph: Graph, from: string, to: string): boolean {
	const seen = new Set<string>();
	const open = inputNodes(graph, to);
	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		if (id === from) return true;
		if (seen.has(id) || !Object.hasOwn(graph, id)) continue;
		seen.add(id);
		open.push(...inputNodes(graph, id));
	}
	return false;
}

const inputNodes = (graph: Graph, id: string): string[] =>
	Object.values(graph[id]?.inputs ?? {}).flatMap((value) => asLink(value)?.[0] ?? []);
