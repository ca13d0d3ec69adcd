import { fail, ok, type Result } from '#core/result.ts';
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

/** Reads a video's facts from its index, decoding nothing. The error is a plain sentence. */
export async function probeVideo(bytes: Uint8Array): Promise<Result<VideoFacts, string>> {
	if (bytes.length === 0) return fail('The file is empty.');
	return withVideoTrack(bytes, async (track) => {
		if (track === null) return fail('The file is no video that can be read.');
		try {
			const { packetCount, averagePacketRate } = await track.computePacketStats();
			if (packetCount === 0) return fail('The video has no frames.');
			return ok({
				width: await track.getDisplayWidth(),
				height: await track.getDisplayHeight(),
				frameCount: packetCount,
				fps: Math.round(averagePacketRate * 1000) / 1000,
				codec: (await track.getCodec()) ?? 'unknown',
				playable: typeof VideoDecoder === 'undefined' || (await track.canDecode()),
			});
		} catch {
			return fail('The video file is damaged.');
		}
	});
}
