import type { Graph } from '../../workflow/graph.ts';

const tracks = '[[{"x": 1, "y": 2}, {"x": 3, "y": 4}]]';

/** As ComfyUI-WanVideoWrapper's ATI example is built, in API format; written by hand after its classes' inputs. */
export const wrapperGraph: Graph = {
	'1': { class_type: 'LoadImage', inputs: { image: 'fox.png' } },
	'2': {
		class_type: 'ImageResizeKJv2',
		inputs: { image: ['1', 0], width: 832, height: 480, crop_position: 'center' },
	},
	'3': {
		class_type: 'SplineEditor',
		inputs: { points_store: '[]', coordinates: tracks, mask_width: ['2', 1], bg_image: ['2', 0] },
	},
	'4': { class_type: 'WanVideoModelLoader', inputs: { model: 'wan.safetensors' } },
	'5': {
		class_type: 'WanVideoATITracks',
		inputs: {
			model: ['4', 0],
			tracks: ['3', 1],
			width: ['2', 1],
			height: ['2', 2],
			temperature: 220,
			topk: 2,
			start_percent: 0,
			end_percent: 1,
		},
	},
	'6': {
		class_type: 'WanVideoTextEncode',
		inputs: { positive_prompt: 'a fox', negative_prompt: 'blurry', t5: ['12', 0] },
	},
	'7': {
		class_type: 'WanVideoImageToVideoEncode',
		inputs: {
			vae: ['13', 0],
			start_image: ['2', 0],
			width: ['2', 1],
			height: ['2', 2],
			num_frames: 81,
		},
	},
	'8': {
		class_type: 'WanVideoSampler',
		inputs: {
			model: ['5', 0],
			image_embeds: ['7', 0],
			text_embeds: ['6', 0],
			steps: 20,
			cfg: 6,
			shift: 5,
			seed: 1057359483639287,
			scheduler: 'unipc',
		},
	},
	'9': { class_type: 'WanVideoDecode', inputs: { vae: ['13', 0], samples: ['8', 0] } },
	'10': {
		class_type: 'VHS_VideoCombine',
		inputs: { images: ['9', 0], frame_rate: 16, format: 'video/h264-mp4', save_output: true },
	},
	'12': { class_type: 'LoadWanVideoT5TextEncoder', inputs: { model_name: 'umt5.safetensors' } },
	'13': { class_type: 'WanVideoVAELoader', inputs: { model_name: 'vae.safetensors' } },
};

/** Core nodes with WanMove: its tracks are one point a frame, and reach it by link only. */
export const moveGraph: Graph = {
	'1': { class_type: 'LoadImage', inputs: { image: 'fox.png' } },
	'2': { class_type: 'PrimitiveStringMultiline', inputs: { value: tracks } },
	'3': { class_type: 'WanMoveTracksFromCoords', inputs: { track_coords: ['2', 0] } },
	'4': { class_type: 'CLIPTextEncode', inputs: { text: 'a fox', clip: ['20', 0] } },
	'5': { class_type: 'CLIPTextEncode', inputs: { text: 'blurry', clip: ['20', 0] } },
	'6': {
		class_type: 'WanMoveTrackToVideo',
		inputs: {
			positive: ['4', 0],
			negative: ['5', 0],
			vae: ['21', 0],
			tracks: ['3', 0],
			strength: 1,
			width: 832,
			height: 480,
			length: ['15', 0],
			start_image: ['1', 0],
		},
	},
	'7': {
		class_type: 'KSamplerAdvanced',
		inputs: {
			model: ['22', 0],
			positive: ['6', 0],
			negative: ['6', 1],
			latent_image: ['6', 2],
			noise_seed: 7,
			steps: 20,
			cfg: 3.5,
			sampler_name: 'euler',
			scheduler: 'simple',
			start_at_step: 0,
			end_at_step: 10,
		},
	},
	'8': { class_type: 'VAEDecode', inputs: { samples: ['7', 0], vae: ['21', 0] } },
	'9': { class_type: 'CreateVideo', inputs: { images: ['8', 0], fps: 16 } },
	'10': { class_type: 'SaveVideo', inputs: { video: ['9', 0], filename_prefix: 'move' } },
	'15': { class_type: 'PrimitiveInt', inputs: { value: 81 } },
	'20': { class_type: 'CLIPLoader', inputs: { clip_name: 'umt5.safetensors', type: 'wan' } },
	'21': { class_type: 'VAELoader', inputs: { vae_name: 'vae.safetensors' } },
	'22': {
		class_type: 'UNETLoader',
		inputs: { unet_name: 'wan.safetensors', weight_dtype: 'default' },
	},
	// A second branch that the video has nothing to do with.
	'30': { class_type: 'LoadImage', inputs: { image: 'other.png' } },
	'31': { class_type: 'PreviewImage', inputs: { images: ['30', 0] } },
};
