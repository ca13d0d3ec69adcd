import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface Route {
	readonly method: 'GET' | 'POST';
	readonly path: string;
	/** Not also under /api. */
	readonly bareOnly?: boolean;
	/** Returns what is sent as JSON, or the reply it has sent. */
	readonly handle: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

/** Registers routes bare and under /api, as ComfyUI does. */
export function register(app: FastifyInstance, routes: readonly Route[]): void {
	for (const { method, path, bareOnly, handle } of routes) {
		for (const url of bareOnly ? [path] : [path, `/api${path}`]) {
			app.route({
				method,
				url,
				handler: async (request, reply) => {
					const answer = await handle(request, reply);
					if (answer === reply || reply.sent) return reply;
					return reply
						.header('content-type', 'application/json; charset=utf-8')
						.send(JSON.stringify(answer));
				},
			});
		}
	}
}
