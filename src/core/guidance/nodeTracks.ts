import { SAMPLE_COUNT } from '../document/document.ts';
import { fail, ok, type Result } from '../result.ts';
import { isLegalLength } from './legalLength.ts';

/** Why WanTrackToVideo would end with an error; `python` is the kind of its exception. */
export type NodeFailure =
	/** The JSON is a number or null, or it holds something else where points are wanted. */
	| { readonly kind: 'notPoints'; readonly python: 'TypeError' }
	/** `[[]]` */
	| { readonly kind: 'emptyList'; readonly python: 'IndexError' }
	| { readonly kind: 'emptyTrack'; readonly python: 'ValueError'; readonly track: number }
	| { readonly kind: 'missingKey'; readonly python: 'KeyError'; readonly track: number }
	| { readonly kind: 'notANumber'; readonly python: 'ValueError'; readonly track: number }
	| { readonly kind: 'illegalLength'; readonly python: 'RuntimeError'; readonly length: number };

export interface NodeTracks {
	/**
	 * One array a track: x, y pairs, at most 121, frame pixels. NaN marks a sample that the node reads and makes nothing of.
	 * Empty: the node runs as plain image-to-video, without a word.
	 */
	readonly tracks: readonly Float64Array[];
	/** A track whose first point is no number: the whole video is spoilt, without a word. */
	readonly spoiltBy: number | null;
}

/**
 * A `tracks` string as WanTrackToVideo takes it: apostrophes become quotes, text that is no JSON counts as no tracks, more
 * than 121 points are cut, fewer stay fewer (padded as invisible), the first of several batches is used.
 * @param length Frames; refused where the node fails, which it does only when there are tracks.
 * Source: measured on ComfyUI 0.33.0 and 0.3.64.
 */
export function nodeTracks(text: string, length: number): Result<NodeTracks, NodeFailure> {
	const json = parsePythonJson(text.replaceAll("'", '"'));
	if (json === undefined) return ok({ tracks: [], spoiltBy: null });
	const list = toList(json);
	if (!list) return fail({ kind: 'notPoints', python: 'TypeError' });
	if (list.length === 0) return ok({ tracks: [], spoiltBy: null });
	const batches = findBatches(list);
	if (!batches.ok) return batches;
	const read: Float64Array[][] = [];
	for (const batch of batches.value) {
		const tracks = readBatch(batch);
		if (!tracks.ok) return tracks;
		read.push(tracks.value);
	}
	if (!isLegalLength(length))
		return fail({ kind: 'illegalLength', python: 'RuntimeError', length });
	const tracks = read[0] ?? [];
	const spoiltBy = tracks.findIndex((track) => Number.isNaN(track[0]!) || Number.isNaN(track[1]!));
	return ok({ tracks, spoiltBy: spoiltBy < 0 ? null : spoiltBy });
}

/** As Python's `list.extend`: an object gives its keys, text its letters. */
function toList(json: unknown): readonly unknown[] | undefined {
	if (Array.isArray(json)) return json;
	if (typeof json === 'string') return [...json];
	return typeof json === 'object' && json !== null ? Object.keys(json) : undefined;
}

function findBatches(list: readonly unknown[]): Result<readonly unknown[], NodeFailure> {
	const first = list[0];
	if (isObject(first))
		return 'x' in first ? ok([[list]]) : fail({ kind: 'missingKey', python: 'KeyError', track: 0 });
	if (Array.isArray(first) && first.length === 0)
		return fail({ kind: 'emptyList', python: 'IndexError' });
	return ok(Array.isArray(first) && isObject(first[0]) ? [list] : list);
}

function readBatch(batch: unknown): Result<Float64Array[], NodeFailure> {
	const wrong: Result<never, NodeFailure> = fail({ kind: 'notPoints', python: 'TypeError' });
	if (!Array.isArray(batch)) return wrong;
	if (batch.length === 0) return fail({ kind: 'emptyTrack', python: 'ValueError', track: 0 });
	const tracks: Float64Array[] = [];
	for (const [n, points] of batch.entries()) {
		if (!Array.isArray(points)) return wrong;
		if (points.length === 0) return fail({ kind: 'emptyTrack', python: 'ValueError', track: n });
		const track = new Float64Array(points.length * 2);
		for (const [i, point] of points.entries()) {
			if (!isObject(point)) return wrong;
			if (!('x' in point && 'y' in point))
				return fail({ kind: 'missingKey', python: 'KeyError', track: n });
			const x = toNumber(point.x);
			const y = toNumber(point.y);
			if (x === undefined || y === undefined)
				return fail({ kind: 'notANumber', python: 'ValueError', track: n });
			track[i * 2] = x;
			track[i * 2 + 1] = y;
		}
		tracks.push(track.slice(0, SAMPLE_COUNT * 2));
	}
	return ok(tracks);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** As numpy makes a float32 of it: None is NaN, text is read. */
function toNumber(value: unknown): number | undefined {
	if (value === null) return Number.NaN;
	if (typeof value === 'number') return value;
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (typeof value !== 'string') return undefined;
	if (value.startsWith(bare)) return Number(value.slice(bare.length));
	if (/^\s*[-+]?nan\s*$/i.test(value)) return Number.NaN;
	if (/^\s*[-+]?inf(inity)?\s*$/i.test(value))
		return value.includes('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	return value.trim() === '' || Number.isNaN(Number(value)) ? undefined : Number(value);
}

/** Stands before NaN and Infinity, which Python's JSON knows and ours does not. */
const bare = '\u0000';

function parsePythonJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		const quoted = text.replace(/"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g, (token) =>
			token.startsWith('"') ? token : JSON.stringify(bare + token),
		);
		try {
			return JSON.parse(quoted);
		} catch {
			return undefined;
		}
	}
}
