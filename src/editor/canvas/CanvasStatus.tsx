import { useRef } from 'react';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { useEditor } from '../useEditor.ts';

/** Says which point or track is selected and where it is; quiet while something is being dragged. */
export function CanvasStatus({ store }: { store: EditorStore }) {
	const text = useText().editor;
	const last = useRef('');
	const words = useEditor(store, (state) => {
		if (state.history.gesture === null) last.current = wordsOf(state, text);
		return last.current;
	});
	return (
		<p className="visually-hidden" role="status" aria-live="polite">
			{words}
		</p>
	);
}

function wordsOf(
	{ selection, history, crosshair }: EditorState,
	text: ReturnType<typeof useText>['editor'],
): string {
	if (crosshair) return text.statusCrosshair(crosshair.x, crosshair.y);
	const { points, trackIds } = selection;
	const track = history.present.tracks.find((t) => t.id === trackIds[0]);
	if (!track) return '';
	if (trackIds.length > 1) return text.statusTracks(trackIds.length);
	const index = points?.indices[0];
	const point = index === undefined ? undefined : track.points[index];
	if (index === undefined || !point) return text.statusTrack(track.name);
	return points && points.indices.length > 1
		? text.statusPoints(points.indices.length, track.name)
		: text.statusPoint(index + 1, track.points.length, track.name, point.x, point.y);
}
