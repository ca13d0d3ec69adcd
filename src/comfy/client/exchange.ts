import { fail, ok, type Result } from '#core/result.ts';
import { parseTolerantJson } from '../protocol/parseTolerantJson.ts';
import type { ComfyPlatform } from '../transport/platform.ts';
import type { ComfyError } from './comfyError.ts';

export interface Server {
	readonly platform: ComfyPlatform;
	/** Without a slash at the end; see `parseBaseUrl`. */
	readonly baseUrl: string;
	/** Origin of the page, `http://127.0.0.1:5173`; undefined outside a browser. */
	readonly pageOrigin: string | undefined;
}

export interface Call {
	/** With the leading slash; query included. */
	readonly path: string;
	readonly method?: 'GET' | 'POST';
	readonly body?: string | FormData;
	/** Covers the whole answer, body included. */
	readonly timeoutMs: number;
	/** The owner's: when it aborts the promise rejects with its reason. */
	readonly signal?: AbortSignal | undefined;
}

export interface Answer<Body> {
	readonly status: number;
	readonly contentType: string;
	readonly body: Body;
}

/** One call with a text answer, of any status. */
export const exchangeText = (
	server: Server,
	call: Call,
): Promise<Result<Answer<string>, ComfyError>> =>
	exchange(server, call, (response) => response.text());

/** One call with a binary answer, of any status. */
export const exchangeBytes = (
	server: Server,
	call: Call,
): Promise<Result<Answer<Uint8Array>, ComfyError>> =>
	exchange(server, call, async (response) => new Uint8Array(await response.arrayBuffer()));

/** A call whose answer must be 2xx JSON. A page of HTML (a proxy, a sign-in, some other server) is a `protocol` error. */
export async function exchangeJson(
	server: Server,
	call: Call,
): Promise<Result<unknown, ComfyError>> {
	const answer = await exchangeText(server, call);
	if (!answer.ok) return answer;
	const refused = refusal(server, call, answer.value);
	return refused ? fail(refused) : readJson(server, call, answer.value);
}

/** The error that a status outside 2xx means, unless the call knows better. */
export function refusal(
	server: Server,
	call: Call,
	answer: Answer<string>,
): ComfyError | undefined {
	const { status, body } = answer;
	const url = server.baseUrl + call.path;
	if (status >= 200 && status < 300) return undefined;
	if (status === 502 || status === 503 || status === 504)
		return { kind: 'unreachable', url: server.baseUrl };
	// ComfyUI's origin check answers 403 with no body at all; other refusals say something.
	if (status === 403 && body === '' && server.pageOrigin !== undefined)
		return { kind: 'origin', url: server.baseUrl, pageOrigin: server.pageOrigin };
	return { kind: 'http', url, status, text: looksLikeHtml(answer) ? '' : body.slice(0, 500) };
}

export function readJson(
	server: Server,
	call: Call,
	answer: Answer<string>,
): Result<unknown, ComfyError> {
	const url = server.baseUrl + call.path;
	if (looksLikeHtml(answer))
		return fail({ kind: 'protocol', url, detail: 'a web page answered where JSON was expected' });
	const parsed = parseTolerantJson(answer.body);
	return parsed.ok ? parsed : fail({ kind: 'protocol', url, detail: parsed.error });
}

const looksLikeHtml = (answer: Answer<string>): boolean =>
	answer.contentType.includes('text/html') || answer.body.trimStart().startsWith('<');

async function exchange<Body>(
	server: Server,
	call: Call,
	read: (response: Response) => Promise<Body>,
): Promise<Result<Answer<Body>, ComfyError>> {
	const { platform } = server;
	call.signal?.throwIfAborted();
	const ours = new AbortController();
	const timer = platform.setTimeout(() => ours.abort(), call.timeoutMs);
	const follow = (): void => ours.abort();
	call.signal?.addEventListener('abort', follow);
	try {
		const response = await platform.fetch(server.baseUrl + call.path, {
			method: call.method ?? 'GET',
			cache: 'no-store',
			signal: ours.signal,
			...(call.body === undefined ? {} : { body: call.body }),
			...(typeof call.body === 'string' ? { headers: { 'Content-Type': 'application/json' } } : {}),
		});
		const body = await read(response);
		const contentType = response.headers.get('Content-Type') ?? '';
		return ok({ status: response.status, contentType, body });
	} catch {
		call.signal?.throwIfAborted();
		if (!ours.signal.aborted && (await answersButHides(server, call.signal)))
			return fail({
				kind: 'origin',
				url: server.baseUrl,
				pageOrigin: server.pageOrigin ?? '',
			});
		return fail({ kind: 'unreachable', url: server.baseUrl });
	} finally {
		platform.clearTimeout(timer);
		call.signal?.removeEventListener('abort', follow);
	}
}

const probeTimeoutMs = 5_000;

/**
 * A cross-origin refusal looks like a dead network to a page. If even an ordinary short call cannot be read, a `no-cors`
 * request tells them apart: it gets an opaque answer from a living server, whatever its status, and fails at a dead one.
 */
async function answersButHides(server: Server, signal: AbortSignal | undefined): Promise<boolean> {
	const { baseUrl, pageOrigin } = server;
	if (pageOrigin === undefined || new URL(baseUrl).origin === pageOrigin) return false;
	if (await probe(server, 'cors', signal)) return false;
	return probe(server, 'no-cors', signal);
}

async function probe(
	server: Server,
	mode: 'cors' | 'no-cors',
	signal: AbortSignal | undefined,
): Promise<boolean> {
	const { platform, baseUrl } = server;
	const ours = new AbortController();
	const timer = platform.setTimeout(() => ours.abort(), probeTimeoutMs);
	const follow = (): void => ours.abort();
	signal?.addEventListener('abort', follow);
	try {
		await platform.fetch(`${baseUrl}/system_stats`, {
			mode,
			cache: 'no-store',
			signal: ours.signal,
		});
		return true;
	} catch {
		signal?.throwIfAborted();
		return false;
	} finally {
		platform.clearTimeout(timer);
		signal?.removeEventListener('abort', follow);
	}
}
