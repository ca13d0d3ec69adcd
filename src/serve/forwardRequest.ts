import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { askUpstream } from './askUpstream.ts';
import { answerGuards, answerHeaders, requestHeaders } from './passedHeaders.ts';
import type { Upstream } from './upstream.ts';

export type ForwardError =
	| 'accessKey'
	| 'badPath'
	| 'encoded'
	| 'fetchSite'
	| 'host'
	| 'notAllowed'
	| 'origin'
	| 'redirect'
	| 'tooLarge'
	| 'unknownServer'
	| 'unreachable';

/** Answers `{"error":...}` in place of ComfyUI; nothing after the headers were sent. */
export function refuse(answer: ServerResponse, status: number, error: ForwardError): void {
	if (answer.headersSent) {
		answer.destroy();
		return;
	}
	const body = JSON.stringify({ error });
	answer.writeHead(status, {
		...answerGuards,
		'cache-control': 'no-store',
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(body),
		// The rest of a body nobody reads must not be taken for the next request.
		...(answer.req.complete ? {} : { connection: 'close' }),
	});
	answer.end(answer.req.method === 'HEAD' ? undefined : body);
}

/**
 * One HTTP exchange with a ComfyUI, streamed both ways, in constant memory.
 * A redirect is never followed: it becomes 502. So do an answer in a coding that we did not ask for, and no answer.
 * When the page goes away the request to ComfyUI is ended, and the other way round.
 */
export function forwardRequest(
	upstream: Upstream,
	target: string,
	request: IncomingMessage,
	answer: ServerResponse,
	bodyLimitBytes: number,
): void {
	const method = request.method ?? 'GET';
	if (Number(request.headers['content-length'] ?? 0) > bodyLimitBytes) {
		refuse(answer, 413, 'tooLarge');
		return;
	}
	const hasBody = method !== 'GET' && method !== 'HEAD';
	const headers = requestHeaders(request.headers, upstream);
	if (!hasBody) delete headers['content-length'];
	const asked = askUpstream(upstream, method, target, headers);
	let answered = false;
	asked.on('response', (answering) => {
		answered = true;
		const status = answering.statusCode ?? 502;
		const coding = answering.headers['content-encoding'] ?? 'identity';
		const wrong =
			status >= 300 && status < 400 && status !== 304
				? 'redirect'
				: coding !== 'identity'
					? 'encoded'
					: undefined;
		if (wrong !== undefined) {
			answering.destroy();
			refuse(answer, 502, wrong);
			return;
		}
		answer.writeHead(status, {
			...answerHeaders(answering.headers),
			...(request.complete ? {} : { connection: 'close' }),
		});
		answer.flushHeaders();
		// Destroys the one when the other fails, so that a cut answer looks cut.
		pipeline(answering, answer, () => {});
	});
	asked.on('error', () => {
		if (!answered && !answer.destroyed) refuse(answer, 502, 'unreachable');
	});
	answer.on('close', () => asked.destroy());
	if (!hasBody) {
		asked.end();
		return;
	}
	let received = 0;
	request.on('data', (chunk: Buffer) => {
		received += chunk.length;
		if (received <= bodyLimitBytes || answer.destroyed) return;
		answered = true;
		request.unpipe(asked);
		asked.destroy();
		refuse(answer, 413, 'tooLarge');
	});
	request.pipe(asked);
}
