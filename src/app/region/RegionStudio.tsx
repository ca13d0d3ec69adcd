import { useEffect } from 'react';
import type { Picture } from '#editor/canvas/paintPicture.ts';
import { RegionBar } from '#editor/region/RegionBar.tsx';
import { RegionOverlay } from '#editor/region/RegionOverlay.tsx';
import { watchRegion } from '#editor/region/watchRegion.ts';
import type { EditorStore } from '#editor/store/createEditorStore.ts';
import { useEditor } from '#editor/useEditor.ts';
import { coloursOf } from './coloursOf.ts';
import { createRegionSelector } from './createRegionSelector.ts';

/** What the region tool needs while it is in hand: its worker, and its selection over the canvas. */
export default function RegionStudio({
	store,
	picture,
}: {
	readonly store: EditorStore;
	readonly picture: Picture | null;
}) {
	const isInHand = useEditor(store, ({ tool }) => tool.id === 'region');
	const imageWidth = useEditor(store, ({ history }) => history.present.image?.width);
	useEffect(() => {
		const colours = isInHand && picture && coloursOf(picture);
		if (!colours || !imageWidth) return;
		// The selection in progress is dropped; taking up the tool again starts another worker.
		const selector = createRegionSelector(colours, imageWidth, () => store.setTool('select'));
		const stop = watchRegion(store, selector);
		return () => {
			stop();
			selector.dispose();
		};
	}, [store, picture, imageWidth, isInHand]);
	return isInHand ? (
		<>
			<RegionOverlay store={store} />
			<RegionBar store={store} />
		</>
	) : null;
}
