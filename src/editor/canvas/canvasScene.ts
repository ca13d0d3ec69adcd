import type { Track } from '#core/document/document.ts';
import { isCarried, resolveTracks } from '#core/trajectory/resolveTracks.ts';
import type { Theme } from '#render/palette.ts';
import { type ActiveLook, activeScene } from '#render/scene/activeScene.ts';
import { followScene } from '#render/scene/followScene.ts';
import { frameScene } from '#render/scene/frameScene.ts';
import { headsScene } from '#render/scene/headsScene.ts';
import { inactiveScene } from '#render/scene/inactiveScene.ts';
import type { Mark } from '#render/scene/mark.ts';
import { marqueeScene } from '#render/scene/toolScene.ts';
import { numberTracks, type TrackView } from '#render/scene/trackView.ts';
import { imageToScreen } from '#render/scene/viewport.ts';
import type { Messages } from '#text/messages.ts';
import type { EditorState } from '../store/editorState.ts';
import { frameRectOf, imageSizeOf } from '../store/imageSpace.ts';
import { toolkit } from '../tools/loadToolkit.ts';
import { rectBetween } from '../tools/select/marquee.ts';

type EditorText = Messages['editor'];

/*
 * What each layer of the canvas shows, as display lists of the editor's state. Pure.
 */

export function frameMarks(state: EditorState, theme: Theme, text: EditorText): Mark[] {
	const { history, viewport } = state;
	const document = history.present;
	return [
		...frameScene(frameRectOf(document), imageSizeOf(document), viewport, theme),
		...(toolkit()?.overlayMarks('image', state, theme, text) ?? []),
	];
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
		const { soloId } = state.view;
		if (seen[0] === tracks && seen[1] === trackIds && seen[2] === soloId) return last;
		seen = [tracks, trackIds, soloId];
		const chosen = new Set(trackIds);
		const next = numberTracks(state.history.present).filter(
			({ track }) => !chosen.has(track.id) && (soloId ?? track.id) === track.id,
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
export function activeMarks(state: EditorState, theme: Theme, text: EditorText): Mark[] {
	const { selection, hover, viewport } = state;
	const document = state.history.present;
	const shown = numberTracks(document).filter(
		({ track }) =>
			(selection.trackIds.includes(track.id) || track.id === hover?.trackId) &&
			(state.view.soloId ?? track.id) === track.id,
	);
	const clip =
		state.frameDots && !state.view.speedColors && selection.trackIds.length <= 8
			? document.frame
			: undefined;
	const moving = resolveTracks(document);
	const marks = shown.flatMap((own) => {
		const track = moving.find((t) => t.id === own.track.id && isCarried(t));
		const view = track ? { ...own, track } : own;
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
	const overlay = toolkit()?.overlayMarks('active', state, theme, text) ?? [];
	const carried = moving.filter(
		(track) =>
			isCarried(track) &&
			(selection.trackIds.includes(track.id) ||
				(track.follow && selection.trackIds.includes(track.follow.trackId)) ||
				hover?.trackId === track.id),
	);
	return [
		...followScene(carried, viewport, theme),
		...marks,
		...marqueeMarks(state, theme),
		...overlay,
	];
}

function marqueeMarks({ tool, viewport }: EditorState, theme: Theme): Mark[] {
	const isBrushing = (tool.id === 'select' || tool.id === 'zoom') && tool.state.name === 'brushing';
	if (!isBrushing || tool.state.name !== 'brushing') return [];
	const a = imageToScreen(viewport, tool.state.origin);
	const b = imageToScreen(viewport, tool.state.current);
	return marqueeScene(rectBetween({ x: a.x, y: a.y }, { x: b.x, y: b.y }), theme);
}

/** None at rest on the first frame, where the start rings are. */
export const showsHeads = ({ playhead, isPlaying }: EditorState): boolean =>
	playhead > 0 || isPlaying;

/** Then they are stamped (`createHeadStamps`): 3000 round shapes take 15 ms a frame without a GPU. */
export const areManyHeads = ({ history }: EditorState): boolean =>
	history.present.tracks.length >= 200;

/** The playhead's heads, unless they are many, and their ghosts. */
export function headMarks(state: EditorState, theme: Theme, text: EditorText): Mark[] {
	const ghosts = toolkit()?.overlayMarks('heads', state, theme, text) ?? [];
	if (!showsHeads(state) || (toolkit() && areManyHeads(state))) return ghosts;
	return [
		...ghosts,
		...headsScene(
			soloTracks(state),
			state.playhead,
			state.selection.trackIds,
			state.viewport,
			theme,
			(samples, share) =>
				state.view.clock.positionAt(samples, share, state.history.present.frame.length),
		),
	];
}

/** While one track is shown alone, only that one. */
const soloTracks = ({ history, view }: EditorState): readonly Track[] =>
	view.soloId === null
		? resolveTracks(history.present)
		: resolveTracks(history.present).filter((track) => track.id === view.soloId);
