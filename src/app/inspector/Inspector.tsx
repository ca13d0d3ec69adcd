import { type ReactNode, type RefObject, useMemo } from 'react';
import { ChecksPanel } from '#editor/panels/ChecksPanel.tsx';
import { FrameSettings } from '#editor/panels/FrameSettings.tsx';
import { TrackInspector } from '#editor/panels/TrackInspector.tsx';
import { useEditor } from '#editor/useEditor.ts';
import { useOpenJob } from '#generation/jobs/createGenerationStore.ts';
import { RunDetails } from '#generation/results/RunDetails.tsx';
import { ModelsPanel } from '#generation/server/ModelsPanel.tsx';
import { ShotPanel } from '#generation/shot/ShotPanel.tsx';
import { shotChoices } from '#generation/shot/shotChoices.ts';
import type { FileInputsHandle } from '../FileInputs.tsx';
import type { FileActions } from '../hooks/useFileActions.ts';
import { usePreferences } from '../hooks/usePreferences.ts';
import type { Servers } from '../hooks/useServers.ts';
import { chosenModels } from '../studio/chosenModels.ts';
import type { Studio } from '../studio/createStudio.ts';
import { workflowDefaults } from '../studio/workflowTemplate.ts';
import styles from './Inspector.module.css';
import { TracksFooter } from './TracksFooter.tsx';

/** The right side: what is selected, the shot, the models, what is wrong, and the tracks as a file. */
export default function Inspector({
	studio,
	servers,
	files,
	inputs,
	compactHead,
}: {
	readonly studio: Studio;
	readonly servers: Servers;
	readonly files: FileActions;
	readonly inputs: RefObject<FileInputsHandle | null>;
	/** On a phone: the engine choice, which has no room in the header; the frame settings come with it. */
	readonly compactHead: ReactNode;
}) {
	const { editor, generation } = studio;
	const openJob = useOpenJob(generation);
	return (
		<div className={styles.inspector}>
			<div className={styles.scroll} data-part="scroll">
				<div>{openJob ? <RunDetails job={openJob} /> : <TrackInspector store={editor} />}</div>
				<div>
					{compactHead && (
						<div className={styles.compactHead}>
							{compactHead}
							<FrameSettings store={editor} />
						</div>
					)}
					<ShotSettings studio={studio} servers={servers} />
				</div>
			</div>
			<div className={styles.checks} data-part="checks">
				<ChecksPanel store={editor} />
			</div>
			<TracksFooter store={editor} files={files} inputs={inputs} />
		</div>
	);
}

function ShotSettings({
	studio: { editor, preferences },
	servers: { chosen, info },
}: {
	readonly studio: Studio;
	readonly servers: Servers;
}) {
	const shot = useEditor(editor, ({ history }) => history.present.shot);
	const stored = usePreferences(preferences).models;
	const objectInfo = info.server.state === 'connected' ? info.server.facts.info : undefined;
	const choices = useMemo(() => shotChoices(objectInfo), [objectInfo]);
	const gesture = useMemo(
		() => ({
			begin: editor.beginGesture,
			preview: (patch: Partial<typeof shot>) =>
				editor.previewGesture([{ type: 'shot/set', patch }]),
			commit: editor.commitGesture,
			cancel: editor.cancelGesture,
		}),
		[editor],
	);
	return (
		<ShotPanel
			shot={shot}
			onShot={(patch, label) => editor.dispatch(label, [{ type: 'shot/set', patch }])}
			gesture={gesture}
			choices={choices}
			engine={chosen ? 'comfy' : 'draft'}
			negativeDefault={workflowDefaults.negative}
		>
			{chosen && (
				<ModelsPanel
					info={objectInfo}
					choice={chosenModels(preferences.get(), chosen.id)}
					onChoice={(patch) =>
						preferences.set({
							models: { ...stored, [chosen.id]: { ...stored[chosen.id], ...patch } },
						})
					}
					onCheck={info.check}
					busy={info.busy}
				/>
			)}
		</ShotPanel>
	);
}
