import { useEffect, useRef } from 'react';
import type { EditorStore } from '../store/createEditorStore.ts';
import { createSlide } from './createSlide.ts';
import styles from './Timeline.module.css';
import { useWidth } from './useWidth.ts';

/** The playhead over the rows; moved without React and without layout. */
export function PlayheadLine({ store }: { readonly store: EditorStore }) {
	const area = useRef<HTMLDivElement>(null);
	const line = useRef<HTMLDivElement>(null);
	const width = useWidth(area);
	useEffect(() => {
		if (!line.current) return;
		const slide = createSlide(line.current, width);
		slide.to(store.getState().playhead);
		const stop = store.subscribe((state, before) => {
			if (state.playhead !== before.playhead) slide.to(state.playhead);
		});
		return () => {
			stop();
			slide.dispose();
		};
	}, [store, width]);
	return (
		<div ref={area} className={styles.playheadArea} aria-hidden="true">
			<div ref={line} className={styles.playhead} />
		</div>
	);
}
