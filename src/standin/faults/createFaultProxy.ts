/* One thing in one file: a network that fails on order, between any client and any server, on any clock. */
import type { ComfyPlatform, SocketConstructor, SocketLike } from '#comfy/transport/platform.ts';
import { createSeededRandom } from './createSeededRandom.ts';
import { type AnswerRule, type Faults, noFaults } from './faults.ts';

export interface FaultProxyOptions {
	/** What reaches the server: a virtual platform with a fake behind it, or the real one with the stand-in behind it. */
	readonly platform: ComfyPlatform;
	/** Calls back after so long, by the same clock; not a timer of the code under test. */
	later(ms: number, callback: () => void): void;
	/** Same seed, same chances. */
	readonly seed?: number;
	readonly faults?: Partial<Faults>;
}

export interface FaultProxy {
	/** For the code under test. */
	readonly platform: ComfyPlatform;
	set(patch: Partial<Faults>): void;
	/** All faults end; what has broken stays broken. */
	heal(): void;
	/** Cuts every socket and every request on its way, as a network drop that both sides notice. */
	cut(): void;
	/** Every connection dies and the client hears nothing of it; the server notices after `serverNoticesMs`. */
	breakSilently(serverNoticesMs?: number): void;
	/** What the code under test has open. */
	open(): { readonly sockets: number; readonly requests: number };
	/** Requests as the client made them: `POST /prompt`. */
	readonly log: readonly string[];
}

type Listener = (event: { readonly data: unknown }) => void;

interface Connection {
	/** Both sides notice. */
	cut(): void;
	/** The client never hears from it again. */
	breakSilently(serverNoticesMs: number): void;
}

