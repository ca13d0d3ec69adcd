import { useCallback, useEffect, useRef } from 'react';
import type { JobManager } from '#jobs/createJobManager.ts';
import type { Job } from '#jobs/job.ts';
import { useObjectUrl } from '../jobs/useObjectUrl.ts';
import { useVideoUrl } from '../jobs/useVideoUrl.ts';
import styles from './JobThumb.module.css';
import { useLater } from './useLater.ts';
import { useSeen } from './useSeen.ts';

export interface JobThumbProps {
	readonly job: Job;
	readonly manager: Pick<JobManager, 'getVideo'>;
	readonly playing: boolean;
	/** What to show before there is a preview or a video: the start image. */
	readonly startImageUrl?: string | undefined;
	/** As wide as its place and 26 by 15, all of the picture in it. */
	readonly fills?: boolean;
}

/** Share of the clip. */
const NEAR_END = 0.9;

/** 73 x 42 (or what `fills` says): the video’s first frame (it plays while `playing`), or the newest preview, or the start image. */
export function JobThumb({ job, manager, playing, startImageUrl, fills = false }: JobThumbProps) {
	const box = useRef<HTMLSpanElement>(null);
	const video = useRef<HTMLVideoElement>(null);
	// After the player's: two videos that are loaded at a time keep each other waiting.
	const isWanted = useLater(useSeen(box) && job.video !== undefined);
	const source = useVideoUrl(manager, job, isWanted);
	const preview = useObjectUrl(job.preview?.bytes, job.preview?.mediaType);
	const still = preview ?? startImageUrl;
	// Results of one picture begin alike: a large one shows where its motion leads.
	const restAt = fills ? NEAR_END : 0;
	const rest = useCallback(
		(element: HTMLVideoElement) => {
			element.pause();
			element.currentTime = restAt * (element.duration || 0);
		},
		[restAt],
	);
	useEffect(() => {
		const element = video.current;
		if (!element) return;
		if (!playing) return rest(element);
		element.currentTime = 0;
		element.play().catch(() => undefined);
	}, [playing, rest]);
	return (
		<span
			ref={box}
			className={styles.thumb}
			data-state={job.state}
			data-fills={fills ? '' : undefined}
		>
			{source.state === 'ready' ? (
				<video
					ref={video}
					className={styles.picture}
					src={source.url}
					muted
					loop
					playsInline
					preload="metadata"
					onLoadedMetadata={restAt > 0 ? ({ currentTarget }) => rest(currentTarget) : undefined}
					tabIndex={-1}
					aria-hidden="true"
				/>
			) : (
				still && <img className={styles.picture} src={still} alt="" />
			)}
		</span>
	);
}
