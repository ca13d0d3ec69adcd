/* One thing in one file: a ComfyUI on a virtual clock, with the traps that protocol facts list as switches. */
import type { Graph } from '../workflow/graph.ts';
import {
	createVirtualPlatform,
	type FakeAnswer,
	type FakeSocket,
	type VirtualPlatform,
} from './createVirtualPlatform.ts';
import { clientIdOf, createFakeSockets } from './fakeSockets.ts';

export interface FakeComfySwitches {
	/** Steps and ms a step of the sampler. */
	steps: number;
	stepMs: number;
	/** The POST is taken, its answer never arrives. */
	loseAnswer: boolean;
	/** The POST never arrives. */
	loseRequest: boolean;
	/** The POST fails for the client and arrives so much later, out of some buffer on the way. */
	lateRequestMs: number;
	/** No socket ever opens. */
	noSockets: boolean;
	/** Sockets open and never say anything. */
	deaf: boolean;
	/** Ms between the end of a run and its entry in history. */
	historyLagMs: number;
	/** The whole run comes out of the cache. */
	cached: boolean;
	/** What POST /prompt says beside 200. */
	nodeErrors: unknown;
	/** POST /prompt answers this instead. */
	refuse: FakeAnswer | undefined;
	/** The sampler throws this. */
	fail: { readonly type: string; readonly message: string } | undefined;
	/** A node is blocked with a message: execution_error is sent, and the run goes on to its end. */
	blocked: boolean;
	/** From now on the worker does nothing more: what runs, runs for ever. */
	workerDead: boolean;
	/** POST /upload/image answers this instead. */
	refuseUpload: FakeAnswer | undefined;
	/** What /features tells of it, bytes; undefined: there is no /features. */
	maxUploadBytes: number | undefined;
	/** The name that uploads get. */
	uploadName: string | undefined;
	/** /api/jobs exists (0.33) or not (0.3.64). */
	jobsApi: boolean;
	/** POST /interrupt looks at the id (not before 0.3.45 or so: whatever runs is stopped). */
	interruptById: boolean;
	/** Ms that the server's clock is ahead of ours. */
	clockAheadMs: number;
	/** Everything is dead. */
	down: boolean;
	/** The video at /view. */
	video: FakeAnswer;
	/** Class -> entry of object_info. */
	objectInfo: Readonly<Record<string, unknown>>;
}

export interface FakeComfy extends VirtualPlatform {
	readonly switches: FakeComfySwitches;
	readonly baseUrl: string;
	/** Ids in the order they were posted. */
	readonly posted: readonly string[];
	readonly sockets: readonly FakeSocket[];
	/** What really became of a run, whatever anybody was told. */
	truthOf(promptId: string): RunTruth;
	/** Somebody presses Stop on ComfyUI's own page. */
	interruptAll(): void;
	/** Somebody deletes all that waits. */
	clearQueue(): void;
	/** Somebody clears the history. */
	clearHistory(): void;
	/** The process dies and comes back: queue and history are gone. */
	restart(): void;
	/** Another person's run, first in the queue, for so long. */
	occupy(ms: number): void;
	broadcast(message: unknown): void;
	sendPreview(event: 1 | 4, promptId?: string): void;
}

type Ending = 'succeeded' | 'failed' | 'interrupted';

export type RunTruth =
	| 'never posted'
	| 'waiting'
	| 'running'
	| Ending
	/** It ended so, and its entry in history has gone since. */
	| `${Ending}, cleared`
	| 'deleted'
	/** It was waiting or running when the server died. */
	| 'forgotten';

interface Run {
	readonly promptId: string;
	readonly graph: Graph;
	readonly clientId: string;
	readonly number: number;
	readonly foreignMs?: number;
	step: number;
	over: boolean;
}

interface PromptBody {
	readonly prompt: Graph;
	readonly client_id: string;
	readonly prompt_id: string;
	/** Ahead of all that wait: its number is below zero. */
	readonly front?: boolean;
}

