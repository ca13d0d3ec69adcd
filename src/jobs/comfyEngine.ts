import {
	type ComfyClient,
	createComfyClient,
	type ServerFile,
	type UploadType,
} from '#comfy/client/createComfyClient.ts';
import { uploadLimit } from '#comfy/preflight/uploadLimit.ts';
import { createRunWatcher, type RunWatcher } from '#comfy/run/createRunWatcher.ts';
import { planRun, type RunPlan } from '#comfy/run/runPlan.ts';
import type { RunEnd } from '#comfy/run/runState.ts';
import { type Bell, createBell } from '#comfy/transport/bell.ts';
import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { sha256Hex } from '#media/sha256.ts';
import { checkBeforeSending } from './comfy/checkBeforeSending.ts';
import { fetchVideo, type VideoProbe } from './comfy/fetchVideo.ts';
import { createRunReporter } from './comfy/reportRun.ts';
import {
	findWorkflow,
	type ShotGraph,
	sentGraph,
	shotGraph,
	type WorkflowSource,
} from './comfy/shotGraph.ts';
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
	/** Imported workflows, which a shot names by id. Absent: there are none. */
	readonly workflow?: WorkflowSource;
	/** Files chosen for this server. */
	models(serverId: string): ModelChoice;
	/** Where start frames go on the server; read at the start of each run. Default `input`. */
	uploadType?(): UploadType;
	/** Origin of the page; absent outside a browser. */
	readonly pageOrigin?: string;
	/** Ms of silence after which a stall is told; read at the start of each run. Default 180 000. */
	stallMs?(): number;
	readonly pollMs?: number;
	/** Counts the frames of a fetched video. Absent: only its boxes are looked at. */
	readonly probe?: VideoProbe;
}

/** Subfolder of ComfyUI's input folder that our start frames go to. */
const uploadFolder = 'wanati';

/** A stored run whose server is not in the list, as while the list is being fetched: so long it is waited for. */
const serverPatienceMs = 60_000;
const serverLookMs = 2_000;

/**
 * Makes videos with ComfyUI. One run, top to bottom: check, upload, listen, submit, watch, fetch. The id of the run is told
 * (`remote`) at the last moment before it is sent, so that a run that exists is always a stored one, and one that is not
 * stored was never sent; a stored one is picked up by `resume`, with nothing sent. Each run has its own socket and client
 * id. Nothing times a run out.
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
	const promptId = uuid();
	const client = openClient(deps, server, uuid());
	const eitherEnds = AbortSignal.any([context.cancel, context.detach]);
	let prepared: Result<Prepared, EngineError>;
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

	const { graph, nodes, uploads } = prepared.value;
	const remote: RemoteRun = {
		serverId: server.id,
		promptId,
		clientId: client.clientId,
		stage: 'posting',
		uploads,
	};
	const plan = planRun(graph, nodes, promptId);
	return withWatcher(deps, client, plan, context, async (watcher, bell) => {
		context.emit({ type: 'state', state: 'submitting' });
		await watcher.listening;
		context.detach.throwIfAborted();
		if (context.cancel.aborted) return { state: 'cancelled' };
		await context.emit({ type: 'remote', remote });
		context.detach.throwIfAborted();
		if (context.cancel.aborted) return { state: 'cancelled' };
		const sent = await submitOnce(client, graph, plan, eitherEnds, context.detach);
		if (!sent.ok) return failed(sent.error);
		const confirmed = sent.value.state === 'accepted';
		const end = await followRun(watcher, remote, confirmed, context);
		// The answer to the submission was lost, and so was the submission.
		if (end.state === 'lost' && sent.value.state === 'unanswered' && !watcher.wasSeen())
			return failed(sent.value.error);
		return finish(deps, client, input, plan, end, context, bell);
	});
}

async function resumeRun(
	deps: ComfyEngineDeps,
	input: JobInput,
	context: EngineContext,
	remote: RemoteRun,
): Promise<EngineOutcome> {
	const server = await findServer(deps, remote.serverId, context);
	if (context.cancel.aborted && !server) return { state: 'cancelled' };
	if (!server) return failed({ kind: 'unreachable', url: remote.serverId });
	const sent = await sentGraph(deps.template, deps.workflow, input.document.shot.workflow);
	if (!sent.ok) return failed(sent.error);
	const plan = planRun(sent.value.graph, sent.value.nodes, remote.promptId);
	const client = openClient(deps, server, remote.clientId);
	// A run asked for again is looked for, not waited for.
	const confirmed = remote.stage !== 'posting' && !context.resend;
	let sendAnew = false;
	const outcome = await withWatcher(deps, client, plan, context, async (watcher, bell) => {
		const end = await followRun(watcher, remote, confirmed, context);
		if (end.state === 'lost' && !watcher.wasSeen()) {
			sendAnew = context.resend === true;
			if (remote.stage === 'posting') return failed({ kind: 'notSent', url: server.baseUrl });
		}
		return finish(deps, client, input, plan, end, context, bell);
	});
	return sendAnew ? newRun(deps, input, context) : outcome;
}

/** Follows a run to its end; the record learns when the server has it. */
function followRun(
	watcher: RunWatcher,
	remote: RemoteRun,
	confirmed: boolean,
	{ cancel, detach, emit }: EngineContext,
): Promise<RunEnd> {
	if (remote.stage === 'posting') {
		const accepted = (): void =>
			void emit({ type: 'remote', remote: { ...remote, stage: 'accepted' } });
		if (confirmed) accepted();
		else watcher.onSeen(accepted);
	}
	return watcher.follow({ cancel, detach, confirmed });
}

