import { type CSSProperties, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import type { Command } from '#core/document/commands.ts';
import { clipSeconds, frameToShare } from '#core/trajectory/time.ts';
import { useText } from '#ui/text/useText.tsx';
import { slideTiming, withTiming } from '../panels/timing.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { BarPoints } from './BarPoints.tsx';
import { keyDirection } from './keyDirection.ts';
import { ReleaseFlag } from './ReleaseFlag.tsx';
import styles from './TrackBar.module.css';
import type { Row } from './trackRows.ts';
import { useShareDrag } from './useShareDrag.ts';

type Edge = 'start' | 'end';

/**
 * When a track moves: its edges trim (with Alt they stretch, time keys too), its body slides, its marks are time keys;
 * each drag one undo step, the edges and keys are sliders for the keyboard. Passes after the first are fainter.
 */
export function TrackBar({
	store,
	row,
	isOnly,
	onSelect,
}: {
	readonly store: EditorStore;
	readonly row: Row;
	readonly isOnly: boolean;
	readonly onSelect: (event: MouseEvent | KeyboardEvent) => void;
}) {
	const span = useRef<HTMLDivElement>(null);
	const { timing } = row;
	const style = {
		'--bar': `var(--track-ui-${row.color})`,
		...placeOf(timing.start, timing.end),
	} as CSSProperties;
	const isPin = row.kind === 'pin';
	const slide = useShareDrag(store, span, 'setTiming', ({ from, share }) =>
		retime(row, slideTiming(timing, share - from)),
	);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the row's name is the keyboard's way to select
		<div className={styles.lane} data-part="lane" onClick={onSelect}>
			<div ref={span} className={styles.span} data-part="span">
				{!isPin && <Passes row={row} />}
				<div
					className={styles.bar}
					data-kind={row.kind}
					data-locked={row.locked ? '' : undefined}
					style={style}
					{...(isPin || row.locked ? {} : slide)}
				/>
				{!isPin && <BarPoints store={store} row={row} span={span} isOnly={isOnly} />}
				{!isPin &&
					(['start', 'end'] as const).map((edge) => (
						<BarEdge key={edge} store={store} edge={edge} row={row} span={span} />
					))}
				{timing.release !== undefined && (
					<ReleaseFlag store={store} row={row} release={timing.release} span={span} />
				)}
			</div>
		</div>
	);
}

const placeOf = (start: number, end: number): CSSProperties => ({
	left: `${start * 100}%`,
	width: `${(end - start) * 100}%`,
});

const retime = (row: Row, to: { readonly start: number; readonly end: number }): Command[] => [
	{ type: 'track/retime', trackIds: [row.id], from: row.timing, to },
];

const mostPasses = 100;

/** The passes that follow the first, as far as the clip goes. */
function Passes({ row: { timing, color } }: { readonly row: Row }) {
	const length = timing.end - timing.start;
	const count = Math.min(mostPasses, timing.repeat?.count ?? 1);
	if (count < 2 || length <= 0) return null;
	return Array.from({ length: count - 1 }, (_, i) => timing.end + i * length)
		.filter((start) => start < 1)
		.map((start) => (
			<div
				key={start}
				className={styles.pass}
				data-part="pass"
				style={
					{
						'--bar': `var(--track-ui-${color})`,
						...placeOf(start, Math.min(1, start + length)),
					} as CSSProperties
				}
			/>
		));
}

function BarEdge({
	store,
	edge,
	row,
	span,
}: {
	readonly store: EditorStore;
	readonly edge: Edge;
	readonly row: Row;
	readonly span: { readonly current: HTMLDivElement | null };
}) {
	const text = useText();
	const { frame } = store.getDocument();
	const { timing } = row;
	const value = timing[edge];
	const changed = (share: number, isStretch: boolean): readonly Command[] => {
		const next = withTiming(
			timing,
			edge === 'start' ? { start: share } : { end: share },
			frame.length,
		);
		return isStretch
			? retime(row, next)
			: [{ type: 'track/set', trackIds: [row.id], patch: { timing: next } }];
	};
	const drag = useShareDrag(store, span, 'setTiming', ({ share, isAlt }) => changed(share, isAlt));
	const onKeyDown = (event: KeyboardEvent) => {
		const direction = keyDirection(event.key);
		if (row.locked || direction === 0) return;
		event.preventDefault();
		const by = frameToShare(direction * (event.shiftKey ? Math.round(frame.fps) : 1), frame.length);
		store.dispatch('setTiming', changed(value + by, event.altKey));
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
			{...(row.locked ? {} : drag)}
		/>
	);
}
