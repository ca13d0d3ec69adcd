import { type ComfyClient, createComfyClient } from '#comfy/client/createComfyClient.ts';
import { createRunWatcher, type RunWatcher } from '#comfy/run/createRunWatcher.ts';
import { planRun, type RunPlan } from '#comfy/run/runPlan.ts';
import type { RunEnd } from '#comfy/run/runState.ts';
import { type Bell, createBell } from '#comfy/transport/bell.ts';
import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import { type BoundShot, bindShot } from '#comfy/workflow/bindShot.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import { locateNodes } from '#comfy/workflow/locateNodes.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import { fail, type Result } from '#core/result.ts';
import { sha256Hex } from '#media/sha256.ts';
import { checkBeforeSending } from './comfy/checkBeforeSending.ts';
import { fetchVideo } from './comfy/fetchVideo.ts';
import { createRunReporter } from './comfy/reportRun.ts';
import { shotValues } from './comfy/shotValues.ts';
import { submitOnce } from './comfy/submitOnce.ts';
import type { Engine, EngineContext, EngineOutcome, JobInput, RemoteRun } from './engine.ts';
import type { EngineError } from './engineError.ts';

export interface ComfyServer {
	/** Stays the same while the address may change; stored with each run. */
	readonly id: string;
	/** See `parseBaseUrl`. */
	readonly baseUrl: string;
}

export interface ComfyEngineDeps {
	readonly platform: ComfyPlatform;
	/** The server chosen now; with an id the one that a stored run was sent to. Undefined: there is none. */
	server(id?: string): ComfyServer | undefined;
	/** The graph in API format; never changed. */
	readonly template: Graph;
	/** Files chosen for this server. */
	models(serverId: string): ModelChoice;
	/** Origin of the page; absent outside a browser. */
	readonly pageOrigin?: string;
	/** Ms of silence after which a stall is told; read at the start of each run. Default 180 000. */
	stallMs?(): number;
	readonly pollMs?: number;
}

/** Subfolder of ComfyUI's input folder that our start frames go to. */
const uploadFolder = 'wanati';

/**
 * Makes videos with ComfyUI. One run, top to bottom: check, upload, listen, submit, watch, fetch. The id of the run is told
 * (`remote`) before it is sent, so that a run that exists is always a stored one; a stored one is picked up by `resume`,
 * with nothing sent. Each run has its own socket and client id. Nothing times a run out.
 */
export function createComfyEngine(deps: ComfyEngineDeps): Engine {
	return {
		id: 'comfy',
		run: (input, context) =>
			context.resume
				? resumeRun(deps, input, context, context.resume)
				: newRun(deps, input, context),
	};
}

async function newRun(
	deps: ComfyEngineDeps,
	input: JobInput,
	context: EngineContext,
): Promise<EngineOutcome> {
	const { platform } = deps;
	const server = deps.server();
	if (!server) return failed({ kind: 'unreachable', url: '' });
	const uuid = (): string => createUuid((count) => platform.randomBytes(count));
	const remote: RemoteRun = { serverId: server.id, promptId: uuid(), clientId: uuid() };
	const client = openClient(deps, server, remote.clientId);
	const eitherEnds = AbortSignal.any([context.cancel, context.detach]);
	let prepared: Result<BoundShot, EngineError>;
	try {
		prepared = await prepare(deps, client, server, input, context, eitherEnds);
	} catch (cause) {
		context.detach.throwIfAborted();
		if (context.cancel.aborted) return { state: 'cancelled' };
		throw cause;
	}
	context.detach.throwIfAborted();
	if (context.cancel.aborted) return { state: 'cancelled' };
	if (!prepared.ok) return failed(prepared.error);

	const { graph, nodes } = prepared.value;
	const plan = planRun(graph, nodes, remote.promptId);
	return withWatcher(deps, client, plan, context, async (watcher, bell) => {
		context.emit({ type: 'state', state: 'submitting' });
		await context.emit({ type: 'remote', remote });
		await watcher.listening;
		context.detach.throwIfAborted();
		if (context.cancel.aborted) return { state: 'cancelled' };
		const sent = await submitOnce(client, graph, plan, eitherEnds, context.detach);
		if (!sent.ok) return failed(sent.error);
		const end = await watcher.follow({ ...context, confirmed: sent.value === 'accepted' });
		// The answer to the submission was lost, and so was the submission.
		if (end.state === 'lost' && sent.value === 'unanswered' && !watcher.wasSeen())
			return failed({ kind: 'unreachable', url: server.baseUrl });
		return finish(client, input, plan, end, context, bell);
	});
}

