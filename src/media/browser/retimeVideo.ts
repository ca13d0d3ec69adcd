import type { EncodedVideo } from '../media.ts';
import type { VideoSpec } from '../video/codecs.ts';
import { withVideoTrack } from './openVideo.ts';

/**
 * A recorded video with frame k at exactly k/fps, in WebM or MP4 as its codec wants; nothing is encoded anew, so no WebCodecs
 * are needed. @returns undefined when it does not hold `frameCount` frames: then no time would be the right one.
 */
export async function retimeVideo(
	recorded: Uint8Array,
	{ width, height, fps, frameCount }: VideoSpec,
): Promise<EncodedVideo | undefined> {
	const {
		BufferTarget,
		EncodedPacketSink,
		EncodedVideoPacketSource,
		Mp4OutputFormat,
		Output,
		WebMOutputFormat,
	} = await import('mediabunny');
	return withVideoTrack(recorded, async (track) => {
		const codec = await track?.getCodec();
		if (!track || !codec) return undefined;
		const packets = [];
		for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
		if (packets.length !== frameCount) return undefined;
		const decoderConfig = (await track.getDecoderConfig()) ?? undefined;
		const isWebm = codec === 'vp8' || codec === 'vp9';
		const target = new BufferTarget();
		const output = new Output({
			format: isWebm ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'in-memory' }),
			target,
		});
		const source = new EncodedVideoPacketSource(codec);
		output.addVideoTrack(source, { frameRate: fps });
		await output.start();
		for (const [index, packet] of packets.entries()) {
			const retimed = packet.clone({ timestamp: index / fps, duration: 1 / fps });
			await source.add(retimed, decoderConfig ? { decoderConfig } : undefined);
		}
		await output.finalize();
		if (target.buffer === null) throw new Error('the muxer finished without a file');
		const [mediaType, extension] = isWebm ? ['video/webm', 'webm'] : ['video/mp4', 'mp4'];
		return {
			bytes: new Uint8Array(target.buffer),
			mediaType,
			extension,
			width,
			height,
			frameCount,
			fps,
		} as EncodedVideo;
	});
}
