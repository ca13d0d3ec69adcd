import { type ControlPoint, wholeClip } from '../../document/document.ts';
import { fail, type Result } from '../../result.ts';
import { readJson } from '../containers/readJson.ts';
import type {
	ForeignTrack,
	ForeignTracks,
	FormatError,
	FormatNote,
	Space,
} from '../formatTypes.ts';
import { bezierOf, type Pair } from '../parts/bezierOf.ts';
import { cornerPoints } from '../parts/cardinalPoints.ts';
import type { ExportTrack } from '../parts/exportTypes.ts';
import { isObject, nameIn, numberIn, own, readPoints, type XY } from '../parts/fields.ts';
import { foreignTracks, pinAt } from '../parts/foreignTracks.ts';

/** The widgets beside `points_store`, which a workflow knows and a pasted text does not. */
export interface KjSettings {
	readonly interpolation?: string | undefined;
	readonly tension?: number | undefined;
}

/**
 * `points_store` of KJNodes' SplineEditor: `[{"points":[{"x","y","h1x","h1y","h2x","h2y"}],"name","color","isSinglePoint"}]`, or
 * one bare list of points (its older form). h1 comes in, h2 goes out, both absolute.
 * Points with handles are Bezier points; others make its cardinal spline, tension 0.5 unless told otherwise.
 * Source: kijai/ComfyUI-KJNodes @3f20054, `web/js/editors/{spline_editor_canvas,interpolation}.js`.
 */
export function parseKjPoints(
	text: string,
	space: Space = { of: 'frame' },
	settings: KjSettings = {},
): Result<ForeignTracks, FormatError> {
	const json = readJson(text);
	return json.ok ? readKjPoints(json.value, space, settings) : json;
}

export function readKjPoints(
	value: unknown,
	space: Space,
	settings: KjSettings = {},
): Result<ForeignTracks, FormatError> {
	if (!Array.isArray(value)) return fail({ kind: 'missing', path: 'points_store' });
	const isBare = value.length > 0 && own(value[0], 'points') === undefined;
	const splines: readonly unknown[] = isBare ? [{ points: value }] : value;
	const tracks: ForeignTrack[] = [];
	const notes = new Map<string, FormatNote>();
	for (const [n, spline] of splines.entries()) {
		const path = isBare ? 'points_store' : `points_store[${n}].points`;
		const read = readPoints(own(spline, 'points'), path);
		if (!read.ok) return read;
		const points = read.value;
		if (points.length === 0) continue;
		if (points.length === 1 || own(spline, 'isSinglePoint') === true) {
			tracks.push(pinAt(points[0]!, nameIn(spline)));
			continue;
		}
		const raw = own(spline, 'points') as readonly unknown[];
		const hasHandles = raw.some((point) => numberIn(point, 'h1x') !== undefined);
		const interpolation = settings.interpolation ?? (hasHandles ? 'bezier' : 'cardinal');
		if (!exact.has(interpolation))
			notes.set(interpolation, { kind: 'approximated', what: interpolation });
		tracks.push({
			kind: 'curve',
			...nameIn(spline),
			points: curveOf(points, raw, interpolation, settings.tension ?? 0.5),
			closed: false,
			timing: wholeClip,
		});
	}
	return foreignTracks('kj-points', space, tracks, [...notes.values()]);
}

const exact: ReadonlySet<string> = new Set(['cardinal', 'linear', 'bezier']);

function curveOf(
	points: readonly XY[],
	raw: readonly unknown[],
	interpolation: string,
	tension: number,
): ControlPoint[] {
	if (interpolation === 'linear') return cornerPoints(points);
	if (interpolation === 'bezier')
		return points.map((point, i) => withHandles(points, point, raw[i], i));
	if (interpolation === 'cardinal') return protovisCardinal(points, tension);
	if (interpolation.startsWith('step')) return steps(points, interpolation);
	return points.map(({ x, y }) => ({ x, y, mode: 'smooth' }));
}

