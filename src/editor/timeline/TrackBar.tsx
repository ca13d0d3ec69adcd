import {
	type CSSProperties,
	type KeyboardEvent,
	type MouseEvent,
	type PointerEvent,
	useRef,
} from 'react';
import type { Timing } from '#core/document/document.ts';
import { clipSeconds, frameToShare } from '#core/trajectory/time.ts';
import { useText } from '#ui/text/useText.tsx';
import { slideTiming, withTiming } from '../panels/timing.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { BarPoints } from './BarPoints.tsx';
import { shareUnder } from './scrub.ts';
import styles from './TrackBar.module.css';
import type { Row } from './trackRows.ts';

type Edge = 'start' | 'end';

/** When a track moves: its edges trim, its body slides, each drag one undo step; the edges are sliders for the keyboard. */
export function TrackBar({
	store,
	row,
	onSelect,
}: {
	readonly store: EditorStore;
	readonly row: Row;
	readonly onSelect: (event: MouseEvent | KeyboardEvent) => void;
}) {
	const span = useRef<HTMLDivElement>(null);
	const { id: trackId, timing } = row;
	const style = {
		'--bar': `var(--track-ui-${row.color})`,
		left: `${timing.start * 100}%`,
		width: `${(timing.end - timing.start) * 100}%`,
	} as CSSProperties;
	const isPin = row.kind === 'pin';
	const drag = useTimingDrag(store, trackId, timing, span);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the row's name is the keyboard's way to select
		<div className={styles.lane} onClick={onSelect}>
			<div ref={span} className={styles.span}>
				<div
					className={styles.bar}
					data-kind={row.kind}
					data-locked={row.locked ? '' : undefined}
					style={style}
					{...(isPin || row.locked ? {} : drag('body'))}
				>
					{!isPin && <BarPoints shares={row.shares} timing={timing} />}
				</div>
				{!isPin &&
					(['start', 'end'] as const).map((edge) => (
						<BarEdge
							key={edge}
							store={store}
							edge={edge}
							row={row}
							handlers={row.locked ? {} : drag(edge)}
						/>
					))}
			</div>
		</div>
	);
}

interface DragHandlers {
	readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
	readonly onPointerMove?: (event: PointerEvent<HTMLElement>) => void;
	readonly onPointerUp?: (event: PointerEvent<HTMLElement>) => void;
	readonly onPointerCancel?: (event: PointerEvent<HTMLElement>) => void;
}

/** One drag of the bar is one gesture. */
function useTimingDrag(
	store: EditorStore,
	trackId: string,
	timing: Timing,
	span: { readonly current: HTMLElement | null },
): (part: Edge | 'body') => DragHandlers {
	const drag = useRef<{ readonly timing: Timing; readonly from: number; moved: boolean } | null>(
		null,
	);
	const end = (isKept: boolean) => {
		if (drag.current?.moved) {
			if (isKept) store.commitGesture();
			else store.cancelGesture();
		}
		drag.current = null;
	};
	return (part) => ({
		onPointerDown: (event) => {
			if (event.button !== 0 || !span.current) return;
			event.currentTarget.setPointerCapture(event.pointerId);
			const { length } = store.getDocument().frame;
			drag.current = { timing, from: shareUnder(event, span.current, length), moved: false };
		},
		onPointerMove: (event) => {
			const { current } = drag;
			if (!current || !span.current) return;
			const { length } = store.getDocument().frame;
			const share = shareUnder(event, span.current, length);
			if (!current.moved && share === current.from) return;
			if (!current.moved) store.beginGesture('setTiming');
			current.moved = true;
			const next =
				part === 'body'
					? slideTiming(current.timing, share - current.from)
					: part === 'start'
						? withTiming(current.timing, { start: share }, length)
						: withTiming(current.timing, { end: share }, length);
			store.previewGesture([{ type: 'track/set', trackIds: [trackId], patch: { timing: next } }]);
		},
		onPointerUp: () => end(true),
		onPointerCancel: () => end(false),
	});
}

function BarEdge({
	store,
	edge,
	row,
	handlers,
}: {
	readonly store: EditorStore;
	readonly edge: Edge;
	readonly row: Row;
	readonly handlers: DragHandlers;
}) {
	const text = useText();
	const { frame } = store.getDocument();
	const value = row.timing[edge];
	const onKeyDown = (event: KeyboardEvent) => {
		const direction = keyDirection(event.key);
		if (row.locked || direction === 0) return;
		event.preventDefault();
		const by = frameToShare(direction * (event.shiftKey ? Math.round(frame.fps) : 1), frame.length);
		const next = withTiming(
			row.timing,
			edge === 'start' ? { start: value + by } : { end: value + by },
			frame.length,
		);
		store.dispatch('setTiming', [
			{ type: 'track/set', trackIds: [row.id], patch: { timing: next } },
		]);
	};
	return (
		<div
			className={styles.edge}
			data-edge={edge}
			role="slider"
			tabIndex={row.locked ? -1 : 0}
			aria-label={edge === 'start' ? text.editor.startOf(row.name) : text.editor.endOf(row.name)}
			aria-valuemin={0}
			aria-valuemax={frame.length - 1}
			aria-valuenow={Math.round(value * (frame.length - 1))}
			aria-valuetext={text.common.seconds(value * clipSeconds(frame))}
			aria-disabled={row.locked || undefined}
			style={{ left: `${value * 100}%`, '--bar': `var(--track-ui-${row.color})` } as CSSProperties}
			onKeyDown={onKeyDown}
			{...handlers}
		/>
	);
}

function keyDirection(key: string): -1 | 0 | 1 {
	if (key === 'ArrowLeft' || key === 'ArrowDown') return -1;
	return key === 'ArrowRight' || key === 'ArrowUp' ? 1 : 0;
}
