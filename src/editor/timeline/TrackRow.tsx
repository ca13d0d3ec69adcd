import {
	type KeyboardEvent,
	type MouseEvent,
	memo,
	useCallback,
	useEffect,
	useRef,
	useState,
} from 'react';
import type { Track } from '#core/document/document.ts';
import { useText } from '#ui/text/useText.tsx';
import { moveInList } from '../editing/reorderActions.ts';
import { toggleSolo } from '../editing/toggleSolo.ts';
import { useRowMenu } from '../menu/useRowMenu.ts';
import { ColorMenu } from '../panels/ColorMenu.tsx';
import { useRowDrag } from '../panels/useRowDrag.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { RowButtons } from './RowButtons.tsx';
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
	index,
	count,
	top,
	measure,
	seconds,
	isSelected,
	isOnly,
	isNarrow,
}: {
	readonly store: EditorStore;
	readonly row: Row;
	/** Place in the list, from 0. */
	readonly index: number;
	/** Rows of a list of which not all are in the page; then `top` is where this one lies, px, and `measure` takes its height. */
	readonly count?: number | undefined;
	readonly top?: number | undefined;
	readonly measure?: ((element: Element | null) => void) | undefined;
	/** Of the clip. */
	readonly seconds: number;
	readonly isSelected: boolean;
	/** The only one selected. */
	readonly isOnly: boolean;
	/** Little room: the buttons are in a menu. */
	readonly isNarrow: boolean;
}) {
	const text = useText().editor;
	const [isRenaming, setRenaming] = useState(false);
	const trackId = row.id;
	const item = useRef<HTMLLIElement>(null);
	const rowDrag = useRowDrag(store, trackId);
	const rename = useCallback(() => setRenaming(true), []);
	const rowMenu = useRowMenu(store, trackId, rename);
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
			ref={(element) => {
				item.current = element;
				measure?.(element);
			}}
			style={top === undefined ? undefined : { top }}
			aria-posinset={count && index + 1}
			aria-setsize={count}
			data-index={index}
			className={styles.row}
			aria-label={label}
			aria-current={isSelected || undefined}
			data-track={trackId}
			data-selected={isSelected ? '' : undefined}
			data-hidden={row.visible ? undefined : ''}
			{...rowMenu}
		>
			<div className={styles.names} {...rowDrag}>
				<ColorMenu
					track={row}
					number={row.number}
					onChoose={(color) => set('colorTrack', { color })}
				/>
				<TrackName
					name={row.name}
					isRenaming={isRenaming}
					onSelect={select}
					onRename={rename}
					onDone={(name) => {
						setRenaming(false);
						if (name !== null && name !== row.name) set('renameTrack', { name });
					}}
				/>
				<RowButtons
					row={row}
					isNarrow={isNarrow}
					onRename={rename}
					onHide={(isSolo) =>
						isSolo ? toggleSolo(store, trackId) : set('hideTrack', { visible: !row.visible })
					}
					onLock={() => set('lockTrack', { locked: !row.locked })}
					onMove={(by) => moveInList(store, by, [trackId])}
					onDelete={() =>
						store.dispatch('deleteTrack', [{ type: 'track/remove', trackIds: [trackId] }])
					}
				/>
			</div>
			<TrackBar store={store} row={row} isOnly={isOnly} onSelect={select} />
			{isOnly && row.kind === 'path' && row.pointCount > 1 && (
				<SpeedGraph store={store} trackId={trackId} color={row.color} />
			)}
		</li>
	);
});
