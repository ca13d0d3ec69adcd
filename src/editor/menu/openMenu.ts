import { imageToScreen, screenToImage } from '#render/scene/viewport.ts';
import { type Hit, hitTest } from '../hit-test/hitTest.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { nothingSelected, type Selection, selectPoints, selectTracks } from '../store/selection.ts';

/** The menu of what lies under a place of the canvas; that is selected, unless it is part of the selection already. */
export function openCanvasMenu(
	store: EditorStore,
	canvas: HTMLElement,
	{ clientX, clientY }: { readonly clientX: number; readonly clientY: number },
	isCoarse: boolean,
): void {
	const state = store.getState();
	const box = canvas.getBoundingClientRect();
	const screen = { x: clientX - box.left, y: clientY - box.top };
	const place = screenToImage(state.viewport, screen);
	const hit = hitTest(state.history.present, state.viewport, screen, isCoarse, state.selection);
	store.select(selectionFor(hit, state));
	const at = { x: clientX, y: clientY };
	const isPoint = hit?.type === 'point' || hit?.type === 'handle';
	if (!hit) store.setMenu({ at, target: { type: 'empty', place } });
	else if (isPoint) store.setMenu({ at, target: { type: 'point' } });
	else {
		const on = hit.type === 'path' ? hit.point : null;
		store.setMenu({ at, target: { type: 'track', place: on } });
	}
}

function selectionFor(hit: Hit | null, { selection }: EditorState): Selection {
	if (!hit) return nothingSelected;
	const { points, trackIds } = selection;
	if (hit.type === 'point' || hit.type === 'handle') {
		const isIn = points?.trackId === hit.trackId && points.indices.includes(hit.index);
		return isIn ? selection : selectPoints(hit.trackId, [hit.index]);
	}
	return trackIds.includes(hit.trackId) && !points ? selection : selectTracks([hit.trackId]);
}

/** The Menu key or Shift F10 on the canvas: the menu of the selection, where it is. */
export function openMenuOfSelection(store: EditorStore): boolean {
	const { selection, history, viewport, canvas, crosshair } = store.getState();
	const element = document.querySelector('[role="application"]');
	const box = element?.getBoundingClientRect();
	const track = history.present.tracks.find((t) => t.id === selection.trackIds[0]);
	const point = track?.points[selection.points?.indices[0] ?? 0];
	const place = point ?? crosshair ?? screenToImage(viewport, middleOf(canvas));
	const { x, y } = imageToScreen(viewport, place);
	const at = {
		x: (box?.left ?? 0) + Math.min(canvas.width, Math.max(0, x)),
		y: (box?.top ?? 0) + Math.min(canvas.height, Math.max(0, y)),
	};
	if (!track) store.setMenu({ at, target: { type: 'empty', place } });
	else if (selection.points) store.setMenu({ at, target: { type: 'point' } });
	else store.setMenu({ at, target: { type: 'track', place: null } });
	return true;
}

const middleOf = ({ width, height }: EditorState['canvas']) => ({ x: width / 2, y: height / 2 });
