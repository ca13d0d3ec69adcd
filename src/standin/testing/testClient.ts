import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { WebSocket } from 'ws';
import { loadCanvas, loadVideoCodecs } from '#media/node/optionalPackages.ts';
import { encodePicture, type Pixels } from '#media/node/pictures.ts';
import type { Graph } from '../graph/graph.ts';
import { type Frame, tokenOf } from './messageTokens.ts';

/** A graph with every input writable, for tests. */
export type EditableGraph = Record<
	string,
	{ class_type: string; inputs: Record<string, unknown>; _meta?: { title?: string } }
>;

/** Ids of the template's nodes that tests change. */
export const nodes = {
	sampler: '3',
	image: '240',
	tracks: '247',
	guide: '248',
	save: '258',
} as const;

const template = readFileSync(new URL('../fixtures/graph.api.json', import.meta.url), 'utf8');

/** The template's graph, small and quick: 240x160, 17 frames, 4 steps, one track going right. */
export function smallGraph(
	patch: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): EditableGraph {
	const graph = JSON.parse(template) as EditableGraph;
	const small = {
		[nodes.sampler]: { steps: 4, seed: 1 },
		[nodes.image]: { image: 'start.png' },
		[nodes.tracks]: { value: JSON.stringify([straightTrack({ x: 60, y: 80 }, { x: 160, y: 80 })]) },
		[nodes.guide]: { width: 240, height: 160, length: 17 },
	};
	for (const [id, inputs] of [...Object.entries(small), ...Object.entries(patch)]) {
		Object.assign(graph[id]?.inputs ?? {}, inputs);
	}
	return graph;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** 121 samples from one point to another. */
export const straightTrack = (from: Point, to: Point, count = 121): Point[] =>
	Array.from({ length: count }, (_, i) => {
		const t = count === 1 ? 0 : i / (count - 1);
		return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
	});

/** Why runs cannot be rendered here (an optional package is absent), or false. */
export const cannotRender: string | false = await whyNot();

async function whyNot(): Promise<string | false> {
	for (const load of [loadCanvas, loadVideoCodecs]) {
		const loaded = await load();
		if (!loaded.ok) return loaded.error;
	}
	return false;
}

/** A grey picture with a hue that varies, so that a moved part is found again. */
export function plainPicture(width: number, height: number): Pixels {
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let y = 0, at = 0; y < height; y++) {
		for (let x = 0; x < width; x++, at += 4) {
			rgba.set([90 + (60 * x) / width, 90 + (60 * y) / height, 110, 255], at);
		}
	}
	return { width, height, rgba };
}

export async function pngOf(pixels: Pixels): Promise<Uint8Array> {
	const png = await encodePicture(pixels, 'png');
	if (!png.ok) throw new Error(png.error);
	return png.value;
}

export async function upload(
	url: string,
	bytes: Uint8Array | string,
	name = 'start.png',
	fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
	const form = new FormData();
	form.set('image', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name);
	for (const [key, value] of Object.entries(fields)) form.set(key, value);
	return fetch(`${url}/upload/image`, { method: 'POST', body: form });
}

export async function submit(
	url: string,
	prompt: Graph,
	rest: Readonly<Record<string, unknown>> = {},
): Promise<{ status: number; body: Record<string, unknown>; promptId: string }> {
	const response = await fetch(`${url}/prompt`, {
		method: 'POST',
		body: JSON.stringify({ prompt, ...rest }),
	});
	const body = (await response.json()) as Record<string, unknown>;
	return { status: response.status, body, promptId: String(body.prompt_id) };
}

export async function getJson<T = Record<string, unknown>>(url: string): Promise<T> {
	return (await (await fetch(url)).json()) as T;
}

/** Resolves as soon as `ready` holds; polls, so that no test waits longer than it must. */
export async function until(ready: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await ready())) await new Promise((done) => setTimeout(done, 5));
}

export interface TestSocket {
	readonly frames: readonly Frame[];
	tokens(): string[];
	/** Waits for a token that begins so, from `after` on. */
	waitFor(start: string, after?: number): Promise<void>;
	send(data: unknown): void;
	isOpen(): boolean;
	close(): Promise<void>;
}

/** A client's socket that remembers all it hears. `metadata` does the feature handshake and waits for the answer. */
export async function openSocket(
	url: string,
	clientId: string | undefined,
	metadata = true,
): Promise<TestSocket> {
	const query = clientId === undefined ? '' : `?clientId=${clientId}`;
	const socket = new WebSocket(`${url.replace('http', 'ws')}/ws${query}`);
	const frames: Frame[] = [];
	socket.on('error', () => {});
	socket.on('message', (data: Buffer, isBinary) => {
		if (isBinary) {
			frames.push({ kind: 'binary', event: data.readUInt32BE(0) });
		} else {
			const message = JSON.parse(String(data)) as { type: string; data: Record<string, unknown> };
			frames.push({ kind: 'text', ...message });
		}
	});
	await new Promise((resolve, reject) => {
		socket.on('open', resolve);
		socket.on('error', reject);
	});
	const tokens = (): string[] => frames.map(tokenOf);
	const waitFor = (start: string, after = 0): Promise<void> =>
		until(() =>
			tokens()
				.slice(after)
				.some((token) => token.startsWith(start)),
		);
	await waitFor('status');
	if (metadata) {
		socket.send(
			JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } }),
		);
		await waitFor('feature_flags');
	}
	return {
		frames,
		tokens,
		waitFor,
		send: (data) => socket.send(typeof data === 'string' ? data : JSON.stringify(data)),
		isOpen: () => socket.readyState === socket.OPEN,
		close: () =>
			new Promise((resolve) => {
				if (socket.readyState === socket.CLOSED) return resolve();
				socket.on('close', () => resolve());
				socket.close();
			}),
	};
}

/** A request with any headers, Host and Origin too, which fetch would not send. */
export function rawRequest(
	port: number,
	method: string,
	path: string,
	headers: Readonly<Record<string, string>> = {},
	body?: Uint8Array | string,
): Promise<{
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: Buffer;
}> {
	return new Promise((resolve, reject) => {
		const request = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: Buffer.concat(chunks),
				}),
			);
		});
		request.on('upgrade', (_response, socket) => {
			socket.destroy();
			resolve({ status: 101, headers: {}, body: Buffer.alloc(0) });
		});
		request.on('error', reject);
		request.end(body);
	});
}
