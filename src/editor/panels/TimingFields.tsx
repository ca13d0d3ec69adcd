import type { Timing, Track } from '#core/document/document.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { FieldRow } from '#ui/controls/FieldRow.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import { withTiming } from './timing.ts';

/** When a track moves; seconds of the clip. The rest of its time is in `TimeFields`. */
export function TimingFields({
	store,
	track,
}: {
	readonly store: EditorStore;
	readonly track: Pick<Track, 'id' | 'timing' | 'locked'>;
}) {
	const text = useText().editor;
	const frame = useEditor(store, (state) => state.history.present.frame);
	const seconds = clipSeconds(frame);
	const { timing } = track;
	const set = (label: string, next: Timing) =>
		store.dispatch(label, [{ type: 'track/set', trackIds: [track.id], patch: { timing: next } }]);
	const share = (value: number) => (seconds > 0 ? value / seconds : 0);
	return (
		<FieldRow label={text.startEnd}>
			<NumberField
				label={text.start}
				placement="inside"
				value={timing.start * seconds}
				min={0}
				max={seconds}
				step={1 / frame.fps}
				decimals={2}
				maxDecimals={4}
				unit={text.secondsUnit}
				disabled={track.locked}
				onCommit={(value) =>
					set('setTiming', withTiming(timing, { start: share(value) }, frame.length))
				}
			/>
			<NumberField
				label={text.end}
				placement="inside"
				value={timing.end * seconds}
				min={0}
				max={seconds}
				step={1 / frame.fps}
				decimals={2}
				maxDecimals={4}
				unit={text.secondsUnit}
				disabled={track.locked}
				onCommit={(value) =>
					set('setTiming', withTiming(timing, { end: share(value) }, frame.length))
				}
			/>
		</FieldRow>
	);
}