/** A missing pair is a quarter of the neighbours' chord, as the editor makes it. */
function withHandles(points: readonly XY[], { x, y }: XY, raw: unknown, i: number): ControlPoint {
	const [inX, inY] = [numberIn(raw, 'h1x'), numberIn(raw, 'h1y')];
	const before = points[Math.max(0, i - 1)]!;
	const after = points[Math.min(points.length - 1, i + 1)]!;
	const dx = (after.x - before.x) * 0.25;
	const dy = (after.y - before.y) * 0.25;
	const hasNone = inX === undefined;
	return {
		x,
		y,
		mode: 'bezier',
		handleIn: hasNone ? { x: -dx, y: -dy } : { x: held(inX - x), y: held((inY ?? y) - y) },
		handleOut: hasNone
			? { x: dx, y: dy }
			: { x: held((numberIn(raw, 'h2x') ?? x) - x), y: held((numberIn(raw, 'h2y') ?? y) - y) },
	};
}

/** What no drawing has is no handle. */
const held = (value: number): number => Math.min(1e6, Math.max(-1e6, value));

/** Protovis's cardinal spline: the inner segments cubic, the first and the last quadratic. */
function protovisCardinal(points: readonly XY[], tension: number): ControlPoint[] {
	if (points.length < 3) return cornerPoints(points);
	const alpha = (1 - tension) / 2;
	const last = points.length - 1;
	const tangents = points.map((_, i) => {
		const before = points[i - 1];
		const after = points[i + 1];
		return before && after
			? { x: alpha * (after.x - before.x), y: alpha * (after.y - before.y) }
			: { x: 0, y: 0 };
	});
	// A quadratic's control point is two thirds of the tangent from its inner end; as a cubic, two thirds of the way to it.
	return points.map(({ x, y }, i): ControlPoint => {
		const tangent = tangents[i]!;
		const next = points[1]!;
		const previous = points[last - 1]!;
		const toNext = {
			x: (next.x - tangents[1]!.x * two - x) * two,
			y: (next.y - tangents[1]!.y * two - y) * two,
		};
		const toPrevious = {
			x: (previous.x + tangents[last - 1]!.x * two - x) * two,
			y: (previous.y + tangents[last - 1]!.y * two - y) * two,
		};
		const inward = i === 1 ? two * two : 1;
		const outward = i === last - 1 ? two * two : 1;
		return {
			x,
			y,
			mode: 'bezier',
			handleIn: i === last ? toPrevious : { x: -tangent.x * inward, y: -tangent.y * inward },
			handleOut: i === 0 ? toNext : { x: tangent.x * outward, y: tangent.y * outward },
		};
	});
}

const two = 2 / 3;

function steps(points: readonly XY[], interpolation: string): ControlPoint[] {
	const all: XY[] = [points[0]!];
	for (let i = 1; i < points.length; i++) {
		const [a, b] = [points[i - 1]!, points[i]!];
		all.push(interpolation === 'step-before' ? { x: a.x, y: b.y } : { x: b.x, y: a.y }, b);
	}
	return cornerPoints(all);
}

/** `points_store` for the editor's interpolation `bezier`; frame px. Timing is not in it: the editor has none. */
export function serializeKjPoints(
	tracks: readonly ExportTrack[],
	toFrame: (track: ExportTrack) => (x: number, y: number) => Pair,
): string {
	return JSON.stringify(
		tracks.map((track, n) => {
			const points = bezierOf(track, toFrame(track));
			return {
				points: points.map(({ x, y, inX, inY, outX, outY }) =>
					points.length === 1 ? { x, y } : { x, y, h1x: inX, h1y: inY, h2x: outX, h2y: outY },
				),
				color: track.color,
				name: track.name || `Spline ${n + 1}`,
				...(points.length === 1 ? { isSinglePoint: true } : {}),
			};
		}),
	);
}

/** Whether a JSON value is a `points_store`. */
export const isKjPoints = (value: unknown): boolean => {
	const first: unknown = Array.isArray(value) ? value[0] : undefined;
	if (!isObject(first)) return false;
	const points = own(first, 'points');
	return Array.isArray(points) || numberIn(first, 'h1x') !== undefined;
};

/** Interpolations by which a workflow's widget is known. */
export const isKjInterpolation = (value: unknown): value is string =>
	typeof value === 'string' &&
	['cardinal', 'monotone', 'basis', 'linear', 'step-before', 'step-after', 'bezier'].includes(
		value,
	);
