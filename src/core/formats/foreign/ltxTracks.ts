import { wholeClip } from '../../document/document.ts';
import { fail, type Result } from '../../result.ts';
import { readJson } from '../containers/readJson.ts';
import type { ForeignTrack, ForeignTracks, FormatError, Space } from '../formatTypes.ts';
import { cardinalPoints } from '../parts/cardinalPoints.ts';
import { readPoints } from '../parts/fields.ts';
import { foreignTracks, pinAt, samplesOf } from '../parts/foreignTracks.ts';
import { pacedCurve } from '../parts/pacedCurve.ts';

/** From this many points on they are its samples, not the points that a person set. */
const sampled = 40;

/**
 * `points_store` of LTX-Video's sparse track editor, `[[{"x","y"},...],...]`: the points of a uniform Catmull-Rom spline, each piece
 * in the same time. With a list of 40 points or more they are its sampled tracks, which LTXVDrawTracks reads: the longest is
 * the whole clip, shorter ones end. The same text could be ATI
 * tracks, so it is never guessed by content alone. Source: Lightricks/ComfyUI-LTXVideo @aceeae9, `sparse_tracks.py`.
 */
export function parseLtxTracks(text: string): Result<ForeignTracks, FormatError> {
	const json = readJson(text);
	return json.ok ? readLtxTracks(json.value, { of: 'frame' }) : json;
}

export function readLtxTracks(value: unknown, space: Space): Result<ForeignTracks, FormatError> {
	if (!Array.isArray(value)) return fail({ kind: 'missing', path: 'points_store' });
	const frames = Math.max(0, ...value.map((list) => (Array.isArray(list) ? list.length : 0)));
	const isSampled = frames >= sampled;
	const tracks: ForeignTrack[] = [];
	for (const [n, list] of value.entries()) {
		const read = readPoints(list, `points_store[${n}]`);
		if (!read.ok) return read;
		const points = read.value;
		if (isSampled && points.length > 0) tracks.push(samplesOf(points, frames));
		else if (points.length === 1) tracks.push(pinAt(points[0]!));
		else if (points.length > 1)
			tracks.push(pacedCurve(cardinalPoints(points, 1 / 6), false, wholeClip, (t) => t, true));
	}
	return foreignTracks('ltx-tracks', space, tracks);
}
