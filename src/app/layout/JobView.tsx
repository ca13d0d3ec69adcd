import { useState } from 'react';
import { downloadBytes } from '#generation/download/downloadBytes.ts';
import { safeFileName } from '#generation/download/safeFileName.ts';
import { useReport } from '#generation/jobs/createGenerationStore.ts';
import { RunLogDialog } from '#generation/log/RunLogDialog.tsx';
import { reportOf } from '#generation/metrics/reportState.ts';
import { ScoreStrip } from '#generation/metrics/ScoreStrip.tsx';
import { ResultPlayer } from '#generation/player/ResultPlayer.tsx';
import { jobName } from '#generation/results/jobWords.ts';
import { RunView } from '#generation/results/RunView.tsx';
import type { Job } from '#jobs/job.ts';
import type { ErrorAction } from '#text/en/errors.ts';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import { restoreShot } from '../gallery/restoreShot.ts';
import { studioTrash } from '../gallery/studioTrash.ts';
import { useTakeBack } from '../gallery/useTakeBack.ts';
import type { Servers } from '../hooks/useServers.ts';
import { useStartFrameUrl } from '../hooks/useStartFrameUrl.ts';
import { ContinueButton } from '../projects/ContinueButton.tsx';
import { appVersion } from '../studio/appVersion.ts';
import { chooseModel } from '../studio/chosenModels.ts';
import type { Studio } from '../studio/createStudio.ts';
import { problemReport } from '../studio/problemReport.ts';
import { runLog } from '../studio/runLog.ts';

export interface JobViewProps {
	readonly studio: Studio;
	readonly job: Job;
	readonly servers: Servers;
	onConnect(): void;
}

/** One job in the middle of the window: its run while it goes on, its video when it is done. */
export default function JobView(props: JobViewProps) {
	const { job, servers } = props;
	const text = useText();
	const [isLogOpen, setLogOpen] = useState(false);
	const name = jobName(text, job);
	const shown = { ...props, onLog: () => setLogOpen(true) };
	return (
		<>
			{job.state === 'done' ? <DoneJob {...shown} /> : <OpenJob {...shown} />}
			{isLogOpen && (
				<RunLogDialog
					log={runLog}
					jobId={job.id}
					name={name}
					onClose={() => setLogOpen(false)}
					onReport={() => void saveReport(job, name, servers)}
				/>
			)}
		</>
	);
}

/** With the version of the ComfyUI, when it is the one that the job was sent to. */
async function saveReport(job: Job, name: string, { chosen, info }: Servers): Promise<void> {
	const isItsServer = chosen && (job.remote?.serverId ?? chosen.id) === chosen.id;
	const comfyVersion =
		isItsServer && info.server.state === 'connected' ? info.server.facts.version : undefined;
	const facts = { version: await appVersion(), comfyVersion, browser: navigator.userAgent };
	downloadBytes(
		problemReport(job, runLog, facts),
		'text/plain;charset=utf-8',
		safeFileName(`${name} report`, 'txt'),
	);
}

type ShownJobProps = JobViewProps & { readonly onLog: () => void };

function DoneJob({ studio, job, onLog }: ShownJobProps) {
	const { generation, jobs } = studio;
	const text = useText();
	const offerTakeBack = useTakeBack();
	const close = generation.getState().closeJob;
	const report = reportOf(useReport(generation, job.id));
	return (
		<ResultPlayer
			key={job.id}
			job={job}
			manager={jobs}
			onClose={close}
			onLog={onLog}
			actions={<ContinueButton studio={studio} job={job} />}
			report={report}
			score={<ScoreStrip job={job} generation={generation} />}
			onUseShot={(made) => {
				restoreShot(studio, made, text.app.steps.useShot);
				close();
			}}
			onNewSeed={({ document, engine }) => {
				const shot = { ...document.shot, newSeedEachTime: true };
				generation.getState().openJob(jobs.submit({ engine, document: { ...document, shot } }));
			}}
			onDelete={({ id }) => {
				close();
				offerTakeBack([studioTrash(studio).discard([id])], jobName(text, job));
			}}
		/>
	);
}

/** The first field that says what was refused; it is in the inspector, beside the job. */
function focusRefusedField(): void {
	const field = document.querySelector<HTMLElement>('[data-part="scroll"] [aria-invalid="true"]');
	field?.scrollIntoView({ block: 'center' });
	field?.focus();
}

function OpenJob({ studio, job, servers, onConnect, onLog }: ShownJobProps) {
	const { generation, jobs, pictures, preferences } = studio;
	const text = useText();
	const toasts = useToasts();
	const startImageUrl = useStartFrameUrl(pictures, job.document);
	const { client } = servers;
	const actions: Partial<Record<ErrorAction, () => void>> = {
		checkAgain: () => {
			servers.info.check();
			onConnect();
		},
		useDraft: () => {
			preferences.set({ engine: 'draft' });
			generation.getState().openJob(jobs.submit({ engine: 'draft', document: job.document }));
		},
		showField: () => {
			generation.getState().closeJob();
			focusRefusedField();
		},
		...(client && {
			freeMemory: async () => {
				const freed = await client.free();
				toasts.show(
					freed.ok
						? { tone: 'ok', title: text.generation.connect.freed }
						: { tone: 'error', ...text.errors.engine(freed.error), action: undefined },
				);
			},
		}),
	};
	return (
		<RunView
			job={job}
			manager={jobs}
			onClose={generation.getState().closeJob}
			onLog={onLog}
			actions={actions}
			onCandidate={(role, file) => {
				// A job that failed before it was sent was for the server chosen now.
				const serverId = job.remote?.serverId ?? servers.chosen?.id;
				if (serverId === undefined) return;
				chooseModel(preferences, serverId, role, file);
				jobs.retry(job.id);
			}}
			startImageUrl={startImageUrl}
		/>
	);
}