export function createFaultProxy(options: FaultProxyOptions): FaultProxy {
	const { platform: upstream, later } = options;
	const random = createSeededRandom(options.seed ?? 1);
	const connections = new Set<Connection>();
	const log: string[] = [];
	/** When a history entry was first there. */
	const firstSeen = new Map<string, number>();
	let faults: Faults = { ...noFaults, ...options.faults };
	let openSockets = 0;
	let openRequests = 0;

	const lag = (): number => faults.latencyMs + random() * faults.jitterMs;
	const happens = (share: number): boolean => share > 0 && random() < share;

	async function fetchThrough(url: string, init: RequestInit = {}): Promise<Response> {
		const { pathname, search } = new URL(url);
		const call = `${init.method ?? 'GET'} ${pathname}${search}`;
		log.push(call);
		openRequests++;
		const line = createLine(init.signal ?? undefined);
		connections.add(line);
		try {
			return await line.during(exchange(url, init, call, line));
		} finally {
			connections.delete(line);
			openRequests--;
		}
	}

	async function exchange(
		url: string,
		init: RequestInit,
		call: string,
		line: Line,
	): Promise<Response> {
		if (faults.down) throw failure();
		await line.pass(lag());
		if (faults.silent) return line.hang();
		if (happens(faults.resetBefore)) throw failure();
		const rule = faults.answers.find(({ match }) => match.test(call));
		if (rule && !rule.delivered) return answerOf(rule);
		// The server gets the whole request: whether the client still waits is not its business.
		const { signal: _ours, ...rest } = init;
		const response = await upstream.fetch(url, rest);
		const answer = rule ? answerOf(rule) : await changed(response, call);
		await line.pass(lag());
		if (faults.silent) return line.hang();
		if (faults.down || happens(faults.resetAfter)) throw failure();
		return answer;
	}

	async function changed(response: Response, call: string): Promise<Response> {
		const contentType = response.headers.get('Content-Type') ?? '';
		const bytes = new Uint8Array(await response.arrayBuffer());
		const { status } = response;
		if (call.startsWith('GET /view') && faults.viewShare < 1)
			return plain(
				status,
				bytes.slice(0, Math.floor(bytes.length * faults.viewShare)),
				contentType,
			);
		if (call === 'POST /prompt' && faults.nodeErrors && status === 200) {
			const body = JSON.parse(new TextDecoder().decode(bytes)) as object;
			const text = JSON.stringify({ ...body, node_errors: faults.nodeErrors });
			return plain(status, new TextEncoder().encode(text), contentType);
		}
		const hidden = call.startsWith('GET /history/') && faults.historyLagMs > 0 && bytes.length > 2;
		if (hidden) {
			const since = firstSeen.get(call) ?? upstream.now();
			firstSeen.set(call, since);
			if (upstream.now() - since < faults.historyLagMs)
				return plain(status, new TextEncoder().encode('{}'), contentType);
		}
		return plain(status, bytes, contentType);
	}

	/** One request on its way. */
	interface Line extends Connection {
		/** The work, or the failure that comes first. */
		during<T>(work: Promise<T>): Promise<T>;
		pass(ms: number): Promise<void>;
		hang(): Promise<never>;
	}

	function createLine(signal: AbortSignal | undefined): Line {
		let fail: (cause: unknown) => void = () => undefined;
		let dead = false;
		const broken = new Promise<never>((_, reject) => {
			fail = reject;
		});
		broken.catch(() => undefined);
		const abort = (): void => fail(signal?.reason);
		return {
			async during(work) {
				signal?.addEventListener('abort', abort);
				if (signal?.aborted) abort();
				// Once the line is dead the answer never comes.
				const alive = work.then(
					(value) => (dead ? new Promise<never>(() => undefined) : value),
					(cause) => (dead ? new Promise<never>(() => undefined) : Promise.reject(cause)),
				);
				alive.catch(() => undefined);
				try {
					return await Promise.race([broken, alive]);
				} finally {
					signal?.removeEventListener('abort', abort);
				}
			},
			pass: (ms) => (ms > 0 ? new Promise((resolve) => later(ms, resolve)) : Promise.resolve()),
			hang: () => new Promise(() => undefined),
			cut: () => fail(failure()),
			breakSilently: () => {
				dead = true;
			},
		};
	}

	class ProxiedSocket implements SocketLike {
		readonly #listeners = new Map<string, Listener[]>();
		readonly #connection: Connection;
		#upstream: SocketLike | undefined;
		#state: 'connecting' | 'open' | 'closing' | 'closed' = 'connecting';
		/** No word passes any more, in either direction. */
		#dead = false;
		#lastAt = 0;

		constructor(url: string) {
			openSockets++;
			this.#connection = {
				cut: () => {
					this.#upstream?.close();
					this.#end();
				},
				breakSilently: (serverNoticesMs) => {
					this.#dead = true;
					later(serverNoticesMs, () => this.#upstream?.close());
				},
			};
			connections.add(this.#connection);
			later(lag(), () => this.#connect(url));
		}
		get binaryType(): string {
			return 'arraybuffer';
		}
		set binaryType(_type: string) {}
		send(text: string): void {
			if (this.#dead || faults.silent) return;
			later(lag(), () => {
				if (!this.#dead && this.#state === 'open') this.#upstream?.send(text);
			});
		}
		close(): void {
			if (this.#state === 'closed' || this.#state === 'closing') return;
			this.#state = 'closing';
			openSockets--;
			if (this.#dead || faults.silent) return;
			// The server's own goodbye is what the client hears.
			later(lag() + faults.slowCloseMs, () => {
				this.#upstream?.close();
				if (!this.#upstream) this.#end();
			});
		}
		addEventListener(type: string, listener: Listener): void {
			this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
		}
		#connect(url: string): void {
			if (this.#dead || faults.silent || this.#state === 'closed') {
				this.#dead = true;
				return;
			}
			if (faults.down || faults.refuseSockets) {
				this.#end();
				return;
			}
			const socket = new upstream.WebSocket(url);
			this.#upstream = socket;
			socket.binaryType = 'arraybuffer';
			socket.addEventListener('open', () => {
				if (this.#state !== 'connecting' || this.#dead) return;
				this.#state = 'open';
				this.#tell('open', undefined);
			});
			socket.addEventListener('message', ({ data }) => this.#receive(data));
			socket.addEventListener('close', () => {
				if (!this.#dead && !faults.silent) this.#end();
			});
			socket.addEventListener('error', () => undefined);
		}
		#receive(data: unknown): void {
			if (this.#dead || faults.silent || faults.deaf) return;
			this.#deliver(data, happens(faults.reorder) ? random() * 3_000 : undefined);
			if (happens(faults.duplicate)) this.#deliver(data, random() * 3_000);
			if (happens(faults.foreign))
				for (const frame of foreignFrames) this.#deliver(JSON.stringify(frame), undefined);
		}
		/** In order, or so much later and out of it. */
		#deliver(data: unknown, delayMs: number | undefined): void {
			const now = upstream.now();
			const due = now + lag();
			const at = delayMs === undefined ? Math.max(due, this.#lastAt) : due + delayMs;
			if (delayMs === undefined) this.#lastAt = at;
			later(at - now, () => {
				if (this.#state === 'open' && !this.#dead) this.#tell('message', data);
			});
		}
		#end(): void {
			if (this.#state === 'closed') return;
			if (this.#state !== 'closing') openSockets--;
			this.#state = 'closed';
			connections.delete(this.#connection);
			this.#tell('close', undefined);
		}
		#tell(type: string, data: unknown): void {
			for (const listener of this.#listeners.get(type) ?? []) listener({ data });
		}
	}

	return {
		platform: {
			...upstream,
			fetch: fetchThrough,
			WebSocket: ProxiedSocket as SocketConstructor,
		},
		set: (patch) => {
			faults = { ...faults, ...patch };
		},
		heal: () => {
			faults = noFaults;
		},
		cut: () => {
			for (const connection of [...connections]) connection.cut();
		},
		breakSilently: (serverNoticesMs = 120_000) => {
			for (const connection of connections) connection.breakSilently(serverNoticesMs);
			connections.clear();
		},
		open: () => ({ sockets: openSockets, requests: openRequests }),
		log,
	};
}

const failure = (): TypeError => new TypeError('fetch failed');

const answerOf = ({ status, body, contentType }: AnswerRule): Response =>
	plain(status, new TextEncoder().encode(body), contentType);

/** The part of a Response that the client reads, without streams: those need real time. */
function plain(status: number, bytes: Uint8Array, contentType: string): Response {
	const response: Pick<Response, 'status' | 'ok' | 'headers' | 'text' | 'arrayBuffer'> = {
		status,
		ok: status >= 200 && status < 300,
		headers: new Headers({ 'Content-Type': contentType }),
		text: async () => new TextDecoder().decode(bytes),
		arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
	};
	return response as Response;
}

/** What somebody else's run without a client id brings to every socket, and what an old server sends without ids. */
const foreignFrames = [
	{ type: 'execution_start', data: { prompt_id: 'somebody-else' } },
	{ type: 'progress', data: { prompt_id: 'somebody-else', node: '3', value: 20, max: 20 } },
	{ type: 'progress', data: { node: '3', value: 20, max: 20 } },
	{ type: 'executing', data: { node: null } },
	{ type: 'executing', data: { node: null, prompt_id: 'somebody-else' } },
	{ type: 'execution_success', data: { prompt_id: 'somebody-else' } },
	{ type: 'execution_error', data: { prompt_id: 'somebody-else', exception_message: 'boom' } },
];
