import { useMemo } from 'react';
import { JobThumb } from '#generation/results/JobThumb.tsx';
import type { Job } from '#jobs/job.ts';
import { useStartFrameUrl } from '../hooks/useStartFrameUrl.ts';
import type { Studio } from '../studio/createStudio.ts';

/** The picture of a card: its video, or what its shot begins with. */
export function GalleryThumb({
	studio: { jobs, pictures },
	job,
	playing,
}: {
	readonly studio: Pick<Studio, 'jobs' | 'pictures'>;
	readonly job: Job;
	readonly playing: boolean;
}) {
	const { image, frame } = job.document;
	const hasVideo = job.video !== undefined;
	const still = useMemo(
		() => ({ image: hasVideo ? null : image, frame }),
		[image, frame, hasVideo],
	);
	const url = useStartFrameUrl(pictures, still);
	return <JobThumb job={job} manager={jobs} playing={playing} startImageUrl={url} fills />;
}
