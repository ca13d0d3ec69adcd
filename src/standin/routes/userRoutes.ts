import type { FastifyReply, FastifyRequest } from 'fastify';
import { jsonBody, objectBody } from './body.ts';
import type { Route } from './route.ts';

/**
 * What ComfyUI's own page keeps on the server: settings, and files of the user such as workflows, in memory.
 * Source: app_settings.py and user_manager.py of 0.3.64.
 */
export function userRoutes(settings: Readonly<Record<string, unknown>>): Route[] {
	const kept = new Map<string, unknown>(Object.entries(settings));
	const files = new Map<string, Buffer>();
	const named = (request: FastifyRequest): string =>
		Object.values(request.params as Record<string, string>)[0] ?? '';
	return [
		{ method: 'GET', path: '/settings', handle: async () => Object.fromEntries(kept) },
		{
			method: 'GET',
			path: '/settings/:id',
			handle: async (request) => kept.get(named(request)) ?? null,
		},
		{
			method: 'POST',
			path: '/settings',
			handle: async (request, reply) => {
				for (const [id, value] of Object.entries(objectBody(request))) kept.set(id, value);
				return done(reply);
			},
		},
		{
			method: 'POST',
			path: '/settings/:id',
			handle: async (request, reply) => {
				kept.set(named(request), jsonBody(request));
				return done(reply);
			},
		},
		{
			method: 'GET',
			path: '/userdata',
			handle: async (request, reply) => {
				const { dir = '' } = request.query as { dir?: string };
				const names = [...files.keys()].filter((name) => name.startsWith(`${dir}/`));
				return names.length > 0
					? names.map((name) => name.slice(dir.length + 1))
					: reply.code(404).send();
			},
		},
		{
			method: 'GET',
			path: '/userdata/:file',
			handle: async (request, reply) => {
				const bytes = files.get(named(request));
				return bytes ? reply.type('application/json').send(bytes) : reply.code(404).send();
			},
		},
		{
			method: 'POST',
			path: '/userdata/:file',
			handle: async (request) => {
				const path = named(request);
				const bytes = Buffer.from(request.body as Uint8Array);
				files.set(path, bytes);
				const now = Date.now() / 1000;
				return { path, size: bytes.length, modified: now, created: now };
			},
		},
	];
}

const done = (reply: FastifyReply): FastifyReply => reply.code(200).send('');
