import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { comfyPath } from './comfyPath.ts';
import { forwardRequest, refuse } from './forwardRequest.ts';
import { forwardUpgrade, refuseUpgrade } from './forwardUpgrade.ts';
import { judgeEntry, type OwnNames } from './judgeEntry.ts';
import type { Upstream } from './upstream.ts';

// ComfyUI takes 100 MiB by default and more by a flag; we only keep a runaway body from going on for ever.
const defaultBodyLimitBytes = 256 * 2 ** 20;

export interface PassThrough {
	/** Answers a request whose path begins with `/comfy/`. */
	handleRequest(request: IncomingMessage, answer: ServerResponse): void;
	/** Answers an upgrade to `/comfy/NAME/ws`, refuses every other. */
	handleUpgrade(request: IncomingMessage, socket: Duplex, early: Buffer): void;
	/** Ends every open WebSocket. */
	dispose(): void;
}

/**
 * The same-origin way to each ComfyUI, for `serve` and for Vite's dev server alike. It adds no logic of its own: who
 * may enter (judgeEntry), what may be asked (comfyPath), which headers pass (passedHeaders), and nothing else.
 * @param own Asked at each request, since the port is known only after listening.
 */
export function createPassThrough(options: {
	readonly servers: readonly Upstream[];
	readonly own: () => OwnNames;
	readonly bodyLimitBytes?: number;
}): PassThrough {
	const servers = new Map(options.servers.map((server) => [server.name, server]));
	const open = new Set<() => void>();
	return {
		handleRequest(request, answer) {
			const method = request.method ?? '';
			const refusal = judgeEntry(method, request.headers, options.own(), 'comfy');
			if (refusal !== undefined) return refuse(answer, 403, refusal);
			const path = comfyPath(method, request.url ?? '');
			if (!path.ok) return refuse(answer, path.status, path.error);
			const server = servers.get(path.server);
			if (server === undefined) return refuse(answer, 404, 'unknownServer');
			const limit = options.bodyLimitBytes ?? defaultBodyLimitBytes;
			forwardRequest(server, path.target, request, answer, limit);
		},
		handleUpgrade(request, socket, early) {
			const refusal = judgeEntry(request.method ?? '', request.headers, options.own(), 'upgrade');
			if (refusal !== undefined) return refuseUpgrade(socket, 403, refusal);
			const isWebSocket = request.headers.upgrade?.toLowerCase() === 'websocket';
			const path = comfyPath(isWebSocket ? 'UPGRADE' : 'other', request.url ?? '');
			if (!path.ok) return refuseUpgrade(socket, path.status, path.error);
			const server = servers.get(path.server);
			if (server === undefined) return refuseUpgrade(socket, 404, 'unknownServer');
			const end = forwardUpgrade(server, path.target, request, socket, early);
			open.add(end);
			socket.on('close', () => open.delete(end));
		},
		dispose() {
			for (const end of open) end();
		},
	};
}
