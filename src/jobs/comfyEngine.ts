import {
	type ComfyClient,
	createComfyClient,
	type UploadType,
} from '#comfy/client/createComfyClient.ts';
import { planRun } from '#comfy/run/runPlan.ts';
import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import type { Result } from '#core/result.ts';
import { collectResult } from './comfy/collectResult.ts';
import type { VideoProbe } from './comfy/fetchVideo.ts';
import { findServer } from './comfy/findServer.ts';
import { type PreparedRun, prepareRun } from './comfy/prepareRun.ts';
import { sentGraph, type WorkflowSource } from './comfy/shotGraph.ts';
import { submitOnce } from './comfy/submitOnce.ts';
import { followRun, withWatcher } from './comfy/watchRun.ts';
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
	const server = deps.server();
	if (!server) return failed({ kind: 'unreachable', url: '' });
	const client = openClient(deps, server, newId(deps));
	const prepared = await prepare(deps, client, server, input, context);
	if (prepared === 'cancelled') return { state: 'cancelled' };
	if (!prepared.ok) return failed(prepared.error);
	return sendRun(deps, server, input, context, prepared.value);
}

/** @throws the reason of `detach`. */
async function prepare(
	deps: ComfyEngineDeps,
	client: ComfyClient,
	server: ComfyServer,
	input: JobInput,
	context: EngineContext,
): Promise<Result<PreparedRun, EngineError> | 'cancelled'> {
	const { cancel, detach } = context;
	try {
		const eitherEnds = AbortSignal.any([cancel, detach]);
		const prepared = await prepareRun(deps, client, server, input, context, eitherEnds);
		detach.throwIfAborted();
		return cancel.aborted ? 'cancelled' : prepared;
	} catch (cause) {
		detach.throwIfAborted();
		if (cancel.aborted) return 'cancelled';
		throw cause;
	}
}

/** Sends what is prepared and follows it; one that is put first while it waits is taken back and sent once more. */
async function sendRun(
	deps: ComfyEngineDeps,
	server: ComfyServer,
	input: JobInput,
	context: EngineContext,
	{ graph, nodes, uploads }: PreparedRun,
): Promise<EngineOutcome> {
	const { cancel, detach, emit } = context;
	const client = openClient(deps, server, newId(deps));
	const promptId = newId(deps);
	const remote: RemoteRun = {
		serverId: server.id,
		promptId,
		clientId: client.clientId,
		stage: 'posting',
		uploads,
	};
	const plan = planRun(graph, nodes, promptId);
	const outcome = await withWatcher<EngineOutcome | undefined>(
		deps,
		client,
		plan,
		context,
		async (watcher, bell) => {
			emit({ type: 'state', state: 'submitting' });
			await watcher.listening;
			detach.throwIfAborted();
			if (cancel.aborted) return { state: 'cancelled' };
			await emit({ type: 'remote', remote });
			detach.throwIfAborted();
			if (cancel.aborted) return { state: 'cancelled' };
			const isFirst = context.first?.aborted === true;
			const eitherEnds = AbortSignal.any([cancel, detach]);
			const sent = await submitOnce(client, graph, plan, isFirst, eitherEnds, detach);
			if (!sent.ok) return failed(sent.error);
			const confirmed = sent.value.state === 'accepted';
			const followed = await followRun(
				deps,
				client,
				watcher,
				remote,
				confirmed,
				{ ...context, ...(isFirst ? { first: alreadyFirst } : {}) },
				async () => true,
			);
			if (followed.state === 'takenBack') return undefined;
			// The answer to the submission was lost, and so was the submission.
			if (followed.state === 'lost' && sent.value.state === 'unanswered' && !watcher.wasSeen())
				return failed(sent.value.error);
			return collectResult(deps, client, input, promptId, followed, context, bell);
		},
	);
	return outcome ?? sendRun(deps, server, input, context, { graph, nodes, uploads });
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
	let sendAnew: PreparedRun | 'whole' | undefined;
	let again: PreparedRun | undefined;
	// Before it is taken back, so that nothing can fail between there and sending it anew.
	const prepareAgain = async (): Promise<boolean> => {
		const quiet = { ...context, emit: () => undefined };
		const prepared = await prepare(deps, client, server, input, quiet);
		again = prepared !== 'cancelled' && prepared.ok ? prepared.value : undefined;
		return again !== undefined;
	};
	const outcome = await withWatcher<EngineOutcome>(
		deps,
		client,
		plan,
		context,
		async (watcher, bell) => {
			const followed = await followRun(
				deps,
				client,
				watcher,
				remote,
				confirmed,
				context,
				prepareAgain,
			);
			if (followed.state === 'takenBack') {
				sendAnew = again;
				return { state: 'lost' };
			}
			if (followed.state === 'lost' && !watcher.wasSeen()) {
				sendAnew = context.resend === true ? 'whole' : undefined;
				if (remote.stage === 'posting') return failed({ kind: 'notSent', url: server.baseUrl });
			}
			return collectResult(deps, client, input, remote.promptId, followed, context, bell);
		},
	);
	if (sendAnew === undefined) return outcome;
	return sendAnew === 'whole'
		? newRun(deps, input, context)
		: sendRun(deps, server, input, context, sendAnew);
}

const alreadyFirst = AbortSignal.abort();

const newId = ({ platform }: ComfyEngineDeps): string =>
	createUuid((count) => platform.randomBytes(count));

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

const failed = (error: EngineError): EngineOutcome => ({ state: 'failed', error });
