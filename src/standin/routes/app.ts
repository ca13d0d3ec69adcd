import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Behaviour, ResolvedOptions } from '../options.ts';
import { pause } from '../pause.ts';
import { passesOriginRule } from './originRule.ts';
import { internalError, Raised } from './raised.ts';

export interface LoggedRequest {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const contentSecurityPolicy =
	"default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' data:; frame-src 'self'; object-src 'self';";

/** Headers that `--enable-cors-header` adds; the origin is given back as configured, never echoed. */
export const corsHeaders = (origin: string): Record<string, string> => ({
	'access-control-allow-origin': origin,
	'access-control-allow-methods': 'POST, GET, DELETE, PUT, OPTIONS, PATCH',
	'access-control-allow-headers': 'Content-Type, Authorization',
	'access-control-allow-credentials': 'true',
});

/**
 * The server without routes: origin check or CORS headers on every request, bodies as bytes
 * whatever their type, errors in aiohttp's form, a log of what was asked.
 */
export function createApp(
	options: ResolvedOptions,
	behaviour: () => Behaviour,
	log: LoggedRequest[],
): FastifyInstance {
	const app = Fastify({
		bodyLimit: options.maxUploadBytes,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 4096, ignoreDuplicateSlashes: false },
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
		done(null, body);
	});
	const raised = new WeakSet<FastifyRequest>();
	const closing = new AbortController();
	app.addHook('preClose', async () => closing.abort());

	app.addHook('onRequest', async (request, reply) => {
		if (behaviour().down) {
			request.raw.socket.destroy();
			return reply.hijack();
		}
		const { slowMs } = behaviour();
		if (slowMs !== undefined) await pause(slowMs, closing.signal);
		if (options.enableCorsHeader === undefined && !passes(options, request)) {
			raised.add(request);
			return reply.code(403).send();
		}
		if (request.method === 'OPTIONS') return reply.code(200).send();
		if (Number(request.headers['content-length'] ?? 0) > options.maxUploadBytes) {
			await drain(request);
			throw tooLarge(options);
		}
		return undefined;
	});

	app.addHook('onSend', async (request, reply, payload) => {
		if (raised.has(request)) return payload;
		if (options.enableCorsHeader !== undefined) {
			reply.headers(corsHeaders(options.enableCorsHeader));
		}
		if (options.disableApiNodes) reply.header('content-security-policy', contentSecurityPolicy);
		return payload;
	});

	app.addHook('onResponse', async (request, reply) => {
		const { method, url: path, headers } = request;
		log.push({ method, path, status: reply.statusCode, headers });
	});

	app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
		raised.add(request);
		let answer = error instanceof Raised ? error : internalError();
		if (error.statusCode === 413) answer = tooLarge(options);
		return send(reply, answer);
	});

	app.setNotFoundHandler(async (request, reply) => {
		const allowed = allowedMethods(app, request.url);
		if (request.method === 'GET' || request.method === 'HEAD') {
			return reply.code(404).type('application/octet-stream').send('');
		}
		raised.add(request);
		const methods = ['GET', 'HEAD', ...allowed.filter((m) => m !== 'GET' && m !== 'HEAD')];
		return send(reply, new Raised(405, '405: Method Not Allowed', { allow: methods.join(',') }));
	});
	return app;
}

const passes = (options: ResolvedOptions, request: FastifyRequest): boolean =>
	passesOriginRule(options.versionLike, {
		host: request.headers.host,
		origin: request.headers.origin,
		secFetchSite: single(request.headers['sec-fetch-site']),
	});

export const single = (value: string | string[] | undefined): string | undefined =>
	Array.isArray(value) ? value[0] : value;

const tooLarge = (options: ResolvedOptions): Raised =>
	new Raised(413, `Maximum request body size ${options.maxUploadBytes} exceeded.`);

const send = (reply: FastifyReply, answer: Raised): FastifyReply =>
	reply
		.code(answer.status)
		.headers({ 'content-type': 'text/plain; charset=utf-8', ...answer.headers })
		.send(answer.message);

/** The real server reads the whole body before it refuses it, so that the client sees the answer. */
const drain = (request: FastifyRequest): Promise<void> =>
	new Promise((resolve) => {
		request.raw.on('end', resolve).on('close', resolve).resume();
	});

function allowedMethods(app: FastifyInstance, url: string): string[] {
	const path = url.split('?')[0] as string;
	return (['POST'] as const).filter((method) => app.hasRoute({ method, url: path }));
}
