import type * as z from 'zod/mini';
import { fail, ok, type Result } from '#core/result.ts';
import { stringifyLosslessJson } from '../conversion/json/stringifyLosslessJson.ts';
import type { ObjectInfo } from '../protocol/objectInfo.ts';
import { readObjectInfo } from '../protocol/readObjectInfo.ts';
import {
	acceptedSchema,
	cancelledSchema,
	type Features,
	featuresSchema,
	type HistoryEntry,
	historySchema,
	queueSchema,
	type SystemStats,
	systemStatsSchema,
	uploadedSchema,
} from '../protocol/responses.ts';
import type { ComfyPlatform } from '../transport/platform.ts';
import type { Graph } from '../workflow/graph.ts';
import type { ComfyError } from './comfyError.ts';
import {
	type Call,
	exchangeBytes,
	exchangeJson,
	exchangeText,
	readJson,
	refusal,
} from './exchange.ts';
import { type ComfySocket, openComfySocket, type SocketHandlers } from './openComfySocket.ts';
import { socketUrl } from './parseBaseUrl.ts';
import { readRefusal } from './readRefusal.ts';

export interface ComfyClientOptions {
	readonly platform: ComfyPlatform;
	/** Scheme, host, port and prefix, no slash at the end; `parseBaseUrl` makes one of what a person types. */
	readonly baseUrl: string;
	/** Names our socket to the server: one for each run, so that two tabs never share one. */
	readonly clientId: string;
	/** Origin of the page, for the remedy of a refused origin; absent outside a browser. */
	readonly pageOrigin?: string;
}

/** A file on the server, as /view and history name it. */
export interface ServerFile {
	readonly filename: string;
	readonly subfolder: string;
	/** `output`, `temp`, `input`. */
	readonly type: string;
}

/** The server's folder that an upload goes to. */
export type UploadType = 'input' | 'temp';

export interface Uploaded {
	/** May differ from the name given: `x (1).png` when another file had it. */
	readonly name: string;
	readonly subfolder: string;
	/** As LoadImage takes it. */
	readonly imageValue: string;
}

export interface QueueItem {
	readonly number: number;
	readonly promptId: string;
}

/** Both sorted by number: the order in which they run. */
export interface QueueSnapshot {
	readonly running: readonly QueueItem[];
	readonly pending: readonly QueueItem[];
}

export interface Submission {
	/** Our own UUID, stored before it is sent. */
	readonly promptId: string;
	/** Before all that wait, instead of behind them. */
	readonly front?: boolean;
	/** Goes beside `preview_method` into extra_data; the server writes `extra_pnginfo` into the video's metadata. */
	readonly extraData?: Readonly<Record<string, unknown>>;
}

export interface Accepted {
	readonly promptId: string;
	/** Not empty when some output of the graph was refused and the rest runs. */
	readonly nodeErrors: unknown;
}

type Signal = { readonly signal?: AbortSignal };
type Answered<T> = Promise<Result<T, ComfyError>>;

/**
 * The calls of one ComfyUI, each a value: expected failures come back as `ComfyError`; only the caller's own abort
 * rejects. Short calls time out (30 s, uploads and downloads 10 min), a run never does.
 */
export interface ComfyClient {
	readonly baseUrl: string;
	readonly clientId: string;
	systemStats(options?: Signal): Answered<SystemStats>;
	/** All classes, or only those named, which is far smaller; a class that the server lacks is absent. */
	objectInfo(classes?: readonly string[], options?: Signal): Answered<ObjectInfo>;
	features(options?: Signal): Answered<Features>;
	/** A whole document as the server wrote it: what importing a workflow needs. */
	document(
		path: '/object_info' | '/templates/video_wan_ati.json',
		options?: Signal,
	): Answered<string>;
	/** Never overwrites: the same name with the same bytes is not stored twice. */
	uploadImage(
		bytes: Uint8Array,
		name: string,
		subfolder: string,
		options?: Signal & {
			/** `temp`: a folder that the server empties when it starts. Default `input`. */
			readonly type?: UploadType;
		},
	): Answered<Uploaded>;
	/** Not repeatable: the same promptId posted twice runs twice. After `unreachable`, look the id up first. */
	submit(graph: Graph, submission: Submission, options?: Signal): Answered<Accepted>;
	queue(options?: Signal): Answered<QueueSnapshot>;
	/** Undefined while pending or running, and for an unknown id alike. */
	history(promptId: string, options?: Signal): Answered<HistoryEntry | undefined>;
	/** Stops the run at its next step, only if it is the one that runs. */
	interrupt(promptId: string, options?: Signal): Answered<void>;
	/** Takes a run out of the queue; nothing happens if it runs already. */
	deletePending(promptId: string, options?: Signal): Answered<void>;
	/** The newer servers' own cancel, for pending and running; undefined where there is none (404). */
	cancelJob(promptId: string, options?: Signal): Answered<boolean | undefined>;
	/** Unloads models and frees memory when the worker is next idle. */
	free(options?: Signal): Answered<void>;
	/** Address of a file; `cacheKey` because names are used again after the output folder was emptied. */
	viewUrl(file: ServerFile, cacheKey?: string): string;
	fetchView(
		file: ServerFile,
		options?: Signal & { readonly cacheKey?: string },
	): Answered<Uint8Array>;
	openSocket(handlers: SocketHandlers): ComfySocket;
}

