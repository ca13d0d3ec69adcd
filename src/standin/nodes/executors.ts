import { number, opaque, scalar, take, text } from './inputs.ts';
import { loadImage } from './loadImage.ts';
import { sample } from './sample.ts';
import { previewImages, saveImages, saveVideo } from './saveOutputs.ts';
import type { Executor } from './values.ts';
import { wanImageToVideo, wanTrackToVideo } from './wanTrackToVideo.ts';

const passOn =
	(type: string): Executor =>
	async () => ({ outputs: [opaque(type)] });

const primitive: Executor = async (inputs) => ({
	outputs: [inputs.value ?? scalar('')],
});

const decodeLatent: Executor = async (inputs) => {
	const latent = take(inputs, 'samples', 'latent');
	const { width, height, length: frameCount } = latent;
	const grey = new Uint8ClampedArray(width * height * 4).fill(128);
	const clip = latent.guide?.clip ?? { width, height, frameCount, frame: () => grey };
	return { outputs: [{ kind: 'image', clip }] };
};

const emptyImage: Executor = async (inputs) => {
	const [width, height] = [number(inputs, 'width', 512), number(inputs, 'height', 512)];
	const colour = number(inputs, 'color', 0);
	const pixel = [(colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff, 0xff];
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let at = 0; at < rgba.length; at += 4) rgba.set(pixel, at);
	const frameCount = number(inputs, 'batch_size', 1);
	return { outputs: [{ kind: 'image', clip: { width, height, frameCount, frame: () => rgba } }] };
};

/** What the stand-in does for each class. Models are names only: it renders by itself. */
export const executors: Readonly<Record<string, Executor>> = {
	UNETLoader: passOn('MODEL'),
	LoraLoaderModelOnly: passOn('MODEL'),
	ModelSamplingSD3: passOn('MODEL'),
	CLIPLoader: passOn('CLIP'),
	VAELoader: passOn('VAE'),
	CLIPVisionLoader: passOn('CLIP_VISION'),
	CLIPVisionEncode: passOn('CLIP_VISION_OUTPUT'),
	PrimitiveString: primitive,
	PrimitiveStringMultiline: primitive,
	PrimitiveInt: primitive,
	PrimitiveFloat: primitive,
	PrimitiveBoolean: primitive,
	CLIPTextEncode: async (inputs) => ({
		outputs: [{ kind: 'conditioning', text: text(inputs, 'text') }],
	}),
	LoadImage: loadImage,
	EmptyImage: emptyImage,
	WanTrackToVideo: wanTrackToVideo,
	WanImageToVideo: wanImageToVideo,
	KSampler: sample,
	VAEDecode: decodeLatent,
	VAEDecodeTiled: decodeLatent,
	CreateVideo: async (inputs) => ({
		outputs: [
			{
				kind: 'video',
				clip: take(inputs, 'images', 'image').clip,
				fps: number(inputs, 'fps', 30),
			},
		],
	}),
	SaveVideo: saveVideo,
	SaveImage: saveImages,
	PreviewImage: previewImages,
	GetImageSize: async (inputs) => {
		const { clip } = take(inputs, 'image', 'image');
		return { outputs: [scalar(clip.width), scalar(clip.height), scalar(1)] };
	},
	PreviewAny: async (inputs) => ({
		outputs: [],
		ui: { text: [text(inputs, 'source', 'None')] },
	}),
};
