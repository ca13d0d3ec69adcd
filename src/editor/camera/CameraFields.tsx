import { Dices } from 'lucide-react';
import { useRef } from 'react';
import { type CameraPose, restPose } from '#core/camera/cameraPoseAt.ts';
import { poseCommands } from '#core/camera/cameraPresets.ts';
import { cameraEasings } from '#core/document/cameraSchema.ts';
import type { CameraKey } from '#core/document/document.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { FieldRow } from '#ui/controls/FieldRow.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Select } from '#ui/controls/Select.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useTimeText } from '../timeline/useTimeText.ts';
import { useEditor } from '../useEditor.ts';
import { setKey, setPose } from './cameraEdits.ts';
import { chosenKey } from './cameraFocus.ts';
import { useCameraText } from './useCameraText.ts';

/** The key that is worked on in numbers; while there is none, a value makes one at the clip's end. */
export function CameraFields({ store }: { readonly store: EditorStore }) {
	const text = useCameraText();
	const index = useEditor(store, chosenKey);
	const key = useEditor(store, (state) => state.history.present.camera.keys[chosenKey(state)]);
	const newSeed = () =>
		store.dispatch(text.steps.camera, [
			{ type: 'camera/set', patch: { seed: (store.getDocument().camera.seed + 1) % 2 ** 32 } },
		]);
	const field = { store, pose: key ?? restPose };
	return (
		<>
			{key && <TimeOfKey store={store} index={index} value={key} />}
			<div title={text.panReason}>
				<FieldRow label={text.pan}>
					<PoseField {...field} of="x" label={text.panX} shortLabel="X" unit={text.pixels} />
					<PoseField {...field} of="y" label={text.panY} shortLabel="Y" unit={text.pixels} />
				</FieldRow>
			</div>
			<PoseField
				{...field}
				of="zoom"
				label={text.zoom}
				unit={text.percent}
				factor={100}
				min={5}
				max={2000}
			/>
			<div title={text.rollReason}>
				<PoseField
					{...field}
					of="roll"
					label={text.roll}
					unit={text.degrees}
					min={-3600}
					max={3600}
				/>
			</div>
			<div title={text.orbitReason}>
				<PoseField {...field} of="orbit" label={text.orbit} unit={text.pixels} />
			</div>
			<div title={text.handheldReason}>
				<PoseField
					{...field}
					of="handheld"
					label={text.handheld}
					unit={text.pixels}
					min={0}
					max={10_000}
					after={
						field.pose.handheld > 0 && (
							<IconButton
								size="xs"
								iconSize={14}
								label={text.newShake}
								icon={Dices}
								onClick={newSeed}
							/>
						)
					}
				/>
			</div>
		</>
	);
}

function TimeOfKey({
	store,
	index,
	value: { time, easing },
}: {
	readonly store: EditorStore;
	readonly index: number;
	readonly value: CameraKey;
}) {
	const text = useCameraText();
	const { easings } = useTimeText();
	const frame = useEditor(store, ({ history }) => history.present.frame);
	const seconds = clipSeconds(frame);
	return (
		<>
			{seconds > 0 && (
				<NumberField
					label={text.time}
					value={time * seconds}
					min={0}
					max={seconds}
					step={1 / frame.fps}
					decimals={2}
					maxDecimals={4}
					unit={text.seconds}
					onCommit={(value) => setKey(store, index, { time: value / seconds }, text.steps)}
				/>
			)}
			<Select
				label={text.easing}
				value={easing}
				options={cameraEasings.map((value) => ({ value, label: easings[value] }))}
				onChange={(next) => setKey(store, index, { easing: next }, text.steps)}
			/>
		</>
	);
}

/** One value of the pose: typed, or dragged at its label as one undo step. */
function PoseField({
	store,
	pose,
	of,
	label,
	shortLabel,
	unit,
	factor = 1,
	min = -1e6,
	max = 1e6,
	after,
}: {
	readonly store: EditorStore;
	readonly pose: CameraPose;
	readonly of: keyof CameraPose;
	readonly label: string;
	/** Drawn inside the field, where two share a line. */
	readonly shortLabel?: string;
	readonly unit: string;
	/** The shown value is the stored one times this. */
	readonly factor?: number;
	readonly min?: number;
	readonly max?: number;
	readonly after?: React.ReactNode;
}) {
	const { steps } = useCameraText();
	const index = useRef(-1);
	return (
		<NumberField
			label={label}
			{...(shortLabel ? { shortLabel, placement: 'inside' as const } : {})}
			value={pose[of] * factor}
			min={min}
			max={max}
			decimals={factor === 1 ? 1 : 0}
			maxDecimals={factor === 1 ? 2 : 1}
			unit={unit}
			after={after}
			onCommit={(value) => setPose(store, { [of]: value / factor }, steps)}
			onDragStart={() => {
				index.current = chosenKey(store.getState());
				store.beginGesture(steps.key);
			}}
			onDrag={(value) => {
				const base = store.getState().history.gesture?.base ?? store.getDocument();
				store.previewGesture(poseCommands(base, index.current, { [of]: value / factor }));
			}}
			onDragEnd={(kept) => (kept ? store.commitGesture() : store.cancelGesture())}
		/>
	);
}
