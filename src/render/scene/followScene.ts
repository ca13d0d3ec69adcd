import type { Track } from '#core/document/document.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { type Theme, trackColor } from '../palette.ts';
import { arrowHead } from './glyphs.ts';
import type { Mark } from './mark.ts';
import { screenLine } from './screenLine.ts';
import type { Viewport } from './viewport.ts';

/** The way that tracks make in fact when a leader or the camera carries them, dashed: their own path does not show it. @param tracks Resolved ones. */
export const followScene = (tracks: readonly Track[], viewport: Viewport, theme: Theme): Mark[] =>
	tracks.flatMap((track): Mark[] => {
		const line = screenLine(sampleTrack(track), viewport);
		if (!track.visible || line.length < 4) return [];
		const arrow = arrowHead(line);
		const color = trackColor(theme, track.color);
		return [
			{ type: 'path', subpaths: [line], stroke: theme.casing, lineWidth: 4 },
			{ type: 'path', subpaths: [line], stroke: color, lineWidth: 1.5, dash: [4, 4] },
			...(arrow
				? [
						{
							type: 'path',
							subpaths: [arrow],
							closed: true,
							fill: color,
							stroke: theme.casing,
							lineWidth: 1,
						} as const,
					]
				: []),
		];
	});
