import { animationVideo } from '#media/browser/animationVideo.ts';
import type { EncodedVideo } from '#media/media.ts';

/** Made videos are kept while they are likely to be asked for again: by the player, the card and the comparison. */
const mostKept = 4;
const kept = new Map<string, Promise<EncodedVideo | undefined>>();

/**
 * The video that is played in place of an animated picture.
 * @param id Of the job; a job made again has other bytes.
 * @returns undefined when none can be made of it.
 */
export function playableAnimation(
	id: string,
	bytes: Uint8Array,
): Promise<EncodedVideo | undefined> {
	const name = `${id} ${bytes.length}`;
	const video = kept.get(name) ?? animationVideo(bytes);
	// The last asked for goes to the end.
	kept.delete(name);
	kept.set(name, video);
	for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
	return video;
}
