import {
	ArrowDown,
	ArrowLeft,
	ArrowRight,
	ArrowUp,
	ChevronLeft,
	ChevronRight,
	Diamond,
	Grid3x3,
	Hand,
	Orbit,
	RotateCw,
	Trash2,
	Video,
	X,
	ZoomIn,
	ZoomOut,
} from 'lucide-react';
import { isCameraStill } from '#core/camera/cameraPoseAt.ts';
import { cameraPresets } from '#core/camera/cameraPresets.ts';
import type { LumaPicture } from '#core/pins/lumaPicture.ts';
import { Button } from '#ui/controls/Button.tsx';
import { EmptyState } from '#ui/controls/EmptyState.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Section } from '#ui/controls/Section.tsx';
import { useToasts } from '#ui/controls/Toast.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { useEditor } from '../useEditor.ts';
import { CameraFields } from './CameraFields.tsx';
import styles from './CameraPanel.module.css';
import { addField, addKey, applyPreset, isAtStart, removeKey } from './cameraEdits.ts';
import { chosenKey, closeCamera, openCamera } from './cameraFocus.ts';
import { useCameraText } from './useCameraText.ts';

const icons = {
	panLeft: ArrowLeft,
	panRight: ArrowRight,
	panUp: ArrowUp,
	panDown: ArrowDown,
	pushIn: ZoomIn,
	pullOut: ZoomOut,
	roll: RotateCw,
	orbit: Orbit,
	handheld: Hand,
} as const;

/** The camera in numbers: moves to begin with, the key that is worked on, and whether the model sees any of it. */
export function CameraPanel({
	store,
	picture,
}: {
	readonly store: EditorStore;
	/** The start image's brightness, so that new tracks sit on what can be held. */
	readonly picture: LumaPicture | undefined;
}) {
	const text = useCameraText();
	const count = useEditor(store, ({ history }) => history.present.camera.keys.length);
	return (
		<Section
			title={text.camera}
			actions={
				<>
					{count > 0 && (
						<IconButton
							size="s"
							label={text.removeAll}
							icon={Trash2}
							onClick={() =>
								store.dispatch(text.steps.removeKey, [{ type: 'camera/set', patch: { keys: [] } }])
							}
						/>
					)}
					<IconButton size="s" label={text.close} icon={X} onClick={() => closeCamera(store)} />
				</>
			}
		>
			{count === 0 && <EmptyState icon={Video} title={text.noKeys} text={text.noKeysText} />}
			<fieldset className={styles.moves} aria-label={text.moves}>
				{cameraPresets.map((preset) => (
					<Button
						key={preset}
						size="s"
						icon={icons[preset]}
						onClick={() => applyPreset(store, preset, text.steps)}
					>
						{text.presets[preset]}
					</Button>
				))}
			</fieldset>
			{count > 0 && <KeyLine store={store} count={count} />}
			<CameraFields store={store} />
			<Moved store={store} picture={picture} />
		</Section>
	);
}

/** Which key is worked on, and the way to the others. */
function KeyLine({ store, count }: { readonly store: EditorStore; readonly count: number }) {
	const text = useCameraText();
	const index = useEditor(store, chosenKey);
	const isStart = useEditor(store, ({ playhead, history }) => isAtStart(history.present, playhead));
	const step = (by: number) => openCamera(store, (index + by + count) % count);
	return (
		<div className={styles.keys}>
			<span className={styles.grow}>{text.keyOf(index + 1, count)}</span>
			<IconButton size="s" label={text.previousKey} icon={ChevronLeft} onClick={() => step(-1)} />
			<IconButton size="s" label={text.nextKey} icon={ChevronRight} onClick={() => step(1)} />
			<IconButton
				size="s"
				label={text.addKey}
				icon={Diamond}
				reason={isStart ? text.addKeyReason : undefined}
				onClick={() => addKey(store, text.steps)}
			/>
			<IconButton
				size="s"
				label={text.removeKey}
				icon={Trash2}
				onClick={() => removeKey(store, index, text.steps)}
			/>
		</div>
	);
}

const movedOf = ({ history: { present } }: EditorState) => {
	const visible = present.tracks.filter((track) => track.visible);
	return {
		all: visible.length,
		moved: visible.filter((track) => !track.staysOnScreen).length,
		isStill: isCameraStill(present.camera),
	};
};

/** How much of the camera the model is told, and more of it. */
function Moved({
	store,
	picture,
}: {
	readonly store: EditorStore;
	readonly picture: LumaPicture | undefined;
}) {
	const text = useCameraText();
	const toasts = useToasts();
	const { all, moved, isStill } = useEditor(store, movedOf);
	const hasPicture = useEditor(store, ({ history }) => history.present.image !== null);
	const add = () => {
		const count = addField(store, picture, text.steps);
		if (count === 0) return toasts.show({ tone: 'info', title: text.fieldFull });
		const after = store.getDocument();
		toasts.show({
			tone: 'ok',
			title: text.fieldAdded(count),
			action: {
				label: text.undo,
				// Only what the toast speaks of: not a step made since.
				onAction: () => {
					if (store.getDocument() === after) store.undo();
				},
			},
		});
	};
	if (isStill || !hasPicture) return null;
	return (
		<>
			<p className={styles.note}>{moved === 0 ? text.noTracks : text.movedTracks(moved, all)}</p>
			<Button size="s" icon={Grid3x3} tooltip={text.fieldReason} onClick={add}>
				{text.field}
			</Button>
		</>
	);
}
