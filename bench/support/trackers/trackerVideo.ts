import { decodeVideo } from '../../../src/media/node/decodeVideo.ts';
import { encodeVideo } from '../../../src/media/node/encodeVideo.ts';
import { greyRgba, sceneFrames } from '../../../src/metrics/testing/movingScene.ts';
import { trackerScene } from './trackerPlan.ts';

/** The scene as H.264, and its light as it is decoded: 8 bits a pixel, one array a frame. */
export async function trackerVideo(): Promise<{ bytes: Uint8Array; lumas: Uint8Array[] }> {
	const pictures = [...sceneFrames(trackerScene)].map(greyRgba);
	const { width, height, frameCount } = trackerScene;
	const video = await encodeVideo({
		...{ width, height, frameCount, fps: 16 },
		frame: (k) => pictures[k]!,
	});
	if (!video.ok) throw new Error(video.error);
	const lumas: Uint8Array[] = [];
	for await (const { rgba } of decodeVideo(video.value.bytes))
		lumas.push(Uint8Array.from({ length: width * height }, (_, i) => rgba[4 * i]!));
	return { bytes: video.value.bytes, lumas };
}
