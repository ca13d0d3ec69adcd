import { useVirtualizer } from '@tanstack/react-virtual';
import {
	type FocusEvent,
	type RefObject,
	useEffect,
	useLayoutEffect,
	useRef,
	useState,
} from 'react';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { rowsToMount } from './rowsToMount.ts';
import styles from './Timeline.module.css';
import { TrackRow } from './TrackRow.tsx';
import type { Row } from './trackRows.ts';

interface TrackRowsProps {
	readonly store: EditorStore;
	readonly rows: readonly Row[];
	readonly selected: readonly string[];
	/** Of the clip. */
	readonly seconds: number;
	readonly isNarrow: boolean;
	readonly scroller: RefObject<HTMLElement | null>;
}

/** So many rows are all there, for whoever looks for them; of more only those in sight and those at hand. */
const mostMounted = 60;

/** The tracks in time, a row each. */
export function TrackRows(props: TrackRowsProps) {
	return props.rows.length > mostMounted ? <RowsInSight {...props} /> : <AllRows {...props} />;
}

function AllRows({ rows, ...props }: TrackRowsProps) {
	const text = useText().editor;
	const propsOf = rowProps(props);
	return (
		<ul aria-label={text.tracks} className={styles.rows}>
			{rows.map((row, index) => (
				<TrackRow key={row.id} row={row} index={index} {...propsOf(row)} />
			))}
		</ul>
	);
}

function RowsInSight({ rows, ...props }: TrackRowsProps) {
	const { selected, scroller } = props;
	const text = useText().editor;
	const list = useRef<HTMLUListElement>(null);
	const [above, setAbove] = useState(0);
	const [height, setHeight] = useState(24);
	const [focusedId, setFocusedId] = useState<string | null>(null);
	const focused = rows.findIndex(({ id }) => id === focusedId);
	const only = selected.length === 1 ? rows.findIndex(({ id }) => id === selected[0]) : -1;
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		getItemKey: (index) => rows[index]?.id ?? index,
		estimateSize: () => height,
		useFlushSync: false,
		overscan: 8,
		scrollMargin: above,
		rangeExtractor: (range) => rowsToMount(range, { focused, only }),
	});
	// What stands above the list: the ruler, the camera.
	useLayoutEffect(() => {
		setAbove(list.current?.offsetTop ?? 0);
		setHeight(rowHeight(list.current));
	});
	useEffect(() => {
		if (only >= 0) virtual.scrollToIndex(only, { align: 'auto' });
	}, [only, virtual]);
	const propsOf = rowProps(props);
	const note = ({ target }: FocusEvent) =>
		setFocusedId(target.closest<HTMLElement>('li[data-track]')?.dataset.track ?? null);
	return (
		<ul
			ref={list}
			aria-label={text.tracks}
			className={styles.rows}
			data-virtual=""
			style={{ height: virtual.getTotalSize() }}
			onFocus={note}
			onBlur={() => setFocusedId(null)}
		>
			{virtual.getVirtualItems().map(({ index, start }) => {
				const row = rows[index];
				return (
					row && (
						<TrackRow
							key={row.id}
							row={row}
							index={index}
							count={rows.length}
							top={start - above}
							measure={virtual.measureElement}
							{...propsOf(row)}
						/>
					)
				);
			})}
		</ul>
	);
}

const rowProps = ({ store, selected, seconds, isNarrow }: Omit<TrackRowsProps, 'rows'>) => {
	const chosen = new Set(selected);
	return (row: Row) => ({
		store,
		seconds,
		isNarrow,
		isSelected: chosen.has(row.id),
		isOnly: selected.length === 1 && chosen.has(row.id),
	});
};

/** `--size-row` of where the list is: a finger needs more. */
const rowHeight = (list: Element | null): number =>
	(list && Number.parseFloat(getComputedStyle(list).getPropertyValue('--size-row'))) || 24;
