import { randomUUID } from 'node:crypto';
import { type ComfyClient, createComfyClient } from '#comfy/client/createComfyClient.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import type { BatchServer } from '#jobs/batch/batchJob.ts';
import { createComfyEngine } from '#jobs/comfyEngine.ts';
import type { Engine, JobInput } from '#jobs/engine.ts';
import type { RunLog } from '#jobs/runLog/createRunLog.ts';
import { loggedEngine } from '#jobs/runLog/loggedEngine.ts';
import { probeVideo } from '#media/node/probeVideo.ts';
import { nodePlatform } from '../platform/nodePlatform.ts';
import type { OpenedWorkflow } from '../workflow/openWorkflow.ts';
import type { ChosenServer } from './chooseServers.ts';

/** What a job runs in. */
export interface JobMeans {
	readonly models: ModelChoice;
	/** Instead of our own graph. */
	readonly workflow?: OpenedWorkflow | undefined;
}

export interface OpenServer {
	readonly id: string;
	readonly client: ComfyClient;
	readonly engine: Engine;
}

/** A client to look at a server with; runs have clients of their own. */
export const openClient = ({ baseUrl, credentials }: ChosenServer): ComfyClient =>
	createComfyClient({ platform: nodePlatform(credentials), baseUrl, clientId: randomUUID() });

/**
 * The app's own engine for each server, on Node's platform, writing to one log.
 * @param meansOf What was put together for a job's input.
 */
export function openServer(
	chosen: ChosenServer,
	template: Graph,
	meansOf: (input: JobInput) => JobMeans,
	log: RunLog,
): OpenServer {
	const { baseUrl, credentials } = chosen;
	const engineWith = ({ models, workflow }: JobMeans): Engine =>
		loggedEngine({
			log,
			platform: nodePlatform(credentials),
			create: (platform) =>
				createComfyEngine({
					platform,
					server: () => ({ id: baseUrl, baseUrl }),
					template,
					models: () => models,
					probe: probeVideo,
					...(workflow ? { workflow: async () => workflow } : {}),
				}),
		});
	return {
		id: baseUrl,
		client: openClient(chosen),
		engine: {
			id: 'comfy',
			run: (input, context) => engineWith(meansOf(input)).run(input, context),
		},
	};
}

/** A server as a batch uses it. */
export const batchServer = (
	{ id, client, engine }: OpenServer,
	{ takesNew, frees }: { readonly takesNew: boolean; readonly frees: boolean },
): BatchServer => ({
	id,
	engine,
	takesNew,
	...(frees ? { free: async () => void (await client.free()) } : {}),
});

/** The least busy first, those that do not answer last. Asked only where there is a choice. */
export async function byLoad(servers: readonly OpenServer[]): Promise<readonly OpenServer[]> {
	if (servers.length < 2) return servers;
	const loads = await Promise.all(
		servers.map(async (server) => {
			const queue = await server.client
				.queue({ signal: AbortSignal.timeout(answerMs) })
				.catch(() => undefined);
			const load = queue?.ok
				? queue.value.running.length + queue.value.pending.length
				: Number.POSITIVE_INFINITY;
			return { server, load };
		}),
	);
	return loads
		.sort((a, b) => (a.load < b.load ? -1 : a.load > b.load ? 1 : 0))
		.map(({ server }) => server);
}

const answerMs = 5_000;
