import type { Attention, ComfyPlatform, SocketLike } from '#comfy/transport/platform.ts';

/** The platform of one page, which can die at any moment: nothing of it is called back afterwards. */
export interface MortalPlatform {
	readonly platform: ComfyPlatform;
	isAlive(): boolean;
	/** The process is gone: its sockets and requests close, its code never runs again. */
	kill(): void;
	/** The page is hidden or shown again. */
	setHidden(hidden: boolean): void;
	/** As `online`, `pageshow`: somebody is back. */
	wake(): void;
	/** Listeners that the code under test still has. */
	listeners(): number;
}

export function createMortalPlatform(upstream: ComfyPlatform): MortalPlatform {
	const dying = new AbortController();
	const sockets = new Set<SocketLike>();
	const handles = new Set<ReturnType<ComfyPlatform['setTimeout']>>();
	const listeners = new Set<() => void>();
	let hidden = false;
	const never = <T>(): Promise<T> => new Promise(() => undefined);
	const dead = (): boolean => dying.signal.aborted;

	class MortalSocket implements SocketLike {
		readonly #socket: SocketLike;
		constructor(url: string) {
			this.#socket = new upstream.WebSocket(url);
			sockets.add(this.#socket);
			this.#socket.addEventListener('close', () => sockets.delete(this.#socket));
		}
		get binaryType(): string {
			return this.#socket.binaryType;
		}
		set binaryType(type: string) {
			this.#socket.binaryType = type;
		}
		send(text: string): void {
			this.#socket.send(text);
		}
		close(code?: number): void {
			this.#socket.close(code);
		}
		addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
		addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
		addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
			this.#socket.addEventListener(type as 'message', (event) => {
				if (!dead()) listener(event);
			});
		}
	}
	const attention: Attention = {
		isHidden: () => hidden,
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
	const wake = (): void => {
		if (!dead()) for (const listener of [...listeners]) listener();
	};
	return {
		platform: {
			...upstream,
			attention,
			WebSocket: MortalSocket,
			setTimeout(callback, ms) {
				const handle = upstream.setTimeout(() => {
					handles.delete(handle);
					if (!dead()) callback();
				}, ms);
				handles.add(handle);
				return handle;
			},
			clearTimeout(handle) {
				if (handle !== undefined) handles.delete(handle);
				upstream.clearTimeout(handle);
			},
			async fetch(url, init = {}) {
				if (dead()) return never();
				const ours = new AbortController();
				const end = (): void => ours.abort();
				init.signal?.addEventListener('abort', end);
				dying.signal.addEventListener('abort', end);
				if (init.signal?.aborted) end();
				try {
					const response = await upstream.fetch(url, { ...init, signal: ours.signal });
					return dead() ? await never() : response;
				} catch (cause) {
					return dead() ? await never() : Promise.reject(cause);
				} finally {
					init.signal?.removeEventListener('abort', end);
					dying.signal.removeEventListener('abort', end);
				}
			},
		},
		isAlive: () => !dead(),
		kill() {
			dying.abort();
			for (const handle of handles) upstream.clearTimeout(handle);
			for (const socket of sockets) socket.close();
			listeners.clear();
		},
		setHidden(next) {
			hidden = next;
			wake();
		},
		wake,
		listeners: () => listeners.size,
	};
}
