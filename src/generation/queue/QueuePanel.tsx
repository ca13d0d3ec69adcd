import { ArrowDown, ArrowUp, ArrowUpToLine, X } from 'lucide-react';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { type QueueRow, queueRows } from '#comfy/queue/queueRows.ts';
import type { JobManager } from '#jobs/createJobManager.ts';
import type { Job } from '#jobs/job.ts';
import { StateDot } from '#ui/controls/Badge.tsx';
import { Button } from '#ui/controls/Button.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { useText } from '#ui/text/useText.tsx';
import { gigabytes } from '../format/timeCode.ts';
import { useJobs } from '../jobs/useJobs.ts';
import { useLinkText } from '../link/useLinkText.ts';
import { ErrorNotice } from '../notice/ErrorNotice.tsx';
import { jobName } from '../results/jobWords.ts';
import type { GraphicsCard } from '../server/readCard.ts';
import styles from './QueuePanel.module.css';
import { useFreeMemory } from './useFreeMemory.ts';
import { useQueue } from './useQueue.ts';

export interface QueuePanelProps {
	readonly open: boolean;
	readonly onOpenChange: (open: boolean) => void;
	readonly serverName: string;
	readonly client: ComfyClient | undefined;
	readonly manager: JobManager;
	/** Shows a job of ours. */
	readonly onJob: (jobId: string) => void;
}

const SHOWN_MS = 3000;

/**
 * What a ComfyUI has to do, ours and others', and what waits here for its turn. Only runs whose id we know as ours have a
 * Cancel; those that wait can go first, and those that wait here can change places. Below: the card's memory, and the way to free it.
 */
export function QueuePanel(props: QueuePanelProps) {
	const { client, manager, serverName } = props;
	const t = useLinkText().queue;
	const jobs = useJobs(manager);
	const queue = useQueue(props.open ? client : undefined, SHOWN_MS);
	const ours = new Map(jobs.flatMap(({ id, remote }) => (remote ? [[remote.promptId, id]] : [])));
	const rows = queue?.ok ? queueRows(queue.value, ours) : [];
	const waiting = manager
		.getWaiting('comfy')
		.flatMap((id) => jobs.find((job) => job.id === id) ?? []);
	return (
		<Dialog open={props.open} onOpenChange={props.onOpenChange} title={t.title(serverName)}>
			{queue && !queue.ok && <ErrorNotice error={queue.error} />}
			<h3 className={styles.heading}>{t.onServer}</h3>
			{queue?.ok && rows.length === 0 && <p className={styles.empty}>{t.idle}</p>}
			{!queue && <p className={styles.empty}>{t.asking}</p>}
			<ol className={styles.list} aria-label={t.onServer}>
				{rows.map((row, index) => (
					<ServerRow
						key={row.promptId}
						row={row}
						waitsBehind={rows[index - 1]?.state === 'pending'}
						job={jobs.find((job) => job.id === row.jobId)}
						{...props}
					/>
				))}
			</ol>
			{waiting.length > 0 && (
				<>
					<h3 className={styles.heading}>{t.here}</h3>
					<ol className={styles.list} aria-label={t.here}>
						{waiting.map((job, index) => (
							<WaitingRow key={job.id} job={job} index={index} count={waiting.length} {...props} />
						))}
					</ol>
				</>
			)}
			<Memory client={props.open ? client : undefined} />
		</Dialog>
	);
}

function ServerRow({
	row,
	waitsBehind,
	job,
	manager,
	onJob,
}: QueuePanelProps & {
	readonly row: QueueRow;
	/** Another run waits before it. */
	readonly waitsBehind: boolean;
	readonly job: Job | undefined;
}) {
	const text = useText();
	const t = useLinkText().queue;
	const state = row.state === 'running' ? t.running : t.pending(row.ahead);
	return (
		<li className={styles.row} data-owner={job ? 'ours' : 'other'} data-state={row.state}>
			<StateDot tone={row.state === 'running' ? 'accent' : 'neutral'} />
			<span className={styles.name}>
				{job ? (
					<button type="button" className={styles.link} onClick={() => onJob(job.id)}>
						{jobName(text, job)}
					</button>
				) : (
					t.other
				)}
			</span>
			<span className={styles.state}>{state}</span>
			{job && waitsBehind && <FirstButton job={job} manager={manager} />}
			{job && (
				<IconButton
					icon={X}
					size="s"
					label={t.cancel(jobName(text, job))}
					onClick={() => manager.cancel(job.id)}
				/>
			)}
		</li>
	);
}

/** Before all others of the server, other people's runs too. */
function FirstButton({ job, manager }: { readonly job: Job } & Pick<QueuePanelProps, 'manager'>) {
	const text = useText();
	const t = useLinkText().queue;
	return (
		<IconButton
			icon={ArrowUpToLine}
			size="s"
			label={t.first(jobName(text, job))}
			onClick={() => manager.putFirst(job.id)}
		/>
	);
}

function WaitingRow({
	job,
	index,
	count,
	manager,
	onJob,
}: QueuePanelProps & { readonly job: Job; readonly index: number; readonly count: number }) {
	const text = useText();
	const t = useLinkText().queue;
	const name = jobName(text, job);
	return (
		<li className={styles.row} data-owner="ours" data-state="waiting">
			<StateDot tone="neutral" />
			<span className={styles.name}>
				<button type="button" className={styles.link} onClick={() => onJob(job.id)}>
					{name}
				</button>
			</span>
			<FirstButton job={job} manager={manager} />
			<IconButton
				icon={ArrowUp}
				size="s"
				label={t.earlier(name)}
				disabled={index === 0}
				onClick={() => manager.moveTo(job.id, index - 1)}
			/>
			<IconButton
				icon={ArrowDown}
				size="s"
				label={t.later(name)}
				disabled={index === count - 1}
				onClick={() => manager.moveTo(job.id, index + 1)}
			/>
			<IconButton icon={X} size="s" label={t.cancel(name)} onClick={() => manager.cancel(job.id)} />
		</li>
	);
}

function Memory({ client }: { readonly client: ComfyClient | undefined }) {
	const text = useText();
	const t = useLinkText().queue;
	const memory = useFreeMemory(client);
	const { figures } = memory;
	const figure = (card: GraphicsCard | undefined) =>
		card ? t.free(gigabytes(card.free), gigabytes(card.total)) : text.generation.connect.noGpu;
	return (
		<section className={styles.memory} aria-label={t.memory}>
			<div className={styles.memoryWords} role="status">
				<div className={styles.name}>{t.memory}</div>
				{!figures && <div className={styles.state}>{t.memoryText}</div>}
				{figures && (
					<dl className={styles.figures}>
						<dt>{t.before}</dt>
						<dd>{figure(figures.before)}</dd>
						<dt>{t.after}</dt>
						<dd>{memory.busy && !figures.after ? t.whenIdle : figure(figures.after)}</dd>
					</dl>
				)}
				{memory.error && (
					<div className={styles.state}>{text.errors.engine(memory.error).title}</div>
				)}
			</div>
			<Button busy={memory.busy} onClick={memory.free}>
				{text.generation.connect.freeMemory}
			</Button>
		</section>
	);
}
