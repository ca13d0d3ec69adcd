import { pythonType } from '../graph/coerceLiteral.ts';

/** Samples that WanTrackToVideo keeps of each track. */
export const samplesPerTrack = 121;

/** One track as the node holds it: 121 samples, the padded ones invisible. */
export interface NodeTrack {
	/** 121 x 2, pixels of the output frame; a sample may be NaN or infinite. */
	readonly xy: Float64Array;
	/** 121 values, 1 given and 0 padded. */
	readonly visible: Uint8Array;
}

/** What Python raises inside the node. */
export interface NodeFault {
	readonly exceptionType: string;
	readonly message: string;
}

/**
 * Reads a tracks string by the node's own rules, mistakes included: `'` becomes `"`, one bare track or
 * nested batches are accepted, what is no JSON means no tracks at all, points beyond 121 are cut and missing ones
 * padded with invisible (0, 0).
 * @returns [] for no motion control; a fault where the node raises.
 * Source: recordings of ComfyUI 0.33.0 and 0.3.64 (runtime_error), the table "What bad input does" of our notes.
 */
export function parseNodeTracks(text: string): NodeTrack[] | NodeFault {
	const parsed = parseLoosely(text.replaceAll("'", '"'));
	if (parsed === undefined) return [];
	const items = iterate(parsed);
	if (!items) return typeError(`'${pythonType(parsed)}' object is not iterable`);
	let tracks = items;
	if (isPoint(items[0])) tracks = [items];
	if (tracks.length === 0) return [];
	const first = firstOf(tracks[0]);
	if ('exceptionType' in first) return first;
	// Three levels are a batch of track lists; the first batch is the one that a single image uses.
	const batch = isObject(first.value) ? tracks : tracks[0];
	const list = iterate(batch) ?? [];
	const result: NodeTrack[] = [];
	for (const track of list) {
		const read = readTrack(track);
		if ('exceptionType' in read) return read;
		result.push(read);
	}
	return result;
}

function readTrack(track: unknown): NodeTrack | NodeFault {
	const points = iterate(track);
	if (!points) return typeError(`'${pythonType(track)}' object is not iterable`);
	if (points.length === 0) {
		return {
			exceptionType: 'ValueError',
			message:
				'all the input array dimensions except for the concatenation axis must match exactly, but along dimension 1, the array at index 0 has size 0 and the array at index 1 has size 3',
		};
	}
	const xy = new Float64Array(2 * samplesPerTrack);
	const visible = new Uint8Array(samplesPerTrack);
	for (const [index, point] of points.entries()) {
		if (typeof point === 'string') return typeError("string indices must be integers, not 'str'");
		if (Array.isArray(point)) {
			return typeError('list indices must be integers or slices, not str');
		}
		if (!isObject(point)) return typeError(`'${pythonType(point)}' object is not subscriptable`);
		for (const axis of ['x', 'y'] as const) {
			if (!(axis in point)) return { exceptionType: 'KeyError', message: `'${axis}'` };
			const value = point[axis];
			if (index < samplesPerTrack) xy[2 * index + (axis === 'x' ? 0 : 1)] = toNumber(value);
		}
		if (index < samplesPerTrack) visible[index] = 1;
	}
	return { xy, visible };
}

const toNumber = (value: unknown): number => (value === null ? Number.NaN : Number(value));

/** Python's json also reads NaN and Infinity; undefined stands for a decoding error. */
function parseLoosely(text: string): unknown {
	const strict = text.replace(/"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g, (token) => {
		if (token === 'NaN') return 'null';
		if (token === 'Infinity') return '1e999';
		return token === '-Infinity' ? '-1e999' : token;
	});
	try {
		return JSON.parse(strict);
	} catch {
		return undefined;
	}
}

/** What Python's `list(value)` gives, or undefined where it raises. */
function iterate(value: unknown): unknown[] | undefined {
	if (Array.isArray(value)) return value;
	if (typeof value === 'string') return [...value];
	return isObject(value) ? Object.keys(value) : undefined;
}

/** Python's `value[0]`. */
function firstOf(value: unknown): { value: unknown } | NodeFault {
	if (Array.isArray(value) || typeof value === 'string') {
		return value.length > 0
			? { value: value[0] }
			: { exceptionType: 'IndexError', message: 'list index out of range' };
	}
	if (isObject(value)) return { exceptionType: 'KeyError', message: '0' };
	return typeError(`'${pythonType(value)}' object is not subscriptable`);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isPoint = (value: unknown): boolean => isObject(value) && 'x' in value;

const typeError = (message: string): NodeFault => ({ exceptionType: 'TypeError', message });
