import { pinSpacing } from '#core/pins/pinSpacing.ts';
import type { FoundRegion, RegionRequest } from '#core/region/findRegion.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';

/** Finds what strokes select; answers come in the order of the questions. */
export interface RegionSelector {
	/** @param onFound Not called when it could not be found, or after `dispose`. */
	find(request: RegionRequest, onFound: (found: FoundRegion) => void): void;
	dispose(): void;
}

/** Asks for what the region tool's strokes select, whenever they or the number of points change, and tells the tool. */
export function watchRegion(store: EditorStore, selector: RegionSelector): () => void {
	let asked: RegionRequest | null = null;
	const look = (state: EditorState) => {
		const request = requestOf(state);
		if (!request) {
			asked = null;
			return;
		}
		if (asked && asked.strokes === request.strokes && asked.points === request.points) return;
		asked = request;
		selector.find(request, (found) => {
			if (asked === request)
				store.handleToolEvent({ type: 'regionFound', strokes: request.strokes, found });
		});
	};
	look(store.getState());
	return store.subscribe(look);
}

function requestOf({ tool, options, history }: EditorState): RegionRequest | null {
	if (tool.id !== 'region' || tool.state.name !== 'chosen') return null;
	return {
		strokes: tool.state.strokes,
		points: options.regionPoints,
		spacing: pinSpacing(history.present),
	};
}
