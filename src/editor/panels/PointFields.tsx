import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { Command } from '#core/document/commands.ts';
import type { PointMode, Track } from '#core/document/document.ts';
import { FieldRow } from '#ui/controls/FieldRow.tsx';
import type { IconType } from '#ui/controls/Icon.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Segmented } from '#ui/controls/Segmented.tsx';
import { Switch } from '#ui/controls/Switch.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { selectPoints } from '../store/selection.ts';
import { useEditor } from '../useEditor.ts';
import styles from './TrackInspector.module.css';

/** Position and shape of the selected control points; of the whole track when none is selected: its start moves it all. */
export function PointFields({
	store,
	track,
	icons,
}: {
	readonly store: EditorStore;
	readonly track: Track;
	readonly icons: { readonly smooth: IconType; readonly corner: IconType };
}) {
	const text = useText().editor;
	const indices = useEditor(store, ({ selection }) =>
		selection.points?.trackId === track.id ? selection.points.indices : [],
	);
	const count = track.points.length;
	const index = indices[0] ?? 0;
	const point = track.points[index];
	if (!point) return null;
	const step = (by: number) => store.select(selectPoints(track.id, [(index + by + count) % count]));
	const translate = (dx: number, dy: number): readonly Command[] => [
		indices.length > 0
			? { type: 'point/translate', trackId: track.id, indices, dx, dy }
			: { type: 'track/translate', trackIds: [track.id], dx, dy },
	];
	const label = indices.length > 0 ? 'movePoint' : 'moveTrack';
	return (
		<>
			{track.kind === 'path' && (
				<div className={styles.points}>
					<span className={styles.grow}>
						{indices.length > 1
							? text.pointsOf(indices.length, count)
							: text.pointOf(index + 1, count)}
					</span>
					<IconButton
						size="s"
						label={text.previousPoint}
						icon={ChevronLeft}
						onClick={() => step(-1)}
					/>
					<IconButton
						size="s"
						label={text.nextPoint}
						icon={ChevronRight}
						onClick={() => step(indices.length > 0 ? 1 : 0)}
					/>
					{indices.length > 0 && (
						<IconButton
							size="s"
							label={text.deletePoint}
							icon={Trash2}
							reason={track.locked ? text.unlock : undefined}
							onClick={() =>
								store.dispatch('deletePoint', [
									{ type: 'point/remove', trackId: track.id, indices },
								])
							}
						/>
					)}
				</div>
			)}
			<FieldRow label={text.position}>
				<Coordinate
					store={store}
					label={text.positionX}
					shortLabel="X"
					value={point.x}
					disabled={track.locked}
					undoLabel={label}
					commands={(delta) => translate(delta, 0)}
				/>
				<Coordinate
					store={store}
					label={text.positionY}
					shortLabel="Y"
					value={point.y}
					disabled={track.locked}
					undoLabel={label}
					commands={(delta) => translate(0, delta)}
				/>
			</FieldRow>
			{track.kind === 'path' && (
				<>
					<FieldRow label={text.shape}>
						<Segmented<PointMode>
							{...(styles.grow ? { className: styles.grow } : {})}
							label={text.shape}
							value={point.mode}
							disabled={track.locked}
							segments={[
								{ value: 'smooth', label: text.smooth, icon: icons.smooth },
								{ value: 'corner', label: text.corner, icon: icons.corner },
							]}
							onChange={(mode) =>
								store.dispatch('setPointMode', [
									{
										type: 'point/setMode',
										trackId: track.id,
										indices: indices.length > 0 ? indices : [...track.points.keys()],
										mode,
									},
								])
							}
						/>
					</FieldRow>
					{count >= 3 && (
						<Switch
							label={text.closedPath}
							checked={track.closed}
							disabled={track.locked}
							onChange={(closed) =>
								store.dispatch('closeTrack', [
									{ type: 'track/set', trackIds: [track.id], patch: { closed } },
								])
							}
						/>
					)}
				</>
			)}
		</>
	);
}

function Coordinate({
	store,
	label,
	shortLabel,
	value,
	disabled,
	undoLabel,
	commands,
}: {
	readonly store: EditorStore;
	readonly label: string;
	readonly shortLabel: string;
	readonly value: number;
	readonly disabled: boolean;
	readonly undoLabel: string;
	/** Moves by so many image px. */
	readonly commands: (delta: number) => readonly Command[];
}) {
	const text = useText().editor;
	const base = useRef(value);
	return (
		<NumberField
			label={label}
			shortLabel={shortLabel}
			placement="inside"
			value={value}
			decimals={1}
			maxDecimals={2}
			unit={text.pixels}
			disabled={disabled}
			onCommit={(next) => store.dispatch(undoLabel, commands(next - value))}
			onDragStart={() => {
				base.current = value;
				store.beginGesture(undoLabel);
			}}
			onDrag={(next) => store.previewGesture(commands(next - base.current))}
			onDragEnd={(kept) => (kept ? store.commitGesture() : store.cancelGesture())}
		/>
	);
}
