import { guidanceOfTracks } from '#core/guidance/guidanceOfTracks.ts';
import { cellPx, writeInfluence } from '#core/guidance/influenceWeights.ts';
import { latentStepAt } from '#core/guidance/steppedClocks.ts';
import type { NodeCanvas, NodeContext } from '#media/node/optionalPackages.ts';
import { defaultHeat } from '#render/palette.ts';
import { heatTable, writeHeat } from '#render/scene/influenceColors.ts';
import type { ComposedShot } from '../shot/composeShot.ts';

/** Draws the influence map of a moment over the output frame, a cell for each 8 x 8 px. */
export function createHeat(
	{ document, samples }: ComposedShot,
	createCanvas: (width: number, height: number) => NodeCanvas,
): (context: NodeContext, share: number) => void {
	const { frame, shot } = document;
	const { width, height, length } = frame;
	const { temperature, topk } = shot;
	const columns = Math.floor(width / cellPx);
	const rows = Math.floor(height / cellPx);
	const guidance = guidanceOfTracks(samples, length);
	const table = heatTable(defaultHeat);
	const weights = new Float32Array(rows * columns);
	const cells = createCanvas(columns, rows);
	const cellsContext = cells.getContext('2d');
	const image = cellsContext.createImageData(columns, rows);
	return (context, share) => {
		const step = Math.max(1, latentStepAt(share, length));
		writeInfluence(guidance, { width, height, temperature, topk }, step, weights);
		writeHeat(weights, table, image.data);
		cellsContext.putImageData(image, 0, 0);
		context.drawImage(cells, 0, 0, columns * cellPx, rows * cellPx);
	};
}
