import { overlapFrom } from '#core/guidance/coverage.ts';
import { latentStepAt } from '#core/guidance/steppedClocks.ts';
import type { Span } from '#core/lint/rules.ts';
import { resolveTracks } from '#core/trajectory/resolveTracks.ts';
import { paintCanvas2d } from '#render/painters/canvas2d.ts';
import type { Theme } from '#render/palette.ts';
import { type HeatTheme, heatTable, writeHeat } from '#render/scene/influenceColors.ts';
import { footprintMarks, spanMarks } from '#render/scene/influenceMarks.ts';
import type { CanvasUnderlay } from '../canvas/EditorCanvas.tsx';
import type { Checked, Checks } from '../checks/checksOf.ts';
import type { EditorState } from '../store/editorState.ts';
import { frameRectOf } from '../store/imageSpace.ts';
import { type InfluenceField, influenceField } from './influenceField.ts';
import { readHeat } from './readHeat.ts';

/** What lies below the tracks: the influence map with its footprints, and the marks of bad stretches. */
export function createGuidanceLayer(checks: Pick<Checks, 'get'>): CanvasUnderlay {
	const heat = createHeatPainter();
	return {
		watch: (state) => [
			...(state.view.influence
				? [state.history.present, momentOf(state), state.view.clock, state.view.soloId]
				: [null, null, null, null]),
			checks.get(),
			state.history.gesture === null,
			state.viewport,
			state.canvas,
			state.view.hidesOverlay,
		],
		paint(context, state, theme) {
			if (state.view.influence) {
				const field = influenceField(state);
				if (field) heat(context, field, state, theme);
				paintCanvas2d(context, footprints(state, theme));
			}
			// While something is dragged the marks of before would lie about it.
			if (state.history.gesture === null)
				paintCanvas2d(
					context,
					spanMarks(state.history.present, spansOf(checks.get()), state.viewport, theme),
				);
		},
	};
}

/**
 * What the map is drawn for: each frame while the playhead is moved by hand. While it plays the map changes with the latent
 * step only, four frames long, and the footprints with it.
 */
const momentOf = ({ isPlaying, playhead, history }: EditorState): number =>
	isPlaying ? latentStepAt(playhead, history.present.frame.length) : playhead;

const spansOf = (checked: Checked | null): Span[] =>
	checked?.findings.flatMap(({ span }) => (span ? [span] : [])) ?? [];

function footprints(state: EditorState, theme: Theme) {
	const { history, playhead, view, viewport, selection } = state;
	const document = history.present;
	const { length } = document.frame;
	// Dashed circles are dear: of many tracks only those at hand keep theirs while the drawing must keep up.
	const isHurried = history.gesture !== null || state.isPlaying;
	const isSparing = isHurried && document.tracks.length > manyTracks;
	const shown = resolveTracks(document).filter(
		({ id, timing }) =>
			(view.soloId ?? id) === id &&
			playhead <= (timing.release ?? 1) &&
			(!isSparing || selection.trackIds.includes(id)),
	);
	return footprintMarks(
		document,
		shown,
		(samples) => view.clock.positionAt(samples, playhead, length),
		viewport,
		theme,
	);
}

const manyTracks = 24;

/** Screen px from line to line of the hatch. */
const hatchGap = 5;

type HeatPainter = (
	context: CanvasRenderingContext2D,
	field: InfluenceField,
	state: EditorState,
	theme: Theme,
) => void;

/** Paints fields over the output frame; keeps one small canvas of a pixel a cell. */
function createHeatPainter(): HeatPainter {
	const canvas = document.createElement('canvas');
	let painted: InfluenceField | null = null;
	let colors: { readonly theme: Theme; readonly heat: HeatTheme } | null = null;
	return (context, field, state, theme) => {
		if (colors?.theme !== theme) {
			colors = { theme, heat: readHeat(document.documentElement) };
			painted = null;
		}
		if (painted !== field) {
			drawCells(canvas, field, colors.heat);
			painted = field;
		}
		const rect = frameRectOf(state.history.present);
		const { frame } = state.history.present;
		const { viewport } = state;
		const perCell = {
			x: ((8 * rect.width) / frame.width) * viewport.scale,
			y: ((8 * rect.height) / frame.height) * viewport.scale,
		};
		const x = rect.x * viewport.scale + viewport.x;
		const y = rect.y * viewport.scale + viewport.y;
		context.save();
		context.imageSmoothingEnabled = true;
		context.imageSmoothingQuality = 'low';
		context.drawImage(canvas, x, y, field.columns * perCell.x, field.rows * perCell.y);
		hatchOverlap(context, field, { x, y, perCell }, colors.heat);
		context.restore();
	};
}

function drawCells(canvas: HTMLCanvasElement, field: InfluenceField, heat: HeatTheme): void {
	if (canvas.width !== field.columns) canvas.width = field.columns;
	if (canvas.height !== field.rows) canvas.height = field.rows;
	const context = canvas.getContext('2d');
	if (!context) return;
	const image = context.createImageData(field.columns, field.rows);
	writeHeat(field.weights, heatTable(heat), image.data);
	context.putImageData(image, 0, 0);
}

interface Placed {
	readonly x: number;
	readonly y: number;
	readonly perCell: { readonly x: number; readonly y: number };
}

/** Cells with more than 1 in sum: filled, with lines at 45 degrees. */
function hatchOverlap(
	context: CanvasRenderingContext2D,
	{ weights, columns, rows, coverage }: InfluenceField,
	{ x, y, perCell }: Placed,
	heat: HeatTheme,
): void {
	if (coverage.overlap === 0) return;
	const box = { left: columns, top: rows, right: 0, bottom: 0 };
	context.beginPath();
	for (let row = 0; row < rows; row++)
		for (let column = 0; column < columns; column++) {
			const from = column;
			while (column < columns && weights[row * columns + column]! > overlapFrom) column++;
			if (column === from) continue;
			const width = (column - from) * perCell.x;
			context.rect(x + from * perCell.x, y + row * perCell.y, width, perCell.y);
			box.left = Math.min(box.left, from);
			box.right = Math.max(box.right, column);
			box.top = Math.min(box.top, row);
			box.bottom = row + 1;
		}
	context.globalAlpha = 0.55;
	context.fillStyle = heat.over;
	context.fill();
	context.clip();
	const left = x + box.left * perCell.x;
	const top = y + box.top * perCell.y;
	const width = (box.right - box.left) * perCell.x;
	const height = (box.bottom - box.top) * perCell.y;
	context.beginPath();
	const step = hatchGap * Math.SQRT2;
	// Lines keep their places on the screen whatever the cells are.
	const first = Math.floor((left + top) / step) * step;
	for (let at = first; at <= left + width + top + height; at += step) {
		context.moveTo(at - top, top);
		context.lineTo(at - top - height, top + height);
	}
	context.globalAlpha = 1;
	context.strokeStyle = heat.over;
	context.lineWidth = 1.5;
	context.stroke();
}
