import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { fail, ok, type Result } from '../core/result.ts';
import { accessPage, accessPagePolicy, createAccess } from './createAccess.ts';
import { createDirectServers } from './createDirectServers.ts';
import { createPassThrough } from './createPassThrough.ts';
import { refuseUpgrade } from './forwardUpgrade.ts';
import { judgeEntry } from './judgeEntry.ts';
import { contentSecurityPolicy, pageGuards } from './pageHeaders.ts';
import { renderIndex } from './renderIndex.ts';
import type { Upstream } from './upstream.ts';

export interface ServerOptions {
	/** Folder of the built app: `index.html`, `assets/`. */
	readonly appFolder: string;
	readonly version: string;
	readonly servers: readonly Upstream[];
	/** Default 127.0.0.1. Any other than loopback needs `allowHosts` and gets an access key. */
	readonly host?: string;
	/** 0 takes any free port. */
	readonly port: number;
	/** Names, or NAME:PORT, under which the server is reached besides localhost. */
	readonly allowHosts?: readonly string[];
	/**
	 * Folder that keeps the ComfyUIs which the page speaks to directly. Default `WAN_ATI_CONFIG_DIR`; without one they last
	 * as long as the server.
	 */
	readonly configFolder?: string;
	/** Largest body passed on to a ComfyUI. */
	readonly bodyLimitBytes?: number;
	/** Told of each answer when it has gone, for a log; what is passed on to a ComfyUI is among them. */
	onAnswer?(answer: ServedAnswer): void;
}

export interface ServedAnswer {
	readonly method: string;
	/** Path and query as they came. */
	readonly path: string;
	readonly status: number;
	readonly tookMs: number;
}

export interface RunningServer {
	/** `http://127.0.0.1:5173/` */
	readonly url: string;
	readonly port: number;
	/** Only where the host is not loopback. */
	readonly accessKey?: string;
	/** Ends every connection and frees the port. */
	close(): Promise<void>;
}

export type ServerError =
	| { readonly kind: 'appMissing'; readonly folder: string }
	| { readonly kind: 'portBusy'; readonly port: number }
	| { readonly kind: 'portForbidden'; readonly port: number }
	| { readonly kind: 'hostUnavailable'; readonly host: string }
	| { readonly kind: 'hostNeedsAllowHost'; readonly host: string };

