import type { ResolvedOptions } from '../options.ts';
import type { Route } from './route.ts';
import { noStore, notFound, sendFile, wildcard } from './sendFile.ts';

/**
 * A page as ComfyUI serves it at `/`: its own front end, or with `--front-end-root` a built app, which is then also at
 * `/extensions/wan-ati/` like a custom node's WEB_DIRECTORY.
 */
export function staticRoutes(options: ResolvedOptions): Route[] {
	const root = options.frontEnd ?? options.app;
	if (root === undefined) return [emptyPage];
	const below = (folder: string, path: string): Route => ({
		method: 'GET',
		path,
		bareOnly: true,
		handle: async (request, reply) =>
			wildcard(request).startsWith('api/')
				? notFound(reply)
				: sendFile({ root: folder, path: wildcard(request) }, request, reply, options),
	});
	return [
		{
			method: 'GET',
			path: '/',
			bareOnly: true,
			handle: async (request, reply) => {
				reply.header('cache-control', `${noStore(options.versionLike)}, must-revalidate`);
				return sendFile({ root, path: 'index.html' }, request, reply, options);
			},
		},
		...(options.app === undefined ? [] : [below(options.app, '/extensions/wan-ati/*')]),
		below(root, '/*'),
	];
}

const emptyPage: Route = {
	method: 'GET',
	path: '/',
	bareOnly: true,
	handle: async (_request, reply) =>
		reply
			.type('text/html')
			.send(
				'<!doctype html><title>ComfyUI stand-in</title><p>This is the stand-in of ComfyUI.</p>',
			),
};
