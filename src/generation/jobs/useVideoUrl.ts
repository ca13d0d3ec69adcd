import { useEffect, useState } from 'react';
import type { JobManager } from '#jobs/createJobManager.ts';
import type { Job } from '#jobs/job.ts';

export type VideoSource =
	| { readonly state: 'none' }
	| { readonly state: 'loading' }
	| { readonly state: 'ready'; readonly url: string; readonly bytes: Uint8Array }
	/** The record says there is one, the storage has none. */
	| { readonly state: 'gone' };

/**
 * The video of a finished job as an object URL, made from the stored bytes and given back when the job changes or the
 * owner goes. A blob, so that a canvas may read it.
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
		let url: string | undefined;
		let left = false;
		setSource({ state: 'loading' });
		manager.getVideo(id).then(
			(bytes) => {
				if (left) return;
				if (!bytes) return setSource({ state: 'gone' });
				url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: mediaType }));
				setSource({ state: 'ready', url, bytes });
			},
			() => !left && setSource({ state: 'gone' }),
		);
		return () => {
			left = true;
			if (url) URL.revokeObjectURL(url);
		};
	}, [manager, id, mediaType]);
	return source;
}
