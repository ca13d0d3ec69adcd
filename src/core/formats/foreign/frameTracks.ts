import { fail, type Result } from '../../result.ts';
import { readJson } from '../containers/readJson.ts';
import type { ForeignTrack, ForeignTracks, FormatError } from '../formatTypes.ts';
import { isObject, readPoints } from '../parts/fields.ts';
import { foreignTracks, samplesOf } from '../parts/foreignTracks.ts';

/**
 * What WanMoveTracksFromCoords reads: `[[{"x","y"},...],...]` or one bare list, a point for each frame of the video, frame px. The text is
 * that of ATI tracks, so it is never guessed by content. Source: ComfyUI 0.33.0, `comfy_extras/nodes_wanmove.py`.
 */
export function parseFrameTracks(text: string): Result<ForeignTracks, FormatError> {
	const json = readJson(text);
	if (!json.ok) return json;
	if (!Array.isArray(json.value)) return fail({ kind: 'missing', path: 'tracks' });
	const lists: readonly unknown[] = isObject(json.value[0]) ? [json.value] : json.value;
	const tracks: ForeignTrack[] = [];
	for (const [n, list] of lists.entries()) {
		const read = readPoints(list, `tracks[${n}]`);
		if (!read.ok) return read;
		if (read.value.length > 0) tracks.push(samplesOf(read.value));
	}
	return foreignTracks('wan-move-json', { of: 'frame' }, tracks);
}
