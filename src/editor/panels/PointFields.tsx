import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { Command } from '#core/document/commands.ts';
import type { PointMode } from '#core/document/document.ts';
import { findTrackView } from '#render/scene/trackView.ts';
import { FieldRow } from '#ui/controls/FieldRow.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Segmented } from '#ui/controls/Segmented.tsx';
import { Switch } from '#ui/controls/Switch.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useEditingText } from '../editing/useEditingText.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { selectPoints } from '../store/selection.ts';
import type { PlaceUnit } from '../store/viewOptions.ts';
import { useCalmEditor, useEditor } from '../useEditor.ts';
import { placeScale } from './placeUnit.ts';
import styles from './TrackInspector.module.css';

/** Position and shape of the selected control points; of the whole track when none is selected: its start moves it all. */
export function PointFields({
	store,
	trackId,
}: {
	readonly store: EditorStore;
	readonly trackId: string;
}) {
	const text = useText().editor;
	const editing = useEditingText();
	const indices = useEditor(store, ({ selection }) =>
		selection.points?.trackId === trackId ? selection.points.indices : [],
	);
	const index = indices[0] ?? 0;
	const track = useEditor(store, (state) => shapeOf(state, trackId, index));
	if (!track) return null;
	const { count } = track;
	const step = (by: number) => store.select(selectPoints(trackId, [(index + by + count) % count]));
	const translate = (dx: number, dy: number): readonly Command[] => [
		indices.length > 0
			? { type: 'point/translate', trackId, indices, dx, dy }
			: { type: 'track/translate', trackIds: [trackId], dx, dy },
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
								store.dispatch('deletePoint', [{ type: 'point/remove', trackId, indices }])
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
					axis="x"
					read={placeOf(trackId, index, 'x')}
					disabled={track.locked}
					undoLabel={label}
					commands={(delta) => translate(delta, 0)}
				/>
				<Coordinate
					store={store}
					label={text.positionY}
					shortLabel="Y"
					axis="y"
					read={placeOf(trackId, index, 'y')}
					disabled={track.locked}
					undoLabel={label}
					commands={(delta) => translate(0, delta)}
				/>
			</FieldRow>
			<UnitField store={store} />
			{track.kind === 'path' && (
				<>
					<FieldRow label={text.shape}>
						<Segmented<PointMode>
							{...(styles.grow ? { className: styles.grow } : {})}
							label={text.shape}
							value={track.mode}
							disabled={track.locked}
							segments={[
								{ value: 'smooth', label: text.smooth },
								{ value: 'corner', label: text.corner },
								{ value: 'bezier', label: editing.bezier },
							]}
							onChange={(mode) =>
								store.dispatch('setPointMode', [
									{
										type: 'point/setMode',
										trackId,
										indices:
											indices.length > 0 ? indices : Array.from({ length: count }, (_, i) => i),
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
									{ type: 'track/set', trackIds: [trackId], patch: { closed } },
								])
							}
						/>
					)}
				</>
			)}
		</>
	);
}

function UnitField({ store }: { readonly store: EditorStore }) {
	const text = useEditingText();
	const unit = useEditor(store, (state) => state.view.placeUnit);
	return (
		<FieldRow label={text.unit}>
			<Segmented<PlaceUnit>
				{...(styles.grow ? { className: styles.grow } : {})}
				label={text.positionUnit}
				value={unit}
				segments={(['image', 'frame', 'percent'] as const).map((value) => ({
					value,
					label: text.units[value],
				}))}
				onChange={(placeUnit) => store.setView({ placeUnit })}
			/>
		</FieldRow>
	);
}

/** What changes only when the shape is edited, not when points move. */
function shapeOf(state: EditorState, trackId: string, index: number) {
	const track = findTrackView(state.history.present, trackId)?.track;
	const point = track?.points[index];
	if (!track || !point) return undefined;
	const { kind, locked, closed, points } = track;
	return { kind, locked, closed, count: points.length, mode: point.mode };
}

const placeOf =
	(trackId: string, index: number, axis: 'x' | 'y') =>
	(state: EditorState): number =>
		findTrackView(state.history.present, trackId)?.track.points[index]?.[axis] ?? 0;

function Coordinate({
	store,
	label,
	shortLabel,
	axis,
	read,
	disabled,
	undoLabel,
	commands,
}: {
	readonly store: EditorStore;
	readonly label: string;
	readonly shortLabel: string;
	readonly axis: 'x' | 'y';
	/** Image px. */
	readonly read: (state: EditorState) => number;
	readonly disabled: boolean;
	readonly undoLabel: string;
	/** Moves by so many image px. */
	readonly commands: (delta: number) => readonly Command[];
}) {
	const text = useText().editor;
	const words = useEditingText();
	const pixels = useCalmEditor(store, read);
	const unit = useEditor(store, (state) => state.view.placeUnit);
	const { origin, factor } = useEditor(store, ({ history: { present } }) =>
		placeScale(present, unit, axis),
	);
	const value = (pixels - origin) * factor;
	const base = useRef(value);
	return (
		<NumberField
			label={label}
			shortLabel={shortLabel}
			placement="inside"
			value={value}
			decimals={1}
			maxDecimals={2}
			unit={unit === 'percent' ? words.units.percent : text.pixels}
			disabled={disabled}
			onCommit={(next) => store.dispatch(undoLabel, commands((next - value) / factor))}
			onDragStart={() => {
				base.current = value;
				store.beginGesture(undoLabel);
			}}
			onDrag={(next) => store.previewGesture(commands((next - base.current) / factor))}
			onDragEnd={(kept) => (kept ? store.commitGesture() : store.cancelGesture())}
		/>
	);
}
