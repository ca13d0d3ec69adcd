import { fail, ok, type Result } from '#core/result.ts';
import { readAnimatedWebp } from '../picture/animatedWebp.ts';
import { withVideoTrack } from './openVideo.ts';

export interface VideoFacts {
	/** Pixels as shown. */
	readonly width: number;
	readonly height: number;
	readonly frameCount: number;
	readonly fps: number;
	/** `avc`, `vp9` ... or `unknown`. */
	readonly codec: string;
	/** Whether this browser decodes it; true where nobody can say (plain-http pages): the player will tell. */
	readonly playable: boolean;
}

/** Reads the facts of a video or an animated WebP from its index, decoding nothing. The error is a plain sentence. */
export async function probeVideo(bytes: Uint8Array): Promise<Result<VideoFacts, string>> {
	if (bytes.length === 0) return fail('The file is empty.');
	const animation = readAnimatedWebp(bytes);
	if (animation) {
		const { width, height, frameCount, fps } = animation;
		return ok({ width, height, frameCount, fps, codec: 'webp', playable: true });
	}
	return withVideoTrack(bytes, async (track) => {
		if (track === null) return fail('The file is no video that can be read.');
		try {
			// Side by side: the person waits for the video.
			const [stats, width, height, codec, playable] = await Promise.all([
				track.computePacketStats(),
				track.getDisplayWidth(),
				track.getDisplayHeight(),
				track.getCodec(),
				typeof VideoDecoder === 'undefined' || track.canDecode(),
			]);
			const { packetCount, averagePacketRate } = stats;
			if (packetCount === 0) return fail('The video has no frames.');
			return ok({
				width,
				height,
				frameCount: packetCount,
				fps: Math.round(averagePacketRate * 1000) / 1000,
				codec: codec ?? 'unknown',
				playable,
			});
		} catch {
			return fail('The video file is damaged.');
		}
	});
}
