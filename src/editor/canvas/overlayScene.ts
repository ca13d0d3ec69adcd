// One file because it is one list: what is drawn for each tool and view option, layer by layer.
import { createCurve } from '#core/geometry/curve.ts';
import { flattenCurve } from '#core/geometry/flattenCurve.ts';
import { resolveTracks } from '#core/trajectory/resolveTracks.ts';
import { clipSeconds, shareToFrame, shareToSample } from '#core/trajectory/time.ts';
import type { Theme } from '#render/palette.ts';
import { boxScene } from '#render/scene/boxScene.ts';
import { type GuideLook, guidesScene, labelMarks } from '#render/scene/guidesScene.ts';
import { handlesScene } from '#render/scene/handlesScene.ts';
import type { Mark } from '#render/scene/mark.ts';
import { onionScene } from '#render/scene/onionScene.ts';
import { pixelGrid } from '#render/scene/pixelGrid.ts';
import { screenLine } from '#render/scene/screenLine.ts';
import { speedDots } from '#render/scene/speedDots.ts';
import { penScene, strokeScene } from '#render/scene/toolScene.ts';
import { trailsScene } from '#render/scene/trailsScene.ts';
import { imageToScreen } from '#render/scene/viewport.ts';
import type { Messages } from '#text/messages.ts';
import { cameraMarks } from '../camera/cameraMarks.ts';
import { drawsByKey } from '../input/crosshair.ts';
import type { EditorState } from '../store/editorState.ts';
import { frameRectOf, imageSizeOf } from '../store/imageSpace.ts';
import { drawnTrack } from '../tools/pen/penTool.ts';
import { placeHandles, screenBox, selectionBox } from '../tools/select/extra/selectionBox.ts';
import { hoverPlace } from './hoverPlace.ts';

/** What the code that travels later draws on a layer of the canvas. Pure. */
export function overlayMarks(
	layer: 'image' | 'active' | 'heads',
	state: EditorState,
	theme: Theme,
	text: Messages['editor'],
): Mark[] {
	switch (layer) {
		case 'image':
			return [
				...pixelGrid(imageSizeOf(state.history.present), state.canvas, state.viewport),
				...cropThirds(state, theme),
			];
		case 'active':
			return [
				...speedMarks(state),
				...handleMarks(state, theme),
				...boxMarks(state, theme),
				...toolMarks(state, theme),
				...hoverMarks(state, theme, text),
				...crosshairMarks(state, theme),
			];
		case 'heads':
			return [
				...trailMarks(state, theme),
				...onionMarks(state, theme),
				...cameraMarks(state, theme),
			];
	}
}

function speedMarks({ view, frameDots, selection, history, viewport }: EditorState): Mark[] {
	if (!view.speedColors || !frameDots || selection.trackIds.length > 8) return [];
	return resolveTracks(history.present)
		.filter((t) => selection.trackIds.includes(t.id) && t.visible && t.kind === 'path')
		.flatMap((track) => speedDots(track, history.present.frame.length, viewport));
}

function handleMarks(state: EditorState, theme: Theme): Mark[] {
	const { selection, history, viewport, hover, tool } = state;
	if (tool.id === 'pen' && tool.state.name === 'placing') {
		const { trackId, index } = tool.state;
		const track = history.present.tracks.find((t) => t.id === trackId);
		return track ? handlesScene(track, [index], viewport, theme) : [];
	}
	const { points } = selection;
	const track = points && history.present.tracks.find((t) => t.id === points.trackId);
	if (!points || !track?.visible) return [];
	return handlesScene(
		track,
		points.indices,
		viewport,
		theme,
		hover?.type === 'handle' ? hover : undefined,
	);
}

function boxMarks(state: EditorState, theme: Theme): Mark[] {
	const { tool, options, selection, history, viewport } = state;
	if (tool.id !== 'select' || !options.box) return [];
	// A plain drag shows its guides and the picture, not the box.
	if (tool.state.name !== 'idle' && tool.state.name !== 'pointing' && tool.state.name !== 'extra')
		return [];
	const box = selectionBox(history.present, selection);
	if (!box) return [];
	const placed = placeHandles(box, viewport, options.pivot);
	const at = (name: string) => placed.find(({ handle }) => handle === name)?.at ?? { x: 0, y: 0 };
	const squares = placed.slice(0, 8).map((place) => place.at);
	return boxScene(screenBox(box, viewport), squares, at('rotate'), at('pivot'), theme);
}

