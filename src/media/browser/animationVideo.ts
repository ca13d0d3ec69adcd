import type { EncodedVideo } from '../media.ts';
import { readAnimatedWebp } from '../picture/animatedWebp.ts';
import { encodeByMediaRecorder } from './encodeByMediaRecorder.ts';
import { encodeVideo } from './encodeVideo.ts';
import { type WebpPicture, webpFrames } from './webpFrames.ts';

/**
 * An animated WebP as a video of the same frames, k/fps each: no picture element can be stopped, stepped or compared.
 * For looking at only; what is kept and measured is the file itself. In a page.
 * @returns undefined when it is damaged or this browser writes no video.
 */
export async function animationVideo(bytes: Uint8Array): Promise<EncodedVideo | undefined> {
	const animation = readAnimatedWebp(bytes);
	if (!animation) return undefined;
	const { width, height, frameCount, fps } = animation;
	const spec = { width, height, frameCount, fps };
	let frames: AsyncGenerator<WebpPicture, void, void> | undefined;
	const draw = async (frame: number) => {
		// A recorder begins again when it lost frames.
		if (frame === 0) frames = webpFrames(bytes);
		const next = await frames?.next();
		if (!next?.value) throw new Error(`frame ${frame} of the animation is missing`);
		return next.value.frame;
	};
	try {
		const encoded = await encodeVideo(spec, draw);
		const video = encoded.ok ? encoded : await encodeByMediaRecorder(spec, draw);
		return video.ok ? video.value : undefined;
	} catch {
		return undefined;
	}
}
