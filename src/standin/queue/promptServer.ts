import type { Graph } from '../graph/graph.ts';
import type { NodeResult } from '../nodes/values.ts';
import { pause } from '../pause.ts';
import { type Execution, executePrompt, type Outcome } from './executePrompt.ts';
import { createPromptHeap, type QueueItem } from './promptQueue.ts';

/** A prompt and what became of it; what the stand-in shows to tests as `runs`. */
export interface Run {
	readonly item: QueueItem;
	readonly graph: Graph;
	/** `forgotten`: it waited or ran when the server was restarted. */
	state: 'pending' | 'running' | 'success' | 'error' | 'interrupted' | 'deleted' | 'forgotten';
	readonly createTime: number;
	startTime?: number;
	endTime?: number;
	outcome?: Outcome;
	/** When /history may show it. */
	visibleFrom?: number;
}

export interface PromptServer {
	put(item: QueueItem): void;
	/** Stops the run at its next step; with an id only if that one runs. */
	interrupt(promptId?: string): boolean;
	/** Takes pending prompts out of the queue. */
	removePending(matches: (promptId: string) => boolean): number;
	/** The next time the worker is idle the node cache is dropped. */
	freeMemory(): void;
	running(): QueueItem | undefined;
	pending(): readonly QueueItem[];
	remaining(): number;
	/** Finished runs, oldest first. */
	history(): readonly Run[];
	forget(matches: (promptId: string) => boolean): void;
	/** Every run ever submitted, in order. */
	runs(): readonly Run[];
	runningNodeOf(clientId: string): string | undefined;
	/** As a process that is killed and started again: queue, history and cache are gone, nobody is told. */
	restart(): void;
	close(): Promise<void>;
}

type Parts = Omit<Execution, 'cache' | 'interrupted' | 'running' | 'signal' | 'wait'>;

/** What a worker of an earlier life still says is heard by nobody. */
const whileAlive = (hub: Parts['hub'], signal: AbortSignal): Parts['hub'] => ({
	...hub,
	send: (type, data, clientId) => {
		if (!signal.aborted) hub.send(type, data, clientId);
	},
	sendBinary: (frame, clientId) => {
		if (!signal.aborted) hub.sendBinary(frame, clientId);
	},
});

export function createPromptServer(parts: Parts): PromptServer {
	const heap = createPromptHeap();
	const runs: Run[] = [];
	const finished: Run[] = [];
	const cache = new Map<string, NodeResult>();
	/** Ends what the worker does; a new one for each life of the process. */
	let life = new AbortController();
	let current: Run | undefined;
	let lastClient: unknown;
	let runningNode: string | undefined;
	let interrupted = false;
	let dropCache = false;
	let work: Promise<void> = Promise.resolve();

	const tellStatus = (): void =>
		parts.hub.send('status', {
			status: { exec_info: { queue_remaining: heap.list().length + (current ? 1 : 0) } },
		});
	// By identity: the same id may be posted twice, and then runs twice.
	const runOf = (item: QueueItem): Run | undefined => runs.find((run) => run.item === item);

	async function drain(): Promise<void> {
		const { signal } = life;
		for (let item = signal.aborted ? undefined : heap.pop(); item; item = heap.pop()) {
			const run = runOf(item);
			if (!run) throw new Error(`prompt ${item.promptId} was never put`);
			await perform(run, item);
			if (signal.aborted) return;
			if (dropCache) cache.clear();
			dropCache = false;
		}
	}

	async function perform(run: Run, item: QueueItem): Promise<void> {
		const { signal } = life;
		current = run;
		interrupted = false;
		lastClient = item.extraData.client_id;
		run.state = 'running';
		run.startTime = Date.now();
		tellStatus();
		const outcome = await executePrompt(item, {
			...parts,
			hub: whileAlive(parts.hub, signal),
			cache,
			wait: (ms) => pause(ms, signal),
			interrupted: () => interrupted || signal.aborted,
			running: (nodeId) => {
				runningNode = nodeId;
			},
			signal,
		});
		if (signal.aborted) return;
		runningNode = undefined;
		run.outcome = outcome;
		run.endTime = Date.now();
		run.state =
			outcome.messages.at(-1)?.[0] === 'execution_interrupted' ? 'interrupted' : outcome.status;
		run.visibleFrom = Date.now() + (parts.behaviour().historyLagMs ?? 0);
		finished.push(run);
		current = undefined;
		tellStatus();
		if (typeof lastClient === 'string' && lastClient !== '') {
			parts.hub.send('executing', { node: null, prompt_id: item.promptId }, lastClient);
		}
	}

	return {
		put(item) {
			runs.push({ item, graph: item.graph, state: 'pending', createTime: Date.now() });
			heap.push(item);
			tellStatus();
			work = work.then(() => new Promise<void>((done) => setImmediate(done))).then(drain);
		},
		interrupt(promptId) {
			if (!current || (promptId !== undefined && current.item.promptId !== promptId)) return false;
			interrupted = true;
			return true;
		},
		removePending(matches) {
			const removed = heap.remove((item) => {
				const gone = matches(item.promptId);
				const run = gone ? runOf(item) : undefined;
				if (run) run.state = 'deleted';
				return gone;
			});
			if (removed > 0) tellStatus();
			return removed;
		},
		freeMemory() {
			if (current) dropCache = true;
			else cache.clear();
		},
		running: () => current?.item,
		pending: () => heap.list(),
		remaining: () => heap.list().length + (current ? 1 : 0),
		history: () => finished.filter((run) => (run.visibleFrom ?? 0) <= Date.now()),
		forget(matches) {
			for (let i = finished.length - 1; i >= 0; i--) {
				const run = finished[i];
				if (run && matches(run.item.promptId)) finished.splice(i, 1);
			}
		},
		runs: () => runs,
		runningNodeOf: (clientId) => (lastClient === clientId ? runningNode : undefined),
		restart() {
			life.abort();
			life = new AbortController();
			for (const run of runs)
				if (run.state === 'pending' || run.state === 'running') run.state = 'forgotten';
			heap.remove(() => true);
			finished.length = 0;
			cache.clear();
			current = undefined;
			runningNode = undefined;
			// Whatever the old worker waits for, it may never come.
			work = Promise.resolve();
		},
		async close() {
			life.abort();
			// A run whose worker "died" never ends; it holds no handle.
			await Promise.race([work, new Promise((done) => setImmediate(done))]);
		},
	};
}
