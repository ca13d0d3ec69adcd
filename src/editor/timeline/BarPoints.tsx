import { useRef } from 'react';
import type { Timing } from '#core/document/document.ts';
import { findTrackView } from '#render/scene/trackView.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import { pointShares } from './pointShares.ts';
import styles from './TrackBar.module.css';

/** Where a path's inner control points lie in time; kept as they were while something is dragged. */
export function BarPoints({
	store,
	trackId,
	timing,
}: {
	readonly store: EditorStore;
	readonly trackId: string;
	readonly timing: Timing;
}) {
	const last = useRef<readonly number[]>([]);
	const shares = useEditor(store, ({ history }) => {
		const track = history.gesture ? undefined : findTrackView(history.present, trackId)?.track;
		if (track) last.current = pointShares(track);
		return last.current;
	});
	const length = Math.max(1e-9, timing.end - timing.start);
	const places = shares.map((share) => (share - timing.start) / length);
	return places.map((place, index) => (
		<span
			// biome-ignore lint/suspicious/noArrayIndexKey: a control point's place in the list is what it is
			key={index}
			className={styles.point}
			style={{ left: `${Math.min(1, Math.max(0, place)) * 100}%` }}
		/>
	));
}
