import type { DraftScene } from './draftScene.ts';
import { isDisplaced, isIdentity, placeVertices, restGrid } from './layers/layerMotion.ts';
import { drawBent } from './raster/drawBent.ts';
import { drawGround } from './raster/drawGround.ts';
import { drawShifted } from './raster/drawShifted.ts';

/** Whether a frame shows the picture itself: nothing has moved, nor the camera. */
export const isAtRest = (scene: DraftScene, frame: number): boolean =>
	(scene.camera === undefined || isIdentity(scene.camera, frame)) &&
	!scene.layers.some((layer) => isDisplaced(layer.motion, frame));

/**
 * Draws one frame on the CPU. While nothing has moved it is the picture itself, byte for byte.
 * @param out width x height x 4; fully written. Cost: one copy and the layers' area.
 */
export function renderDraftFrame(scene: DraftScene, frame: number, out: Uint8ClampedArray): void {
	if (isAtRest(scene, frame)) {
		out.set(scene.source);
		return;
	}
	const { width, height, camera } = scene;
	if (camera && !isIdentity(camera, frame))
		drawGround(scene.background, width, height, camera.subarray(6 * frame, 6 * frame + 6), out);
	else out.set(scene.background);
	drawLayers(scene, frame, out);
}

/** Lays the pieces alone over what `out` holds. */
export function drawLayers(scene: DraftScene, frame: number, out: Uint8ClampedArray): void {
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
		const grid = restGrid(layer);
		const vertices = new Float64Array(grid.rest.length);
		placeVertices(motion, grid.rest, frame, vertices);
		drawBent(layer, grid, vertices, out, width, height, drawn, i + 1);
	});
}
