import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface SeenRequest {
	readonly method: string;
	readonly url: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	/** Grows while the body arrives. */
	body: string;
	/** The connection ended before the answer did. */
	aborted: boolean;
}

export interface TestUpstream {
	readonly url: string;
	readonly port: number;
	/** Every request and upgrade that arrived. */
	readonly seen: SeenRequest[];
	/** Answers a request once its body has arrived; the default sends `{}` as JSON. */
	answer: (request: IncomingMessage, response: ServerResponse) => void;
	onUpgrade: (request: IncomingMessage, socket: Duplex, early: Buffer) => void;
	close(): Promise<void>;
}

/** A server in the place of ComfyUI that records what reaches it. */
export async function startUpstream(port = 0): Promise<TestUpstream> {
	const seen: SeenRequest[] = [];
	const upgraded = new Set<Duplex>();
	const record = (request: IncomingMessage): SeenRequest => {
		const entry: SeenRequest = {
			method: request.method ?? '',
			url: request.url ?? '',
			headers: request.headers,
			body: '',
			aborted: false,
		};
		seen.push(entry);
		return entry;
	};
	const server = createServer((request, response) => {
		const entry = record(request);
		request.on('data', (chunk: Buffer) => {
			entry.body += chunk.toString('latin1');
		});
		request.on('end', () => upstream.answer(request, response));
		request.on('error', () => {});
		response.on('close', () => {
			entry.aborted = !response.writableFinished;
		});
	});
	server.on('upgrade', (request, socket, early) => {
		record(request);
		socket.on('error', () => {});
		upgraded.add(socket);
		upstream.onUpgrade(request, socket, early);
	});
	await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
	const bound = (server.address() as AddressInfo).port;
	const upstream: TestUpstream = {
		url: `http://127.0.0.1:${bound}`,
		port: bound,
		seen,
		answer: (_request, response) => {
			response.setHeader('content-type', 'application/json');
			response.end('{}');
		},
		onUpgrade: (_request, socket) => {
			socket.destroy();
		},
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
				for (const socket of upgraded) socket.destroy();
			}),
	};
	return upstream;
}
