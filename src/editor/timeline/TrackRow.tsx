import { Eye, EyeOff, Lock, LockOpen, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef, useState } from 'react';
import type { Track } from '#core/document/document.ts';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { useText } from '#ui/text/useText.tsx';
import { ColorMenu } from '../panels/ColorMenu.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { rowSelection } from './rowSelection.ts';
import { SpeedGraph } from './SpeedGraph.tsx';
import { TrackBar } from './TrackBar.tsx';
import { TrackName } from './TrackName.tsx';
import styles from './TrackRow.module.css';
import type { Row } from './trackRows.ts';

/** One track in time: badge, name, eye, lock, delete; its bar; under the selected one its speed. */
export const TrackRow = memo(function TrackRow({
	store,
	row,
	seconds,
	isSelected,
	isOnly,
}: {
	readonly store: EditorStore;
	readonly row: Row;
	/** Of the clip. */
	readonly seconds: number;
	readonly isSelected: boolean;
	/** The only one selected. */
	readonly isOnly: boolean;
}) {
	const text = useText().editor;
	const [isRenaming, setRenaming] = useState(false);
	const trackId = row.id;
	const item = useRef<HTMLLIElement>(null);
	useEffect(() => {
		if (isOnly) item.current?.scrollIntoView({ block: 'nearest' });
	}, [isOnly]);
	const set = (
		label: string,
		patch: Partial<Pick<Track, 'name' | 'color' | 'visible' | 'locked'>>,
	) => store.dispatch(label, [{ type: 'track/set', trackIds: [trackId], patch }]);
	const select = (event: MouseEvent | KeyboardEvent) =>
		store.select(rowSelection(store.getState(), trackId, event));
	const label =
		row.kind === 'pin'
			? text.pinRow(row.name)
			: text.trackRow(
					row.name,
					row.pointCount,
					row.timing.start * seconds,
					row.timing.end * seconds,
				);
	return (
		<li
			ref={item}
			className={styles.row}
			aria-label={label}
			aria-current={isSelected || undefined}
			data-track={trackId}
			data-selected={isSelected ? '' : undefined}
			data-hidden={row.visible ? undefined : ''}
		>
			<div className={styles.names}>
				<ColorMenu
					track={row}
					number={row.number}
					onChoose={(color) => set('colorTrack', { color })}
				/>
				<TrackName
					name={row.name}
					isRenaming={isRenaming}
					onSelect={select}
					onRename={() => setRenaming(true)}
					onDone={(name) => {
						setRenaming(false);
						if (name !== null && name !== row.name) set('renameTrack', { name });
					}}
				/>
				<IconButton
					className={styles.onHover}
					size="xs"
					iconSize={14}
					look="danger"
					label={text.delete}
					icon={Trash2}
					onClick={() =>
						store.dispatch('deleteTrack', [{ type: 'track/remove', trackIds: [trackId] }])
					}
				/>
				<IconButton
					size="xs"
					iconSize={14}
					label={row.visible ? text.hide : text.show}
					icon={row.visible ? Eye : EyeOff}
					onClick={() => set('hideTrack', { visible: !row.visible })}
				/>
				<IconButton
					className={row.locked ? styles.on : ''}
					size="xs"
					iconSize={14}
					label={row.locked ? text.unlock : text.lock}
					icon={row.locked ? Lock : LockOpen}
					onClick={() => set('lockTrack', { locked: !row.locked })}
				/>
			</div>
			<TrackBar store={store} row={row} onSelect={select} />
			{isOnly && row.kind === 'path' && row.pointCount > 1 && (
				<SpeedGraph store={store} trackId={trackId} color={row.color} />
			)}
		</li>
	);
});
