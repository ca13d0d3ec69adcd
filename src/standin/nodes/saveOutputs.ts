import { encodeVideo } from '#media/node/encodeVideo.ts';
import { encodePicture } from '#media/node/pictures.ts';
import { type FileType, staysInside } from '../files/fileStore.ts';
import type { StandinVersion } from '../options.ts';
import { take, text } from './inputs.ts';
import {
	type Executor,
	Interrupted,
	type NodeContext,
	NodeException,
	type NodeInputs,
} from './values.ts';

/** Writes an H.264 MP4 to the output folder; the result stands under `images` with `animated: [true]`. */
export const saveVideo: Executor = async (inputs, context) => {
	const { clip, fps } = take(inputs, 'video', 'video');
	checkContainer(inputs, context.version);
	const place = outputName(inputs, context, clip, 'mp4');
	const video = await encodeVideo({ ...clip, fps, tags: context.tags, signal: context.signal });
	if (context.signal.aborted) throw new Interrupted();
	if (!video.ok) throw new NodeException('RuntimeError', video.error);
	context.files.put('output', place.subfolder, place.name, video.value.bytes);
	const image = { filename: place.name, subfolder: place.subfolder, type: 'output' };
	return { outputs: [], ui: { images: [image], animated: [true] } };
};

/** Containers are checked when the node runs. Source: recordings/save_video_input_forms of both versions. */
function checkContainer(inputs: NodeInputs, version: StandinVersion): void {
	const format = text(inputs, 'format');
	const codec = text(inputs, 'format.codec', text(inputs, 'codec', 'auto'));
	if (version === '0.3.64') {
		if (format === 'auto' || format === 'mp4') return;
		throw new NodeException('ValueError', `'${format}' is not a valid VideoContainer`);
	}
	if (!['auto', 'mp4', 'mkv', 'webm'].includes(format)) {
		throw new NodeException(
			'TypeError',
			"SaveVideo.execute() missing 1 required positional argument: 'format'",
		);
	}
	if (format === 'webm' && codec === 'h264') {
		throw new NodeException('ValueError', 'WebM output requires the AV1 codec');
	}
	if (format === 'mkv' || format === 'webm' || codec === 'av1') {
		throw new NodeException('NotImplementedError', 'The stand-in writes H.264 in MP4 only.');
	}
}

export const saveImages: Executor = (inputs, context) => storeFrames(inputs, context, 'output');
export const previewImages: Executor = (inputs, context) => storeFrames(inputs, context, 'temp');

async function storeFrames(inputs: NodeInputs, context: NodeContext, type: FileType) {
	const { clip } = take(inputs, 'images', 'image');
	const images: { filename: string; subfolder: string; type: FileType }[] = [];
	for (let index = 0; index < clip.frameCount; index++) {
		const place = outputName(inputs, context, clip, 'png');
		const name = type === 'temp' ? `preview_${context.promptId}_${index}.png` : place.name;
		const picture = { width: clip.width, height: clip.height, rgba: clip.frame(index) };
		const png = await encodePicture(picture, 'png');
		if (!png.ok) throw new NodeException('RuntimeError', png.error);
		context.files.put(type, place.subfolder, name, png.value);
		images.push({ filename: name, subfolder: place.subfolder, type });
	}
	return { outputs: [], ui: { images } };
}

function outputName(
	inputs: NodeInputs,
	context: NodeContext,
	clip: { width: number; height: number },
	extension: string,
): { subfolder: string; name: string } {
	const prefix = fillDate(text(inputs, 'filename_prefix', 'ComfyUI'))
		.replaceAll('%width%', String(clip.width))
		.replaceAll('%height%', String(clip.height));
	if (!staysInside(prefix)) {
		throw new NodeException(
			'Exception',
			'**** ERROR: Saving image outside the output folder is not allowed.\n full_output_folder: /srv\n         output_dir: /srv/ComfyUI/output\n         commonpath: /srv',
		);
	}
	return context.files.nextName(prefix, extension);
}

/** ComfyUI fills in %year% and its kin; `%KSampler.seed%` stays as it is. */
function fillDate(prefix: string): string {
	const now = new Date();
	const two = (value: number): string => String(value).padStart(2, '0');
	return prefix
		.replaceAll('%year%', String(now.getFullYear()))
		.replaceAll('%month%', two(now.getMonth() + 1))
		.replaceAll('%day%', two(now.getDate()))
		.replaceAll('%hour%', two(now.getHours()))
		.replaceAll('%minute%', two(now.getMinutes()))
		.replaceAll('%second%', two(now.getSeconds()));
}
