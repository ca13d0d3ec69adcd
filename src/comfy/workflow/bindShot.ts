import type { Lora } from '#core/document/document.ts';
import { ok, type Result } from '#core/result.ts';
import { chainLoras } from '../lora/chainLoras.ts';
import type { Graph } from './graph.ts';
import { type LocatedNodes, type LocateError, locateNodes } from './locateNodes.ts';
import type { ModelChoice } from './modelRoles.ts';
import { type GraphField, graphFields, shotFields } from './shotFields.ts';

/** Everything of one run that goes into the graph. */
export interface ShotValues {
	readonly prompt: string;
	/** Blank: the template's own negative prompt stays. */
	readonly negative: string;
	/** 0 .. 2^53-1. */
	readonly seed: number;
	readonly steps: number;
	readonly cfg: number;
	readonly sampler: string;
	readonly scheduler: string;
	readonly shift: number;
	readonly temperature: number;
	readonly topk: number;
	readonly width: number;
	readonly height: number;
	readonly length: number;
	readonly fps: number;
	/** As LoadImage takes it: `subfolder/name`. */
	readonly image: string;
	/** ATI tracks JSON, frame pixels, 121 samples a track. */
	readonly tracks: string;
	readonly models: ModelChoice;
	/** Between the diffusion model and its sampling, in this order. Absent: none. */
	readonly loras?: readonly Lora[];
}

export interface BoundShot {
	readonly graph: Graph;
	readonly nodes: LocatedNodes;
}

/**
 * The graph of one run: the template with a shot's values in it, found by class and link. The template stays as it was;
 * nothing is shared with the result but what neither changes. Links are never overwritten by accident: every value
 * goes into the node that owns it (tracks into the string node before WanTrackToVideo).
 */
export function bindShot(template: Graph, values: ShotValues): Result<BoundShot, LocateError> {
	const located = locateNodes(template);
	if (!located.ok) return located;
	const nodes = located.value;
	const inputs = new Map<string, Record<string, unknown>>();
	for (const field of graphFields) {
		const value = fieldValue(values, field);
		if (value === undefined) continue;
		const { role, input } = shotFields[field];
		const changed = inputs.get(nodes[role]) ?? {};
		changed[input] = value;
		inputs.set(nodes[role], changed);
	}
	const graph = Object.fromEntries(
		Object.entries(template).map(([id, node]) => [
			id,
			{ ...node, inputs: { ...node.inputs, ...inputs.get(id) } },
		]),
	);
	return ok({ graph: chainLoras(graph, nodes.modelSampling, values.loras ?? []), nodes });
}

/** The value of a field in a bound graph or a template: what the panels show as defaults. */
export function readField(graph: Graph, nodes: LocatedNodes, field: GraphField): unknown {
	const { role, input } = shotFields[field];
	return graph[nodes[role]]?.inputs[input];
}

function fieldValue(values: ShotValues, field: GraphField): string | number | undefined {
	switch (field) {
		case 'negative':
			return values.negative.trim() === '' ? undefined : values.negative;
		case 'diffusion':
		case 'weightType':
		case 'textEncoder':
		case 'vae':
		case 'clipVision':
			return values.models[field];
		default:
			return values[field];
	}
}
