import { readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileResponse } from '../files/fileResponse.ts';
import { mediaTypeOf } from '../files/mediaTypes.ts';
import type { ResolvedOptions } from '../options.ts';
import { forbidden } from './raised.ts';

/**
 * Answers with a file below a folder, as aiohttp's static routes do: folders give 403, what is not there, or not below the
 * folder, 404, and there is no single-page fallback.
 */
export async function sendFile(
	{ root, path }: { readonly root: string; readonly path: string },
	request: FastifyRequest,
	reply: FastifyReply,
	{ versionLike }: Pick<ResolvedOptions, 'versionLike'>,
): Promise<FastifyReply> {
	const folder = resolve(root);
	const file = resolve(join(folder, path));
	if (file !== folder && !file.startsWith(folder + sep)) return notFound(reply);
	const found = await stat(file).catch(() => undefined);
	if (!found) return notFound(reply);
	if (found.isDirectory()) throw forbidden();
	const { status, headers, body } = fileResponse(await readFile(file), found.mtime, {
		range: request.headers.range,
		ifNoneMatch: request.headers['if-none-match'],
	});
	const cache = /\.(?:js|css)$/.test(file) ? { 'cache-control': noStore(versionLike) } : {};
	return reply
		.code(status)
		.headers({ 'content-type': mediaTypeOf(file), ...cache, ...headers })
		.send(Buffer.from(body));
}

/** What keeps a browser from a stale page or script; the word differs between the versions. */
export const noStore = (version: ResolvedOptions['versionLike']): string =>
	version === '0.3.64' ? 'no-cache' : 'no-store';

/** What a route's `*` stood for. */
export const wildcard = (request: FastifyRequest): string =>
	(request.params as { '*': string })['*'];

export const notFound = (reply: FastifyReply): FastifyReply =>
	reply.code(404).type('application/octet-stream').send('');
