import type { Easing, Timing } from '../../document/document.ts';
import { fail, ok, type Result } from '../../result.ts';
import { readJson } from '../containers/readJson.ts';
import type {
	ForeignTrack,
	ForeignTracks,
	FormatError,
	FormatNote,
	ReadContext,
} from '../formatTypes.ts';
import { cardinalPoints, cornerPoints } from '../parts/cardinalPoints.ts';
import { isObject, nameIn, numberIn, own, readPoints, textIn, type XY } from '../parts/fields.ts';
import { foreignTracks, pinAt } from '../parts/foreignTracks.ts';
import { type Key, keyedTrack } from '../parts/keyedTrack.ts';

/**
 * Layers of ComfyUI-SA-Nodes-QQ's Power Spline Editor, one or a list: `{"on","name","type":"spline|handdraw|box_layer","interpolation",
 * "repeat","a_pause","z_pause","easing","points_store","box_keys"}`; points are shares of the frame, pauses are frames of the clip.
 * What its points layer holds are pins. Its drivers are not read (our own "follow" is set by hand).
 * Source: siraxe/ComfyUI-SA-Nodes-QQ @285c7a1, `nodes/power_spline_editor.py`.
 */
export function parseQqLayers(
	text: string,
	context: ReadContext,
): Result<ForeignTracks, FormatError> {
	const json = readJson(text);
	return json.ok ? readQqLayers(json.value, context) : json;
}

export function readQqLayers(
	value: unknown,
	context: ReadContext,
): Result<ForeignTracks, FormatError> {
	const layers: readonly unknown[] = Array.isArray(value) ? value : [value];
	const tracks: ForeignTrack[] = [];
	const notes: FormatNote[] = [];
	for (const [n, layer] of layers.entries()) {
		if (!isObject(layer) || own(layer, 'on') === false) continue;
		if (isObject(own(layer, 'driven')) || own(layer, 'driven') === true)
			notes.push({ kind: 'approximated', what: 'driven' });
		if (textIn(layer, 'type') === 'box_layer') {
			const read = boxTrack(layer, `[${n}].box_keys`, context);
			if (!read.ok) return read;
			if (read.value) tracks.push(read.value);
			continue;
		}
		const stored = own(layer, 'points_store');
		const list = typeof stored === 'string' ? readJson(stored) : ok(stored);
		if (!list.ok) return list;
		const read = readPoints(list.value, `[${n}].points_store`);
		if (!read.ok) return read;
		tracks.push(...layerTracks(layer, read.value, context));
	}
	return foreignTracks('qq-layers', { of: 'unit' }, tracks, notes.slice(0, 1));
}

function layerTracks(layer: unknown, points: readonly XY[], context: ReadContext): ForeignTrack[] {
	const name = nameIn(layer);
	const interpolation = textIn(layer, 'interpolation') ?? 'linear';
	if (interpolation === 'points' || points.length === 1)
		return points.map((point) => pinAt(point, name));
	if (points.length === 0) return [];
	const isCurved = interpolation === 'cardinal' || interpolation === 'basis';
	// Its spline is the uniform Catmull-Rom one.
	const curve = isCurved ? cardinalPoints(points, 1 / 6) : cornerPoints(points);
	const repeat = Math.round(numberIn(layer, 'repeat') ?? 1);
	return [
		{
			kind: 'curve',
			...name,
			points: curve,
			closed: repeat > 1 && points.length > 2,
			timing: readTiming(layer, Math.min(1000, Math.max(1, repeat)), context),
		},
	];
}

function readTiming(layer: unknown, repeat: number, { length }: ReadContext): Timing {
	const frames = Math.max(1, length - 1);
	const offset = numberIn(layer, 'offset') ?? 0;
	const start = held((Math.max(0, numberIn(layer, 'a_pause') ?? 0) + Math.max(0, offset)) / frames);
	const end = held(
		1 - (Math.max(0, numberIn(layer, 'z_pause') ?? 0) + Math.max(0, -offset)) / frames,
	);
	const easing = easings[textIn(layer, 'easing') ?? ''] ?? 'linear';
	if (end <= start) return { start: 0, end: 1, easing };
	if (repeat === 1) return { start, end, easing };
	// Ours is the span of one pass.
	return {
		start,
		end: start + (end - start) / repeat,
		easing,
		repeat: { count: repeat, pingPong: false },
	};
}

const easings: Readonly<Record<string, Easing>> = {
	linear: 'linear',
	in: 'easeIn',
	out: 'easeOut',
	in_out: 'easeInOut',
};

const held = (value: number): number => Math.min(1, Math.max(0, value));

/** Frames of its keys count from 1. */
function boxTrack(
	layer: unknown,
	path: string,
	{ length }: ReadContext,
): Result<ForeignTrack | undefined, FormatError> {
	const raw = own(layer, 'box_keys');
	if (!Array.isArray(raw)) return fail({ kind: 'missing', path });
	const read = readPoints(raw, path);
	if (!read.ok) return read;
	const keys = read.value
		.map((point, i): Key => {
			const frame = numberIn(raw[i], 'frame') ?? 1;
			return { ...point, share: held((frame - 1) / Math.max(1, length - 1)) };
		})
		.sort((a, b) => a.share - b.share);
	return ok(keys.length > 0 ? keyedTrack(keys, nameIn(layer)) : undefined);
}

export const isQqLayers = (value: unknown): boolean => {
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return (
		isObject(first) &&
		(own(first, 'points_store') !== undefined || own(first, 'box_keys') !== undefined) &&
		(own(first, 'type') !== undefined || own(first, 'interpolation') !== undefined)
	);
};
