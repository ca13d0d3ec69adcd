/* One thing in one file: a ComfyUI on a virtual clock, with the traps that protocol facts list as switches. */
import type { Graph } from '../workflow/graph.ts';
import {
	createVirtualPlatform,
	type FakeAnswer,
	type FakeSocket,
	type VirtualPlatform,
} from './createVirtualPlatform.ts';

export interface FakeComfySwitches {
	/** Steps and ms a step of the sampler. */
	steps: number;
	stepMs: number;
	/** The POST is taken, its answer never arrives. */
	loseAnswer: boolean;
	/** The POST never arrives. */
	loseRequest: boolean;
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
	/** /api/jobs exists (0.33) or not (0.3.64). */
	jobsApi: boolean;
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
	/** Somebody presses Stop on ComfyUI's own page. */
	interruptAll(): void;
	/** The process dies and comes back: queue and history are gone. */
	restart(): void;
	/** Another person's run, first in the queue, for so long. */
	occupy(ms: number): void;
	broadcast(message: unknown): void;
	sendPreview(event: 1 | 4, promptId?: string): void;
}

interface Run {
	readonly promptId: string;
	readonly graph: Graph;
	readonly clientId: string;
	readonly number: number;
	readonly foreignMs?: number;
	step: number;
	over: boolean;
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

export function createFakeComfy(given: Partial<FakeComfySwitches> = {}): FakeComfy {
	const baseUrl = 'http://comfy.test:8188';
	const switches: FakeComfySwitches = {
		steps: 4,
		stepMs: 1_000,
		loseAnswer: false,
		loseRequest: false,
		noSockets: false,
		deaf: false,
		historyLagMs: 0,
		cached: false,
		nodeErrors: {},
		refuse: undefined,
		fail: undefined,
		jobsApi: true,
		down: false,
		video: { status: 200, body: tinyMp4 },
		objectInfo: {},
		...given,
	};
	const sockets: FakeSocket[] = [];
	const posted: string[] = [];
	const history = new Map<string, unknown>();
	let pending: Run[] = [];
	let running: Run | undefined;
	let count = 0;
	let epoch = 0;

	const virtual = createVirtualPlatform(answer, (socket) => {
		sockets.push(socket);
		virtual.at(2, () => {
			if (switches.noSockets || switches.down) return socket.drop();
			socket.accept();
			if (!switches.deaf) say(socket, 'status', { status: { exec_info: { queue_remaining: 0 } } });
		});
	});
	const say = (socket: FakeSocket, type: string, data: unknown): void =>
		socket.send(JSON.stringify({ type, data }));
	const tell = (run: Run, type: string, data: Readonly<Record<string, unknown>>): void => {
		if (switches.deaf || switches.down) return;
		for (const socket of sockets)
			if (socket.url.includes(run.clientId) && socket.state === 'open')
				say(socket, type, { ...data, prompt_id: run.promptId });
	};
	/** Later, unless the process has died by then. */
	const later = (ms: number, work: () => void): void => {
		const born = epoch;
		virtual.at(ms, () => {
			if (born === epoch) work();
		});
	};

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
			pending = pending.filter((run) => !gone.includes(run.promptId));
			return { status: 200, body: '', contentType: 'text/plain' };
		}
		if (path.startsWith('/history/')) {
			const id = path.slice('/history/'.length);
			return json(history.has(id) ? { [id]: history.get(id) } : {});
		}
		if (path === '/interrupt') {
			if (running && running.promptId === body.prompt_id) stop(running);
			return { status: 200, body: '', contentType: 'text/plain' };
		}
		if (path.startsWith('/api/jobs/')) {
			if (!switches.jobsApi) return { status: 404, body: '', contentType: 'text/plain' };
			return json({ cancelled: cancel(path.split('/')[3] ?? '') });
		}
		if (path.startsWith('/object_info/')) {
			const name = path.slice('/object_info/'.length);
			return json(name in switches.objectInfo ? { [name]: switches.objectInfo[name] } : {});
		}
		if (path === '/upload/image') {
			const form = init.body as FormData;
			const file = form.get('image') as File;
			return json({ name: file.name, subfolder: form.get('subfolder'), type: 'input' });
		}
		if (path.startsWith('/view?')) return switches.video;
		if (path === '/prompt') return post(body);
		return { status: 404, body: '', contentType: 'application/octet-stream' };
	}

	function post(body: { prompt: Graph; client_id: string; prompt_id: string }): FakeAnswer {
		if (switches.loseRequest) throw new TypeError('fetch failed');
		if (switches.refuse) return switches.refuse;
		const run: Run = {
			promptId: body.prompt_id,
			graph: body.prompt,
			clientId: body.client_id,
			number: count++,
			step: 0,
			over: false,
		};
		posted.push(run.promptId);
		pending.push(run);
		later(1, () => next());
		if (switches.loseAnswer) throw new TypeError('fetch failed');
		return json({ prompt_id: run.promptId, number: run.number, node_errors: switches.nodeErrors });
	}

	function next(): void {
		const run = running ? undefined : pending.shift();
		if (!run) return;
		running = run;
		if (run.foreignMs !== undefined) {
			later(run.foreignMs, () => end(run, { outputs: {}, messages: [] }));
			return;
		}
		const ids = Object.keys(run.graph);
		tell(run, 'execution_start', { timestamp: 0 });
		tell(run, 'execution_cached', { nodes: switches.cached ? ids : [] });
		if (switches.cached) {
			later(2, () => succeed(run, ids));
			return;
		}
		tell(run, 'executing', { node: '3', display_node: '3' });
		later(switches.stepMs, () => sample(run));
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
			end(run, { status: 'error', messages: [['execution_error', data]] });
			return;
		}
		const state = {
			value: run.step,
			max: steps,
			state: run.step === steps ? 'finished' : 'running',
		};
		tell(run, 'progress_state', { nodes: { 3: state } });
		tell(run, 'progress', { value: run.step, max: steps, node: '3' });
		later(switches.stepMs, () => (run.step < steps ? sample(run) : succeed(run, [])));
	}

	function succeed(run: Run, cachedNodes: readonly string[]): void {
		if (run.over) return;
		const video = { filename: 'ComfyUI_00001_.mp4', subfolder: 'video', type: 'output' };
		tell(run, 'execution_success', {});
		end(run, {
			status: 'success',
			outputs: { 258: { images: [video], animated: [true] } },
			messages: [
				['execution_cached', { nodes: cachedNodes }],
				['execution_success', {}],
			],
		});
	}

	function stop(run: Run): void {
		if (run.over) return;
		run.over = true;
		later(switches.stepMs / 2, () => {
			run.over = false;
			tell(run, 'execution_interrupted', { node_id: '3' });
			end(run, { status: 'error', messages: [['execution_interrupted', {}]] });
		});
	}

	function end(run: Run, how: { status?: string; outputs?: unknown; messages: unknown }): void {
		run.over = true;
		const entry = {
			prompt: [run.number, run.promptId, run.graph, {}, ['258']],
			outputs: how.outputs ?? {},
			status: {
				status_str: how.status,
				completed: how.status === 'success',
				messages: how.messages,
			},
		};
		later(switches.historyLagMs, () => history.set(run.promptId, entry));
		running = undefined;
		tell(run, 'executing', { node: null });
		later(1, () => next());
	}

	function cancel(promptId: string): boolean {
		const index = pending.findIndex((run) => run.promptId === promptId);
		if (index >= 0) pending.splice(index, 1);
		else if (running?.promptId === promptId) stop(running);
		else return false;
		return true;
	}

	const item = (run: Run): unknown => [run.number, run.promptId, run.graph, {}, ['258']];
	return {
		...virtual,
		switches,
		baseUrl,
		posted,
		sockets,
		interruptAll() {
			if (running) stop(running);
		},
		restart() {
			epoch++;
			pending = [];
			running = undefined;
			history.clear();
			for (const socket of sockets) socket.drop();
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
			for (const socket of sockets) socket.send(JSON.stringify(message));
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
			for (const socket of sockets) socket.send(frame.buffer);
		},
	};
}
