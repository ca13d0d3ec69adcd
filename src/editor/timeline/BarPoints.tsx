import type { CSSProperties, KeyboardEvent } from 'react';
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

/** Marks closer than this to each other could not be told apart or grasped. */
const mostMarks = 150;

/** A path's inner control points in time, on its bar: time keys are diamonds, roving points hollow; dragging one keys it. */
export function BarPoints({
	store,
	row,
	span,
	isOnly,
}: {
	readonly store: EditorStore;
	readonly row: Row;
	readonly span: { readonly current: HTMLDivElement | null };
	readonly isOnly: boolean;
}) {
	const chosen = useEditor(store, ({ selection }) =>
		selection.points?.trackId === row.id ? selection.points.indices : [],
	);
	if (row.shares.length > mostMarks) return null;
	return row.shares.map((share, inner) => (
		<Mark
			// biome-ignore lint/suspicious/noArrayIndexKey: a control point's place in the list is what it is
			key={inner}
			store={store}
			row={row}
			span={span}
			index={inner + 1}
			share={share}
			isKey={row.keyed[inner] ?? false}
			isSelected={chosen.includes(inner + 1)}
			isReachable={isOnly && !row.locked}
		/>
	));
}

function Mark({
	store,
	row,
	span,
	index,
	share,
	isKey,
	isSelected,
	isReachable,
}: {
	readonly store: EditorStore;
	readonly row: Row;
	readonly span: { readonly current: HTMLDivElement | null };
	readonly index: number;
	readonly share: number;
	readonly isKey: boolean;
	readonly isSelected: boolean;
	/** By Tab. */
	readonly isReachable: boolean;
}) {
	const text = useTimeText();
	const { seconds } = useText().common;
	const { frame } = store.getDocument();
	const retime = (time: number | null) =>
		[{ type: 'point/retime', trackId: row.id, index, time }] as const;
	const drag = useShareDrag(store, span, 'setTimeKey', (move) =>
		retime(share + move.share - move.from),
	);
	const select = () => store.select(selectPoints(row.id, [index]));
	const onKeyDown = (event: KeyboardEvent) => {
		const direction = keyDirection(event.key);
		if (row.locked) return;
		if (direction !== 0) {
			const by = direction * (event.shiftKey ? Math.round(frame.fps) : 1);
			const at = shareToFrame(share, frame.length) + by;
			store.dispatch('setTimeKey', retime(frameToShare(at, frame.length)));
		} else if (event.key === 'Delete' || event.key === 'Backspace') {
			store.dispatch('setTimeKey', retime(null));
		} else if (event.key === 'k' || event.key === 'K') {
			select();
			toggleTimeKey(store);
		} else return;
		event.preventDefault();
	};
	return (
		<div
			className={styles.point}
			role="slider"
			tabIndex={isReachable ? 0 : -1}
			data-key={isKey ? '' : undefined}
			data-selected={isSelected ? '' : undefined}
			aria-label={isKey ? text.keyOf(index + 1, row.name) : text.roverOf(index + 1, row.name)}
			aria-valuemin={0}
			aria-valuemax={frame.length - 1}
			aria-valuenow={shareToFrame(share, frame.length)}
			aria-valuetext={seconds(share * clipSeconds(frame))}
			aria-disabled={row.locked || undefined}
			style={{ left: `${share * 100}%`, '--bar': `var(--track-ui-${row.color})` } as CSSProperties}
			onClick={(event) => {
				event.stopPropagation();
				select();
			}}
			onKeyDown={onKeyDown}
			{...(row.locked ? {} : drag)}
		/>
	);
}
