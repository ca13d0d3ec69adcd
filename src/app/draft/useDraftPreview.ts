import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import type { CanvasUnderlay } from '#editor/canvas/EditorCanvas.tsx';
import { previewSwitch } from '#editor/preview/previewSwitch.ts';
import { stackUnderlays } from '#editor/preview/stackUnderlays.ts';
import { renderStartFrame } from '#media/browser/renderStartFrame.ts';
import type { Studio } from '../studio/createStudio.ts';

/** The draft on the canvas, while the person wants it, below what else lies there; its code comes when it is asked for. */
export function useDraftPreview(
	{ editor, pictures }: Pick<Studio, 'editor' | 'pictures'>,
	above: CanvasUnderlay | undefined,
): CanvasUnderlay | undefined {
	const { isOn } = useStore(previewSwitch(editor));
	const [layer, setLayer] = useState<CanvasUnderlay>();
	useEffect(() => {
		if (!isOn) return;
		const preview = previewSwitch(editor);
		let isHere = true;
		let end: (() => void) | undefined;
		void Promise.all([
			import('./createDraftPreview.ts'),
			import('#editor/preview/createPreviewLayer.ts'),
		]).then(
			([{ createDraftPreview }, { createPreviewLayer }]) => {
				if (!isHere) return;
				const painter = createDraftPreview({
					settled: () => {
						const { gesture, present } = editor.getState().history;
						return gesture?.base ?? present;
					},
					subscribe: (listener) => editor.subscribe(listener),
					startFrame: async ({ image, frame }) => {
						const stored = image && (await pictures.bytesOf(image.sha256));
						if (!image || !stored) throw new Error('the start image is gone');
						const { rect } = createFrameMapping(image, frame);
						return renderStartFrame(stored, rect, frame.width, frame.height);
					},
					onBusy: (isBusy) => preview.setState({ isBusy }),
				});
				const made = createPreviewLayer(editor, painter, {
					requestAnimationFrame: (callback) => requestAnimationFrame(callback),
					cancelAnimationFrame: (handle) => cancelAnimationFrame(handle),
					wantsLessMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
				});
				setLayer(made);
				end = () => {
					made.dispose();
					painter.dispose();
				};
			},
			// Without its code there is no preview; the switch says so by going back.
			() => preview.setState({ isOn: false }),
		);
		return () => {
			isHere = false;
			end?.();
			setLayer(undefined);
			preview.setState({ isBusy: false });
		};
	}, [isOn, editor, pictures]);
	return useMemo(() => stackUnderlays(layer, above), [layer, above]);
}
