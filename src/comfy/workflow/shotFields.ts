import type { ModelRole } from './modelRoles.ts';

/** What of a shot goes into the graph, besides the models. Names as in the document where it has them. */
export type ShotField =
	| 'prompt'
	| 'negative'
	| 'seed'
	| 'steps'
	| 'cfg'
	| 'sampler'
	| 'scheduler'
	| 'shift'
	| 'temperature'
	| 'topk'
	| 'width'
	| 'height'
	| 'length'
	| 'fps'
	| 'image'
	| 'tracks';

/** A field, or one of the choices in the models panel. */
export type GraphField = ShotField | ModelRole | 'weightType';

/** The nodes that a shot is bound to; see `locateNodes`. */
export type NodeRole =
	| 'positive'
	| 'negative'
	| 'image'
	| 'tracks'
	| 'motion'
	| 'sampler'
	| 'modelSampling'
	| 'decode'
	| 'video'
	| 'save'
	| ModelRole;

export interface FieldPlace {
	readonly role: NodeRole;
	readonly classType: string;
	readonly input: string;
}

/**
 * Where each field goes: node by role, and its input. Also where its choices and limits are found in object_info:
 * `limitsOf(info, shotFields.steps.classType, shotFields.steps.input)`.
 */
export const shotFields: Readonly<Record<GraphField, FieldPlace>> = {
	prompt: { role: 'positive', classType: 'CLIPTextEncode', input: 'text' },
	negative: { role: 'negative', classType: 'CLIPTextEncode', input: 'text' },
	seed: { role: 'sampler', classType: 'KSampler', input: 'seed' },
	steps: { role: 'sampler', classType: 'KSampler', input: 'steps' },
	cfg: { role: 'sampler', classType: 'KSampler', input: 'cfg' },
	sampler: { role: 'sampler', classType: 'KSampler', input: 'sampler_name' },
	scheduler: { role: 'sampler', classType: 'KSampler', input: 'scheduler' },
	shift: { role: 'modelSampling', classType: 'ModelSamplingSD3', input: 'shift' },
	temperature: { role: 'motion', classType: 'WanTrackToVideo', input: 'temperature' },
	topk: { role: 'motion', classType: 'WanTrackToVideo', input: 'topk' },
	width: { role: 'motion', classType: 'WanTrackToVideo', input: 'width' },
	height: { role: 'motion', classType: 'WanTrackToVideo', input: 'height' },
	length: { role: 'motion', classType: 'WanTrackToVideo', input: 'length' },
	fps: { role: 'video', classType: 'CreateVideo', input: 'fps' },
	image: { role: 'image', classType: 'LoadImage', input: 'image' },
	tracks: { role: 'tracks', classType: 'PrimitiveStringMultiline', input: 'value' },
	diffusion: { role: 'diffusion', classType: 'UNETLoader', input: 'unet_name' },
	weightType: { role: 'diffusion', classType: 'UNETLoader', input: 'weight_dtype' },
	textEncoder: { role: 'textEncoder', classType: 'CLIPLoader', input: 'clip_name' },
	vae: { role: 'vae', classType: 'VAELoader', input: 'vae_name' },
	clipVision: { role: 'clipVision', classType: 'CLIPVisionLoader', input: 'clip_name' },
};

export const graphFields = Object.keys(shotFields) as readonly GraphField[];
