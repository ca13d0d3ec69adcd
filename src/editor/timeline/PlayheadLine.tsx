import { useEffect, useRef } from 'react';
import type { EditorStore } from '../store/createEditorStore.ts';
import styles from './Timeline.module.css';

/** The playhead over the rows; moved by a transform, without React and without layout. */
export function PlayheadLine({ store }: { readonly store: EditorStore }) {
	const line = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const write = (share: number) => {
			if (line.current) line.current.style.transform = `translateX(${share * 100}%)`;
		};
		write(store.getState().playhead);
		return store.subscribe((state, before) => {
			if (state.playhead !== before.playhead) write(state.playhead);
		});
	}, [store]);
	return (
		<div className={styles.playheadArea} aria-hidden="true">
			<div ref={line} className={styles.playhead} />
		</div>
	);
}