function toolMarks(state: EditorState, theme: Theme): Mark[] {
	const { tool, history, viewport } = state;
	const guides = (list: readonly GuideLook[]) => guidesScene(list, viewport, theme);
	switch (tool.id) {
		case 'pen': {
			if (tool.state.name !== 'drawing') return [];
			const track = drawnTrack(tool.state, history.present.tracks);
			const last = track?.points.at(-1);
			const { pointer } = tool.state;
			if (!track || !last || !pointer) return [];
			const next = createCurve([last, { ...pointer, mode: 'smooth' }], false);
			const line = screenLine(flattenCurve(next, 0.05).vertices, viewport);
			const to = imageToScreen(viewport, pointer);
			return [...guides(tool.state.guides), ...penScene(line, to, track.color, theme)];
		}
		case 'freehand': {
			if (tool.state.name !== 'drawing') return [];
			const line = tool.state.stroke.flatMap((point) => [point.x, point.y]);
			return strokeScene(screenLine(line, viewport, 0), nextColor(history.present.tracks), theme);
		}
		case 'line':
			return tool.state.name === 'drawing' ? guides(tool.state.guides) : [];
		case 'select': {
			if (tool.state.name === 'translating') return guides(tool.state.guides);
			if (tool.state.name !== 'extra' || tool.state.extra.name !== 'lassoing') return [];
			const line = screenLine(
				tool.state.extra.line.flatMap(({ x, y }) => [x, y]),
				viewport,
			);
			return line.length < 4
				? []
				: [
						{
							type: 'path',
							subpaths: [line],
							closed: true,
							fill: theme.accent,
							alpha: 0.12,
						},
						{ type: 'path', subpaths: [line], closed: true, stroke: theme.accent },
					];
		}
		default:
			return [];
	}
}

/** When the pointer rests on a path: its moment, frame, sample, place and speed. */
function hoverMarks(state: EditorState, theme: Theme, text: Messages['editor']): Mark[] {
	const { hover, pointer, history, viewport, isPressed, tool, canvas } = state;
	if (hover?.type !== 'path' || !pointer || isPressed || tool.id !== 'select') return [];
	const document = history.present;
	// The path under the pointer is the track's own, whatever carries it.
	const track = document.tracks.find((t) => t.id === hover.trackId);
	if (!track?.visible) return [];
	const seconds = clipSeconds(document.frame);
	const { share, point, speed } = hoverPlace(track, pointer, seconds);
	const at = imageToScreen(viewport, point);
	const words = text.pathPlace(
		share * seconds,
		shareToFrame(share, document.frame.length) + 1,
		Math.round(shareToSample(share)),
		point.x,
		point.y,
		speed,
	);
	const half = words.length * 2.7 + 8;
	const x = Math.min(canvas.width - half - 4, Math.max(half + 4, at.x));
	const y = at.y > 40 ? at.y - 24 : at.y + 28;
	return [
		{
			type: 'discs',
			centers: [at.x, at.y],
			radius: 3.5,
			fill: theme.halo,
			stroke: theme.casing,
			lineWidth: 1.5,
		},
		...labelMarks(words, x, y, theme),
	];
}

/** Where the keyboard draws: a cross that reads on every picture. */
function crosshairMarks(state: EditorState, theme: Theme): Mark[] {
	if (!state.crosshair || !drawsByKey(state)) return [];
	const { x, y } = imageToScreen(state.viewport, state.crosshair);
	const subpaths = [
		[x - 18, y, x - 4, y],
		[x + 4, y, x + 18, y],
		[x, y - 18, x, y - 4],
		[x, y + 4, x, y + 18],
	];
	return [
		{ type: 'path', subpaths, stroke: theme.casing, lineWidth: 4.5 },
		{ type: 'path', subpaths, stroke: theme.halo, lineWidth: 2 },
		{
			type: 'discs',
			centers: [x, y],
			radius: 2,
			fill: theme.accent,
			stroke: theme.casing,
			lineWidth: 1,
		},
	];
}

function trailMarks({ view, history, playhead, viewport }: EditorState, theme: Theme): Mark[] {
	if (!view.trails) return [];
	const { length } = history.present.frame;
	const tracks = resolveTracks(history.present).filter(
		(track) => (view.soloId ?? track.id) === track.id,
	);
	return trailsScene(tracks, playhead, length, viewport, theme);
}

function onionMarks({ view, history, playhead, viewport, isPlaying }: EditorState, theme: Theme) {
	if (view.onionSkin === 0 || isPlaying) return [];
	const { frame } = history.present;
	const tracks = resolveTracks(history.present).filter(
		(track) => (view.soloId ?? track.id) === track.id,
	);
	return onionScene(tracks, playhead, frame.length, view.onionSkin, viewport, theme);
}

/** Thirds of the output frame, only while it is dragged. */
function cropThirds({ tool, history, viewport }: EditorState, theme: Theme): Mark[] {
	const isCropping =
		tool.id === 'select' && tool.state.name === 'extra' && tool.state.extra.name === 'cropping';
	if (!isCropping) return [];
	const rect = frameRectOf(history.present);
	const a = imageToScreen(viewport, rect);
	const b = imageToScreen(viewport, { x: rect.x + rect.width, y: rect.y + rect.height });
	const lines = [1 / 3, 2 / 3].flatMap((share) => [
		[a.x + (b.x - a.x) * share, a.y, a.x + (b.x - a.x) * share, b.y],
		[a.x, a.y + (b.y - a.y) * share, b.x, a.y + (b.y - a.y) * share],
	]);
	return [
		{ type: 'path', subpaths: lines, stroke: theme.casing, lineWidth: 2.5, alpha: 0.6 },
		{ type: 'path', subpaths: lines, stroke: theme.halo, lineWidth: 1, alpha: 0.7 },
	];
}

/** The colour that `createTrack` will choose most often: good enough for a line that is being drawn. */
const nextColor = (tracks: readonly { readonly color: number }[]): number => {
	const used = new Set(tracks.map((track) => track.color));
	for (let color = 1; color <= 12; color++) if (!used.has(color)) return color;
	return (tracks.length % 12) + 1;
};
