import type { ComfyPlatform, SocketConstructor, SocketLike } from '#comfy/transport/platform.ts';
import type { LogEntry } from './logEntry.ts';

/** What a line says beside its job and phase, which the owner of the log knows. */
export type LogWrite = (entry: Pick<LogEntry, 'level' | 'httpStatus' | 'message'>) => void;

/**
 * The same platform, with every request and every socket noted: method, address, status, milliseconds; never a header
 * or a body. What goes through is not touched, and a line that cannot be written stops nothing.
 */
export function withLog(platform: ComfyPlatform, write: LogWrite): ComfyPlatform {
	return {
		...platform,
		fetch: async (url, init) => {
			const from = platform.now();
			const what = `${init?.method ?? 'GET'} ${url}`;
			const took = (): string => `${Math.round(platform.now() - from)} ms`;
			try {
				const response = await platform.fetch(url, init);
				const { status } = response;
				const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : 'debug';
				write({ level, httpStatus: status, message: `${what} in ${took()}` });
				return response;
			} catch (cause) {
				const stopped = init?.signal?.aborted === true;
				write({
					level: stopped ? 'debug' : 'warn',
					message: `${what} ${stopped ? 'stopped' : 'failed'} after ${took()}${stopped ? '' : `: ${reasonOf(cause)}`}`,
				});
				throw cause;
			}
		},
		WebSocket: loggedSocket(platform.WebSocket, write),
	};
}

function loggedSocket(Original: SocketConstructor, write: LogWrite): SocketConstructor {
	// A constructor that gives back the real socket: `new` of a plain function may return another object.
	function LoggedSocket(url: string): SocketLike {
		let socket: SocketLike;
		try {
			socket = new Original(url);
		} catch (cause) {
			write({ level: 'warn', message: `socket ${url} refused: ${reasonOf(cause)}` });
			throw cause;
		}
		socket.addEventListener('open', () => write({ level: 'debug', message: `socket ${url} open` }));
		socket.addEventListener('error', () =>
			write({ level: 'warn', message: `socket ${url} failed` }),
		);
		socket.addEventListener('close', () =>
			write({ level: 'debug', message: `socket ${url} closed` }),
		);
		return socket;
	}
	return LoggedSocket as unknown as SocketConstructor;
}

/** Node hides why behind "fetch failed". */
function reasonOf(cause: unknown): string {
	if (!(cause instanceof Error)) return String(cause);
	const inner = cause.cause;
	return inner instanceof Error ? `${cause.message}: ${inner.message}` : cause.message;
}
