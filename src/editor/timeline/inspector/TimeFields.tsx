import { Diamond } from 'lucide-react';
import { useMemo } from 'react';
import type { Command } from '#core/document/commands.ts';
import { easings, type Timing, type Track } from '#core/document/document.ts';
import { defaultSteps } from '#core/trajectory/easing.ts';
import { pointTimes } from '#core/trajectory/pointTimes.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { FieldRow } from '#ui/controls/FieldRow.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { Switch } from '#ui/controls/Switch.tsx';
import { useShortcuts } from '../../input/shortcuts.ts';
import type { EditorStore } from '../../store/createEditorStore.ts';
import type { EditorState } from '../../store/editorState.ts';
import { useEditor } from '../../useEditor.ts';
import { timeGestures } from '../timeGestures.ts';
import { toggleTimeKey } from '../toggleTimeKey.ts';
import { useTimeText } from '../useTimeText.ts';
import { CurveButton } from './CurveButton.tsx';
import { FollowFields } from './FollowFields.tsx';

type Head = Pick<Track, 'id' | 'timing' | 'locked' | 'kind'>;

/** Time key of a point, easing, passes, release and leader: all of a track's time beside its start and end. */
export function TimeFields({
	store,
	track,
}: {
	readonly store: EditorStore;
	readonly track: Head;
}) {
	return (
		<>
			{track.kind === 'path' && <TimeKeyField store={store} track={track} />}
			{track.kind === 'path' && <EasingFields store={store} track={track} />}
			{track.kind === 'path' && <RepeatFields store={store} track={track} />}
			<ReleaseField store={store} track={track} />
			<FollowFields store={store} trackId={track.id} isLocked={track.locked} />
		</>
	);
}

const timingOf = (track: Head, patch: Partial<Timing>): readonly Command[] => [
	{ type: 'track/set', trackIds: [track.id], patch: { timing: { ...track.timing, ...patch } } },
];

interface KeyState {
	/** Of the selected control point; -1: none. */
	readonly index: number;
	/** When it is passed. */
	readonly share: number;
	readonly isKey: boolean;
	readonly isInner: boolean;
}

const noKey: KeyState = { index: -1, share: 0, isKey: false, isInner: false };

/**
 * The selected control point in time. While places are dragged it stays as it was: a roving point's time would be another with
 * each step, and the field drawn anew.
 */
function createKeyState(trackId: string): (state: EditorState) => KeyState {
	let known = noKey;
	return ({ selection, history }) => {
		const index = selection.points?.trackId === trackId ? selection.points.indices[0] : undefined;
		const track = history.present.tracks.find((t) => t.id === trackId);
		if (index === undefined || !track) known = noKey;
		else {
			const { gesture } = history;
			const isMoving = gesture !== null && !timeGestures.has(gesture.label);
			known = {
				index,
				share: isMoving && known.index === index ? known.share : (pointTimes(track)[index] ?? 0),
				isKey: track.points[index]?.time !== undefined,
				isInner: index > 0 && (track.closed || index < track.points.length - 1),
			};
		}
		return known;
	};
}

function TimeKeyField({ store, track }: { readonly store: EditorStore; readonly track: Head }) {
	const text = useTimeText();
	const keys = useShortcuts(store);
	const keyState = useMemo(() => createKeyState(track.id), [track.id]);
	const { index, share, isKey, isInner } = useEditor(store, keyState);
	const frame = useEditor(store, (state) => state.history.present.frame);
	const seconds = clipSeconds(frame);
	if (index < 0 || seconds <= 0) return null;
	return (
		<NumberField
			label={text.timeKey}
			value={share * seconds}
			min={0}
			max={seconds}
			step={1 / frame.fps}
			decimals={2}
			maxDecimals={4}
			unit={text.secondsUnit}
			disabled={track.locked}
			after={
				isInner && (
					<IconButton
						size="xs"
						iconSize={14}
						label={isKey ? text.clearTimeKey : text.setTimeKey}
						icon={Diamond}
						shortcut={keys('timeKey')}
						pressed={isKey}
						onClick={() => toggleTimeKey(store)}
					/>
				)
			}
			onCommit={(value) =>
				store.dispatch('setTimeKey', [
					{ type: 'point/retime', trackId: track.id, index, time: value / seconds },
				])
			}
		/>
	);
}

