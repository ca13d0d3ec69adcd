import { type ReactNode, useEffect, useRef } from 'react';
import type { JobManager } from '#jobs/createJobManager.ts';
import { expectedSeconds } from '#jobs/estimate.ts';
import { useText } from '#ui/text/useText.tsx';
import { timeLeft } from '../format/timeLeft.ts';
import { useJobs } from '../jobs/useJobs.ts';
import { useNow } from '../jobs/useNow.ts';
import { ResultCard } from './ResultCard.tsx';
import styles from './ResultsTray.module.css';

export interface ResultsTrayProps {
	readonly manager: JobManager;
	readonly openJobId: string | null;
	readonly onOpen: (jobId: string) => void;
	/** The engine that Generate would use: the empty tray says what it takes. */
	readonly engine: 'draft' | 'comfy';
	readonly startImageUrl?: string | undefined;
	/** What stands on the card of a finished job: how well it followed. */
	readonly renderScore?: ((jobId: string) => ReactNode) | undefined;
	/** At the end of the tray: Compare. */
	readonly children?: ReactNode;
	/** One below the other, for the phone's tab. */
	readonly layout?: 'row' | 'column';
}

/**
 * All jobs, oldest first, the newest kept in sight. The list "Results" is what scripts read: each item carries
 * `data-engine`, `data-state` and, while nothing is heard of it, `data-stalled`.
 */
export function ResultsTray({
	manager,
	openJobId,
	onOpen,
	engine,
	startImageUrl,
	renderScore,
	children,
	layout = 'row',
}: ResultsTrayProps) {
	const t = useText().generation.jobs;
	const jobs = useJobs(manager);
	const now = useNow(jobs.some((job) => job.state === 'running' || job.state === 'queued'));
	const list = useRef<HTMLUListElement>(null);
	const newest = jobs.at(-1)?.id;
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new job comes into sight, nothing else scrolls
	useEffect(() => {
		list.current?.scrollTo({ left: list.current.scrollWidth, top: list.current.scrollHeight });
	}, [newest]);
	return (
		<section className={styles.tray} data-layout={layout} aria-label={t.tray}>
			<div className={styles.head}>
				<h2 className={styles.title}>{t.results}</h2>
				<span className={styles.count}>{jobs.length}</span>
			</div>
			{/* biome-ignore lint/a11y/noRedundantRoles: without markers Safari takes a list for none */}
			<ul ref={list} role="list" className={styles.list} aria-label={t.results}>
				{jobs.map((job) => (
					<ResultCard
						key={job.id}
						job={job}
						manager={manager}
						left={timeLeft(
							job,
							expectedSeconds(jobs, job.document, job.engine, job.remote?.serverId),
							now,
						)}
						open={job.id === openJobId}
						onOpen={() => onOpen(job.id)}
						startImageUrl={startImageUrl}
						score={job.state === 'done' && renderScore?.(job.id)}
					/>
				))}
			</ul>
			{jobs.length === 0 && (
				<p className={styles.empty}>
					<span className={styles.strong}>{t.empty}.</span>{' '}
					{engine === 'draft' ? t.emptyDraft : t.emptyComfy}
				</p>
			)}
			{children}
		</section>
	);
}
