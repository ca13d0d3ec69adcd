import type Konva from 'konva/lib/Core';
import type { Shape as KonvaShape } from 'konva/lib/Shape';
import { memo, useEffect, useRef } from 'react';
import { Layer, Shape } from 'react-konva/lib/ReactKonvaCore';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';

/** @param redraw Asks for another drawing later. */
export type Paint = (
	context: CanvasRenderingContext2D,
	state: EditorState,
	redraw: () => void,
) => void;

interface SceneLayerProps {
	readonly store: EditorStore;
	/** What the drawing is made of; it is drawn again when one of these is another value. Keep the function's identity. */
	readonly watch: (state: EditorState) => readonly unknown[];
	/** Draws in CSS px. Keep its identity: a new function is a new drawing. */
	readonly paint: Paint;
	readonly pixelRatio: number;
}

/**
 * One layer with one shape that draws straight from the store: changes of the state reach it by `batchDraw`, never through React.
 * Nothing listens: picking is our own hit test, so Konva draws no hit graph.
 */
export const SceneLayer = memo(function SceneLayer({
	store,
	watch,
	paint,
	pixelRatio,
}: SceneLayerProps) {
	const shape = useRef<KonvaShape>(null);
	useEffect(() => {
		let last = watch(store.getState());
		return store.subscribe((state) => {
			const next = watch(state);
			if (next.every((value, i) => Object.is(value, last[i]))) return;
			last = next;
			shape.current?.getLayer()?.batchDraw();
		});
	}, [store, watch]);
	useEffect(() => {
		const layer = shape.current?.getLayer();
		layer?.getCanvas().setPixelRatio(pixelRatio);
		layer?.batchDraw();
	}, [pixelRatio]);
	return (
		<Layer listening={false}>
			<Shape
				ref={shape}
				listening={false}
				perfectDrawEnabled={false}
				sceneFunc={(context: Konva.Context) =>
					paint(context._context, store.getState(), () => shape.current?.getLayer()?.batchDraw())
				}
			/>
		</Layer>
	);
});
