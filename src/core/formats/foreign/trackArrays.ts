import { fail, ok, type Result } from '../../result.ts';
import { type NpyArray, readNpy } from '../containers/readNpy.ts';
import { isZip, readZip } from '../containers/readZip.ts';
import type { FormatError } from '../formatTypes.ts';

/** What a point tracker writes: a place a frame and track, and whether it is seen there. */
export interface TrackArrays {
	readonly frames: number;
	readonly count: number;
	/** frames x count x 2. */
	readonly values: Float64Array;
	/** frames x count, above 0.5: seen; absent: the file does not say. */
	readonly visibility?: Float64Array;
}

/**
 * NumPy arrays of tracks: frames x tracks x 2, or with a leading 1. An `.npz` may hold `tracks` (or `pred_tracks`,
 * `array` ...) and `visibility`. Source: facebookresearch/co-tracker, README.
 * @param beside The visibility, in a file of its own.
 * @returns `wrongShape` with the shape that is wrong, of either.
 */
export function readTrackArrays(
	bytes: Uint8Array,
	beside?: Uint8Array,
): Result<TrackArrays, FormatError> {
	const arrays = isZip(bytes) ? npzArrays(bytes) : npyArrays(bytes);
	if (!arrays.ok) return arrays;
	const besides = beside && readNpy(beside);
	if (besides && !besides.ok) return besides;
	const { positions } = arrays.value;
	const visibility = besides?.value ?? arrays.value.visibility;
	const isBatch = positions.shape.length === 4;
	const shape = isBatch ? positions.shape.slice(1) : positions.shape;
	const [frames = 0, count = 0, pair = 0] = shape;
	if (shape.length !== 3 || pair !== 2 || frames < 1 || (isBatch && positions.shape[0] !== 1))
		return fail({ kind: 'wrongShape', shape: positions.shape });
	if (visibility && visibility.values.length < frames * count)
		return fail({ kind: 'wrongShape', shape: visibility.shape });
	const { values } = positions;
	return ok({ frames, count, values, ...(visibility ? { visibility: visibility.values } : {}) });
}

interface Arrays {
	readonly positions: NpyArray;
	readonly visibility?: NpyArray;
}

function npyArrays(bytes: Uint8Array): Result<Arrays, FormatError> {
	const positions = readNpy(bytes);
	return positions.ok ? ok({ positions: positions.value }) : positions;
}

const positionNames = ['tracks', 'pred_tracks', 'track_path', 'trajectories', 'array', 'arr_0'];
const visibilityNames = ['visibility', 'pred_visibility', 'track_visibility', 'visibles'];

function npzArrays(bytes: Uint8Array): Result<Arrays, FormatError> {
	const entries = readZip(bytes);
	if (!entries.ok) return entries;
	const find = (names: readonly string[]) =>
		names
			.map((name) => entries.value.find((entry) => entry.name === `${name}.npy`))
			.find((entry) => entry !== undefined);
	const entry = find(positionNames);
	if (!entry) return fail({ kind: 'missing', path: 'tracks' });
	const positions = readEntry(entry);
	if (!positions.ok) return positions;
	const shown = find(visibilityNames);
	if (!shown) return ok({ positions: positions.value });
	const visibility = readEntry(shown);
	return visibility.ok
		? ok({ positions: positions.value, visibility: visibility.value })
		: visibility;
}

function readEntry(entry: { read(): Result<Uint8Array, FormatError> }) {
	const bytes = entry.read();
	return bytes.ok ? readNpy(bytes.value) : bytes;
}
