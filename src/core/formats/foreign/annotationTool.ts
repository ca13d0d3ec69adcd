import { fail, type Result } from '../../result.ts';
import { readJson } from '../containers/readJson.ts';
import type { ForeignTracks, FormatError } from '../formatTypes.ts';
import { isObject, numberIn, own, readPoints } from '../parts/fields.ts';
import { canvasSpace, foreignTracks, samplesOf } from '../parts/foreignTracks.ts';

/**
 * The "full" view of Trajectory-Annotation-Tool: `{"tracks":[[{"x","y"} x 121]],"fps","frameInfo","canvasSize","metadata"}`, px of
 * its canvas, which is the size that ComfyUI's node will have. (Its simple view is plain ATI JSON.)
 * Source: comfyui-wiki/Trajectory-Annotation-Tool @424a677, `index.html`.
 */
export function parseAnnotationTool(text: string): Result<ForeignTracks, FormatError> {
	const json = readJson(text);
	return json.ok ? readAnnotation(json.value) : json;
}

export function readAnnotation(value: unknown): Result<ForeignTracks, FormatError> {
	const lists = own(value, 'tracks');
	if (!Array.isArray(lists)) return fail({ kind: 'missing', path: 'tracks' });
	const tracks = [];
	for (const [n, list] of lists.entries()) {
		const read = readPoints(list, `tracks[${n}]`);
		if (!read.ok) return read;
		if (read.value.length > 0) tracks.push(samplesOf(read.value));
	}
	const size = own(value, 'canvasSize');
	const space = canvasSpace(numberIn(size, 'width'), numberIn(size, 'height'), 'frame');
	return foreignTracks('annotation-tool', space, tracks);
}

export const isAnnotation = (value: unknown): boolean =>
	isObject(value) &&
	Array.isArray(own(value, 'tracks')) &&
	['canvasSize', 'frameInfo', 'metadata', 'fps'].some((key) => own(value, key) !== undefined);
