import { type Theme, trackColor, trackInk } from '../palette.ts';
import { badgeSize, ringRadius } from './glyphs.ts';
import type { Mark } from './mark.ts';
import type { TrackView } from './trackView.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

/** The numbered badge of a path, left of its start ring. Three digits widen it. */
export function badgeMarks({ track, number }: TrackView, viewport: Viewport, theme: Theme): Mark[] {
	const first = track.points[0];
	if (!first) return [];
	const at = imageToScreen(viewport, first);
	const text = String(number);
	const width = badgeSize + Math.max(0, text.length - 2) * 6;
	const x = at.x - ringRadius - 6 - width;
	const y = at.y - badgeSize / 2;
	return [
		{
			type: 'box',
			x,
			y,
			width,
			height: badgeSize,
			radius: 4,
			fill: trackColor(theme, track.color),
			stroke: theme.casing,
			lineWidth: 1.5,
		},
		{
			type: 'text',
			text,
			x: x + width / 2,
			y: at.y + 0.5,
			color: trackInk(theme, track.color),
			font: `700 11px ${theme.fontFamily}`,
		},
	];
}