async function resumeRun(
	deps: ComfyEngineDeps,
	input: JobInput,
	context: EngineContext,
	remote: RemoteRun,
): Promise<EngineOutcome> {
	const server = deps.server(remote.serverId);
	if (!server) return failed({ kind: 'unreachable', url: remote.serverId });
	const located = locateNodes(deps.template);
	if (!located.ok) return failed({ kind: 'internal', detail: located.error.detail });
	const plan = planRun(deps.template, located.value, remote.promptId);
	const client = openClient(deps, server, remote.clientId);
	return withWatcher(deps, client, plan, context, async (watcher, bell) => {
		const end = await watcher.follow({ ...context, confirmed: true });
		return finish(client, input, plan, end, context, bell);
	});
}

function openClient(deps: ComfyEngineDeps, server: ComfyServer, clientId: string): ComfyClient {
	const { platform, pageOrigin } = deps;
	const { baseUrl } = server;
	return createComfyClient({
		platform,
		baseUrl,
		clientId,
		...(pageOrigin === undefined ? {} : { pageOrigin }),
	});
}

/** Everything before the run exists: check the graph, upload the start frame, bind it. */
async function prepare(
	deps: ComfyEngineDeps,
	client: ComfyClient,
	server: ComfyServer,
	input: JobInput,
	context: EngineContext,
	signal: AbortSignal,
): Promise<Result<BoundShot, EngineError>> {
	context.emit({ type: 'state', state: 'uploading' });
	const models = deps.models(server.id);
	const bind = (image: string): Result<BoundShot, EngineError> => {
		const bound = bindShot(deps.template, shotValues(input, models, image));
		return bound.ok ? bound : fail({ kind: 'internal', detail: bound.error.detail });
	};
	const draft = bind('');
	if (!draft.ok) return draft;
	const wrong = await checkBeforeSending(client, draft.value.graph, signal);
	if (wrong) return fail(wrong);
	const { png } = await input.startFrame();
	signal.throwIfAborted();
	// The name says what is in it, so the same frame is stored once, and nothing of the person's file name travels.
	const name = `${sha256Hex(png).slice(0, 16)}.png`;
	const uploaded = await client.uploadImage(png, name, uploadFolder, { signal });
	if (!uploaded.ok) return uploaded;
	context.emit({ type: 'progress', fraction: 0.02 });
	return bind(uploaded.value.imageValue);
}

async function withWatcher(
	deps: ComfyEngineDeps,
	client: ComfyClient,
	plan: RunPlan,
	context: EngineContext,
	work: (watcher: RunWatcher, bell: Bell) => Promise<EngineOutcome>,
): Promise<EngineOutcome> {
	const { platform, pollMs } = deps;
	const bell = createBell(platform);
	const stallMs = deps.stallMs?.();
	const watcher = createRunWatcher({
		client,
		platform,
		plan,
		...(pollMs === undefined ? {} : { pollMs }),
		...(stallMs === undefined ? {} : { stallMs }),
		onState: createRunReporter(plan, (event) => void context.emit(event)),
		onPreview: ({ bytes, mediaType }) => void context.emit({ type: 'preview', bytes, mediaType }),
		onSilence: (silentMs) => void context.emit({ type: 'stalled', silentMs }),
	});
	const wake = (): void => bell.ring();
	context.detach.addEventListener('abort', wake);
	context.cancel.addEventListener('abort', wake);
	try {
		return await work(watcher, bell);
	} finally {
		context.detach.removeEventListener('abort', wake);
		context.cancel.removeEventListener('abort', wake);
		watcher.dispose();
		bell.dispose();
	}
}

async function finish(
	client: ComfyClient,
	input: JobInput,
	plan: RunPlan,
	end: RunEnd,
	context: EngineContext,
	bell: Bell,
): Promise<EngineOutcome> {
	switch (end.state) {
		case 'done': {
			const video = await fetchVideo(
				client,
				end.file,
				input.document.frame,
				plan.promptId,
				bell,
				context,
			);
			if (video.ok) return { state: 'done', video: video.value, fromCache: end.fromCache };
			return video.error === 'cancelled' ? { state: 'cancelled' } : failed(video.error);
		}
		case 'failed':
			return failed({ kind: 'execution', ...end.failure });
		case 'interrupted':
			return failed({ kind: 'interrupted' });
		case 'noVideo':
			return failed({ kind: 'noVideo', detail: end.detail });
		case 'cancelled':
		case 'lost':
			return { state: end.state };
	}
}

const failed = (error: EngineError): EngineOutcome => ({ state: 'failed', error });
