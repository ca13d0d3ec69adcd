import type { ModelChoice, ModelRole } from '#comfy/workflow/modelRoles.ts';
import type { Preferences, PreferencesStore } from '../preferences/preferences.ts';
import { workflowDefaults } from './workflowTemplate.ts';

/** The model files for a server: the person's choices over the names that the workflow brings. */
export function chosenModels({ models }: Preferences, serverId: string | undefined): ModelChoice {
	const chosen = (serverId !== undefined && models[serverId]) || {};
	const { diffusion, weightType, textEncoder, vae, clipVision } = workflowDefaults.models;
	return {
		diffusion: chosen.diffusion ?? diffusion,
		weightType: chosen.weightType ?? weightType,
		textEncoder: chosen.textEncoder ?? textEncoder,
		vae: chosen.vae ?? vae,
		clipVision: chosen.clipVision ?? clipVision,
	};
}

/** Chooses a file for one role on one server. */
export function chooseModel(
	preferences: PreferencesStore,
	serverId: string,
	role: ModelRole | 'weightType',
	file: string,
): void {
	const { models } = preferences.get();
	preferences.set({ models: { ...models, [serverId]: { ...models[serverId], [role]: file } } });
}
