import { readdir } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { ResolvedOptions } from '../options.ts';
import type { Route } from './route.ts';
import { sendFile, wildcard } from './sendFile.ts';

/**
 * Custom nodes as ComfyUI's page sees them: `web` of each folder at `/extensions/NAME/`, and every `.js` below it, as below
 * the front end's own `extensions`, in the list of what the page imports. Source: server.py of 0.3.64, get_extensions.
 */
export function extensionRoutes(options: ResolvedOptions): Route[] {
	const folders = options.customNodes.map((folder) => ({
		name: basename(resolve(folder)),
		web: join(resolve(folder), 'web'),
	}));
	return [
		{
			method: 'GET',
			path: '/extensions',
			handle: async () => {
				const own =
					options.frontEnd === undefined
						? []
						: await scriptsBelow(join(options.frontEnd, 'extensions'), '/extensions/');
				const lists = folders.map(({ name, web }) =>
					scriptsBelow(web, `/extensions/${encodeURIComponent(name)}/`),
				);
				return [...own, ...(await Promise.all(lists)).flat()];
			},
		},
		...folders.map(
			({ name, web }): Route => ({
				method: 'GET',
				path: `/extensions/${name}/*`,
				bareOnly: true,
				handle: async (request, reply) =>
					sendFile({ root: web, path: wildcard(request) }, request, reply, options),
			}),
		),
	];
}

async function scriptsBelow(folder: string, prefix: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
		.map((entry) => prefix + relative(folder, join(entry.parentPath, entry.name)));
}
