import { Circle, Eye, EyeOff, Lock, LockOpen, MousePointer2, Square, Trash2 } from 'lucide-react';
import type { Track } from '#core/document/document.ts';
import { findTrackView } from '#render/scene/trackView.ts';
import { Button } from '#ui/controls/Button.tsx';
import { EmptyState } from '#ui/controls/EmptyState.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Section } from '#ui/controls/Section.tsx';
import { TextField } from '#ui/controls/TextField.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import { ColorMenu } from './ColorMenu.tsx';
import { PointFields } from './PointFields.tsx';
import { TimingFields } from './TimingFields.tsx';
import styles from './TrackInspector.module.css';

/** What is selected, in numbers; with nothing selected it says what to do first. */
export function TrackInspector({ store }: { readonly store: EditorStore }) {
	const text = useText().editor;
	const view = useEditor(store, ({ selection, history }) => {
		const [id] = selection.trackIds;
		return selection.trackIds.length === 1 ? findTrackView(history.present, id ?? '') : undefined;
	});
	const count = useEditor(store, ({ selection }) => selection.trackIds.length);
	if (view) return <OneTrack store={store} track={view.track} number={view.number} />;
	if (count > 1) return <ManyTracks store={store} count={count} />;
	return (
		<Section title={text.inspector}>
			<EmptyState
				icon={MousePointer2}
				title={text.nothingSelected}
				text={text.nothingSelectedText}
			/>
		</Section>
	);
}

function OneTrack({
	store,
	track,
	number,
}: {
	readonly store: EditorStore;
	readonly track: Track;
	readonly number: number;
}) {
	const text = useText().editor;
	const set = (
		label: string,
		patch: Partial<Pick<Track, 'name' | 'color' | 'visible' | 'locked'>>,
	) => store.dispatch(label, [{ type: 'track/set', trackIds: [track.id], patch }]);
	return (
		<Section title={text.inspector}>
			<div className={styles.title}>
				<ColorMenu
					track={track}
					number={number}
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
					shortcut="Delete"
					onClick={() =>
						store.dispatch('deleteTrack', [{ type: 'track/remove', trackIds: [track.id] }])
					}
				/>
			</div>
			<PointFields store={store} track={track} icons={{ smooth: Circle, corner: Square }} />
			{track.kind === 'path' && <TimingFields store={store} track={track} />}
		</Section>
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
		</Section>
	);
}
