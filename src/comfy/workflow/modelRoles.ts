/** The four model files a run needs. */
export type ModelRole = 'diffusion' | 'textEncoder' | 'vae' | 'clipVision';

export interface ModelRoleInfo {
	readonly classType: string;
	readonly input: string;
	/** Folder under ComfyUI's models/. */
	readonly folder: string;
}

/** Which loader's which input takes each role's file. Source: the official template, recorded facts. */
export const modelRoles: Readonly<Record<ModelRole, ModelRoleInfo>> = {
	diffusion: { classType: 'UNETLoader', input: 'unet_name', folder: 'diffusion_models' },
	textEncoder: { classType: 'CLIPLoader', input: 'clip_name', folder: 'text_encoders' },
	vae: { classType: 'VAELoader', input: 'vae_name', folder: 'vae' },
	clipVision: { classType: 'CLIPVisionLoader', input: 'clip_name', folder: 'clip_vision' },
};

export const modelRoleNames: readonly ModelRole[] = [
	'diffusion',
	'textEncoder',
	'vae',
	'clipVision',
];

/** The files chosen on one server, and the type the diffusion model's weights are cast to. */
export interface ModelChoice extends Readonly<Record<ModelRole, string>> {
	readonly weightType: string;
}

/** The role whose file this input of this class takes. */
export const modelRoleOf = (classType: string, input: string): ModelRole | undefined =>
	modelRoleNames.find(
		(role) => modelRoles[role].classType === classType && modelRoles[role].input === input,
	);