function EasingFields({ store, track }: { readonly store: EditorStore; readonly track: Head }) {
	const text = useTimeText();
	const { timing, locked } = track;
	const set = (patch: Partial<Timing>) => store.dispatch('setEasing', timingOf(track, patch));
	return (
		<>
			<Select
				label={text.easing}
				value={timing.easing}
				disabled={locked}
				options={easings.map((value) => ({ value, label: text.easings[value] }))}
				onChange={(easing) => set({ easing })}
			/>
			{timing.easing === 'bezier' && (
				<CurveButton
					store={store}
					timing={timing}
					isLocked={locked}
					commands={(curve) => timingOf(track, { curve })}
				/>
			)}
			{timing.easing === 'steps' && (
				<NumberField
					label={text.stepCount}
					value={timing.steps ?? defaultSteps}
					min={1}
					max={60}
					disabled={locked}
					onCommit={(steps) => set({ steps: Math.round(steps) })}
				/>
			)}
		</>
	);
}

type RepeatKind = 'none' | 'loop' | 'pingPong';

function RepeatFields({ store, track }: { readonly store: EditorStore; readonly track: Head }) {
	const text = useTimeText();
	const { timing, locked } = track;
	const { repeat } = timing;
	const kind: RepeatKind = !repeat ? 'none' : repeat.pingPong ? 'pingPong' : 'loop';
	const { repeat: _, ...once } = timing;
	const set = (next: Timing) =>
		store.dispatch('setTiming', [
			{ type: 'track/set', trackIds: [track.id], patch: { timing: next } },
		]);
	const choose = (next: RepeatKind) => {
		if (next === 'none') return set(once);
		const isWhole = timing.end - timing.start > 0.5;
		set({
			...once,
			// Passes follow the first one: over the whole clip it would leave them no room.
			...(isWhole && !repeat ? { end: timing.start + (1 - timing.start) / 2 } : {}),
			repeat: { count: repeat?.count ?? 2, pingPong: next === 'pingPong' },
		});
	};
	return (
		<>
			<Select<RepeatKind>
				label={text.repeat}
				value={kind}
				disabled={locked}
				options={(['none', 'loop', 'pingPong'] as const).map((value) => ({
					value,
					label: text.repeats[value],
				}))}
				onChange={choose}
			/>
			{repeat && (
				<NumberField
					label={text.passes}
					value={repeat.count}
					min={1}
					max={1000}
					disabled={locked}
					onCommit={(count) => set({ ...timing, repeat: { ...repeat, count: Math.round(count) } })}
				/>
			)}
		</>
	);
}

function ReleaseField({ store, track }: { readonly store: EditorStore; readonly track: Head }) {
	const text = useTimeText();
	const frame = useEditor(store, (state) => state.history.present.frame);
	const seconds = clipSeconds(frame);
	const { timing, locked } = track;
	const { release, ...kept } = timing;
	const set = (next: Timing) =>
		store.dispatch('setTiming', [
			{ type: 'track/set', trackIds: [track.id], patch: { timing: next } },
		]);
	if (seconds <= 0) return null;
	return (
		<>
			<div title={text.releaseReason}>
				<Switch
					label={text.release}
					checked={release !== undefined}
					disabled={locked}
					onChange={(isOn) => set(isOn ? { ...kept, release: Math.min(0.75, timing.end) } : kept)}
				/>
			</div>
			{release !== undefined && (
				<FieldRow label={text.releaseAt}>
					<NumberField
						label={text.releaseAt}
						placement="hidden"
						value={release * seconds}
						min={0}
						max={seconds}
						step={1 / frame.fps}
						decimals={2}
						maxDecimals={4}
						unit={text.secondsUnit}
						disabled={locked}
						onCommit={(value) => set({ ...kept, release: value / seconds })}
					/>
				</FieldRow>
			)}
		</>
	);
}
