import { fail, type Result } from '../../result.ts';
import { type ForeignTracks, type FormatError, formatLimits } from '../formatTypes.ts';
import type { XY } from '../parts/fields.ts';
import { foreignTracks } from '../parts/foreignTracks.ts';
import { keyedTrack } from '../parts/keyedTrack.ts';

/** Width and height of Tora's drawing area, whatever the video's shape. */
export const toraSide = 256;

/**
 * Tora's text: one track a file, a line `x, y` for each of evenly timed points, whole numbers from 0 to 256 over both sides of
 * the frame. Source: alibaba/Tora, `sat/utils/flow_utils.py` (`read_points`, `process_traj`).
 */
export function parseTora(text: string): Result<ForeignTracks, FormatError> {
	const points: XY[] = [];
	const lines = text.split(/\r\n?|\n/);
	for (const [n, line] of lines.entries()) {
		if (line.trim() === '') continue;
		const [, x, y] = toraLine.exec(line) ?? [];
		if (x === undefined || y === undefined)
			return fail({ kind: 'damaged', what: 'text', at: n + 1 });
		points.push({ x: Number(x), y: Number(y) });
		if (points.length > formatLimits.points)
			return fail({
				kind: 'tooLarge',
				what: 'points',
				size: lines.length,
				limit: formatLimits.points,
			});
	}
	if (points.length === 0) return fail({ kind: 'noTracks' });
	return foreignTracks(
		'tora',
		{ of: 'canvas', width: toraSide, height: toraSide, shows: 'frame' },
		[
			keyedTrack(
				points.map((point, i) => ({ ...point, share: i / Math.max(1, points.length - 1) })),
			),
		],
	);
}

const toraLine = /^\s*(-?\d{1,6}(?:\.\d{1,20})?)\s*,\s*(-?\d{1,6}(?:\.\d{1,20})?)\s*$/;

/** Whether a text is nothing but such lines. */
export const isTora = (text: string): boolean => {
	const lines = text.slice(0, 2000).split(/\r\n?|\n/);
	// The last one may be cut.
	const whole = text.length > 2000 ? lines.slice(0, -1) : lines;
	const filled = whole.filter((line) => line.trim() !== '');
	return filled.length > 0 && filled.every((line) => toraLine.test(line));
};

/** One file of whole numbers; places outside the frame are held to it, since Tora's reader fails there. @param positions Shares of the frame, x, y pairs. */
export function serializeTora(positions: Float64Array): string {
	const lines: string[] = [];
	const place = (share: number) =>
		Math.min(toraSide - 1, Math.max(0, Math.round(share * toraSide)));
	for (let i = 0; i < positions.length; i += 2)
		lines.push(`${place(positions[i]!)}, ${place(positions[i + 1]!)}`);
	return lines.join('\n');
}
