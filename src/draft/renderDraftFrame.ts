import type { DraftScene } from './draftScene.ts';
import { bendVertices } from './layers/bendGrid.ts';
import { isDisplaced } from './layers/layerMotion.ts';
import { drawBent } from './raster/drawBent.ts';
import { drawShifted } from './raster/drawShifted.ts';

/**
 * Draws one frame on the CPU. While nothing has moved it is the picture itself, byte for byte.
 * @param out width x height x 4; fully written. Cost: one copy and the layers' area.
 */
export function renderDraftFrame(scene: DraftScene, frame: number, out: Uint8ClampedArray): void {
	if (!scene.layers.some((layer) => isDisplaced(layer.motion, frame))) {
		out.set(scene.source);
		return;
	}
	out.set(scene.background);
	const { width, height } = scene;
	let drawn: Uint32Array | undefined;
	scene.layers.forEach((layer, i) => {
		const { motion } = layer;
		if (motion.kind === 'shift') {
			const dx = motion.offsets[2 * frame]!;
			drawShifted(layer, dx, motion.offsets[2 * frame + 1]!, out, width, height);
			return;
		}
		drawn ??= new Uint32Array(width * height);
		const vertices = new Float64Array(motion.grid.rest.length);
		bendVertices(motion.grid, motion.handles, frame, vertices);
		drawBent(layer, motion.grid, vertices, out, width, height, drawn, i + 1);
	});
}
