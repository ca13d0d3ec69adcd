import type { ComfyPlatform, SocketLike, TimerHandle } from '../transport/platform.ts';

/** Answers a request; throws for a dead network. */
export type FakeFetch = (url: string, init: RequestInit) => Promise<FakeAnswer> | FakeAnswer;

export interface FakeAnswer {
	readonly status: number;
	readonly body: string | Uint8Array;
	readonly contentType?: string;
}

/** A socket as the server sees it. */
export interface FakeSocket {
	readonly url: string;
	readonly received: readonly string[];
	readonly state: 'connecting' | 'open' | 'closed';
	accept(): void;
	send(data: string | ArrayBuffer): void;
	/** Ends it from the server's side. */
	drop(): void;
	/** Called once when it has ended, whoever ended it. */
	onEnd(listener: () => void): void;
}

/** Network, clock and chance of a test: no real time passes, everything open is counted. */
export interface VirtualPlatform {
	readonly platform: ComfyPlatform;
	/** Lets the clock run, with everything that falls due, and all promises in between. */
	advance(ms: number): Promise<void>;
	/** The machine sleeps: the world goes on, timers of the code under test fall due when it wakes. */
	sleep(ms: number): Promise<void>;
	/** Calls back after so long by the virtual clock; not counted as a timer of the code under test. */
	at(ms: number, callback: () => void): void;
	/** Timers, sockets and requests that the code under test still has open. */
	open(): { readonly timers: number; readonly sockets: number; readonly requests: number };
	readonly requests: readonly {
		readonly method: string;
		readonly url: string;
		readonly body: unknown;
	}[];
}

interface Timer {
	readonly due: number;
	readonly order: number;
	readonly callback: () => void;
	readonly counted: boolean;
}

/**
 * @param onSocket Told of each new socket, before anything is sent.
 */
export function createVirtualPlatform(
	fetchAnswer: FakeFetch,
	onSocket: (socket: FakeSocket) => void,
): VirtualPlatform {
	const timers = new Map<number, Timer>();
	const sockets = new Set<object>();
	const requests: { method: string; url: string; body: unknown }[] = [];
	let openRequests = 0;
	let clock = 1_800_000_000_000;
	let order = 0;
	let random = 1;

	const schedule = (ms: number, callback: () => void, counted: boolean): number => {
		order++;
		timers.set(order, { due: clock + Math.max(0, ms), order, callback, counted });
		return order;
	};

	class VirtualSocket implements SocketLike {
		binaryType = 'blob';
		readonly #listeners = new Map<string, ((event: { readonly data: unknown }) => void)[]>();
		readonly #server: FakeSocket;
		readonly #ends: (() => void)[] = [];
		#state: FakeSocket['state'] = 'connecting';
		readonly #received: string[] = [];

		constructor(url: string) {
			sockets.add(this);
			const socket = this;
			this.#server = {
				url,
				received: this.#received,
				get state() {
					return socket.#state;
				},
				accept: () => {
					if (this.#state !== 'connecting') return;
					this.#state = 'open';
					this.#tell('open', undefined);
				},
				send: (data) => {
					if (this.#state === 'open') this.#tell('message', data);
				},
				drop: () => this.#end(),
				onEnd: (listener) => this.#ends.push(listener),
			};
			onSocket(this.#server);
		}
		send(text: string): void {
			if (this.#state !== 'open') throw new Error(`send on a ${this.#state} socket`);
			this.#received.push(text);
		}
		close(): void {
			schedule(1, () => this.#end(), false);
			sockets.delete(this);
		}
		addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
			this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
		}
		#end(): void {
			if (this.#state === 'closed') return;
			this.#state = 'closed';
			sockets.delete(this);
			this.#tell('close', undefined);
			for (const listener of this.#ends) listener();
		}
		#tell(type: string, data: unknown): void {
			for (const listener of this.#listeners.get(type) ?? []) listener({ data });
		}
	}

	async function request(url: string, init: RequestInit = {}): Promise<Response> {
		requests.push({ method: init.method ?? 'GET', url, body: readBody(init.body) });
		openRequests++;
		try {
			const answer = await Promise.race([
				Promise.resolve().then(() => fetchAnswer(url, init)),
				aborted(init.signal),
			]);
			return asResponse(answer);
		} finally {
			openRequests--;
		}
	}

	async function runUntil(until: number, runs: (timer: Timer) => boolean): Promise<void> {
		await settlePromises();
		for (;;) {
			let next: Timer | undefined;
			for (const timer of timers.values()) {
				const sooner =
					!next || timer.due < next.due || (timer.due === next.due && timer.order < next.order);
				if (timer.due <= until && sooner && runs(timer)) next = timer;
			}
			if (!next) break;
			timers.delete(next.order);
			clock = Math.max(clock, next.due);
			next.callback();
			await settlePromises();
		}
		clock = until;
	}

	return {
		platform: {
			fetch: request,
			WebSocket: VirtualSocket,
			now: () => clock,
			setTimeout: (callback, ms) => schedule(ms, callback, true) as unknown as TimerHandle,
			clearTimeout: (handle) => void timers.delete(handle as unknown as number),
			randomBytes: (count) =>
				Uint8Array.from({ length: count }, () => {
					random = (random * 48_271) % 2_147_483_647;
					return random & 0xff;
				}),
		},
		advance: (ms) => runUntil(clock + ms, () => true),
		sleep: (ms) => runUntil(clock + ms, ({ counted }) => !counted),
		at: (ms, callback) => void schedule(ms, callback, false),
		open: () => ({
			timers: [...timers.values()].filter((timer) => timer.counted).length,
			sockets: sockets.size,
			requests: openRequests,
		}),
		requests,
	};
}

/** Long enough for every chain of awaits in the code under test. */
async function settlePromises(): Promise<void> {
	for (let i = 0; i < 200; i++) await Promise.resolve();
}

const aborted = (signal: AbortSignal | null | undefined): Promise<never> =>
	new Promise((_, reject) => {
		if (signal?.aborted) reject(signal.reason);
		signal?.addEventListener('abort', () => reject(signal.reason));
	});

function readBody(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}

/** The part of Response that the client reads, without streams: those need real time. */
function asResponse({ status, body, contentType }: FakeAnswer): Response {
	const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
	const type = contentType ?? (typeof body === 'string' ? 'application/json' : 'video/mp4');
	const response: Pick<Response, 'status' | 'ok' | 'headers' | 'text' | 'arrayBuffer'> = {
		status,
		ok: status >= 200 && status < 300,
		headers: new Headers({ 'Content-Type': type }),
		text: async () => new TextDecoder().decode(bytes),
		arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
	};
	return response as Response;
}
