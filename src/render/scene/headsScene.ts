import type { Track } from '#core/document/document.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { isStill } from '#core/trajectory/resolveTracks.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { positionAtShare } from '#core/trajectory/time.ts';
import { type Theme, trackColor } from '../palette.ts';
import type { Mark } from './mark.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

/**
 * Where every visible path is at one moment, read from the samples that are exported; released ones are gone.
 * @param tracks Resolved ones (`resolveTracks`), so that they are where leaders and camera take them.
 * @param share Moment of the clip, 0..1.
 * @param positionAt Where samples are at a share; smooth unless the preview runs on another clock.
 */
export function headsScene(
	tracks: readonly Track[],
	share: number,
	selectedIds: readonly string[],
	viewport: Viewport,
	theme: Theme,
	positionAt: (samples: Float64Array, share: number) => ImagePoint = positionAtShare,
): Mark[] {
	const outer: number[] = [];
	const large: number[] = [];
	const byLook = new Map<string, { color: string; radius: number; centers: number[] }>();
	for (const track of tracks) {
		if (!track.visible || isStill(track) || share > (track.timing.release ?? 1)) continue;
		const at = imageToScreen(viewport, positionAt(sampleTrack(track), share));
		const isSelected = selectedIds.includes(track.id);
		(isSelected ? large : outer).push(at.x, at.y);
		const color = trackColor(theme, track.color);
		const radius = coreOf(isSelected);
		const key = `${color} ${radius}`;
		const known = byLook.get(key);
		if (known) known.centers.push(at.x, at.y);
		else byLook.set(key, { color, radius, centers: [at.x, at.y] });
	}
	const marks: Mark[] = [];
	if (outer.length || large.length)
		marks.push(
			casingOf(outer, false, theme),
			casingOf(large, true, theme),
			ringOf(outer, false, theme),
			ringOf(large, true, theme),
		);
	for (const { color, radius, centers } of byLook.values())
		marks.push({ type: 'discs', centers, radius, fill: color });
	return marks;
}

/** Heads of one look alone. @param centers x0, y0 ..., screen px. */
export const headMarks = (
	centers: readonly number[],
	color: string,
	isSelected: boolean,
	theme: Theme,
): Mark[] => [
	casingOf(centers, isSelected, theme),
	ringOf(centers, isSelected, theme),
	{ type: 'discs', centers, radius: coreOf(isSelected), fill: color },
];

const casingOf = (centers: readonly number[], isSelected: boolean, theme: Theme): Mark => ({
	type: 'discs',
	centers,
	radius: isSelected ? 7.5 : 6.5,
	fill: theme.casing,
});

const ringOf = (centers: readonly number[], isSelected: boolean, theme: Theme): Mark => ({
	type: 'discs',
	centers,
	radius: isSelected ? 6.5 : 5.5,
	fill: theme.playhead,
});

const coreOf = (isSelected: boolean): number => (isSelected ? 4.8 : 3.8);
