import type { Track, WanDocument } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import { cellPx } from '../guidance/influenceWeights.ts';
import { type Finding, type Fix, rules } from './rules.ts';

/**
 * Visible tracks whose first point lies outside the frame: the model takes the feature under it, so
 * ComfyUI would drag what lies at the nearest border. The fixes put the start one latent cell inside.
 */
export function lintStarts({ image, frame, tracks }: WanDocument): Finding[] {
	if (!image) return [];
	const mapping = createFrameMapping(image, frame);
	const findings: Finding[] = [];
	for (const track of tracks) {
		const first = track.points[0]!;
		const start = mapping.toFrame(first);
		if (isInside(start.x, frame.width) && isInside(start.y, frame.height)) continue;
		if (!track.visible) continue;
		const target = mapping.toImage({
			x: inside(start.x, frame.width),
			y: inside(start.y, frame.height),
		});
		findings.push({
			rule: 'start-outside-frame',
			severity: rules['start-outside-frame'],
			trackId: track.id,
			values: {
				track: track.name,
				x: Math.round(start.x),
				y: Math.round(start.y),
				atX: Math.round(Math.min(frame.width, Math.max(0, start.x))),
				atY: Math.round(Math.min(frame.height, Math.max(0, start.y))),
			},
			fixes: fixesOf(track, target.x - first.x, target.y - first.y),
		});
	}
	return findings;
}

function fixesOf(track: Track, dx: number, dy: number): Fix[] {
	const values = { track: track.name };
	const moveTrack: Fix = {
		id: 'moveTrack',
		kind: 'moveTrack',
		values,
		commands: [{ type: 'track/translate', trackIds: [track.id], dx, dy }],
	};
	if (track.points.length === 1) return [moveTrack];
	const moveStart: Fix = {
		id: 'moveStart',
		kind: 'moveStart',
		values,
		commands: [{ type: 'point/translate', trackId: track.id, indices: [0], dx, dy }],
	};
	return [moveStart, moveTrack];
}

const isInside = (value: number, side: number): boolean => value >= 0 && value <= side;

const inside = (value: number, side: number): number =>
	Math.min(side - cellPx, Math.max(cellPx, value));
