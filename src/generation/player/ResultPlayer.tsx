import { Film, Maximize, Minimize, ScrollText, X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { frameToShare } from '#core/trajectory/time.ts';
import type { JobManager } from '#jobs/createJobManager.ts';
import type { Job } from '#jobs/job.ts';
import type { Report } from '#metrics/report/report.ts';
import { Badge } from '#ui/controls/Badge.tsx';
import { EmptyState } from '#ui/controls/EmptyState.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Spinner } from '#ui/controls/Spinner.tsx';
import { Tooltip } from '#ui/controls/Tooltip.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useVideoUrl } from '../jobs/useVideoUrl.ts';
import { useLinkText } from '../link/useLinkText.ts';
import { resultPlan } from '../metrics/resultPlan.ts';
import { useResultsText } from '../metrics/useResultsText.ts';
import { jobName } from '../results/jobWords.ts';
import { InfluenceMap } from './InfluenceMap.tsx';
import { MeasuredTracks } from './MeasuredTracks.tsx';
import { PlannedTracks, type PlannedTracksHandle } from './PlannedTracks.tsx';
import { PlayerNotices } from './PlayerNotices.tsx';
import { PlayerToggles } from './PlayerToggles.tsx';
import { playerKey } from './playerKeys.ts';
import { ResultActions } from './ResultActions.tsx';
import styles from './ResultPlayer.module.css';
import { Transport } from './Transport.tsx';
import { useFullScreen } from './useFullScreen.ts';
import { useLoopRange } from './useLoopRange.ts';
import { useVideoPlayback } from './useVideoPlayback.ts';
import box from './videoBox.module.css';

export interface ResultPlayerProps {
	/** A job that is done. */
	readonly job: Job;
	readonly manager: JobManager;
	readonly onClose: () => void;
	/** Makes the job's document the one on the canvas again. */
	readonly onUseShot: (job: Job) => void;
	/** For an answer out of the server's cache: runs the same shot with a new seed. */
	readonly onNewSeed: (job: Job) => void;
	readonly onDelete: (job: Job) => void;
	/** Shows the log of the run that made it. */
	readonly onLog?: (() => void) | undefined;
	/** Buttons of the app among those of the result. */
	readonly actions?: ReactNode;
	/** How well it followed, below the video. */
	readonly score?: ReactNode;
	/** Where its points were found; undefined: not measured. */
	readonly report?: Report | undefined;
}

const unknownClip = { fps: 16, frameCount: 1 };

/** The video of a finished job with its tracks over it, frame by frame, and what can be done with it. */
export const ResultPlayer = (props: ResultPlayerProps) => <Player key={props.job.id} {...props} />;

function Player(props: ResultPlayerProps) {
	const { job, manager, onClose, onUseShot, onNewSeed, onDelete, onLog, actions, score, report } =
		props;
	const link = useLinkText();
	const words = useResultsText().player;
	const text = useText();
	const t = text.generation.player;
	const source = useVideoUrl(manager, job);
	const clip = job.video ?? unknownClip;
	const video = useRef<HTMLVideoElement>(null);
	const tracks = useRef<PlannedTracksHandle>(null);
	const [loop, setLoop] = useState(true);
	const [speed, setSpeed] = useState(1);
	const [shown, setShown] = useState({ tracks: true, measured: false, influence: false });
	const range = useLoopRange(clip.frameCount);
	const full = useFullScreen();
	const plan = useMemo(() => resultPlan(job), [job]);
	const playback = useVideoPlayback(
		video,
		clip,
		(frame) => tracks.current?.draw(frameToShare(frame, clip.frameCount)),
		range,
	);
	useEffect(() => {
		if (video.current) video.current.playbackRate = speed;
	}, [speed]);

	const name = jobName(text, job);
	const { width, height } = job.video ?? job.document.frame;
	const bytes = 'bytes' in source ? source.bytes : undefined;
	// Known before it is tried, or found out by trying.
	// Where a browser writes no videos, a draft is its frames.
	const isZip = job.video?.extension === 'zip';
	const isUnplayable =
		job.video?.playable === false || source.state === 'unplayable' || playback.failed;
	return (
		<section
			className={styles.player}
			data-full={full.isOn ? '' : undefined}
			aria-label={`${t.region}: ${name}`}
			onKeyDown={(event) => {
				if (!playerKey(event, playback, clip, range)) return;
				event.preventDefault();
				event.stopPropagation();
			}}
		>
			<header className={styles.head}>
				<div className={styles.names}>
					<h2 className={styles.title}>{name}</h2>
					{job.engine === 'draft' ? (
						<Tooltip content={t.draftHint}>
							<span>
								<Badge tone="accent">{t.draftLabel}</Badge>
							</span>
						</Tooltip>
					) : (
						<span className={styles.quiet}>
							{text.generation.run.seed.toLowerCase()} {job.seed}
						</span>
					)}
				</div>
				<PlayerToggles shown={shown} onShown={setShown} hasReport={report !== undefined} />
				{onLog && <IconButton icon={ScrollText} label={link.log.show} onClick={onLog} />}
				{full.isPossible && (
					<IconButton
						icon={full.isOn ? Minimize : Maximize}
						label={full.isOn ? words.leaveFullscreen : words.fullscreen}
						onClick={full.toggle}
					/>
				)}
				<IconButton icon={X} label={t.close} onClick={onClose} />
			</header>
			<PlayerNotices job={job} onNewSeed={onNewSeed} />
			<div className={styles.stage}>
				{source.state === 'gone' ? (
					<EmptyState title={t.noVideo} text={t.noVideoText} />
				) : isZip ? (
					<EmptyState icon={Film} title={t.pictures} text={t.picturesText} />
				) : isUnplayable ? (
					<EmptyState icon={Film} title={t.unplayable} text={t.unplayableText} />
				) : (
					<div
						className={box.picture}
						style={{ aspectRatio: `${width} / ${height}`, '--aspect': width / height } as object}
					>
						<video
							ref={video}
							className={box.video}
							src={source.state === 'ready' ? source.url : undefined}
							aria-label={name}
							muted
							playsInline
							autoPlay={!prefersStillness()}
							loop={loop}
							tabIndex={-1}
							onClick={playback.playing ? playback.pause : playback.play}
							{...playback.handlers}
						/>
						{source.state === 'loading' && (
							<span className={box.over}>
								<Spinner size={20} label={t.loading} />
							</span>
						)}
						{shown.influence && (
							<InfluenceMap
								document={job.document}
								share={frameToShare(playback.frame, clip.frameCount)}
							/>
						)}
						{shown.measured && report && (
							<MeasuredTracks
								tracks={plan}
								report={report}
								frame={playback.frame}
								planned
								measured
							/>
						)}
						{shown.tracks && !(shown.measured && report) && (
							<PlannedTracks
								ref={tracks}
								document={job.document}
								share={playback.playing ? undefined : frameToShare(playback.frame, clip.frameCount)}
							/>
						)}
					</div>
				)}
			</div>
			{!isUnplayable && (
				<Transport
					playback={playback}
					clip={clip}
					loop={loop}
					onLoop={setLoop}
					speed={speed}
					onSpeed={setSpeed}
					range={range}
				/>
			)}
			{score}
			<ResultActions
				job={job}
				bytes={bytes}
				onUseShot={onUseShot}
				onDelete={onDelete}
				extra={actions}
			/>
		</section>
	);
}

const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