/** As many as a browser opens to one host. */
const connections = 6;
const shortMs = 30_000;
const longMs = 600_000;

export function createComfyClient(options: ComfyClientOptions): ComfyClient {
	const { platform, baseUrl, clientId } = options;
	const server = { platform, baseUrl, pageOrigin: options.pageOrigin };

	async function read<T>(call: Call, schema: z.ZodMiniType<T>): Answered<T> {
		const json = await exchangeJson(server, call);
		return json.ok ? check(call, json.value, schema) : json;
	}
	function check<T>(call: Call, json: unknown, schema: z.ZodMiniType<T>): Result<T, ComfyError> {
		const parsed = schema.safeParse(json);
		if (parsed.success) return ok(parsed.data);
		const issue = parsed.error.issues[0];
		const detail = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unexpected shape'}`;
		return fail({ kind: 'protocol', url: baseUrl + call.path, detail });
	}
	/** A call whose answer is only a status. */
	async function tell(
		path: string,
		body: unknown,
		signal: AbortSignal | undefined,
	): Answered<void> {
		const call: Call = post(path, body, shortMs, signal);
		const answer = await exchangeText(server, call);
		if (!answer.ok) return answer;
		const refused = refusal(server, call, answer.value);
		return refused ? fail(refused) : ok(undefined);
	}
	async function readClasses(path: string, signal: AbortSignal | undefined): Answered<ObjectInfo> {
		const call = get(path, path === '/object_info' ? longMs : shortMs, signal);
		const json = await exchangeJson(server, call);
		if (!json.ok) return json;
		const info = readObjectInfo(json.value);
		return info.ok ? info : fail({ kind: 'protocol', url: baseUrl + path, detail: info.error });
	}
	const viewPath = (file: ServerFile, cacheKey?: string): string =>
		`/view?${new URLSearchParams({
			filename: file.filename,
			subfolder: file.subfolder,
			type: file.type,
			...(cacheKey === undefined ? {} : { key: cacheKey }),
		})}`;

	return {
		baseUrl,
		clientId,
		systemStats: (o) => read(get('/system_stats', shortMs, o?.signal), systemStatsSchema),
		async document(path, o) {
			const call = get(path, longMs, o?.signal);
			const answer = await exchangeText(server, call);
			if (!answer.ok) return answer;
			const refused = refusal(server, call, answer.value);
			return refused ? fail(refused) : ok(answer.value.body);
		},
		features: (o) => read(get('/features', shortMs, o?.signal), featuresSchema),
		async objectInfo(classes, o) {
			if (!classes) return readClasses('/object_info', o?.signal);
			const all = new Map();
			for (let at = 0; at < classes.length; at += connections) {
				const parts = await Promise.all(
					classes
						.slice(at, at + connections)
						.map((name) => readClasses(`/object_info/${encodeURIComponent(name)}`, o?.signal)),
				);
				for (const part of parts) {
					// A server may answer an unknown class with {} or with 404.
					if (!part.ok && !(part.error.kind === 'http' && part.error.status === 404)) return part;
					if (part.ok) for (const [name, info] of part.value) all.set(name, info);
				}
			}
			return ok(all);
		},
		async uploadImage(bytes, name, subfolder, o) {
			const form = new FormData();
			form.set('image', new Blob([bytes as BlobPart], { type: 'image/png' }), name);
			const type = o?.type ?? 'input';
			form.set('type', type);
			form.set('subfolder', subfolder);
			const call: Call = {
				path: '/upload/image',
				method: 'POST',
				body: form,
				timeoutMs: longMs,
				signal: o?.signal,
			};
			const answer = await exchangeText(server, call);
			if (!answer.ok) return answer;
			const refused = refusal(server, call, answer.value);
			if (refused?.kind === 'http')
				return fail({ kind: 'upload', status: refused.status, text: refused.text });
			if (refused) return fail(refused);
			const json = readJson(server, call, answer.value);
			const stored = json.ok ? check(call, json.value, uploadedSchema) : json;
			if (!stored.ok) return stored;
			const folder = stored.value.subfolder ?? '';
			const path = folder === '' ? stored.value.name : `${folder}/${stored.value.name}`;
			const imageValue = type === 'temp' ? `${path} [temp]` : path;
			return ok({ name: stored.value.name, subfolder: folder, imageValue });
		},
		async submit(graph, submission, o) {
			const body = {
				prompt: graph,
				client_id: clientId,
				prompt_id: submission.promptId,
				...(submission.front ? { front: true } : {}),
				extra_data: { preview_method: 'auto', ...submission.extraData },
			};
			const call = post('/prompt', body, submitMs, o?.signal);
			const answer = await exchangeText(server, call);
			if (!answer.ok) return answer;
			if (answer.value.status === 400) {
				const json = readJson(server, call, answer.value);
				const refused = json.ok ? readRefusal(json.value, graph) : undefined;
				if (refused) return fail(refused);
			}
			const refused = refusal(server, call, answer.value);
			if (refused) return fail(refused);
			const json = readJson(server, call, answer.value);
			const accepted = json.ok ? check(call, json.value, acceptedSchema) : json;
			if (!accepted.ok) return accepted;
			return ok({ promptId: accepted.value.prompt_id, nodeErrors: accepted.value.node_errors });
		},
		async queue(o) {
			const queue = await read(get('/queue', shortMs, o?.signal), queueSchema);
			if (!queue.ok) return queue;
			const items = (list: typeof queue.value.queue_running): readonly QueueItem[] =>
				list
					.map(([number, promptId]) => ({ number, promptId }))
					.sort((a, b) => a.number - b.number);
			return ok({
				running: items(queue.value.queue_running),
				pending: items(queue.value.queue_pending),
			});
		},
		async history(promptId, o) {
			const path = `/history/${encodeURIComponent(promptId)}`;
			const entries = await read(get(path, shortMs, o?.signal), historySchema);
			return entries.ok
				? ok(Object.hasOwn(entries.value, promptId) ? entries.value[promptId] : undefined)
				: entries;
		},
		interrupt: (promptId, o) => tell('/interrupt', { prompt_id: promptId }, o?.signal),
		deletePending: (promptId, o) => tell('/queue', { delete: [promptId] }, o?.signal),
		async cancelJob(promptId, o) {
			const path = `/api/jobs/${encodeURIComponent(promptId)}/cancel`;
			const cancelled = await read(post(path, {}, shortMs, o?.signal), cancelledSchema);
			if (cancelled.ok) return ok(cancelled.value.cancelled);
			const { error } = cancelled;
			return error.kind === 'http' && (error.status === 404 || error.status === 405)
				? ok(undefined)
				: cancelled;
		},
		free: (o) => tell('/free', { unload_models: true, free_memory: true }, o?.signal),
		viewUrl: (file, cacheKey) => baseUrl + viewPath(file, cacheKey),
		async fetchView(file, o) {
			const call = get(viewPath(file, o?.cacheKey), longMs, o?.signal);
			const answer = await exchangeBytes(server, call);
			if (!answer.ok) return answer;
			const { status, contentType, body } = answer.value;
			const gateway = status === 502 || status === 503 || status === 504;
			// ComfyUI serves no pages here: something in between has answered, whatever the status.
			if (contentType.includes('text/html') && !gateway)
				return fail({
					kind: 'protocol',
					url: baseUrl + call.path,
					detail: 'a web page answered where a file was expected',
				});
			if (status >= 200 && status < 300) return ok(body);
			const text = new TextDecoder().decode(body.subarray(0, 2_000));
			const refused = refusal(server, call, { status, contentType, body: text });
			return fail(refused ?? { kind: 'http', url: baseUrl + call.path, status, text });
		},
		openSocket: (handlers) => openComfySocket(platform, socketUrl(baseUrl, clientId), handlers),
	};
}

/** Validation of a big graph reads files from disk; a busy server may take a while. */
const submitMs = 120_000;

const get = (path: string, timeoutMs: number, signal: AbortSignal | undefined): Call => ({
	path,
	timeoutMs,
	signal,
});
const post = (
	path: string,
	body: unknown,
	timeoutMs: number,
	signal: AbortSignal | undefined,
): Call => ({ path, method: 'POST', body: stringifyLosslessJson(body), timeoutMs, signal });
