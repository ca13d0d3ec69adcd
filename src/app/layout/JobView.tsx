import { ResultPlayer } from '#generation/player/ResultPlayer.tsx';
import { RunView } from '#generation/results/RunView.tsx';
import type { Job } from '#jobs/job.ts';
import type { ErrorAction } from '#text/en/errors.ts';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { Servers } from '../hooks/useServers.ts';
import { useStartFrameUrl } from '../hooks/useStartFrameUrl.ts';
import { chooseModel } from '../studio/chosenModels.ts';
import type { Studio } from '../studio/createStudio.ts';

export interface JobViewProps {
	readonly studio: Studio;
	readonly job: Job;
	readonly servers: Servers;
	onConnect(): void;
}

/** One job in the middle of the window: its run while it goes on, its video when it is done. */
export default function JobView(props: JobViewProps) {
	return props.job.state === 'done' ? <DoneJob {...props} /> : <OpenJob {...props} />;
}

function DoneJob({ studio, job }: JobViewProps) {
	const { editor, generation, jobs } = studio;
	const text = useText();
	const close = generation.getState().closeJob;
	return (
		<ResultPlayer
			key={job.id}
			job={job}
			manager={jobs}
			onClose={close}
			onUseShot={({ document, seed }) => {
				const shot = { ...document.shot, seed };
				editor.dispatch(text.app.steps.useShot, [
					{ type: 'document/replace', document: { ...document, shot } },
				]);
				close();
			}}
			onNewSeed={({ document, engine }) => {
				const shot = { ...document.shot, newSeedEachTime: true };
				generation.getState().openJob(jobs.submit({ engine, document: { ...document, shot } }));
			}}
			onDelete={({ id }) => {
				jobs.remove(id);
				close();
			}}
		/>
	);
}

function OpenJob({ studio, job, servers, onConnect }: JobViewProps) {
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
		showField: generation.getState().closeJob,
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
