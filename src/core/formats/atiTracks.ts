import { SAMPLE_COUNT } from '../document/document.ts';
import { fail, ok, type Result } from '../result.ts';
import { holdLast } from '../trajectory/releasedAt.ts';
import type { AtiError, AtiNote, FoundValue } from './atiTypes.ts';
import { nestsDeeper } from './nestsDeeper.ts';
import { parseLooseJson } from './parseLooseJson.ts';
import { resampleInTime } from './resampleInTime.ts';

export type { AtiError, AtiNote } from './atiTypes.ts';

export const atiLimits = {
	/** Characters of a file: about 5000 tracks with room for long numbers. */
	characters: 32 * 1024 * 1024,
	tracks: 5000,
	pointsPerTrack: 100_000,
	/** Largest coordinate, either way. ComfyUI takes more, but such a sample has no effect. */
	coordinate: 1e6,
} as const;

export interface AtiReadOptions {
	/**
	 * 2..120 points: spread over the clip, or keep i/120 of the clip and hold the last point, or keep it and release the track
	 * there, as ComfyUI does. Default: release beside tracks of 121 points, as we write them, else spread.
	 */
	readonly short?: 'spread' | 'hold' | 'release';
	/** More than 121 points: the first 121 as ComfyUI does (default), or all spread over the clip. */
	readonly long?: 'cut' | 'spread';
}

/**
 * ATI tracks as WanTrackToVideo reads them: `[[{"x":1.5,"y":2}, ... x121], ...]`, compact, at most 2 decimals.
 * @param samples One array a track: 121 x 2 finite values, frame pixels.
 * @param releasedAt Samples of each track, 121 by default. Only a track that is released early has fewer, 2..120, and it must
 * be said here: the node pads it with invisible samples, which is what a release is (ADR 6).
 * @throws {RangeError} for another count or a value that is not finite: ComfyUI would silently spoil the video.
 */
export function serializeAtiTracks(
	samples: readonly Float64Array[],
	releasedAt: readonly number[] = [],
): string {
	const tracks = samples.map((track, n) => {
		const count = releasedAt[n] ?? SAMPLE_COUNT;
		if (track.length !== count * 2 || count < 2 || count > SAMPLE_COUNT)
			throw new RangeError(`Track ${n} has ${track.length / 2} samples, not ${count}`);
		const points: string[] = [];
		for (let i = 0; i < track.length; i += 2)
			points.push(`{"x":${decimals(track[i]!)},"y":${decimals(track[i + 1]!)}}`);
		return `[${points.join(',')}]`;
	});
	return `[${tracks.join(',')}]`;
}

function decimals(value: number): string {
	if (!Number.isFinite(value)) throw new RangeError(`A sample is ${value}`);
	return String(Math.round(value * 100) / 100);
}

/**
 * Reads ATI tracks in every shape that WanTrackToVideo accepts: list of tracks, one bare track, list of batches
 * (the first is used), Python's quotes, numbers as text, extra keys; any number of points.
 * @returns Each track as 121 x 2 values, frame pixels (fewer, 2..120, for a released one), and notes on all that was not plain.
 * The default for odd counts: what gives the video that ComfyUI gives, where that moves the whole clip (more points: the
 * first 121). A short track beside one of 121 samples is released; where all are short they would move too fast and
 * then be let go, so they are spread in time instead; one point is held for the whole clip.
 * Refused, with the place: no JSON, objects, pairs, empty tracks, missing or unusable numbers, too large input.
 */
export function parseAtiTracks(
	text: string,
	options: AtiReadOptions = {},
): Result<{ tracks: Float64Array[]; notes: AtiNote[] }, AtiError> {
	if (text.length > atiLimits.characters)
		return fail({ kind: 'tooLong', characters: text.length, limit: atiLimits.characters });
	const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	if (bare.trim() === '') return fail({ kind: 'empty' });
	if (bare.length > harmless && nestsDeeper(bare, deepest)) return fail({ kind: 'notJson' });
	const json = parseLooseJson(bare);
	if (!json.ok) return fail({ kind: 'notJson', ...json.error });

	const notes: AtiNote[] = json.value.singleQuotes ? [{ kind: 'singleQuotes' }] : [];
	const shape = findTracks(json.value.value, notes);
	if (!shape.ok) return shape;
	const { lists, paths } = shape.value;
	if (lists.length === 0) return fail({ kind: 'noTracks' });
	if (lists.length > atiLimits.tracks)
		return fail({ kind: 'tooManyTracks', count: lists.length, limit: atiLimits.tracks });

	const oddities: Oddities = { numericStrings: 0, extraKeys: new Set() };
	const read: Float64Array[] = [];
	for (const [n, list] of lists.entries()) {
		const track = readTrack(list, paths(n), oddities);
		if (!track.ok) return track;
		read.push(track.value);
	}
	if (oddities.numericStrings > 0)
		notes.push({ kind: 'numericStrings', count: oddities.numericStrings });
	if (oddities.extraKeys.size > 0)
		notes.push({ kind: 'extraKeys', keys: [...oddities.extraKeys].slice(0, 5) });
	return ok({ tracks: toSampleCount(read, options, notes), notes });
}

/** Lists in lists; three are of use. */
const deepest = 64;
/** Characters of which even nothing but brackets does no harm. */
const harmless = 2_000_000;

interface Oddities {
	numericStrings: number;
	readonly extraKeys: Set<string>;
}

interface Shape {
	readonly lists: readonly unknown[];
	readonly paths: (track: number) => string;
}

