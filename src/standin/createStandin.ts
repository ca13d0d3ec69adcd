import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import multipart from '@fastify/multipart';
import { WebSocketServer } from 'ws';
import { createFileStore, type FileStore } from './files/fileStore.ts';
import { loadNodeClasses } from './graph/nodeClasses.ts';
import {
	type Behaviour,
	type ResolvedOptions,
	resolveOptions,
	type StandinOptions,
} from './options.ts';
import { createPromptServer, type PromptServer, type Run } from './queue/promptServer.ts';
import { createApp, type LoggedRequest, single } from './routes/app.ts';
import { extensionRoutes } from './routes/extensionRoutes.ts';
import { fileRoutes } from './routes/fileRoutes.ts';
import { infoRoutes } from './routes/infoRoutes.ts';
import { jobRoutes } from './routes/jobRoutes.ts';
import { passesOriginRule } from './routes/originRule.ts';
import { promptRoutes } from './routes/promptRoutes.ts';
import { register } from './routes/route.ts';
import { featuresOf } from './routes/serverInfo.ts';
import { staticRoutes } from './routes/staticRoutes.ts';
import { userRoutes } from './routes/userRoutes.ts';
import { createSocketHub, type SocketHub } from './sockets/socketHub.ts';

export type { Behaviour, StandinOptions, StandinVersion } from './options.ts';

export interface Standin {
	/** `http://127.0.0.1:PORT`, no slash at the end. */
	readonly url: string;
	readonly port: number;
	/** Every prompt that was queued, in order, with its state. */
	readonly runs: readonly Run[];
	/** Answered HTTP requests, in order. */
	readonly fetchLog: readonly LoggedRequest[];
	/** Uploads and results. */
	readonly files: FileStore;
	/** Sockets that are open now. */
	sockets(): number;
	/** Cuts every socket, as a network drop. */
	cutSockets(): void;
	/** As a process that is killed and started again: queue, history and temp files are gone, sockets are cut. */
	restart(): void;
	/** Changes some faults; `undefined` heals one. */
	setBehaviour(patch: { readonly [K in keyof Behaviour]?: Behaviour[K] | undefined }): void;
	/** Stops the worker, cuts sockets and connections, frees the port. */
	close(): Promise<void>;
}

/**
 * Starts a ComfyUI stand-in: the recorded behaviour of a real server, with a renderer that moves what the tracks
 * say instead of a model. Everything lives in memory.
 * @throws {Error} When the port is taken.
 */
export async function startStandin(options: StandinOptions = {}): Promise<Standin> {
	const resolved = resolveOptions(options);
	let behaviour: Behaviour = options.behaviour ?? {};
	const faults = (): Behaviour => behaviour;
	const fetchLog: LoggedRequest[] = [];
	const classes = loadNodeClasses(
		resolved.versionLike,
		resolved.missingModels,
		resolved.missingNodes,
	);
	const files = createFileStore();
	const features = featuresOf(resolved);
	const hub = createSocketHub({
		features,
		queueRemaining: () => prompts.remaining(),
		runningNodeOf: (clientId) => prompts.runningNodeOf(clientId),
		behaviour: faults,
	});
	const prompts: PromptServer = createPromptServer({
		hub,
		classes,
		files,
		options: resolved,
		behaviour: faults,
	});
	const app = createApp(resolved, faults, fetchLog);
	await app.register(multipart, { throwFileSizeLimit: true });
	register(app, [
		...infoRoutes(resolved, classes, features),
		...promptRoutes(resolved, prompts, classes, files, faults),
		...(resolved.versionLike === '0.3.64' ? [] : jobRoutes(prompts)),
		...fileRoutes(resolved, files, faults),
		...userRoutes({}),
		...extensionRoutes(resolved),
		...staticRoutes(resolved),
	]);
	const upgrades = new WebSocketServer({ noServer: true, perMessageDeflate: false });
	app.server.on('upgrade', (request, socket, head) => {
		upgrade({ request, socket, head }, { upgrades, hub, options: resolved, behaviour: faults });
	});
	await app.listen({ port: resolved.port, host: resolved.host });
	const { port } = app.server.address() as AddressInfo;

	return {
		url: `http://${resolved.host}:${port}`,
		port,
		runs: prompts.runs(),
		fetchLog,
		files,
		sockets: () => hub.count(),
		cutSockets: () => hub.cutAll(),
		restart() {
			prompts.restart();
			for (const file of files.list('temp')) files.remove(file);
			hub.cutAll();
		},
		setBehaviour(patch) {
			const merged = Object.entries({ ...behaviour, ...patch });
			behaviour = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
		},
		async close() {
			await hub.close();
			await prompts.close();
			upgrades.close();
			await app.close();
		},
	};
}

/** Origin rules guard the socket too; a refused upgrade gets a bare 403. */
function upgrade(
	arrival: { request: IncomingMessage; socket: Duplex; head: Buffer },
	parts: {
		upgrades: WebSocketServer;
		hub: SocketHub;
		options: ResolvedOptions;
		behaviour: () => Behaviour;
	},
): void {
	const { request, socket, head } = arrival;
	const { options } = parts;
	if (parts.behaviour().down) {
		socket.destroy();
		return;
	}
	const url = new URL(request.url ?? '/', 'http://standin');
	const allowed =
		options.enableCorsHeader !== undefined ||
		passesOriginRule(options.versionLike, {
			host: request.headers.host,
			origin: request.headers.origin,
			secFetchSite: single(request.headers['sec-fetch-site']),
		});
	if (!allowed) {
		refuse(socket, '403 Forbidden');
		return;
	}
	if (url.pathname !== '/ws' && url.pathname !== '/api/ws') {
		refuse(socket, '404 Not Found');
		return;
	}
	parts.upgrades.handleUpgrade(request, socket, head, (webSocket) => {
		parts.hub.accept(webSocket, url.searchParams.get('clientId'));
	});
}

function refuse(socket: Duplex, status: string): void {
	socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}
