import { useMemo } from 'react';
import type { Command } from '#core/document/commands.ts';
import type { Follow, Track } from '#core/document/document.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { possibleLeaders } from '#core/trajectory/withFollow.ts';
import { FieldRow } from '#ui/controls/FieldRow.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { Switch } from '#ui/controls/Switch.tsx';
import type { EditorStore } from '../../store/createEditorStore.ts';
import type { EditorState } from '../../store/editorState.ts';
import { useEditor } from '../../useEditor.ts';
import { useTimeText } from '../useTimeText.ts';

const nobody = '';

/**
 * Whom a track may follow, as [id, name, id, name ...]: flat, so that it is compared item by item. Looked up only when the
 * tracks are others: the pointer and the playhead change the state with every frame.
 */
function createLeaders(trackId: string): (state: EditorState) => readonly string[] {
	let seen: readonly Track[] | undefined;
	let leaders: readonly string[] = [];
	return ({ history }) => {
		const { tracks } = history.present;
		if (seen && (tracks === seen || history.gesture)) return leaders;
		seen = tracks;
		leaders = possibleLeaders(tracks, trackId).flatMap((track) => [track.id, track.name]);
		return leaders;
	};
}

function offsetOf({ history }: EditorState, trackId: string, leaderId: string | undefined) {
	const { tracks } = history.present;
	const own = tracks.find((track) => track.id === trackId)?.points[0];
	const other = tracks.find((track) => track.id === leaderId)?.points[0];
	return { x: (own?.x ?? 0) - (other?.x ?? 0), y: (own?.y ?? 0) - (other?.y ?? 0) };
}

/** The leader of a track and how it is followed; the offset is where it stands beside the leader's start. */
export function FollowFields({
	store,
	trackId,
	isLocked,
}: {
	readonly store: EditorStore;
	readonly trackId: string;
	readonly isLocked: boolean;
}) {
	const text = useTimeText();
	const follow = useEditor(
		store,
		({ history }) => history.present.tracks.find((track) => track.id === trackId)?.follow,
	);
	const leaders = useEditor(
		store,
		useMemo(() => createLeaders(trackId), [trackId]),
	);
	const offset = useEditor(store, (state) => offsetOf(state, trackId, follow?.trackId));
	const seconds = useEditor(store, ({ history }) => clipSeconds(history.present.frame));
	if (leaders.length === 0 && !follow) return null;
	const dispatch = (...commands: Command[]) => store.dispatch('followTrack', commands);
	const set = (next: Follow | null) =>
		dispatch({ type: 'track/follow', trackIds: [trackId], follow: next });
	const options = [{ value: nobody, label: text.nobody }];
	for (let i = 0; i < leaders.length; i += 2)
		options.push({ value: leaders[i] ?? '', label: leaders[i + 1] ?? '' });
	return (
		<>
			<Select
				label={text.leader}
				value={follow?.trackId ?? nobody}
				placeholder={text.nobody}
				disabled={isLocked}
				options={options}
				onChange={(id) =>
					set(id === nobody ? null : { delay: 0, rotate: false, scale: 1, ...follow, trackId: id })
				}
			/>
			{follow && (
				<>
					<FieldRow label={text.offset}>
						{(['x', 'y'] as const).map((axis) => (
							<NumberField
								key={axis}
								label={axis === 'x' ? text.offsetX : text.offsetY}
								shortLabel={axis.toUpperCase()}
								placement="inside"
								value={offset[axis]}
								decimals={1}
								maxDecimals={2}
								unit={text.pixels}
								disabled={isLocked}
								onCommit={(value) =>
									dispatch({
										type: 'track/translate',
										trackIds: [trackId],
										dx: axis === 'x' ? value - offset.x : 0,
										dy: axis === 'y' ? value - offset.y : 0,
									})
								}
							/>
						))}
					</FieldRow>
					<FieldRow label={text.follow}>
						<NumberField
							label={text.delay}
							placement="inside"
							value={follow.delay * seconds}
							min={0}
							max={seconds}
							decimals={2}
							unit={text.secondsUnit}
							disabled={isLocked}
							onCommit={(value) => set({ ...follow, delay: seconds > 0 ? value / seconds : 0 })}
						/>
						<NumberField
							label={text.scale}
							placement="inside"
							value={follow.scale * 100}
							min={-1000}
							max={1000}
							unit="%"
							disabled={isLocked}
							onCommit={(value) => set({ ...follow, scale: value / 100 })}
						/>
					</FieldRow>
					<Switch
						label={text.rotate}
						checked={follow.rotate}
						disabled={isLocked}
						onChange={(rotate) => set({ ...follow, rotate })}
					/>
				</>
			)}
		</>
	);
}
