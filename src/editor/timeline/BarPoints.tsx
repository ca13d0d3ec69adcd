import { type CSSProperties, type KeyboardEvent, useRef } from 'react';
import { clipSeconds, frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { selectPoints } from '../store/selection.ts';
import { useEditor } from '../useEditor.ts';
import { keyDirection } from './keyDirection.ts';
import styles from './TrackBar.module.css';
import { toggleTimeKey } from './toggleTimeKey.ts';
import type { Row } from './trackRows.ts';
import { useShareDrag } from './useShareDrag.ts';
import { useTimeText } from './useTimeText.ts';

/** More could not be told apart or grasped. */
const mostMarks = 150;

interface BarPointsProps {
	readonly store: EditorStore;
	readonly row: Row;
	readonly span: { readonly current: HTMLDivElement | null };
}

/**
 * A path's inner control points in time, on its bar: time keys are diamonds, roving points hollow; dragging one keys it.
 * One set of handlers for all of a row: there may be thousands of marks. The selected row's are sliders for the keyboard.
 */
export function BarPoints({
	store,
	row,
	span,
	isOnly,
}: BarPointsProps & { readonly isOnly: boolean }) {
	const pressed = useRef(0);
	const retime = (index: number, time: number | null) =>
		[{ type: 'point/retime', trackId: row.id, index, time }] as const;
	const drag = useShareDrag(store, span, 'setTimeKey', ({ share, from }) =>
		retime(pressed.current, (row.shares[pressed.current - 1] ?? 0) + share - from),
	);
	const { length, fps } = store.getDocument().frame;
	const onKeyDown = (event: KeyboardEvent) => {
		const index = indexOf(event.target);
		const share = row.shares[index - 1];
		if (share === undefined || row.locked) return;
		const direction = keyDirection(event.key);
		if (direction !== 0) {
			const at = shareToFrame(share, length) + direction * (event.shiftKey ? Math.round(fps) : 1);
			store.dispatch('setTimeKey', retime(index, frameToShare(at, length)));
		} else if (event.key === 'Delete' || event.key === 'Backspace') {
			store.dispatch('setTimeKey', retime(index, null));
		} else if (event.key === 'k' || event.key === 'K') {
			store.select(selectPoints(row.id, [index]));
			toggleTimeKey(store);
		} else return;
		event.preventDefault();
	};
	if (row.shares.length === 0 || row.shares.length > mostMarks) return null;
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: its sliders have the role; it only gathers their events
		<div
			className={styles.points}
			style={{ '--bar': `var(--track-ui-${row.color})` } as CSSProperties}
			onClick={(event) => {
				event.stopPropagation();
				store.select(selectPoints(row.id, [pressed.current]));
			}}
			onKeyDown={onKeyDown}
			{...(row.locked ? {} : drag)}
			onPointerDown={(event) => {
				pressed.current = indexOf(event.target);
				if (!row.locked) drag.onPointerDown?.(event);
			}}
		>
			{isOnly ? <Sliders store={store} row={row} /> : <Marks row={row} />}
		</div>
	);
}

const indexOf = (target: EventTarget): number =>
	target instanceof HTMLElement ? Number(target.dataset.index ?? 0) : 0;

function Marks({ row }: { readonly row: Row }) {
	return row.shares.map((share, inner) => (
		<span
			// biome-ignore lint/suspicious/noArrayIndexKey: a control point's place in the list is what it is
			key={inner}
			className={styles.point}
			data-index={inner + 1}
			data-key={row.keyed[inner] ? '' : undefined}
			style={{ left: `${share * 100}%` }}
		/>
	));
}

function Sliders({ store, row }: { readonly store: EditorStore; readonly row: Row }) {
	const text = useTimeText();
	const { seconds } = useText().common;
	const frame = useEditor(store, (state) => state.history.present.frame);
	const chosen = useEditor(store, ({ selection }) =>
		selection.points?.trackId === row.id ? selection.points.indices : [],
	);
	return row.shares.map((share, inner) => {
		const isKey = row.keyed[inner] ?? false;
		const index = inner + 1;
		return (
			<div
				// biome-ignore lint/suspicious/noArrayIndexKey: as above
				key={inner}
				className={styles.point}
				role="slider"
				tabIndex={row.locked ? -1 : 0}
				data-index={index}
				data-key={isKey ? '' : undefined}
				data-selected={chosen.includes(index) ? '' : undefined}
				aria-label={isKey ? text.keyOf(index + 1, row.name) : text.roverOf(index + 1, row.name)}
				aria-valuemin={0}
				aria-valuemax={frame.length - 1}
				aria-valuenow={shareToFrame(share, frame.length)}
				aria-valuetext={seconds(share * clipSeconds(frame))}
				aria-disabled={row.locked || undefined}
				style={{ left: `${share * 100}%` }}
			/>
		);
	});
}
