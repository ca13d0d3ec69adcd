import { clipSeconds, frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { LoopRange } from '../store/editorState.ts';
import { useEditor } from '../useEditor.ts';
import { keyDirection } from './keyDirection.ts';
import styles from './Ruler.module.css';
import { shareUnder } from './scrub.ts';
import { useTimeText } from './useTimeText.ts';

/** What plays, as a band in the ruler with a grip at each end; nothing while the whole clip plays. */
export function LoopBand({ store }: { readonly store: EditorStore }) {
	const range = useEditor(store, (state) => state.loopRange);
	if (!range) return null;
	return (
		<>
			<div
				className={styles.band}
				data-part="loop"
				style={{ left: `${range.start * 100}%`, width: `${(range.end - range.start) * 100}%` }}
			/>
			<Grip store={store} range={range} edge="start" />
			<Grip store={store} range={range} edge="end" />
		</>
	);
}

function Grip({
	store,
	range,
	edge,
}: {
	readonly store: EditorStore;
	readonly range: LoopRange;
	readonly edge: keyof LoopRange;
}) {
	const text = useTimeText();
	const { seconds } = useText().common;
	const frame = useEditor(store, (state) => state.history.present.frame);
	const value = range[edge];
	const gap = frame.length > 1 ? 1 / (frame.length - 1) : 1;
	const set = (share: number) =>
		store.setLoopRange(
			edge === 'start'
				? { start: Math.min(share, range.end - gap), end: range.end }
				: { start: range.start, end: Math.max(share, range.start + gap) },
		);
	return (
		<div
			className={styles.bandGrip}
			data-edge={edge}
			role="slider"
			tabIndex={0}
			aria-label={edge === 'start' ? text.loopStart : text.loopEnd}
			aria-valuemin={0}
			aria-valuemax={frame.length - 1}
			aria-valuenow={shareToFrame(value, frame.length)}
			aria-valuetext={seconds(value * clipSeconds(frame))}
			style={{ left: `${value * 100}%` }}
			onPointerDown={(event) => {
				if (event.button !== 0) return;
				// The ruler under it would scrub.
				event.stopPropagation();
				event.currentTarget.setPointerCapture(event.pointerId);
			}}
			onPointerMove={(event) => {
				const span = event.currentTarget.parentElement;
				if (!span || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
				event.stopPropagation();
				set(shareUnder(event, span, frame.length));
			}}
			onDoubleClick={() => store.setLoopRange(null)}
			onKeyDown={(event) => {
				const direction = keyDirection(event.key);
				if (event.key === 'Delete' || event.key === 'Backspace') store.setLoopRange(null);
				else if (direction !== 0)
					set(
						value +
							frameToShare(direction * (event.shiftKey ? Math.round(frame.fps) : 1), frame.length),
					);
				else return;
				event.preventDefault();
				event.stopPropagation();
			}}
		/>
	);
}
