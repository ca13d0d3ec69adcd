import type { Theme } from '#render/palette.ts';
import { type ActiveLook, activeScene } from '#render/scene/activeScene.ts';
import { frameScene } from '#render/scene/frameScene.ts';
import { headsScene } from '#render/scene/headsScene.ts';
import { inactiveScene } from '#render/scene/inactiveScene.ts';
import type { Mark } from '#render/scene/mark.ts';
import { screenLine } from '#render/scene/screenLine.ts';
import { marqueeScene, penScene, strokeScene } from '#render/scene/toolScene.ts';
import { numberTracks, type TrackView } from '#render/scene/trackView.ts';
import { imageToScreen } from '#render/scene/viewport.ts';
import { type EditorState, frameRectOf, imageSizeOf } from '../store/editorState.ts';
import { drawnTrack } from '../tools/pen/penTool.ts';
import { rectBetween } from '../tools/select/marquee.ts';

/*
 * What each layer of the canvas shows, as display lists of the editor's state. Pure.
 */

export function frameMarks({ history, viewport }: EditorState, theme: Theme): Mark[] {
	const document = history.present;
	return frameScene(frameRectOf(document), imageSizeOf(document), viewport, theme);
}

/**
 * Chooses the tracks nobody works on; the same list comes back while they stay the same,
 * so that dragging one track leaves the drawing of the others alone.
 */
export function createInactiveViews(): (state: EditorState) => readonly TrackView[] {
	let last: readonly TrackView[] = [];
	let seen: readonly unknown[] = [];
	return (state) => {
		const { trackIds } = state.selection;
		const { tracks } = state.history.present;
		if (seen[0] === tracks && seen[1] === trackIds) return last;
		seen = [tracks, trackIds];
		const next = numberTracks(state.history.present).filter(
			(view) => !trackIds.includes(view.track.id),
		);
		const isSame =
			next.length === last.length &&
			next.every((view, i) => view.track === last[i]?.track && view.number === last[i]?.number);
		if (!isSame) last = next;
		return last;
	};
}

export const inactiveMarks = (
	views: readonly TrackView[],
	state: EditorState,
	theme: Theme,
): Mark[] => inactiveScene(views, state.viewport, theme);

/** Selected tracks, the one under the pointer, and what the tool is doing. */
export function activeMarks(state: EditorState, theme: Theme): Mark[] {
	const { selection, hover, viewport } = state;
	const document = state.history.present;
	const shown = numberTracks(document).filter(
		({ track }) => selection.trackIds.includes(track.id) || track.id === hover?.trackId,
	);
	const clip = state.frameDots && selection.trackIds.length <= 8 ? document.frame : undefined;
	const marks = shown.flatMap((view) => {
		const selected = selection.trackIds.includes(view.track.id);
		const look: ActiveLook = {
			selected,
			hovered: hover?.trackId === view.track.id,
			selectedPoints: selection.points?.trackId === view.track.id ? selection.points.indices : [],
			hoveredPoint:
				hover?.type === 'point' && hover.trackId === view.track.id ? hover.index : undefined,
			frameDots: selected ? clip : undefined,
		};
		return activeScene(view, look, viewport, theme);
	});
	return [...marks, ...toolMarks(state, theme)];
}

function toolMarks({ tool, history, viewport }: EditorState, theme: Theme): Mark[] {
	if (tool.id === 'pen' && tool.state.name === 'drawing') {
		const track = drawnTrack(tool.state, history.present.tracks);
		const last = track?.points.at(-1);
		if (!track || !last || !tool.state.pointer) return [];
		const to = imageToScreen(viewport, tool.state.pointer);
		return penScene(imageToScreen(viewport, last), to, track.color, theme);
	}
	if (tool.id === 'freehand' && tool.state.name === 'drawing') {
		const line = tool.state.stroke.flatMap((point) => [point.x, point.y]);
		return strokeScene(screenLine(line, viewport, 0), nextColor(history.present.tracks), theme);
	}
	const isBrushing = (tool.id === 'select' || tool.id === 'zoom') && tool.state.name === 'brushing';
	if (!isBrushing || tool.state.name !== 'brushing') return [];
	const a = imageToScreen(viewport, tool.state.origin);
	const b = imageToScreen(viewport, tool.state.current);
	return marqueeScene(rectBetween({ x: a.x, y: a.y }, { x: b.x, y: b.y }), theme);
}

/** The colour that `createTrack` will choose most often: good enough for a line that is being drawn. */
const nextColor = (tracks: readonly { readonly color: number }[]): number => {
	const used = new Set(tracks.map((track) => track.color));
	for (let color = 1; color <= 12; color++) if (!used.has(color)) return color;
	return (tracks.length % 12) + 1;
};

/** The playhead's heads; none at rest on the first frame, where the start rings are. */
export function headMarks(state: EditorState, theme: Theme): Mark[] {
	if (state.playhead === 0 && !state.isPlaying) return [];
	return headsScene(
		state.history.present.tracks,
		state.playhead,
		state.selection.trackIds,
		state.viewport,
		theme,
	);
}
