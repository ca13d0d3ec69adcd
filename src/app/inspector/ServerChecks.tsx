import { useState } from 'react';
import { useEditor } from '#editor/useEditor.ts';
import { useJobs } from '#generation/jobs/useJobs.ts';
import { useLinkText } from '#generation/link/useLinkText.ts';
import { ServerReadiness } from '#generation/preflight/ServerReadiness.tsx';
import { QueuePanel } from '#generation/queue/QueuePanel.tsx';
import { useQueue } from '#generation/queue/useQueue.ts';
import { ServerVerdicts } from '#generation/server/ServerVerdicts.tsx';
import { expectedSeconds } from '#jobs/estimate.ts';
import { chooseModel } from '../studio/chosenModels.ts';
import type { Studio } from '../studio/createStudio.ts';
import type { Preflight } from './usePreflight.ts';

export interface ServerChecksProps {
	readonly studio: Studio;
	readonly preflight: Preflight;
}

const GLANCE_MS = 10_000;

/** Below the checks of the drawing: those of the ComfyUI that the next run goes to, its queue, and how the others are. */
export function ServerChecks({ studio, preflight }: ServerChecksProps) {
	const { problems, verdicts, isWorkflowGone } = preflight;
	const { chosen, client, info } = preflight.servers;
	const { editor, generation, jobs: manager, preferences } = studio;
	const t = useLinkText().loras;
	const jobs = useJobs(manager);
	const document = useEditor(editor, ({ history }) => history.gesture?.base ?? history.present);
	const [isQueueOpen, setQueueOpen] = useState(false);
	const connected = info.server.state === 'connected' ? client : undefined;
	const queue = useQueue(connected, GLANCE_MS);
	if (!chosen) return null;

	// What waits here goes before the next one too.
	const ahead = queue?.ok
		? queue.value.running.length + queue.value.pending.length + manager.getWaiting('comfy').length
		: undefined;
	const one = expectedSeconds(jobs, document, 'comfy', chosen.id);
	const setLoras = (loras: typeof document.shot.loras) =>
		editor.dispatch(t.changed, [{ type: 'shot/set', patch: { loras } }]);
	const openJob = (id: string) => {
		setQueueOpen(false);
		generation.getState().openJob(id);
	};
	return (
		<>
			{verdicts.length > 1 && <ServerVerdicts verdicts={verdicts} nextId={chosen.id} />}
			<ServerReadiness
				problems={problems}
				isWorkflowGone={isWorkflowGone}
				busy={info.busy}
				ahead={ahead}
				wait={ahead ? { ...one, seconds: one.seconds * ahead } : undefined}
				onCheck={info.check}
				onCandidate={(problem, file) => {
					if (problem.kind === 'missingModel')
						chooseModel(preferences, chosen.id, problem.role, file);
					if (problem.kind === 'missingLora')
						setLoras(
							document.shot.loras.map((lora) =>
								lora.name === problem.file ? { ...lora, name: file } : lora,
							),
						);
				}}
				onTakeOut={(file) => setLoras(document.shot.loras.filter(({ name }) => name !== file))}
				onQueue={() => setQueueOpen(true)}
			/>
			<QueuePanel
				open={isQueueOpen}
				onOpenChange={setQueueOpen}
				serverName={chosen.name}
				client={connected}
				manager={manager}
				onJob={openJob}
			/>
		</>
	);
}
