import type { Command } from '#core/document/commands.ts';
import { type Alignment, type Axis, alignBoxes, distributeBoxes } from '#core/edit/arrange.ts';
import type { Rect } from '#core/geometry/point.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { trackRect } from '../tools/select/extra/selectionBox.ts';
import { chosenPoints, chosenTracks } from './chosen.ts';

type Moves = readonly { readonly dx: number; readonly dy: number }[];

/** Moves the selected points, or else the selected tracks, so that they share an edge or a middle. */
export const align = (store: EditorStore, alignment: Alignment): void =>
	arrange(store, (boxes) => alignBoxes(boxes, alignment));

/** Moves them so that the gaps between them are equal. */
export const distribute = (store: EditorStore, axis: Axis): void =>
	arrange(store, (boxes) => distributeBoxes(boxes, axis));

function arrange(store: EditorStore, movesOf: (boxes: readonly Rect[]) => Moves): void {
	const state = store.getState();
	const points = chosenPoints(state);
	const tracks = chosenTracks(state);
	const boxes = points
		? points.indices.map((i) => {
				const { x = 0, y = 0 } = points.track.points[i] ?? {};
				return { x, y, width: 0, height: 0 };
			})
		: tracks.map(trackRect);
	if (boxes.length < 2) return;
	const commands = movesOf(boxes).flatMap(({ dx, dy }, i): Command[] => {
		if (dx === 0 && dy === 0) return [];
		const index = points?.indices[i];
		const track = tracks[i];
		if (points && index !== undefined)
			return [{ type: 'point/translate', trackId: points.track.id, indices: [index], dx, dy }];
		return track ? [{ type: 'track/translate', trackIds: [track.id], dx, dy }] : [];
	});
	store.dispatch('arrange', commands);
}
