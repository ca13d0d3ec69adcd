import { Info, ScrollText, Square, TriangleAlert, X } from 'lucide-react';
import type { JobManager } from '#jobs/createJobManager.ts';
import type { ModelRole } from '#jobs/engineError.ts';
import { type Estimate, expectedSeconds } from '#jobs/estimate.ts';
import type { Job } from '#jobs/job.ts';
import type { ErrorAction } from '#text/en/errors.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Progress } from '#ui/controls/Progress.tsx';
import { useText } from '#ui/text/useText.tsx';
import { elapsedMs, timeLeft } from '../format/timeLeft.ts';
import { useJobs } from '../jobs/useJobs.ts';
import { useNow } from '../jobs/useNow.ts';
import { useObjectUrl } from '../jobs/useObjectUrl.ts';
import { useLinkText } from '../link/useLinkText.ts';
import { ErrorNotice } from '../notice/ErrorNotice.tsx';
import { PlannedTracks } from '../player/PlannedTracks.tsx';
import { jobName, jobStateWords } from './jobWords.ts';
import styles from './RunView.module.css';
import { useLastNews } from './useLastNews.ts';

export interface RunViewProps {
	/** Any job that is not done. */
	readonly job: Job;
	readonly manager: JobManager;
	readonly onClose: () => void;
	/** Shows the run's log. */
	readonly onLog?: (() => void) | undefined;
	/** Beside `retry`, which is the manager's: what can be done about an error here. */
	readonly actions?: Readonly<Partial<Record<ErrorAction, () => void>>>;
	/** Takes the nearest model file that the server has in place of a missing one, and runs again. */
	readonly onCandidate?: ((role: ModelRole, file: string) => void) | undefined;
	/** The picture shown until there is a preview: the start image. */
	readonly startImageUrl?: string | undefined;
}

/** One job while it waits and works, and what became of it when that is no video. */
export function RunView(props: RunViewProps) {
	const { job, manager, onClose, onLog, startImageUrl } = props;
	const text = useText();
	const t = text.generation.run;
	const link = useLinkText();
	const name = jobName(text, job);
	const active = job.state === 'queued' || job.state === 'running';
	const preview = useObjectUrl(job.preview?.bytes, job.preview?.mediaType);
	const picture = preview ?? startImageUrl;
	const { width, height } = job.document.frame;
	return (
		<section className={styles.view} aria-label={`${t.region}: ${name}`}>
			<header className={styles.head}>
				<h2 className={styles.title}>{job.engine === 'comfy' && preview ? t.preview : name}</h2>
				<span className={styles.quiet}>
					{preview && <span>{t.previewLabel}</span>}
					{job.step && <span>{t.step(job.step.value, job.step.max)}</span>}
				</span>
				{onLog && <IconButton icon={ScrollText} label={link.log.show} onClick={onLog} />}
				<IconButton icon={X} label={t.close} onClick={onClose} />
			</header>
			<div className={styles.stage}>
				<div
					className={styles.picture}
					style={{ aspectRatio: `${width} / ${height}`, '--aspect': width / height } as object}
				>
					{picture && (
						<img
							className={styles.image}
							data-still={preview ? undefined : ''}
							src={picture}
							alt={preview ? t.previewAlt : ''}
						/>
					)}
					<PlannedTracks document={job.document} share={0} />
					{!preview && active && job.engine === 'comfy' && (
						<p className={styles.noPreview}>{t.noPreview}</p>
					)}
				</div>
			</div>
			<div className={styles.foot}>
				{active ? <RunProgress job={job} manager={manager} /> : <RunEnd name={name} {...props} />}
			</div>
		</section>
	);
}

function RunProgress({ job, manager }: { job: Job; manager: JobManager }) {
	const text = useText();
	const t = text.generation.run;
	const jobs = useJobs(manager);
	const now = useNow(true);
	const newsAt = useLastNews(job);
	const whole = expectedSeconds(jobs, job.document, job.engine, job.remote?.serverId);
	const left = timeLeft(job, whole, now);
	const elapsed = elapsedMs(job, now);
	const perStep = job.step && job.step.value > 0 && elapsed ? elapsed / job.step.value : undefined;
	const words = jobStateWords(text, job, left, undefined);
	const working = job.state === 'running';
	return (
		<>
			{job.stalledMs ? (
				<div className={styles.stall} role="status">
					<span className={styles.warn}>
						<Icon of={TriangleAlert} />
					</span>
					<div>
						<div className={styles.strong}>{t.stallTitle(job.stalledMs)}</div>
						<div className={styles.quiet}>{t.stallText}</div>
					</div>
				</div>
			) : null}
			<div className={styles.line}>
				<span className={styles.big}>
					{working && left ? text.generation.aboutLeft(left.ms) : words}
				</span>
				{working && <span className={styles.share}>{text.common.percent(job.fraction)}</span>}
				<span className={styles.grow} />
				<Button icon={Square} shortcut="Mod+." onClick={() => manager.cancel(job.id)}>
					{t.stop}
				</Button>
			</div>
			<Progress
				size="l"
				label={t.progress}
				fraction={working ? job.fraction : 0}
				valueText={job.step ? t.step(job.step.value, job.step.max) : words}
				pieces={job.step && job.step.max <= 60 ? job.step.max : 1}
			/>
			{!working && job.position ? <Wait position={job.position} each={whole} /> : null}
			{left?.assumed && (
				<p className={styles.assumption}>
					<Icon of={Info} size={14} />
					{job.engine === 'comfy' ? t.assumption : text.generation.aboutTime(left.ms)}.{' '}
					{t.assumptionNote}.
				</p>
			)}
			<dl className={styles.facts}>
				<Fact
					term={t.elapsed}
					value={elapsed === undefined ? '0 s' : text.generation.duration(elapsed)}
				/>
				{perStep !== undefined && (
					<Fact term={t.perStep} value={`${text.common.decimal(perStep / 1000, 1)} s`} />
				)}
				{job.node && <Fact term={t.node} value={job.node} />}
				<Fact term={t.lastNews} value={t.ago(job.stalledMs ?? Math.max(0, now - newsAt))} />
			</dl>
		</>
	);
}

/** When a run that waits will begin, if those before it take as long as ours do. */
function Wait({ position, each }: { position: number; each: Estimate }) {
	const text = useText();
	const t = useLinkText().checks;
	return (
		<p className={styles.quiet} data-part="wait">
			{t.ahead(position)}, {t.wait(text.generation.aboutTime(each.seconds * position * 1000))}
			{each.assumed && ` (${t.waitAssumed})`}
		</p>
	);
}

function Fact({ term, value }: { term: string; value: string }) {
	return (
		<div>
			<dt>{term}</dt>
			<dd>{value}</dd>
		</div>
	);
}

function RunEnd({
	job,
	name,
	manager,
	actions,
	onCandidate,
}: RunViewProps & { readonly name: string }) {
	const text = useText();
	const t = text.generation.run;
	const retry = () => manager.retry(job.id);
	if (job.error)
		return (
			<ErrorNotice
				error={job.error}
				run={name}
				actions={{ retry, ...actions }}
				onCandidate={onCandidate}
			/>
		);
	const lost = job.state === 'lost';
	return (
		<div className={styles.end} role="status">
			<div className={styles.big}>{lost ? text.errors.lost.title : t.cancelledTitle}</div>
			<p className={styles.quiet}>{lost ? text.errors.lost.text : t.cancelledText}</p>
			<Button onClick={retry}>{text.common.retry}</Button>
		</div>
	);
}
