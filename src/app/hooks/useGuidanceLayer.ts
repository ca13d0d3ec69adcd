import { useEffect, useState } from 'react';
import type { CanvasUnderlay } from '#editor/canvas/EditorCanvas.tsx';

/** The influence map and the marks of the checks below the tracks; its code comes after the canvas. */
export function useGuidanceLayer(isWanted: boolean): CanvasUnderlay | undefined {
	const [layer, setLayer] = useState<CanvasUnderlay>();
	useEffect(() => {
		if (!isWanted) return;
		let isHere = true;
		import('#editor/influence/createGuidanceLayer.ts').then(
			({ createGuidanceLayer }) => {
				if (isHere) setLayer(createGuidanceLayer());
			},
			// Without it the canvas works as before; the view bar, which travels alike, would be missing too.
			() => undefined,
		);
		return () => {
			isHere = false;
		};
	}, [isWanted]);
	return layer;
}
