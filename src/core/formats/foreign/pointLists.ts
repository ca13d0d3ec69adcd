import { wholeClip } from '../../document/document.ts';
import { fail, ok, type Result } from '../../result.ts';
import { readJson } from '../containers/readJson.ts';
import type { ForeignTrack, ForeignTracks, FormatError, Space } from '../formatTypes.ts';
import type { Pair } from '../parts/bezierOf.ts';
import { isObject, own, readPairs } from '../parts/fields.ts';
import { canvasSpace, foreignTracks, pinAt, samplesOf } from '../parts/foreignTracks.ts';

/**
 * MotionPro's `meta_data.json`: `{"traj_key_points":[[[x,y],...],...]}`, whole pixels of its frame (512 x 320, 512 x 512 or 320 x
 * 512, whichever shape is nearest to the picture's), a few points a track that its loader joins by PCHIP in equal steps of time.
 * Read as time-keyed smooth points. The frame is the smallest of the three that all points fit into.
 * Source: HiDream-ai/MotionPro, `demo_sparse_flex_wh_annotation.py`.
 */
export function parseMotionPro(text: string): Result<ForeignTracks, FormatError> {
	const json = readJson(text);
	return json.ok ? readMotionPro(json.value) : json;
}

export function readMotionPro(value: unknown): Result<ForeignTracks, FormatError> {
	const read = readLists(own(value, 'traj_key_points'), 'traj_key_points');
	if (!read.ok) return read;
	return foreignTracks('motionpro', motionProSpace(read.value), read.value);
}

export const isMotionPro = (value: unknown): boolean =>
	isObject(value) && Array.isArray(own(value, 'traj_key_points'));

const sizes = [
	{ width: 512, height: 320 },
	{ width: 320, height: 512 },
	{ width: 512, height: 512 },
];

function motionProSpace(tracks: readonly ForeignTrack[]): Space {
	let [right, bottom] = [0, 0];
	for (const track of tracks)
		for (const [x, y] of pairsOf(track))
			[right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
	const size = sizes.find(({ width, height }) => right <= width && bottom <= height);
	return canvasSpace(size?.width, size?.height, 'either');
}

function pairsOf(track: ForeignTrack): (readonly [number, number])[] {
	if (track.kind === 'curve') return track.points.map(({ x, y }) => [x, y] as const);
	return Array.from({ length: track.samples.length / 2 }, (_, i) => [
		track.samples[2 * i]!,
		track.samples[2 * i + 1]!,
	]);
}

/**
 * DragAnything's lists: `[[[x,y],...],...]`, one list of pixels of the first frame an object; joined by PCHIP in equal steps of time.
 * The masks of its objects lie in files of their own. Never guessed by the content: ComfyUI's node refuses such lists.
 * Source: showlab/DragAnything, `gradio_run.py`.
 */
export function parseDragAnything(text: string): Result<ForeignTracks, FormatError> {
	const json = readJson(text);
	if (!json.ok) return json;
	const read = readLists(json.value, 'points');
	return read.ok ? foreignTracks('draganything', { of: 'image' }, read.value) : read;
}

function readLists(value: unknown, path: string): Result<ForeignTrack[], FormatError> {
	if (!Array.isArray(value)) return fail({ kind: 'missing', path });
	const tracks: ForeignTrack[] = [];
	for (const [n, list] of value.entries()) {
		const read = readPairs(list, `${path}[${n}]`);
		if (!read.ok) return read;
		const points = read.value;
		if (points.length === 1) tracks.push(pinAt(points[0]!));
		else if (points.length > mostKeys) tracks.push(samplesOf(points));
		else if (points.length > 1)
			tracks.push({
				kind: 'curve',
				points: points.map(({ x, y }, i) => {
					const isInner = i > 0 && i < points.length - 1;
					const time = i / (points.length - 1);
					return { x, y, mode: 'smooth', ...(isInner ? { time } : {}) };
				}),
				closed: false,
				timing: wholeClip,
			});
	}
	return ok(tracks);
}

const mostKeys = 40;

/** `meta_data.json`: whole pixels of MotionPro's own frame. @param lists One list of pairs a track. */
export const serializeMotionPro = (lists: readonly (readonly Pair[])[]): string =>
	JSON.stringify({ traj_key_points: lists });

/** DragAnything's lists, whole pixels of the start image. */
export const serializeDragAnything = (lists: readonly (readonly Pair[])[]): string =>
	JSON.stringify(lists);

/** The frame that MotionPro takes for a picture: the one of its three whose shape is nearest. */
export const motionProFrame = (picture: {
	readonly width: number;
	readonly height: number;
}): { readonly width: number; readonly height: number } => {
	const shape = picture.width / picture.height;
	return sizes.reduce((best, size) =>
		Math.abs(size.width / size.height - shape) < Math.abs(best.width / best.height - shape)
			? size
			: best,
	);
};
