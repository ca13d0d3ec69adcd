import {
	type ReactNode,
	type RefObject,
	useEffect,
	useMemo,
	useState,
	useSyncExternalStore,
} from 'react';
import { useStore } from 'zustand';
import type { PreflightProblem } from '#comfy/preflight/preflight.ts';
import { defaultShot } from '#core/document/document.ts';
import type { LumaPicture } from '#core/pins/lumaPicture.ts';
import { CameraPanel } from '#editor/camera/CameraPanel.tsx';
import { isCameraOpen } from '#editor/camera/cameraFocus.ts';
import { lumaOf } from '#editor/influence/lumaOf.ts';
import { ChecksPanel } from '#editor/panels/ChecksPanel.tsx';
import { FrameSettings } from '#editor/panels/FrameSettings.tsx';
import { TrackInspector } from '#editor/panels/TrackInspector.tsx';
import { RegionPanel } from '#editor/region/RegionPanel.tsx';
import { useEditor } from '#editor/useEditor.ts';
import { useOpenJob } from '#generation/jobs/createGenerationStore.ts';
import { useLinkText } from '#generation/link/useLinkText.ts';
import { LoraPanel } from '#generation/lora/LoraPanel.tsx';
import { StepPresets } from '#generation/lora/StepPresets.tsx';
import { fieldErrors } from '#generation/preflight/fieldErrors.ts';
import { lastRefused, refusedFields } from '#generation/preflight/refusedFields.ts';
import { RunDetails } from '#generation/results/RunDetails.tsx';
import { ModelsPanel } from '#generation/server/ModelsPanel.tsx';
import { ShotPanel } from '#generation/shot/ShotPanel.tsx';
import { shotChoices } from '#generation/shot/shotChoices.ts';
import { WorkflowSelect } from '#generation/workflow/WorkflowSelect.tsx';
import type { WorkflowRecord } from '#generation/workflow/workflowRecord.ts';
import type { FileInputsHandle } from '../FileInputs.tsx';
import type { FileActions } from '../hooks/useFileActions.ts';
import { usePreferences } from '../hooks/usePreferences.ts';
import type { Servers } from '../hooks/useServers.ts';
import { ServerQueries } from '../ServerQueries.tsx';
import { chooseModel, chosenModels } from '../studio/chosenModels.ts';
import type { Studio } from '../studio/createStudio.ts';
import { workflowDefaults } from '../studio/workflowTemplate.ts';
import styles from './Inspector.module.css';
import { PlainHttpNote } from './PlainHttpNote.tsx';
import { ServerChecks } from './ServerChecks.tsx';
import { TracksFooter } from './TracksFooter.tsx';
import { usePreflight } from './usePreflight.ts';

export interface InspectorProps {
	readonly studio: Studio;
	readonly servers: Servers;
	readonly files: FileActions;
	readonly inputs: RefObject<FileInputsHandle | null>;
	/** On a phone: the engine choice, which has no room in the header; the frame settings come with it. */
	readonly compactHead: ReactNode;
	/** Shows the workflows of this computer. */
	readonly onWorkflows: () => void;
}

/** The right side: what is selected, the shot, the models, what is wrong, and the tracks as a file. */
export default function Inspector(props: InspectorProps) {
	return (
		<ServerQueries>
			<Panels {...props} />
		</ServerQueries>
	);
}

function Panels({
	studio,
	servers: found,
	files,
	inputs,
	compactHead,
	onWorkflows,
}: InspectorProps) {
	const { editor, generation } = studio;
	const openJob = useOpenJob(generation);
	const isCamera = useEditor(editor, isCameraOpen);
	const preflight = usePreflight(studio, found);
	const { servers, problems } = preflight;
	const luma = useLuma(studio);
	return (
		<div className={styles.inspector}>
			<div className={styles.scroll} data-part="scroll">
				<div>
					{openJob ? (
						<RunDetails job={openJob} />
					) : isCamera ? (
						<CameraPanel store={editor} picture={luma} />
					) : (
						<>
							<TrackInspector store={editor} />
							<RegionPanel store={editor} />
						</>
					)}
				</div>
				<div>
					{compactHead && (
						<div className={styles.compactHead}>
							{compactHead}
							<FrameSettings store={editor} />
						</div>
					)}
					<ShotSettings
						studio={studio}
						servers={servers}
						problems={problems}
						onWorkflows={onWorkflows}
					/>
				</div>
			</div>
			<div className={styles.checks} data-part="checks">
				<ChecksPanel store={editor} picture={luma} />
				{servers.chosen && <ServerChecks studio={studio} preflight={preflight} />}
				<PlainHttpNote />
			</div>
			<TracksFooter store={editor} files={files} inputs={inputs} />
		</div>
	);
}

