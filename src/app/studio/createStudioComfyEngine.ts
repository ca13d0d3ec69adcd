import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import { findWorkflow, type WorkflowSource } from '#jobs/comfy/shotGraph.ts';
import { type ComfyServer, createComfyEngine } from '#jobs/comfyEngine.ts';
import type { Engine } from '#jobs/engine.ts';
import { loggedEngine } from '#jobs/runLog/loggedEngine.ts';
import {
	createServerScheduler,
	type ServerScheduler,
} from '#jobs/scheduler/createServerScheduler.ts';
import { createPageClient } from '../platform/createPageClient.ts';
import type { PreferencesStore } from '../preferences/preferences.ts';
import { chosenModels } from './chosenModels.ts';
import { isAnyServer, type ServerList } from './createServerList.ts';
import { previewGraph } from './previewGraph.ts';
import { runLog } from './runLog.ts';
import { workflowTemplate } from './workflowTemplate.ts';

interface Parts {
	readonly platform: ComfyPlatform;
	readonly servers: ServerList;
	readonly preferences: PreferencesStore;
	/** Imported workflows, by id. */
	readonly workflow: WorkflowSource;
}

/** The ComfyUI engine as this page uses it: the chosen server or any idle one, the models chosen for it, our own graph. */
export function createStudioComfyEngine(parts: Parts): Engine {
	const scheduler = createServerScheduler({
		servers: () => parts.servers.getState().servers,
		client: createPageClient,
	});
	return loggedEngine({
		log: runLog,
		platform: parts.platform,
		create: (platform) => scheduledEngine({ ...parts, platform }, scheduler),
	});
}

/** New runs go to the chosen server; when any will do, to the idle one that has what the shot needs. */
const scheduledEngine = (parts: Parts, scheduler: ServerScheduler): Engine => ({
	id: 'comfy',
	async run(input, context) {
		const { servers, preferences } = parts;
		if (context.resume || !isAnyServer(preferences.get().engine))
			return engineOn(parts, servers.selected).run(input, context);
		const found = await findWorkflow(parts.workflow, input.document.shot.workflow);
		if (!found.ok) return { state: 'failed', error: found.error };
		const graphOn = ({ id }: ComfyServer) =>
			previewGraph(input.document, chosenModels(preferences.get(), id), found.value);
		const eitherEnds = AbortSignal.any([context.cancel, context.detach]);
		try {
			const lease = await scheduler.lease(graphOn, eitherEnds);
			try {
				return await engineOn(parts, () => lease?.server).run(input, context);
			} finally {
				lease?.release();
			}
		} catch (cause) {
			context.detach.throwIfAborted();
			if (context.cancel.aborted) return { state: 'cancelled' };
			throw cause;
		}
	},
});

const engineOn = (
	{ platform, servers, preferences, workflow }: Parts,
	chosen: () => ComfyServer | undefined,
): Engine =>
	createComfyEngine({
		platform,
		server: (id) => (id === undefined ? chosen() : servers.byId(id)),
		template: workflowTemplate,
		workflow,
		models: (serverId) => chosenModels(preferences.get(), serverId),
		uploadType: () => (preferences.get().uploadToTemp ? 'temp' : 'input'),
		pageOrigin: location.origin,
		stallMs: () => preferences.get().stallSeconds * 1000,
		// Travels when the first video has come.
		probe: async (bytes) => (await import('#media/browser/probeVideo.ts')).probeVideo(bytes),
	});
