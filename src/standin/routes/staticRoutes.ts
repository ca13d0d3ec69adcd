import { readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileResponse } from '../files/fileResponse.ts';
import { mediaTypeOf } from '../files/mediaTypes.ts';
import type { ResolvedOptions } from '../options.ts';
import { forbidden } from './raised.ts';
import type { Route } from './route.ts';

/**
 * A built app as ComfyUI serves it: at `/` like `--front-end-root`, and at `/extensions/wan-ati/` like a
 * custom node's WEB_DIRECTORY. Folders give 403, unknown paths 404, there is no single-page fallback.
 */
export function staticRoutes(options: ResolvedOptions): Route[] {
	const { app, versionLike } = options;
	const noStore = versionLike === '0.3.64' ? 'no-cache' : 'no-store';
	if (app === undefined) {
		const page =
			'<!doctype html><title>ComfyUI stand-in</title><p>This is the stand-in of ComfyUI.</p>';
		return [
			{
				method: 'GET',
				path: '/',
				bareOnly: true,
				handle: async (_request, reply) => reply.type('text/html').send(page),
			},
		];
	}
	const root = resolve(app);
	const serve = async (path: string, request: FastifyRequest, reply: FastifyReply) => {
		const file = resolve(join(root, path));
		if (file !== root && !file.startsWith(root + sep)) return notFound(reply);
		const found = await stat(file).catch(() => undefined);
		if (!found) return notFound(reply);
		if (found.isDirectory()) throw forbidden();
		const { status, headers, body } = fileResponse(await readFile(file), found.mtime, {
			range: request.headers.range,
			ifNoneMatch: request.headers['if-none-match'],
		});
		const type = mediaTypeOf(file);
		const cache = /\.(?:js|css)$/.test(file) ? { 'cache-control': noStore } : {};
		return reply
			.code(status)
			.headers({ 'content-type': type, ...cache, ...headers })
			.send(Buffer.from(body));
	};
	return [
		{
			method: 'GET',
			path: '/',
			bareOnly: true,
			handle: async (request, reply) => {
				reply.header('cache-control', `${noStore}, must-revalidate`);
				return serve('index.html', request, reply);
			},
		},
		{
			method: 'GET',
			path: '/extensions/wan-ati/*',
			bareOnly: true,
			handle: async (request, reply) => serve(wildcard(request), request, reply),
		},
		{
			method: 'GET',
			path: '/*',
			bareOnly: true,
			handle: async (request, reply) =>
				wildcard(request).startsWith('api/')
					? notFound(reply)
					: serve(wildcard(request), request, reply),
		},
	];
}

const wildcard = (request: FastifyRequest): string => (request.params as { '*': string })['*'];

const notFound = (reply: FastifyReply): FastifyReply =>
	reply.code(404).type('application/octet-stream').send('');
