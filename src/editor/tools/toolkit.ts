import { createHeadStamps } from '../canvas/createHeadStamps.ts';
import { createRestPainter } from '../canvas/createRestPainter.ts';
import { overlayMarks } from '../canvas/overlayScene.ts';
import { clipboard, edits } from '../editing/edits.ts';
import { insertionOf } from '../editing/insertionOf.ts';
import { crosshairKey, showCrosshair } from '../input/crosshair.ts';
import { openCanvasMenu, openMenuOfSelection } from '../menu/openMenu.ts';
import { regionTool } from '../region/regionTool.ts';
import { createSnapper } from '../snap/createSnapper.ts';
import { freehandTool } from './freehand/freehandTool.ts';
import { lineTool } from './line/lineTool.ts';
import { penTool } from './pen/penTool.ts';
import { pinTool } from './pin/pinTool.ts';
import { extraTool } from './select/extra/extraTool.ts';
import { shapesTool } from './shapes/shapesTool.ts';
import { zoomTool } from './zoom/zoomTool.ts';

/** What travels after the canvas: the drawing tools, handles, transform box, lasso, snapping, and what is drawn for them. */
export const toolkit = {
	tools: {
		pen: penTool,
		freehand: freehandTool,
		line: lineTool,
		shapes: shapesTool,
		pin: pinTool,
		region: regionTool,
		zoom: zoomTool,
	},
	extra: extraTool,
	createSnapper,
	overlayMarks,
	createRestPainter,
	createHeadStamps,
	insertionOf,
	edits,
	crosshairKey,
	showCrosshair,
	openCanvasMenu,
	openMenuOfSelection,
	clipboard,
};

export type Toolkit = typeof toolkit;
