import { Eye, EyeOff, Focus, Lock, LockOpen, MousePointer2, Trash2 } from 'lucide-react';
import type { Track } from '#core/document/document.ts';
import { findTrackView } from '#render/scene/trackView.ts';
import { Button } from '#ui/controls/Button.tsx';
import { EmptyState } from '#ui/controls/EmptyState.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Section } from '#ui/controls/Section.tsx';
import { TextField } from '#ui/controls/TextField.tsx';
import { useText } from '#ui/text/useText.tsx';
import { CameraTrackFields } from '../camera/CameraTrackFields.tsx';
import { toggleSolo } from '../editing/toggleSolo.ts';
import { useEditingText } from '../editing/useEditingText.ts';
import { useShortcuts } from '../input/shortcuts.ts';
import { useKeyWords } from '../input/useKeyWords.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { TimeFields } from '../timeline/inspector/TimeFields.tsx';
import { useEditor } from '../useEditor.ts';
import { ColorMenu } from './ColorMenu.tsx';
import { EditPanel } from './EditPanel.tsx';
import { PointFields } from './PointFields.tsx';
import { TimingFields } from './TimingFields.tsx';
import styles from './TrackInspector.module.css';

/** What is selected, in numbers; with nothing selected it says what to do first. */
export function TrackInspector({ store }: { readonly store: EditorStore }) {
	const text = useText().editor;
	const id = useEditor(store, ({ selection }) =>
		selection.trackIds.length === 1 ? selection.trackIds[0] : undefined,
	);
	const count = useEditor(store, ({ selection }) => selection.trackIds.length);
	const words = useKeyWords(store);
	if (id !== undefined) return <OneTrack key={id} store={store} trackId={id} />;
	if (count > 1) return <ManyTracks store={store} count={count} />;
	return (
		<Section title={text.inspector}>
			<EmptyState
				icon={MousePointer2}
				title={text.nothingSelected}
				text={words(text.nothingSelectedText)}
			/>
		</Section>
	);
}

/** All but the places of the points: a drag on the canvas renders only those again. */
function headOf(state: EditorState, trackId: string) {
	const view = findTrackView(state.history.present, trackId);
	if (!view) return undefined;
	const { id, name, color, kind, visible, locked, timing } = view.track;
	return { number: view.number, id, name, color, kind, visible, locked, timing };
}

function OneTrack({ store, trackId }: { readonly store: EditorStore; readonly trackId: string }) {
	const text = useText().editor;
	const keys = useShortcuts(store);
	const track = useEditor(store, (state) => headOf(state, trackId));
	if (!track) return null;
	const set = (
		label: string,
		patch: Partial<Pick<Track, 'name' | 'color' | 'visible' | 'locked'>>,
	) => store.dispatch(label, [{ type: 'track/set', trackIds: [track.id], patch }]);
	return (
		<Section title={text.inspector}>
			<div className={styles.title}>
				<ColorMenu
					track={track}
					number={track.number}
					onChoose={(color) => set('colorTrack', { color })}
				/>
				<TextField
					className={styles.name}
					label={text.trackName}
					placement="hidden"
					value={track.name}
					maxLength={200}
					onCommit={(name) => set('renameTrack', { name })}
				/>
				<IconButton
					size="s"
					label={track.visible ? text.hide : text.show}
					icon={track.visible ? Eye : EyeOff}
					onClick={() => set('hideTrack', { visible: !track.visible })}
				/>
				<SoloButton store={store} trackId={trackId} />
				<IconButton
					size="s"
					label={track.locked ? text.unlock : text.lock}
					icon={track.locked ? Lock : LockOpen}
					onClick={() => set('lockTrack', { locked: !track.locked })}
				/>
				<IconButton
					size="s"
					label={text.delete}
					icon={Trash2}
					shortcut={keys('delete')}
					onClick={() =>
						store.dispatch('deleteTrack', [{ type: 'track/remove', trackIds: [track.id] }])
					}
				/>
			</div>
			<PointFields store={store} trackId={trackId} />
			{track.kind === 'path' && <TimingFields store={store} track={track} />}
			<TimeFields store={store} track={track} />
			<CameraTrackFields store={store} trackIds={[track.id]} />
			<EditPanel store={store} />
		</Section>
	);
}

function SoloButton({ store, trackId }: { readonly store: EditorStore; readonly trackId: string }) {
	const text = useEditingText();
	const keys = useShortcuts(store);
	const isSolo = useEditor(store, ({ view }) => view.soloId === trackId);
	return (
		<IconButton
			size="s"
			label={isSolo ? text.unsolo : text.solo}
			icon={Focus}
			shortcut={keys('edit/solo')}
			pressed={isSolo}
			onClick={() => toggleSolo(store, trackId)}
		/>
	);
}

function ManyTracks({ store, count }: { readonly store: EditorStore; readonly count: number }) {
	const text = useText().editor;
	const ids = useEditor(store, (state) => state.selection.trackIds);
	const set = (label: string, patch: Partial<Pick<Track, 'visible' | 'locked'>>) =>
		store.dispatch(label, [{ type: 'track/set', trackIds: ids, patch }]);
	return (
		<Section title={text.tracksSelected(count)}>
			<div className={styles.buttons}>
				<Button size="s" icon={EyeOff} onClick={() => set('hideTrack', { visible: false })}>
					{text.hide}
				</Button>
				<Button size="s" icon={Lock} onClick={() => set('lockTrack', { locked: true })}>
					{text.lock}
				</Button>
				<Button size="s" onClick={store.duplicateSelection}>
					{text.duplicate}
				</Button>
				<Button
					size="s"
					icon={Trash2}
					variant="danger"
					onClick={() => store.dispatch('deleteTrack', [{ type: 'track/remove', trackIds: ids }])}
				>
					{text.delete}
				</Button>
			</div>
			<CameraTrackFields store={store} trackIds={ids} />
			<EditPanel store={store} />
		</Section>
	);
}
