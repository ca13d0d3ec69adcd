import { useMemo } from 'react';
import { useStore } from 'zustand';
import { defaultShot, type WanDocument } from '#core/document/document.ts';
import { lintDocument } from '#core/lint/lintDocument.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { useEditor } from '#editor/useEditor.ts';
import { ExplainDialog, type PlannedRun } from '#generation/explain/ExplainDialog.tsx';
import { useJobs } from '#generation/jobs/useJobs.ts';
import type { WorkflowRecord } from '#generation/workflow/workflowRecord.ts';
import { expectedSeconds } from '#jobs/estimate.ts';
import type { Job } from '#jobs/job.ts';
import { samplesOf } from '#jobs/jobInput.ts';
import { usePreferences } from '../hooks/usePreferences.ts';
import type { Servers } from '../hooks/useServers.ts';
import { chosenModels } from '../studio/chosenModels.ts';
import type { Studio } from '../studio/createStudio.ts';
import { previewGraph } from '../studio/previewGraph.ts';

/** The picture's name in the graph: the real one is the hash of its content, known when it is rendered. */
const IMAGE = 'start.png';

/** "What ComfyUI will get", of the shot as it is now. */
export default function ShotExplanation({
	studio: { editor, preferences, workflows, jobs },
	servers: { chosen, info },
	onClose,
}: {
	readonly studio: Studio;
	readonly servers: Servers;
	onClose(): void;
}) {
	const document = useEditor(editor, ({ history }) => history.gesture?.base ?? history.present);
	const current = usePreferences(preferences);
	const records = useStore(workflows);
	const past = useJobs(jobs);
	const run = useMemo(
		() => planned(document, chosenModels(current, chosen?.id ?? ''), records, past, chosen?.id),
		[document, current, records, past, chosen],
	);
	const facts = info.server.state === 'connected' ? info.server.facts : undefined;
	return (
		<ExplainDialog
			run={run}
			server={
				chosen && facts
					? { url: new URL(chosen.baseUrl, location.href).href, card: facts.card }
					: undefined
			}
			onClose={onClose}
		/>
	);
}

function planned(
	document: WanDocument,
	models: ReturnType<typeof chosenModels>,
	records: readonly WorkflowRecord[],
	jobs: readonly Job[],
	serverId: string | undefined,
): PlannedRun {
	const { shot, frame } = document;
	const { samples, tracksJson } = samplesOf(document);
	const workflow = records.find(({ id }) => id === shot.workflow);
	const isHere = workflow !== undefined || shot.workflow === defaultShot.workflow;
	return {
		name: document.name,
		graph: isHere
			? previewGraph(document, models, workflow, { tracksJson, image: IMAGE })
			: undefined,
		tracksJson,
		tracks: samples.length,
		samples: samples.reduce((sum, track) => sum + track.length / 2, 0),
		image: IMAGE,
		frame,
		seconds: clipSeconds(frame),
		seed: shot.newSeedEachTime ? shot.seed : undefined,
		time: expectedSeconds(jobs, document, 'comfy', serverId),
		findings: lintDocument(document),
	};
}