async function findServer(
	deps: ComfyEngineDeps,
	id: string,
	{ cancel, detach }: EngineContext,
): Promise<ComfyServer | undefined> {
	const bell = createBell(deps.platform);
	const wake = (): void => bell.ring();
	for (const signal of [cancel, detach]) signal.addEventListener('abort', wake);
	try {
		for (let waitedMs = 0; ; waitedMs += serverLookMs) {
			const server = deps.server(id);
			if (server || waitedMs >= serverPatienceMs || cancel.aborted) return server;
			await bell.wait(serverLookMs);
			detach.throwIfAborted();
		}
	} finally {
		for (const signal of [cancel, detach]) signal.removeEventListener('abort', wake);
		bell.dispose();
	}
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

interface Prepared extends ShotGraph {
	readonly uploads: readonly string[];
}

/** Everything before the run exists: check the graph, upload the start frame, bind it. */
async function prepare(
	deps: ComfyEngineDeps,
	client: ComfyClient,
	server: ComfyServer,
	input: JobInput,
	context: EngineContext,
	signal: AbortSignal,
): Promise<Result<Prepared, EngineError>> {
	context.emit({ type: 'state', state: 'uploading' });
	const models = deps.models(server.id);
	const workflow = await findWorkflow(deps.workflow, input.document.shot.workflow);
	if (!workflow.ok) return workflow;
	const bind = (image: string): Result<ShotGraph, EngineError> =>
		shotGraph(deps.template, workflow.value, shotValues(input, models, image));
	const draft = bind('');
	if (!draft.ok) return draft;
	const [wrong, limit] = await Promise.all([
		checkBeforeSending(client, draft.value.graph, signal),
		uploadLimit(client, signal),
	]);
	if (wrong) return fail(wrong);
	const { png } = await input.startFrame();
	signal.throwIfAborted();
	// The name says what is in it, so the same frame is stored once, and nothing of the person's file name travels.
	const name = `${sha256Hex(png).slice(0, 16)}.png`;
	if (limit !== undefined && png.length > limit)
		return fail({ kind: 'upload', status: 413, text: '' });
	const type = deps.uploadType?.() ?? 'input';
	const uploaded = await client.uploadImage(png, name, uploadFolder, { signal, type });
	if (!uploaded.ok) return uploaded;
	context.emit({ type: 'progress', fraction: 0.02 });
	const { imageValue } = uploaded.value;
	const bound = bind(imageValue);
	return bound.ok ? ok({ ...bound.value, uploads: [imageValue] }) : bound;
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
	const watcher = createRunWatcher({
		client,
		platform,
		plan,
		...(pollMs === undefined ? {} : { pollMs }),
		stallMs: stallMsOf(deps),
		onState: createRunReporter(
			plan,
			(event) => void context.emit(event),
			context.resume?.promptId === plan.promptId,
		),
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
	deps: ComfyEngineDeps,
	client: ComfyClient,
	input: JobInput,
	plan: RunPlan,
	end: RunEnd,
	{ cancel, detach, emit }: EngineContext,
	bell: Bell,
): Promise<EngineOutcome> {
	const fetchFile = (file: ServerFile, fromCache: boolean) =>
		fetchVideo(client, file, {
			frame: input.document.frame,
			cacheKey: plan.promptId,
			fromCache,
			bell,
			cancel,
			detach,
			now: deps.platform.now,
			onSilence: (silentMs) => {
				if (silentMs >= stallMsOf(deps)) void emit({ type: 'stalled', silentMs });
			},
			...(deps.probe ? { probe: deps.probe } : {}),
		});
	switch (end.state) {
		case 'done': {
			const fetched = await fetchFile(end.file, end.fromCache);
			if (fetched.ok) return { state: 'done', ...fetched.value, fromCache: end.fromCache };
			return fetched.error === 'cancelled' ? { state: 'cancelled' } : failed(fetched.error);
		}
		case 'lost': {
			// History was cleared behind a finished run: its file is still worth a try.
			if (!end.file) return { state: 'lost' };
			void emit({ type: 'state', state: 'finishing' });
			const fetched = await fetchFile(end.file, false);
			if (fetched.ok) return { state: 'done', ...fetched.value, fromCache: false };
			return { state: fetched.error === 'cancelled' ? 'cancelled' : 'lost' };
		}
		case 'failed':
			return failed({ kind: 'execution', ...end.failure });
		case 'interrupted':
			return failed({ kind: 'interrupted' });
		case 'noVideo':
			return failed({ kind: 'noVideo', detail: end.detail });
		case 'cancelled':
			return { state: 'cancelled' };
	}
}

const stallMsOf = ({ stallMs }: ComfyEngineDeps): number => stallMs?.() ?? 180_000;
const failed = (error: EngineError): EngineOutcome => ({ state: 'failed', error });
