import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Plugin } from 'vite';
import { createPassThrough } from '../src/serve/createPassThrough.ts';
import { readUpstreams, splitUpstreamTexts } from '../src/serve/upstream.ts';

/**
 * `npm run dev` reaches each ComfyUI of $WAN_ATI_COMFYUI exactly as `serve` does, by the same pass-through,
 * and tells the page of them at `/wan-ati.json`.
 */
export function devPassThrough(version: string): Plugin {
	return {
		name: 'wan-ati-pass-through',
		apply: 'serve',
		configureServer(server) {
			const texts = splitUpstreamTexts(process.env.WAN_ATI_COMFYUI);
			const upstreams = readUpstreams(texts, [], process.env);
			if (!upstreams.ok) throw new Error(`WAN_ATI_COMFYUI: ${JSON.stringify(upstreams.error)}`);
			const address = () => server.httpServer?.address();
			const port = () => {
				const at = address();
				return at !== null && typeof at === 'object' ? at.port : server.config.server.port;
			};
			const passThrough = createPassThrough({
				servers: upstreams.value,
				own: () => ({ port: port(), allowHosts: [] }),
			});
			const about = JSON.stringify({
				version,
				servers: upstreams.value.map(({ name }) => ({ name, path: `/comfy/${name}` })),
			});
			server.middlewares.use((request, answer, next) => {
				if (request.url?.startsWith('/comfy/')) return passThrough.handleRequest(request, answer);
				if (request.url !== '/wan-ati.json') return next();
				answer.setHeader('content-type', 'application/json');
				answer.setHeader('cache-control', 'no-store');
				answer.end(about);
			});
			server.httpServer?.on(
				'upgrade',
				(request: IncomingMessage, socket: Duplex, early: Buffer) => {
					// Vite's own socket for hot reloading is at another path.
					if (request.url?.startsWith('/comfy/')) passThrough.handleUpgrade(request, socket, early);
				},
			);
			server.httpServer?.on('close', () => passThrough.dispose());
		},
	};
}