/** The list of tracks inside one of the three shapes. */
function findTracks(root: unknown, notes: AtiNote[]): Result<Shape, AtiError> {
	if (!Array.isArray(root)) return fail({ kind: 'notAList', path: 'tracks', found: foundOf(root) });
	const first: unknown = root[0];
	if (root.length > 0 && !Array.isArray(first)) {
		notes.push({ kind: 'bareTrack' });
		return ok({ lists: [root], paths: () => 'tracks' });
	}
	const inner: unknown = Array.isArray(first) ? first[0] : undefined;
	const isBatch = Array.isArray(inner) && (inner.length === 0 || typeof inner[0] === 'object');
	if (!isBatch || !Array.isArray(first)) return ok({ lists: root, paths: (n) => `tracks[${n}]` });
	notes.push({ kind: 'batches', count: root.length });
	return ok({ lists: first, paths: (n) => `tracks[0][${n}]` });
}

function readTrack(
	list: unknown,
	path: string,
	oddities: Oddities,
): Result<Float64Array, AtiError> {
	if (!Array.isArray(list)) return fail({ kind: 'notAList', path, found: foundOf(list) });
	if (list.length === 0) return fail({ kind: 'emptyTrack', path });
	if (list.length > atiLimits.pointsPerTrack)
		return fail({
			kind: 'tooManyPoints',
			path,
			count: list.length,
			limit: atiLimits.pointsPerTrack,
		});
	const track = new Float64Array(list.length * 2);
	for (let i = 0; i < list.length; i++) {
		const point: unknown = list[i];
		if (isPlainPoint(point)) {
			track[i * 2] = point.x;
			track[i * 2 + 1] = point.y;
			continue;
		}
		const here = `${path}[${i}]`;
		if (typeof point !== 'object' || point === null || Array.isArray(point))
			return fail({ kind: 'notAPoint', path: here, found: foundOf(point) });
		for (const key of Object.keys(point))
			if (key !== 'x' && key !== 'y' && oddities.extraKeys.size < 100) oddities.extraKeys.add(key);
		for (const [offset, key] of (['x', 'y'] as const).entries()) {
			if (!Object.hasOwn(point, key)) return fail({ kind: 'missing', path: here, key });
			const value = readNumber((point as Record<string, unknown>)[key], `${here}.${key}`, oddities);
			if (!value.ok) return value;
			track[i * 2 + offset] = value.value;
		}
	}
	return ok(track);
}

/** Nearly all are: two numbers of use and nothing else. What is not is looked at closely. */
function isPlainPoint(point: unknown): point is { readonly x: number; readonly y: number } {
	if (typeof point !== 'object' || point === null) return false;
	const { x, y } = point as { readonly x?: unknown; readonly y?: unknown };
	const { coordinate } = atiLimits;
	return (
		typeof x === 'number' &&
		typeof y === 'number' &&
		Math.abs(x) <= coordinate &&
		Math.abs(y) <= coordinate &&
		Object.keys(point).length === 2 &&
		Object.hasOwn(point, 'x') &&
		Object.hasOwn(point, 'y')
	);
}

function readNumber(value: unknown, path: string, oddities: Oddities): Result<number, AtiError> {
	let number: number;
	if (typeof value === 'number') number = value;
	else if (typeof value === 'string' && /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value)) {
		oddities.numericStrings++;
		number = Number(value);
	} else return fail({ kind: 'badNumber', path, found: foundOf(value) });
	// JSON.parse reads 1e999 as Infinity.
	if (!Number.isFinite(number)) return fail({ kind: 'badNumber', path, found: 'Infinity' });
	const { coordinate } = atiLimits;
	if (Math.abs(number) > coordinate)
		return fail({ kind: 'outOfRange', path, value: number, limit: coordinate });
	return ok(number);
}

function foundOf(value: unknown): FoundValue {
	if (value === null || value === undefined) return 'null';
	if (Array.isArray(value))
		return value.length === 2 && value.every((v) => typeof v === 'number') ? 'pair' : 'list';
	if (typeof value === 'string') {
		if (/^\s*nan\s*$/i.test(value)) return 'NaN';
		return /^\s*[-+]?inf(inity)?\s*$/i.test(value) ? 'Infinity' : 'text';
	}
	if (typeof value === 'boolean') return 'boolean';
	return typeof value === 'number' ? 'number' : 'object';
}

function toSampleCount(
	tracks: readonly Float64Array[],
	{ short: wanted, long = 'cut' }: AtiReadOptions,
	notes: AtiNote[],
): Float64Array[] {
	const hasFull = tracks.some((track) => track.length === SAMPLE_COUNT * 2);
	const short = wanted ?? (hasFull ? 'release' : 'spread');
	const byCount = new Map<number, number[]>();
	tracks.forEach((track, n) => {
		const count = track.length / 2;
		if (count !== SAMPLE_COUNT) byCount.set(count, [...(byCount.get(count) ?? []), n]);
	});
	for (const [count, numbers] of byCount) {
		if (count === 1) notes.push({ kind: 'singlePoints', tracks: numbers });
		else if (count < SAMPLE_COUNT)
			notes.push({ kind: 'fewerSamples', count, tracks: numbers, treatment: short });
		else notes.push({ kind: 'moreSamples', count, tracks: numbers, treatment: long });
	}
	return tracks.map((track) => {
		const count = track.length / 2;
		if (count > SAMPLE_COUNT && long === 'cut') return track.slice(0, SAMPLE_COUNT * 2);
		if (count > 1 && count < SAMPLE_COUNT && short === 'release') return track;
		if (count < SAMPLE_COUNT && short === 'hold') return holdLast(track);
		return count === SAMPLE_COUNT ? track : resampleInTime(track, SAMPLE_COUNT);
	});
}