/** Brightness of the start image, worked out when the page has nothing else to do. */
function useLuma({ pictures }: Studio): LumaPicture | undefined {
	const picture = useSyncExternalStore(pictures.subscribe, pictures.get);
	const bitmap = picture.name === 'ready' ? picture.bitmap : null;
	const [luma, setLuma] = useState<{ bitmap: ImageBitmap; luma: LumaPicture | undefined }>();
	useEffect(() => {
		if (!bitmap) return;
		const timer = setTimeout(() => setLuma({ bitmap, luma: lumaOf(bitmap) }), LUMA_DELAY_MS);
		return () => clearTimeout(timer);
	}, [bitmap]);
	return luma && luma.bitmap === bitmap ? luma.luma : undefined;
}

const LUMA_DELAY_MS = 500;

/** The negative prompt that an imported workflow brings; '' when there is none in plain words. */
function negativeOf(records: readonly WorkflowRecord[], id: string): string {
	const record = records.find((each) => each.id === id);
	const place = record?.binding.places.negative[0];
	const text = place && record?.graph[place.node]?.inputs[place.input];
	return typeof text === 'string' ? text : '';
}

function ShotSettings({
	studio: { editor, jobs: manager, preferences, workflows },
	servers: { chosen, info },
	problems,
	onWorkflows,
}: {
	readonly studio: Studio;
	readonly servers: Servers;
	readonly problems: readonly PreflightProblem[] | undefined;
	readonly onWorkflows: () => void;
}) {
	const t = useLinkText();
	const shot = useEditor(editor, ({ history }) => history.present.shot);
	const records = useStore(workflows);
	const refused = useSyncExternalStore(manager.subscribe, () => lastRefused(manager.getJobs()));
	// An imported workflow brings its own models and LoRAs.
	const isOwn = shot.workflow === defaultShot.workflow;
	const { stepPresets } = usePreferences(preferences);
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
	const setShot = (patch: Partial<typeof shot>, label: string) =>
		editor.dispatch(label, [{ type: 'shot/set', patch }]);
	return (
		<ShotPanel
			shot={shot}
			onShot={setShot}
			gesture={gesture}
			choices={choices}
			engine={chosen ? 'comfy' : 'draft'}
			negativeDefault={isOwn ? workflowDefaults.negative : negativeOf(records, shot.workflow)}
			fieldErrors={{
				...refusedFields(refused, shot),
				...fieldErrors(t.checks, shot, problems ?? []),
			}}
			presets={
				<StepPresets
					presets={stepPresets}
					steps={shot.steps}
					cfg={shot.cfg}
					onApply={({ steps, cfg }) => setShot({ steps, cfg }, t.presets.apply)}
					onPresets={(next) => preferences.set({ stepPresets: [...next] })}
				/>
			}
		>
			<WorkflowSelect
				records={records}
				value={shot.workflow}
				onChange={(workflow, label) => setShot({ workflow }, label)}
				onWorkflows={onWorkflows}
			/>
			{isOwn && (chosen || shot.loras.length > 0) && (
				<LoraPanel
					info={objectInfo}
					loras={shot.loras}
					onLoras={(loras, label) => setShot({ loras }, label)}
				/>
			)}
			{isOwn && chosen && (
				<ModelsPanel
					info={objectInfo}
					choice={chosenModels(preferences.get(), chosen.id)}
					onChoice={(patch) => {
						for (const [role, file] of Object.entries(patch))
							chooseModel(preferences, chosen.id, role as keyof typeof patch, file);
					}}
					onCheck={info.check}
					busy={info.busy}
				/>
			)}
		</ShotPanel>
	);
}
