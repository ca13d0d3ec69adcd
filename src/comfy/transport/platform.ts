/**
 * Everything `comfy` and `jobs` need from outside: network, clock, timers, randomness. One value, injected, so that
 * tests own time and network, and the same client runs in a browser, in Node and against the stand-in.
 */
export interface ComfyPlatform {
	fetch(url: string, init?: RequestInit): Promise<Response>;
	readonly WebSocket: SocketConstructor;
	/** Ms since the epoch. */
	now(): number;
	setTimeout(callback: () => void, ms: number): TimerHandle;
	clearTimeout(handle: TimerHandle | undefined): void;
	/** Cryptographically random; used for ids, seeds and reconnect jitter. */
	randomBytes(length: number): Uint8Array;
	/** Whether somebody looks at the page; absent where there is no page: then always. */
	readonly attention?: Attention;
}

/** The page's place in a person's attention: a hidden page asks less often, one that comes back asks at once. */
export interface Attention {
	isHidden(): boolean;
	/** Told when the page is shown or hidden, restored, or its network is back; returns the way out. */
	subscribe(listener: () => void): () => void;
}

/** A number in browsers, an object in Node. */
// biome-ignore lint/style/noRestrictedGlobals: the type only; nothing is called here.
export type TimerHandle = ReturnType<typeof setTimeout>;

/** The part of WebSocket that we use: the browser's, Node's and the `ws` package's all fit. */
export interface SocketLike {
	binaryType: string;
	send(text: string): void;
	close(code?: number): void;
	addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
	addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export type SocketConstructor = new (url: string) => SocketLike;