/** A tiny whole mp4: ftyp and moov boxes, nothing in them. */
export const tinyMp4 = Uint8Array.from([
	...[0, 0, 0, 12, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d],
	...[0, 0, 0, 8, 0x6d, 0x6f, 0x6f, 0x76],
]);

const json = (value: unknown, status = 200): FakeAnswer => ({
	status,
	body: JSON.stringify(value),
});
const nothing: FakeAnswer = { status: 200, body: '', contentType: 'text/plain' };

export function createFakeComfy(given: Partial<FakeComfySwitches> = {}): FakeComfy {
	const baseUrl = 'http://comfy.test:8188';
	const switches: FakeComfySwitches = {
		steps: 4,
		stepMs: 1_000,
		loseAnswer: false,
		loseRequest: false,
		lateRequestMs: 0,
		noSockets: false,
		deaf: false,
		historyLagMs: 0,
		cached: false,
		nodeErrors: {},
		refuse: undefined,
		fail: undefined,
		blocked: false,
		workerDead: false,
		refuseUpload: undefined,
		maxUploadBytes: undefined,
		uploadName: undefined,
		jobsApi: true,
		interruptById: true,
		clockAheadMs: 0,
		down: false,
		video: { status: 200, body: tinyMp4 },
		objectInfo: {},
		...given,
	};
	const allSockets: FakeSocket[] = [];
	const sockets = createFakeSockets(allSockets);
	const posted: string[] = [];
	const truth = new Map<string, RunTruth>();
	const history = new Map<string, unknown>();
	let pending: Run[] = [];
	let running: Run | undefined;
	let runningNode: string | undefined;
	let count = 0;
	let epoch = 0;

	const virtual = createVirtualPlatform(answer, (socket) => {
		allSockets.push(socket);
		virtual.at(2, () => {
			if (switches.noSockets || switches.down) return socket.drop();
			socket.accept();
			sockets.register(socket);
			if (switches.deaf) return;
			sockets.sendTo(socket, 'status', { ...statusData(), sid: clientIdOf(socket) });
			// After a reconnect: once, and without the id of the run.
			if (running?.clientId === clientIdOf(socket) && runningNode !== undefined)
				sockets.sendTo(socket, 'executing', { node: runningNode });
		});
	});
	const statusData = () => ({
		status: { exec_info: { queue_remaining: pending.length + (running ? 1 : 0) } },
	});
	const tellStatus = (): void => {
		if (!switches.deaf && !switches.down) sockets.send('status', statusData());
	};
	const tell = (run: Run, type: string, data: Readonly<Record<string, unknown>>): void => {
		if (switches.deaf || switches.down) return;
		const timestamp = virtual.platform.now() + switches.clockAheadMs;
		sockets.send(type, { ...data, prompt_id: run.promptId, timestamp }, run.clientId);
	};
	/** Later, unless the process has died by then. */
	const later = (ms: number, work: () => void): void => {
		const born = epoch;
		virtual.at(ms, () => {
			if (born === epoch) work();
		});
	};
	/** What the worker does next; nothing, once it is dead. */
	const working = (ms: number, work: () => void): void =>
		later(ms, () => {
			if (!switches.workerDead) work();
		});

	function answer(url: string, init: RequestInit): FakeAnswer {
		const path = url.slice(baseUrl.length);
		if (switches.down) throw new TypeError('fetch failed');
		const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
		if (path === '/queue' && init.method !== 'POST')
			return json({
				queue_running: running ? [item(running)] : [],
				queue_pending: pending.map(item),
			});
		if (path === '/queue') {
			const gone: readonly string[] = body.delete ?? [];
			removePending((id) => gone.includes(id));
			return nothing;
		}
		if (path.startsWith('/history/')) {
			const id = path.slice('/history/'.length);
			return json(history.has(id) ? { [id]: history.get(id) } : {});
		}
		if (path === '/interrupt') {
			const meant = !switches.interruptById || running?.promptId === body.prompt_id;
			if (running && meant) stop(running);
			return nothing;
		}
		if (path.startsWith('/api/jobs/')) {
			if (!switches.jobsApi) return { status: 404, body: '', contentType: 'text/plain' };
			return json({ cancelled: cancel(path.split('/')[3] ?? '') });
		}
		if (path.startsWith('/object_info/')) {
			const name = path.slice('/object_info/'.length);
			return json(name in switches.objectInfo ? { [name]: switches.objectInfo[name] } : {});
		}
		if (path === '/features' && switches.maxUploadBytes !== undefined)
			return json({ max_upload_size: switches.maxUploadBytes });
		if (path === '/upload/image') {
			if (switches.refuseUpload) return switches.refuseUpload;
			const form = init.body as FormData;
			const file = form.get('image') as File;
			const name = switches.uploadName ?? file.name;
			return json({ name, subfolder: form.get('subfolder'), type: 'input' });
		}
		if (path.startsWith('/view?')) return switches.video;
		if (path === '/prompt') return post(body);
		return { status: 404, body: '', contentType: 'application/octet-stream' };
	}

	function post(body: PromptBody): FakeAnswer {
		if (switches.loseRequest) throw new TypeError('fetch failed');
		if (switches.refuse) return switches.refuse;
		if (switches.lateRequestMs > 0) {
			later(switches.lateRequestMs, () => accept(body));
			throw new TypeError('fetch failed');
		}
		const run = accept(body);
		if (switches.loseAnswer) throw new TypeError('fetch failed');
		return json({ prompt_id: run.promptId, number: run.number, node_errors: switches.nodeErrors });
	}

	function accept(body: PromptBody): Run {
		const run: Run = {
			promptId: body.prompt_id,
			graph: body.prompt,
			clientId: body.client_id,
			number: body.front ? -count++ : count++,
			step: 0,
			over: false,
		};
		posted.push(run.promptId);
		truth.set(run.promptId, 'waiting');
		pending = [...pending, run].sort((a, b) => a.number - b.number);
		tellStatus();
		working(1, () => next());
		return run;
	}

	function next(): void {
		const run = running ? undefined : pending.shift();
		if (!run) return;
		running = run;
		truth.set(run.promptId, 'running');
		tellStatus();
		if (run.foreignMs !== undefined) {
			working(run.foreignMs, () => {
				if (!run.over) end(run, 'succeeded', { outputs: {}, messages: [] });
			});
			return;
		}
		const ids = Object.keys(run.graph);
		tell(run, 'execution_start', {});
		tell(run, 'execution_cached', { nodes: switches.cached ? ids : [] });
		if (switches.cached) {
			working(2, () => succeed(run, ids));
			return;
		}
		runningNode = '3';
		tell(run, 'executing', { node: '3', display_node: '3' });
		if (switches.blocked)
			tell(run, 'execution_error', {
				node_id: '251',
				node_type: 'CLIPVisionEncode',
				exception_type: 'ExecutionBlocked',
				exception_message: 'blocked\n',
			});
		working(switches.stepMs, () => sample(run));
	}

	function sample(run: Run): void {
		if (run.over) return;
		run.step++;
		const { fail: fault, steps } = switches;
		if (fault) {
			const data = {
				prompt_id: run.promptId,
				node_id: '3',
				node_type: 'KSampler',
				exception_type: fault.type,
				exception_message: `${fault.message}\n`,
			};
			tell(run, 'execution_error', data);
			end(run, 'failed', { status: 'error', messages: [['execution_error', data]] });
			return;
		}
		const state = {
			value: run.step,
			max: steps,
			state: run.step === steps ? 'finished' : 'running',
		};
		tell(run, 'progress_state', { nodes: { 3: state } });
		tell(run, 'progress', { value: run.step, max: steps, node: '3' });
		working(switches.stepMs, () => (run.step < steps ? sample(run) : succeed(run, [])));
	}

	function succeed(run: Run, cachedNodes: readonly string[]): void {
		if (run.over) return;
		const video = { filename: 'ComfyUI_00001_.mp4', subfolder: 'video', type: 'output' };
		const output = { images: [video], animated: [true] };
		tell(run, 'executed', { node: '258', display_node: '258', output });
		tell(run, 'execution_success', {});
		const error = { node_id: '251', node_type: 'CLIPVisionEncode', exception_message: 'blocked\n' };
		end(run, 'succeeded', {
			status: 'success',
			outputs: { 258: output },
			messages: [
				['execution_cached', { nodes: cachedNodes }],
				...(switches.blocked ? [['execution_error', error]] : []),
				['execution_success', {}],
			],
		});
	}

	function stop(run: Run): void {
		if (run.over) return;
		run.over = true;
		working(switches.stepMs / 2, () => {
			run.over = false;
			tell(run, 'execution_interrupted', { node_id: '3' });
			end(run, 'interrupted', { status: 'error', messages: [['execution_interrupted', {}]] });
		});
	}

	function end(
		run: Run,
		became: Ending,
		how: { status?: string; outputs?: unknown; messages: unknown },
	): void {
		run.over = true;
		truth.set(run.promptId, became);
		const entry = {
			prompt: [run.number, run.promptId, run.graph, {}, ['258']],
			outputs: how.outputs ?? {},
			status: {
				status_str: how.status,
				completed: how.status === 'success',
				messages: how.messages,
			},
		};
		const remember = (): void => void history.set(run.promptId, entry);
		if (switches.historyLagMs > 0) later(switches.historyLagMs, remember);
		else remember();
		running = undefined;
		runningNode = undefined;
		tellStatus();
		tell(run, 'executing', { node: null });
		working(1, () => next());
	}

	function removePending(matches: (promptId: string) => boolean): number {
		const gone = pending.filter((run) => matches(run.promptId));
		pending = pending.filter((run) => !matches(run.promptId));
		for (const run of gone) truth.set(run.promptId, 'deleted');
		if (gone.length > 0) tellStatus();
		return gone.length;
	}

	function cancel(promptId: string): boolean {
		if (removePending((id) => id === promptId) > 0) return true;
		if (running?.promptId !== promptId) return false;
		stop(running);
		return true;
	}

	function clear(ids: readonly string[]): void {
		for (const id of ids) {
			history.delete(id);
			const state = truth.get(id);
			if (state === 'succeeded' || state === 'failed' || state === 'interrupted')
				truth.set(id, `${state}, cleared`);
		}
	}

	const item = (run: Run): unknown => [run.number, run.promptId, run.graph, {}, ['258']];
	return {
		...virtual,
		switches,
		baseUrl,
		posted,
		sockets: allSockets,
		truthOf: (promptId) => truth.get(promptId) ?? 'never posted',
		interruptAll() {
			if (running) stop(running);
		},
		clearQueue: () => void removePending(() => true),
		clearHistory: () => clear([...history.keys()]),
		restart() {
			epoch++;
			clear([...truth.keys()]);
			for (const [id, state] of truth)
				if (state === 'waiting' || state === 'running') truth.set(id, 'forgotten');
			pending = [];
			running = undefined;
			runningNode = undefined;
			switches.workerDead = false;
			sockets.dropAll();
		},
		occupy(ms) {
			pending.push({
				promptId: 'somebody-else',
				graph: {},
				clientId: 'another',
				number: count++,
				foreignMs: ms,
				step: 0,
				over: false,
			});
			next();
		},
		broadcast(message) {
			for (const socket of allSockets) socket.send(JSON.stringify(message));
		},
		sendPreview(event, promptId) {
			const picture = Uint8Array.from([0xff, 0xd8, 0xff]);
			const metadata = new TextEncoder().encode(JSON.stringify({ prompt_id: promptId }));
			const size = event === 1 ? 8 : 8 + metadata.length;
			const frame = new Uint8Array(size + picture.length);
			const view = new DataView(frame.buffer);
			view.setUint32(0, event);
			view.setUint32(4, event === 1 ? 1 : metadata.length);
			if (event === 4) frame.set(metadata, 8);
			frame.set(picture, size);
			for (const socket of allSockets) socket.send(frame.buffer);
		},
	};
}
