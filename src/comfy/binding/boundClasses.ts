import type { BindingField } from './binding.ts';

type Inputs = Readonly<Partial<Record<BindingField, string>>>;

/** Core nodes that make latents of a start image, a size and two conditionings. */
const imageToVideo: Inputs = {
	image: 'start_image',
	prompt: 'positive',
	negative: 'negative',
	width: 'width',
	height: 'height',
	length: 'length',
};

/**
 * Which input of which class takes what. `image`, `prompt` and `negative` may name a link, which is followed to the
 * picture or the text. `steps` of KSamplerAdvanced is left out: its start and end step belong to its own number of steps.
 * Core classes, WanVideoATITracks and WanMoveTracksFromCoords were checked against object_info of ComfyUI 0.33 or public source; the
 * other classes of ComfyUI-WanVideoWrapper and ComfyUI-VideoHelperSuite were written from memory and not run. A wrong guess is seen in
 * the dialog and can be corrected there.
 */
export const boundClasses: Readonly<Record<string, Inputs>> = {
	WanTrackToVideo: { ...imageToVideo, tracks: 'tracks', temperature: 'temperature', topk: 'topk' },
	WanMoveTrackToVideo: imageToVideo,
	WanMoveTracksFromCoords: { tracks: 'track_coords' },
	WanImageToVideo: imageToVideo,
	WanVideoATITracks: {
		tracks: 'tracks',
		width: 'width',
		height: 'height',
		temperature: 'temperature',
		topk: 'topk',
	},
	WanVideoATITracksVisualize: { tracks: 'tracks' },
	WanVideoImageToVideoEncode: {
		image: 'start_image',
		width: 'width',
		height: 'height',
		length: 'num_frames',
	},
	WanVideoTextEncode: { prompt: 'positive_prompt', negative: 'negative_prompt' },
	WanVideoTextEncodeCached: { prompt: 'positive_prompt', negative: 'negative_prompt' },
	WanVideoSampler: { seed: 'seed', steps: 'steps', cfg: 'cfg', shift: 'shift' },
	KSampler: {
		seed: 'seed',
		steps: 'steps',
		cfg: 'cfg',
		sampler: 'sampler_name',
		scheduler: 'scheduler',
	},
	KSamplerAdvanced: {
		seed: 'noise_seed',
		cfg: 'cfg',
		sampler: 'sampler_name',
		scheduler: 'scheduler',
	},
	SamplerCustom: { seed: 'noise_seed', cfg: 'cfg' },
	RandomNoise: { seed: 'noise_seed' },
	BasicScheduler: { steps: 'steps', scheduler: 'scheduler' },
	KSamplerSelect: { sampler: 'sampler_name' },
	CFGGuider: { cfg: 'cfg' },
	ModelSamplingSD3: { shift: 'shift' },
	CreateVideo: { fps: 'fps' },
	SaveWEBM: { fps: 'fps' },
	SaveAnimatedWEBP: { fps: 'fps' },
	VHS_VideoCombine: { fps: 'frame_rate' },
};

/** Nodes that read one point for each video frame, not 121 for the clip. Source: comfy_extras/nodes_wanmove.py. */
export const perFrameClasses: ReadonlySet<string> = new Set(['WanMoveTracksFromCoords']);

/** Classes that save a video, the likeliest first. */
export const videoOutputs: readonly string[] = [
	'SaveVideo',
	'VHS_VideoCombine',
	'SaveWEBM',
	'SaveAnimatedWEBP',
];

/** Where the prompt is found when no class above names it. */
export const conditionedClasses: readonly string[] = [
	'KSampler',
	'KSamplerAdvanced',
	'SamplerCustom',
	'CFGGuider',
];

/** Names under which classes unknown to us have it; taken only when one single input has such a name. */
export const usualNames: Readonly<Partial<Record<BindingField, readonly string[]>>> = {
	seed: ['seed', 'noise_seed'],
	steps: ['steps'],
	cfg: ['cfg', 'guidance_scale'],
	shift: ['shift'],
	width: ['width'],
	height: ['height'],
	length: ['length', 'num_frames', 'video_length'],
	fps: ['fps', 'frame_rate'],
};
