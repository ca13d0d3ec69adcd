import type { FileStore } from '../files/fileStore.ts';
import { executionOrder } from '../graph/executionOrder.ts';
import { isLink } from '../graph/graph.ts';
import type { NodeClasses } from '../graph/nodeClasses.ts';
import { signatures } from '../graph/signature.ts';
import { executors } from '../nodes/executors.ts';
import {
	Interrupted,
	type NodeContext,
	NodeException,
	type NodeInputs,
	type NodeResult,
} from '../nodes/values.ts';
import type { Behaviour, ResolvedOptions } from '../options.ts';
import type { SocketHub } from '../sockets/socketHub.ts';
import { faultData } from './faultData.ts';
import { createProgressState } from './progressState.ts';
import type { QueueItem } from './promptQueue.ts';
import { tellStep, wantsPreview } from './tellStep.ts';

export interface Execution {
	readonly hub: SocketHub;
	readonly classes: NodeClasses;
	readonly files: FileStore;
	readonly options: ResolvedOptions;
	readonly behaviour: () => Behaviour;
	/** Results by signature, kept between prompts. */
	readonly cache: Map<string, NodeResult>;
	readonly wait: (ms: number) => Promise<void>;
	readonly interrupted: () => boolean;
	readonly running: (nodeId: string | undefined) => void;
	readonly signal: AbortSignal;
}

export type RunMessage = readonly [type: string, data: Record<string, unknown>];

export interface Outcome {
	readonly status: 'success' | 'error';
	readonly messages: readonly RunMessage[];
	readonly outputs: Readonly<Record<string, unknown>>;
	readonly meta: Readonly<Record<string, unknown>>;
}

/** Runs one prompt, telling the sockets in the recorded order. */
export async function executePrompt(item: QueueItem, run: Execution): Promise<Outcome> {
	const { promptId, graph } = item;
	const told = item.extraData.client_id;
	const clientId = typeof told === 'string' && told !== '' ? told : undefined;
	const messages: RunMessage[] = [];
	const wanted = wantsPreview(item, run.options);
	const add = (type: string, data: Record<string, unknown>, broadcast = false): void => {
		const stamped = { ...data, timestamp: Date.now() };
		messages.push([type, stamped]);
		if (clientId !== undefined || broadcast) run.hub.send(type, stamped, clientId);
	};
	const isOutput = (id: string): boolean =>
		run.classes[graph[id]?.class_type ?? '']?.output_node === true;
	const hashOf = (image: unknown): string => run.files.find(String(image))?.sha256 ?? '';
	const signatureOf = signatures(graph, hashOf);
	const signature = (id: string): string => signatureOf.get(id) ?? '';
	const cached = (id: string): boolean => run.cache.has(signature(id));
	const state = createProgressState(promptId, (data) =>
		run.hub.send('progress_state', data, clientId),
	);
	const outputs: Record<string, unknown> = {};
	const meta: Record<string, unknown> = {};
	const results = new Map<string, NodeResult>();
	const executed: string[] = [];

	const finish = (id: string, result: NodeResult): void => {
		results.set(id, result);
		if (result.ui) {
			outputs[id] = result.ui;
			meta[id] = { node_id: id, display_node: id, parent_node: null, real_node_id: id };
			if (clientId !== undefined) tellExecuted(id, result.ui);
		}
		state.finish(id);
	};
	const tellExecuted = (id: string, output: unknown): void =>
		run.hub.send('executed', { node: id, display_node: id, output, prompt_id: promptId }, clientId);

	add('execution_start', { prompt_id: promptId });
	// ComfyUI keeps only what the newest prompt can use.
	const usable = new Set(signatureOf.values());
	for (const old of run.cache.keys()) if (!usable.has(old)) run.cache.delete(old);
	const cachedIds = Object.keys(graph).filter(cached);
	add('execution_cached', { nodes: cachedIds, prompt_id: promptId });
	for (const id of cachedIds) results.set(id, run.cache.get(signature(id)) as NodeResult);

	let current = '';
	try {
		for (const id of executionOrder(graph, item.outputs, isOutput, cached)) {
			current = id;
			const known = run.cache.get(signature(id));
			if (known) {
				finish(id, known);
				continue;
			}
			state.start(id);
			run.running(id);
			if (clientId !== undefined) {
				run.hub.send('executing', { node: id, display_node: id, prompt_id: promptId }, clientId);
			}
			if (run.interrupted()) throw new Interrupted();
			const result = await executeNode(id);
			run.cache.set(signature(id), result);
			executed.push(id);
			finish(id, result);
		}
	} catch (error) {
		const where = {
			prompt_id: promptId,
			node_id: current,
			node_type: graph[current]?.class_type,
			executed,
		};
		if (error instanceof Interrupted) {
			add('execution_interrupted', where, true);
		} else if (error instanceof NodeException) {
			add('execution_error', { ...where, ...faultData(error, graph, current, results) });
		} else {
			throw error;
		}
		return { status: 'error', messages, outputs: {}, meta: {} };
	}
	add('execution_success', { prompt_id: promptId });
	return { status: 'success', messages, outputs, meta };

	function executeNode(id: string): Promise<NodeResult> {
		const node = graph[id];
		const execute = executors[node?.class_type ?? ''];
		if (!node || !execute) {
			const message = `The stand-in cannot run ${node?.class_type ?? id}.`;
			throw new NodeException('NotImplementedError', message);
		}
		return execute(inputsOf(id), contextOf(id));
	}

	function inputsOf(id: string): NodeInputs {
		const entries = Object.entries(graph[id]?.inputs ?? {}).map(([name, value]) => {
			const linked = isLink(value) ? results.get(value[0])?.outputs[value[1]] : undefined;
			return [name, linked ?? { kind: 'scalar' as const, value }] as const;
		});
		return Object.fromEntries(entries);
	}

	function contextOf(nodeId: string): NodeContext {
		return {
			promptId,
			nodeId,
			version: run.options.versionLike,
			files: run.files,
			previewSize: run.options.previewSize,
			tags: { prompt: JSON.stringify(graph), ...workflowTag(item.extraData) },
			failWith: () => run.behaviour().failWith,
			signal: run.signal,
			step: async (value, max, preview) => {
				await run.wait(run.options.stepMs);
				if (run.interrupted()) throw new Interrupted();
				if (value === run.behaviour().dieAtStep) await new Promise(() => {});
				state.advance(nodeId, value, max);
				await tellStep(
					{ hub: run.hub, item, clientId, nodeId },
					value,
					max,
					wanted ? preview : undefined,
				);
			},
		};
	}
}

function workflowTag(extraData: Readonly<Record<string, unknown>>): Record<string, string> {
	const info = extraData.extra_pnginfo as Record<string, unknown> | undefined;
	return info?.workflow === undefined ? {} : { workflow: JSON.stringify(info.workflow) };
}
