import type { Input, InputVideoTrack } from 'mediabunny';

/** Opens a video file's picture track, runs the work and closes everything, whatever happens. */
export async function withVideoTrack<T>(
	bytes: Uint8Array,
	work: (track: InputVideoTrack | null, input: Input) => Promise<T>,
): Promise<T> {
	const input = await openInput(bytes);
	try {
		return await work(await primaryTrack(input), input);
	} finally {
		input.dispose();
	}
}

export async function openInput(bytes: Uint8Array): Promise<Input> {
	const { BufferSource, Input, MATROSKA, MP4, QTFF, WEBM } = await import('mediabunny');
	return new Input({ source: new BufferSource(bytes), formats: [MP4, QTFF, WEBM, MATROSKA] });
}

/** null: the file is no video, or holds no picture track. */
export async function primaryTrack(input: Input): Promise<InputVideoTrack | null> {
	try {
		return (await input.canRead()) ? await input.getPrimaryVideoTrack() : null;
	} catch {
		return null;
	}
}
