import { useEffect, useState } from 'react';
import type { CanvasUnderlay } from '#editor/canvas/EditorCanvas.tsx';
import type { EditorStore } from '#editor/store/createEditorStore.ts';

/** The influence map and the marks of the checks below the tracks; its code comes after the canvas. */
export function useGuidanceLayer(
	store: EditorStore,
	isWanted: boolean,
): CanvasUnderlay | undefined {
	const [layer, setLayer] = useState<CanvasUnderlay>();
	useEffect(() => {
		if (!isWanted) return;
		let isHere = true;
		let stop = () => {};
		Promise.all([
			import('#editor/influence/createGuidanceLayer.ts'),
			import('#editor/checks/checksOf.ts'),
		]).then(
			([{ createGuidanceLayer }, { checksOf }]) => {
				if (!isHere) return;
				const checks = checksOf(store);
				// The layers look again at what they draw.
				stop = checks.subscribe(() => store.setView({}));
				setLayer(createGuidanceLayer(checks));
			},
			// Without it the canvas works as before; the view bar, which travels alike, would be missing too.
			() => undefined,
		);
		return () => {
			isHere = false;
			stop();
		};
	}, [store, isWanted]);
	return layer;
}
