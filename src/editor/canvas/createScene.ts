import type { Context } from 'konva/lib/Context';
import { Layer } from 'konva/lib/Layer';
import { Shape } from 'konva/lib/Shape';
import { Stage } from 'konva/lib/Stage';
import type { EditorStore } from '../store/createEditorStore.ts';
import { createSceneLayers, type SceneLook } from './sceneLayers.ts';

export interface Scene {
	/** Draws everything again in another look: picture, colours or screen are others now. */
	show(look: SceneLook, pixelRatio: number): void;
	dispose(): void;
}

/**
 * The Konva stage of the canvas: one layer with one shape each for the picture, the tracks at rest, the tracks under work and
 * the heads. They draw straight from the store, each only when what it shows has changed, and never through React.
 * Nothing listens: picking is our own hit test, so Konva draws no hit graph.
 * The parts of Konva by themselves, without react-konva: that brings a second React renderer for four layers.
 * @param container Empty; Konva puts its canvases into it.
 */
export function createScene(container: HTMLDivElement, store: EditorStore): Scene {
	let size = store.getState().canvas;
	const stage = new Stage({ container, ...size, listening: false });
	let look: SceneLook | undefined;
	const layers = createSceneLayers().map(({ watch, paint }) => {
		const layer = new Layer({ listening: false });
		layer.add(
			new Shape({
				listening: false,
				perfectDrawEnabled: false,
				sceneFunc: ({ _context }: Context) => look && paint(_context, store.getState(), look),
			}),
		);
		stage.add(layer);
		return { layer, watch, last: watch(store.getState()) };
	});
	const stopFollowing = store.subscribe((state) => {
		// Clears and draws all layers at once.
		if (state.canvas !== size) stage.size(state.canvas);
		size = state.canvas;
		for (const entry of layers) {
			const next = entry.watch(state);
			if (next.every((value, i) => Object.is(value, entry.last[i]))) continue;
			entry.last = next;
			entry.layer.batchDraw();
		}
	});
	return {
		show(next, pixelRatio) {
			look = next;
			for (const { layer } of layers) {
				if (layer.getCanvas().getPixelRatio() !== pixelRatio)
					layer.getCanvas().setPixelRatio(pixelRatio);
				layer.draw();
			}
		},
		dispose() {
			stopFollowing();
			stage.destroy();
		},
	};
}
