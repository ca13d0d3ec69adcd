import { useEffect, useState } from 'react';
import type { JobManager } from '#jobs/createJobManager.ts';
import type { Job } from '#jobs/job.ts';
import { type MediaUrl, openMediaUrl } from '#media/browser/mediaUrl.ts';
import { giveBackLater } from './useObjectUrl.ts';

export type VideoSource =
	| { readonly state: 'none' }
	| { readonly state: 'loading' }
	| { readonly state: 'ready'; readonly url: string; readonly bytes: Uint8Array }
	/** An animated picture that could not be made into a video: it can be saved. */
	| { readonly state: 'unplayable'; readonly bytes: Uint8Array }
	/** The record says there is one, the storage has none. */
	| { readonly state: 'gone' };

/**
 * The video of a finished job as an address, made from the stored bytes and given back when the job changes or the owner
 * goes. Of this very origin, so that a canvas may read it. `bytes` are those that are stored: of an animated picture, not
 * of the video that is played.
 * @param wanted False: nothing is loaded yet.
 */
export function useVideoUrl(
	manager: Pick<JobManager, 'getVideo'>,
	job: Pick<Job, 'id' | 'video'>,
	wanted = true,
): VideoSource {
	const [source, setSource] = useState<VideoSource>({ state: 'none' });
	const { id } = job;
	const mediaType = wanted ? job.video?.mediaType : undefined;
	useEffect(() => {
		if (!mediaType) {
			setSource({ state: 'none' });
			return;
		}
		let made: MediaUrl | undefined;
		let left = false;
		setSource({ state: 'loading' });
		const load = async () => {
			const bytes = await manager.getVideo(id);
			if (left) return;
			if (!bytes) return setSource({ state: 'gone' });
			const playable = await playableOf(id, bytes, mediaType);
			if (left) return;
			if (!playable) return setSource({ state: 'unplayable', bytes });
			made = await openMediaUrl(playable.bytes, playable.mediaType);
			if (left) return made.close();
			setSource({ state: 'ready', url: made.url, bytes });
		};
		load().catch(() => !left && setSource({ state: 'gone' }));
		return () => {
			left = true;
			if (made) giveBackLater(made.close);
		};
	}, [manager, id, mediaType]);
	return source;
}

/** No video element shows a picture; undefined: no video can be made of it. */
const playableOf = async (id: string, bytes: Uint8Array, mediaType: string) =>
	mediaType === 'image/webp'
		? (await import('./playableAnimation.ts')).playableAnimation(id, bytes)
		: { bytes, mediaType };
