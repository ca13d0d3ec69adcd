import { CircleAlert, RefreshCw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { JobManager } from '#jobs/createJobManager.ts';
import type { Job } from '#jobs/job.ts';
import { Icon } from '#ui/controls/Icon.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Progress } from '#ui/controls/Progress.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { TimeLeft } from '../format/timeLeft.ts';
import { JobThumb } from './JobThumb.tsx';
import { failureWords, jobName, jobStateWords } from './jobWords.ts';
import styles from './ResultCard.module.css';
import { useHoverDelay } from './useHoverDelay.ts';

export interface ResultCardProps {
	readonly job: Job;
	readonly manager: Pick<JobManager, 'getVideo' | 'cancel' | 'retry'>;
	readonly left: TimeLeft | undefined;
	readonly open: boolean;
	readonly onOpen: () => void;
	readonly startImageUrl?: string | undefined;
	/** How well its video followed. */
	readonly score?: ReactNode;
}

const PLAY_AFTER_MS = 300;

/** One job in the tray: its picture, name, what it does, and the one thing to do about it. */
export function ResultCard({
	job,
	manager,
	left,
	open,
	onOpen,
	startImageUrl,
	score,
}: ResultCardProps) {
	const text = useText();
	const t = text.generation.jobs;
	const hover = useHoverDelay(PLAY_AFTER_MS);
	const name = jobName(text, job);
	const failure = job.error && failureWords(text, job.error);
	const words = jobStateWords(text, job, left, failure);
	const active = job.state === 'queued' || job.state === 'running';
	const again = job.state === 'failed' || job.state === 'cancelled' || job.state === 'lost';
	return (
		<li
			className={styles.card}
			data-engine={job.engine}
			data-state={job.state}
			data-stalled={job.stalledMs ? 'true' : undefined}
			data-open={open ? '' : undefined}
			{...hover.handlers}
		>
			<button
				type="button"
				className={styles.open}
				aria-label={t.open(name, words)}
				aria-current={open ? 'true' : undefined}
				title={again ? words : undefined}
				onClick={onOpen}
			>
				<JobThumb
					job={job}
					manager={manager}
					playing={hover.rested}
					startImageUrl={startImageUrl}
				/>
				<span className={styles.words}>
					<span className={styles.name}>{name}</span>{' '}
					<span className={styles.state} data-tone={job.stalledMs ? 'warn' : undefined}>
						{job.state === 'failed' && (
							<span className={styles.failed}>
								<Icon of={CircleAlert} size={14} />
							</span>
						)}
						<span className={styles.line}>{words}</span>
					</span>
				</span>
			</button>
			{score}
			{active && (
				<IconButton icon={X} size="s" label={t.cancel} onClick={() => manager.cancel(job.id)} />
			)}
			{again && (
				<IconButton
					icon={RefreshCw}
					size="s"
					iconSize={14}
					label={t.retry}
					onClick={() => manager.retry(job.id)}
				/>
			)}
			{job.state === 'running' && (
				<Progress
					className={styles.bar}
					label={t.progress(name)}
					fraction={job.fraction}
					valueText={words}
				/>
			)}
		</li>
	);
}