/** Starts the server: the built app, `/wan-ati.json` and the way to each ComfyUI. Listening when it resolves. */
export async function createServer(
	options: ServerOptions,
): Promise<Result<RunningServer, ServerError>> {
	const { servers, version } = options;
	const host = options.host ?? '127.0.0.1';
	const folder = resolve(options.appFolder);
	const indexPath = join(folder, 'index.html');
	const allowHosts = (options.allowHosts ?? []).map((name) => name.toLowerCase());
	const isOpen = !isLoopback(host);
	if (!existsSync(indexPath)) return fail({ kind: 'appMissing', folder });
	if (isOpen && allowHosts.length === 0) return fail({ kind: 'hostNeedsAllowHost', host });

	const direct = createDirectServers(options.configFolder ?? process.env.WAN_ATI_CONFIG_DIR);
	const access = isOpen ? createAccess() : undefined;
	let port = options.port;
	const own = () => ({ port, allowHosts });
	const cookieName = () => `wan_ati_${port}`;
	const { bodyLimitBytes } = options;
	const passThrough = createPassThrough({
		servers,
		own,
		...(bodyLimitBytes === undefined ? {} : { bodyLimitBytes }),
	});
	const app = fastify({ forceCloseConnections: true, logger: false, exposeHeadRoutes: true });
	await app.register(cookie);
	const mayEnter = (cookies: Record<string, string | undefined>) =>
		access === undefined || access.isSession(cookies[cookieName()]);

	app.addHook('onRequest', async (request, reply) => {
		const isComfy = request.raw.url?.startsWith('/comfy/') === true;
		if (!isComfy)
			reply.headers({
				...pageGuards,
				'content-security-policy': contentSecurityPolicy({ direct: direct.list() }),
			});
		const zone = isComfy ? 'comfy' : 'page';
		const refusal = judgeEntry(request.method, request.headers, own(), zone);
		if (refusal !== undefined && !isComfy)
			return reply.code(403).header('cache-control', 'no-store').send(refusalText[refusal]);
		if (refusal === undefined && !mayEnter(request.cookies) && request.url !== '/access') {
			reply.code(401).header('cache-control', 'no-store');
			if (request.url !== '/') return reply.headers(pageGuards).send({ error: 'accessKey' });
			return reply
				.type('text/html; charset=utf-8')
				.header('content-security-policy', accessPagePolicy)
				.send(accessPage(false));
		}
		if (isComfy) {
			// Before any body parser: the body is streamed through.
			reply.hijack();
			passThrough.handleRequest(request.raw, reply.raw);
		}
		return;
	});

	app.addHook('onResponse', async (request, reply) => {
		const { method = '', url: path = '' } = request.raw;
		options.onAnswer?.({
			method,
			path,
			status: reply.raw.statusCode,
			tookMs: Math.round(reply.elapsedTime),
		});
	});

	app.all('/comfy/*', unreachable);
	app.get('/wan-ati.json', (_request, reply) =>
		reply.header('cache-control', 'no-store').send({
			version,
			servers: servers.map(({ name }) => ({ name, path: `/comfy/${name}` })),
			direct: direct.list(),
		}),
	);
	// Same origin only, as every POST (judgeEntry). The next answer of the page names them in its policy.
	app.post('/wan-ati.json/servers', { bodyLimit: 4096 }, (request, reply) => {
		reply.header('cache-control', 'no-store');
		const change = readChange(request.body);
		if (change === undefined) return reply.code(400).send({ error: 'notAChange' });
		if ('remove' in change) direct.remove(change.remove);
		if ('add' in change && !direct.add(change.add))
			return reply.code(400).send({ error: 'notAnAddress' });
		return reply.send({ direct: direct.list() });
	});
	for (const path of ['/', '/index.html'])
		app.get(path, async (request, reply) => {
			const { html, nonce } = renderIndex(await readFile(indexPath, 'utf8'));
			return reply
				.type('text/html; charset=utf-8')
				.headers({
					'cache-control': 'no-store',
					'content-security-policy': contentSecurityPolicy({
						nonce,
						direct: direct.list(),
						...(request.headers.host === undefined ? {} : { host: request.headers.host }),
					}),
				})
				.send(html);
		});
	if (access !== undefined) {
		const parser = { parseAs: 'string', bodyLimit: 1024 } as const;
		app.addContentTypeParser(
			'application/x-www-form-urlencoded',
			parser,
			async (_: unknown, body: string) => new URLSearchParams(body).get('key'),
		);
		app.post('/access', (request, reply) => {
			reply.header('cache-control', 'no-store');
			if (typeof request.body === 'string' && access.isKey(request.body))
				return reply
					.setCookie(cookieName(), access.session, {
						httpOnly: true,
						sameSite: 'strict',
						path: '/',
					})
					.redirect('/', 303);
			return reply
				.code(401)
				.type('text/html; charset=utf-8')
				.header('content-security-policy', accessPagePolicy)
				.send(accessPage(true));
		});
	}
	await app.register(fastifyStatic, {
		root: folder,
		index: false,
		dotfiles: 'deny',
		cacheControl: false,
		setHeaders: (reply, path) =>
			// Names in assets/ carry a hash of their content.
			reply.setHeader(
				'cache-control',
				path.startsWith(join(folder, 'assets'))
					? 'public, max-age=31536000, immutable'
					: 'no-cache',
			),
	});
	app.server.on('upgrade', (request, socket, early) => {
		socket.on('error', () => socket.destroy());
		if (mayEnter(app.parseCookie(request.headers.cookie ?? '')))
			passThrough.handleUpgrade(request, socket, early);
		else refuseUpgrade(socket, 401, 'accessKey');
	});
	app.addHook('preClose', async () => passThrough.dispose());

	try {
		await app.listen({ host, port });
	} catch (error) {
		await app.close();
		return fail(listenError(error, host, port));
	}
	const address = app.server.address();
	if (address !== null && typeof address === 'object') port = address.port;
	return ok({
		url: `http://${shownName(host, port, allowHosts)}/`,
		port,
		...(access === undefined ? {} : { accessKey: access.key }),
		close: () => app.close(),
	});
}

const refusalText = {
	host: 'This address is not one of the names that the server was started for. See --allow-host.\n',
	fetchSite:
		'A link on another site led here. Open this address by typing it, or from the terminal that shows it.\n',
	origin: 'The request came from a page of another origin.\n',
} as const;

function unreachable(): never {
	throw new Error('requests for /comfy/ are answered by the onRequest hook');
}

/** `{"add": URL}` or `{"remove": URL}`. */
function readChange(
	body: unknown,
): { readonly add: string } | { readonly remove: string } | undefined {
	if (typeof body !== 'object' || body === null) return undefined;
	if ('add' in body && typeof body.add === 'string') return { add: body.add };
	if ('remove' in body && typeof body.remove === 'string') return { remove: body.remove };
	return undefined;
}

const isLoopback = (host: string) =>
	host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

function shownName(host: string, port: number, allowHosts: readonly string[]): string {
	const name = isLoopback(host) ? host : (allowHosts[0] ?? host);
	if (/:\d+$/.test(name) && isIP(name) !== 6) return name;
	return isIP(name) === 6 ? `[${name}]:${port}` : `${name}:${port}`;
}

function listenError(error: unknown, host: string, port: number): ServerError {
	const code = (error as NodeJS.ErrnoException).code;
	if (code === 'EADDRINUSE') return { kind: 'portBusy', port };
	if (code === 'EACCES') return { kind: 'portForbidden', port };
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
		return { kind: 'hostUnavailable', host };
	throw error;
}
