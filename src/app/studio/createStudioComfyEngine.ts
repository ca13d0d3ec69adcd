import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import { createComfyEngine } from '#jobs/comfyEngine.ts';
import type { Engine } from '#jobs/engine.ts';
import { loggedEngine } from '#jobs/runLog/loggedEngine.ts';
import type { PreferencesStore } from '../preferences/preferences.ts';
import { chosenModels } from './chosenModels.ts';
import type { ServerList } from './createServerList.ts';
import { runLog } from './runLog.ts';
import { workflowTemplate } from './workflowTemplate.ts';

/** The ComfyUI engine as this page uses it: the chosen server, the models chosen for it, our own graph. */
export const createStudioComfyEngine = ({
	platform,
	servers,
	preferences,
}: {
	readonly platform: ComfyPlatform;
	readonly servers: ServerList;
	readonly preferences: PreferencesStore;
}): Engine =>
	loggedEngine({ log: runLog, platform, create: (on) => engineOn(on, servers, preferences) });

const engineOn = (
	platform: ComfyPlatform,
	servers: ServerList,
	preferences: PreferencesStore,
): Engine =>
	createComfyEngine({
		platform,
		server: (id) => (id === undefined ? servers.selected() : servers.byId(id)),
		template: workflowTemplate,
		models: (serverId) => chosenModels(preferences.get(), serverId),
		uploadType: () => (preferences.get().uploadToTemp ? 'temp' : 'input'),
		pageOrigin: location.origin,
		stallMs: () => preferences.get().stallSeconds * 1000,
		// Travels when the first video has come.
		probe: async (bytes) => (await import('#media/browser/probeVideo.ts')).probeVideo(bytes),
	});
