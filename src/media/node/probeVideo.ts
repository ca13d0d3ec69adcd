import { fail, ok, type Result } from '#core/result.ts';
import { readAnimatedWebp } from '../picture/animatedWebp.ts';
import { loadVideoCodecs } from './optionalPackages.ts';

export interface VideoFacts {
	/** Pixels as shown. */
	readonly width: number;
	readonly height: number;
	readonly frameCount: number;
	readonly fps: number;
	/** A file on a disk is for any player: always true. */
	readonly playable: true;
}

/** Reads the facts of a video or an animated WebP from its index, decoding nothing. The error is a plain sentence. Needs no optional package. */
export async function probeVideo(bytes: Uint8Array): Promise<Result<VideoFacts, string>> {
	if (bytes.length === 0) return fail('The file is empty.');
	const animation = readAnimatedWebp(bytes);
	if (animation) {
		const { width, height, frameCount, fps } = animation;
		return ok({ width, height, frameCount, fps, playable: true });
	}
	// One Mediabunny a process: it warns of a second.
	const codecs = await loadVideoCodecs();
	const { BufferSource, Input, MATROSKA, MP4, QTFF, WEBM } = codecs.ok
		? codecs.value
		: await import('mediabunny');
	const input = new Input({
		source: new BufferSource(bytes),
		formats: [MP4, QTFF, WEBM, MATROSKA],
	});
	try {
		const track = (await input.canRead()) ? await input.getPrimaryVideoTrack() : null;
		if (track === null) return fail('The file is no video that can be read.');
		const { packetCount, averagePacketRate } = await track.computePacketStats();
		if (packetCount === 0) return fail('The video has no frames.');
		return ok({
			width: await track.getDisplayWidth(),
			height: await track.getDisplayHeight(),
			frameCount: packetCount,
			fps: Math.round(averagePacketRate * 1000) / 1000,
			playable: true,
		});
	} catch {
		return fail('The video file is damaged.');
	} finally {
		input.dispose();
	}
}
