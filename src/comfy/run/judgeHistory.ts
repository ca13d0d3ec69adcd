import type { ServerFile } from '../client/createComfyClient.ts';
import type { HistoryEntry } from '../protocol/responses.ts';
import { findVideoFile } from './outputFiles.ts';
import type { RunPlan } from './runPlan.ts';

/** How a run ended, by the only witness that counts: its entry in the server's history. */
export type Verdict =
	| {
			readonly state: 'done';
			readonly file: ServerFile;
			/** Our output came out of the server's cache: nothing was rendered, the file is an older run's. */
			readonly fromCache: boolean;
	  }
	| { readonly state: 'noVideo'; readonly detail: string }
	| { readonly state: 'interrupted' }
	| { readonly state: 'failed'; readonly failure: ExecutionFailure };

export interface ExecutionFailure {
	/** Title of the node in the graph, else its class. */
	readonly node: string;
	readonly nodeType: string;
	readonly exception: string;
	readonly message: string;
	readonly outOfMemory: boolean;
}

/**
 * Reads a history entry. An interrupted run has `status_str: "error"` like a failed one, only its last message tells; a
 * `success` may carry an execution_error of a blocked branch, which counts only when our video is not there.
 */
export function judgeHistory(entry: HistoryEntry, plan: RunPlan): Verdict {
	const messages = readMessages(entry);
	const failed = entry.status?.status_str === 'error';
	const file = failed ? undefined : findVideoFile(entry.outputs, plan.saveNode);
	if (file) return { state: 'done', file, fromCache: cachedNodes(messages).has(plan.saveNode) };
	const last = messages.findLast(([type]) => type.startsWith('execution_') && type in endings);
	if (last && failed) {
		if (last[0] === 'execution_interrupted') return { state: 'interrupted' };
	}
	const error = messages.findLast(([type]) => type === 'execution_error');
	if (error) return { state: 'failed', failure: readFailure(error[1], plan) };
	if (last?.[0] === 'execution_interrupted') return { state: 'interrupted' };
	return failed
		? { state: 'failed', failure: unknownFailure }
		: { state: 'noVideo', detail: describeOutputs(entry) };
}

const endings = { execution_interrupted: true, execution_error: true, execution_success: true };

type Message = readonly [type: string, data: Readonly<Record<string, unknown>>];

const readMessages = (entry: HistoryEntry): readonly Message[] =>
	(entry.status?.messages ?? []).flatMap(([type, data]): Message[] =>
		typeof type === 'string' ? [[type, isRecord(data) ? data : {}]] : [],
	);

function cachedNodes(messages: readonly Message[]): ReadonlySet<string> {
	const lists = messages.flatMap(([type, data]) =>
		type === 'execution_cached' && Array.isArray(data.nodes) ? [data.nodes] : [],
	);
	return new Set(lists.flat().map(String));
}

function readFailure(data: Readonly<Record<string, unknown>>, plan: RunPlan): ExecutionFailure {
	const id = String(data.node_id ?? '');
	const nodeType = String(data.node_type ?? '');
	const exception = String(data.exception_type ?? '');
	const message = String(data.exception_message ?? '').trim();
	const title = Object.hasOwn(plan.titles, id) ? plan.titles[id] : undefined;
	return {
		node: title ?? (nodeType || id),
		nodeType,
		exception,
		message,
		outOfMemory: /OutOfMemory|OOM/i.test(exception) || outOfMemoryWords.test(message),
	};
}

/** What PyTorch, CUDA, HIP and ComfyUI itself say. */
const outOfMemoryWords = /out of memory|allocation on device|not enough (?:gpu |video )?memory/i;

const unknownFailure: ExecutionFailure = {
	node: '',
	nodeType: '',
	exception: '',
	message: '',
	outOfMemory: false,
};

function describeOutputs(entry: HistoryEntry): string {
	const nodes = Object.keys(entry.outputs ?? {});
	return nodes.length === 0
		? 'the run saved no file'
		: `no video among the outputs of node ${nodes.join(', ')}`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
