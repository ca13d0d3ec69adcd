import type { Command } from '#core/document/commands.ts';
import { type Affine, mapControlPoint, rotation, scaling } from '#core/geometry/affine.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { frameRectOf } from '../store/imageSpace.ts';
import { selectTracks } from '../store/selection.ts';
import { pivotOf } from '../tools/select/extra/selectionBox.ts';
import { chosenBox, chosenPoints, chosenTracks } from './chosen.ts';
import { copiesOf } from './copiesOf.ts';

/** The commands that map what is selected. */
export function mapCommands(store: EditorStore, map: Affine): readonly Command[] {
	const state = store.getState();
	const points = chosenPoints(state);
	if (points)
		return [{ type: 'point/transform', trackId: points.track.id, indices: points.indices, map }];
	const trackIds = chosenTracks(state).map((track) => track.id);
	return trackIds.length ? [{ type: 'track/transform', trackIds, map }] : [];
}

function transform(store: EditorStore, map: (pivot: { x: number; y: number }) => Affine): void {
	const box = chosenBox(store);
	if (!box) return;
	const pivot = pivotOf(box, store.getState().options.pivot);
	store.dispatch('transform', mapCommands(store, map(pivot)));
}

/** Flips what is selected about its pivot. */
export const flipX = (store: EditorStore): void =>
	transform(store, (pivot) => scaling(-1, 1, pivot));
export const flipY = (store: EditorStore): void =>
	transform(store, (pivot) => scaling(1, -1, pivot));

/** Turns what is selected a quarter about its pivot, clockwise. */
export const quarterTurn = (store: EditorStore): void =>
	transform(store, (pivot) => rotation(Math.PI / 2, pivot));

/** Makes what is selected so many image px wide or high, about its pivot. */
export function resize(store: EditorStore, side: 'width' | 'height', size: number): void {
	const before = chosenBox(store)?.[side] ?? 0;
	if (before < 1e-6) return;
	const factor = size / before;
	transform(store, (pivot) =>
		side === 'width' ? scaling(factor, 1, pivot) : scaling(1, factor, pivot),
	);
}

/** Copies of the selected tracks on the other side of the output frame's middle become the selection. */
export function mirror(store: EditorStore): void {
	const rect = frameRectOf(store.getDocument());
	const map = scaling(-1, 1, { x: rect.x + rect.width / 2, y: 0 });
	const chosen = chosenTracks(store.getState());
	const copies = copiesOf(store.getDocument(), chosen, store.createId).map((track) => ({
		...track,
		points: track.points.map((p) => mapControlPoint(map, p)),
	}));
	if (copies.length === 0) return;
	store.dispatch(
		'duplicateTrack',
		copies.map((track) => ({ type: 'track/add', track })),
	);
	store.select(selectTracks(copies.map((track) => track.id)));
}
