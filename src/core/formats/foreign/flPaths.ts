import { type ControlPoint, type Easing, type Timing, wholeClip } from '../../document/document.ts';
import { fail, type Result } from '../../result.ts';
import { cubicBezier } from '../../trajectory/cubicBezier.ts';
import { fitStroke } from '../../trajectory/fitStroke.ts';
import { readJson } from '../containers/readJson.ts';
import type { ForeignTrack, ForeignTracks, FormatError } from '../formatTypes.ts';
import { twoDecimals } from '../parts/bezierOf.ts';
import { cornerPoints } from '../parts/cardinalPoints.ts';
import type { ExportSource } from '../parts/exportTypes.ts';
import { nameIn, numberIn, own, readPoints, textIn, type XY } from '../parts/fields.ts';
import { canvasSpace, foreignTracks, pinAt } from '../parts/foreignTracks.ts';
import { pacedCurve } from '../parts/pacedCurve.ts';

/**
 * `paths_data` of FL_PathAnimator, its PRO successor and WanMove Path Animator: `{"paths":[{"points":[{"x","y"}],"name","closed",
 * "isSinglePoint","startTime","endTime","interpolation","visibilityMode","bezier_pts"}],"canvas_size":{"width","height"}}`.
 * Polylines, run evenly by length between the two times (shares of the clip), eased as the editor shows it. Few points stay
 * corners; a hand's stroke is fitted within 1 px. `visibilityMode` "pop" releases the track at its end time.
 * `bezier_pts` is read as start y, two handles, end y (WanMove Path Animator, `web/Data.js`).
 * Source: filliptm/ComfyUI_Fill-Nodes and PixWizardry/ComfyUI_PIXFL-Path-Animator @3a4681a, `nodes/FL_PathAnimator.py`.
 */
export function parseFlPaths(text: string): Result<ForeignTracks, FormatError> {
	const json = readJson(text);
	return json.ok ? readFlPaths(json.value) : json;
}

export function readFlPaths(value: unknown): Result<ForeignTracks, FormatError> {
	const paths = own(value, 'paths');
	if (!Array.isArray(paths)) return fail({ kind: 'missing', path: 'paths' });
	const size = own(value, 'canvas_size');
	const tracks: ForeignTrack[] = [];
	for (const [n, path] of paths.entries()) {
		const read = readPoints(own(path, 'points'), `paths[${n}].points`);
		if (!read.ok) return read;
		if (read.value.length > 0) tracks.push(readPath(path, read.value));
	}
	return foreignTracks(
		'fl-paths',
		canvasSpace(numberIn(size, 'width'), numberIn(size, 'height'), 'frame'),
		tracks,
	);
}

/** A hand's stroke has points every 3 px; what is set point by point has fewer than this. */
const handmade = 16;

function readPath(path: unknown, points: readonly XY[]): ForeignTrack {
	const name = nameIn(path);
	if (points.length === 1 || own(path, 'isSinglePoint') === true) return pinAt(points[0]!, name);
	const closed = own(path, 'closed') === true && points.length > 2;
	const fitted: readonly ControlPoint[] =
		points.length < handmade ? cornerPoints(points) : fitStroke(points, 1);
	if (fitted.length < 2) return pinAt(points[0]!, name);
	const timing = readTiming(path);
	const paced = progressOf(path);
	if (!paced) return { kind: 'curve', ...name, points: fitted, closed, timing };
	const whole = pacedCurve(fitted, closed, timing, paced);
	const until =
		timing.release === undefined
			? whole.of
			: Math.max(2, Math.round(1 + timing.release * (whole.of - 1)));
	return { ...name, ...whole, samples: whole.samples.slice(0, until * 2) };
}

function readTiming(path: unknown): Timing {
	const start = held(numberIn(path, 'startTime') ?? 0);
	const end = held(numberIn(path, 'endTime') ?? 1);
	if (end <= start) return wholeClip;
	const isPop = own(path, 'visibilityMode') === 'pop' && end < 1;
	const easing = easings[textIn(path, 'interpolation') ?? ''] ?? 'linear';
	return { start, end, easing, ...(isPop ? { release: end } : {}) };
}

const held = (value: number): number => Math.min(1, Math.max(0, value));

const easings: Readonly<Record<string, Easing>> = {
	linear: 'linear',
	'ease-in': 'easeIn',
	'ease-out': 'easeOut',
	'ease-in-out': 'easeInOut',
};

/** WanMove Path Animator's curve, where it is not the straight one. */
function progressOf(path: unknown): ((time: number) => number) | undefined {
	const list = own(path, 'bezier_pts');
	if (!Array.isArray(list) || list.length !== 6 || !list.every(isCurveValue)) return undefined;
	const [startY = 0, x1 = 0, y1 = 0, x2 = 1, y2 = 1, endY = 1] = list;
	if (startY === 0 && x1 === y1 && x2 === y2 && endY === 1) return undefined;
	// A Bezier is affine in its points; with both handles at 0 what is left is the part of the end.
	return (time) =>
		startY +
		cubicBezier(held(x1), y1 - startY, held(x2), y2 - startY, time) -
		cubicBezier(held(x1), 0, held(x2), 0, time) * (1 - (endY - startY));
}

const isCurveValue = (value: unknown): value is number =>
	typeof value === 'number' && Math.abs(value) <= 100;

/** `paths_data` over a canvas of the output frame; each path has its samples as points. The node runs it evenly by length. */
export function serializeFlPaths({ frame, tracks }: ExportSource): string {
	const paths = tracks.map((track, n) => {
		const { samples, of } = track;
		const points: XY[] = [];
		for (let i = 0; i < samples.length; i += 2) {
			const point = { x: twoDecimals(samples[i]!), y: twoDecimals(samples[i + 1]!) };
			const before = points.at(-1);
			if (!before || before.x !== point.x || before.y !== point.y) points.push(point);
		}
		const moving = movingSpan(samples);
		return {
			id: `path_${n + 1}`,
			name: track.name,
			points,
			color: track.color,
			closed: false,
			isSinglePoint: points.length === 1,
			startTime: twoDecimals(points.length === 1 ? 0 : moving.from / (of - 1)),
			endTime: twoDecimals(points.length === 1 ? 1 : moving.to / (of - 1)),
			interpolation: 'linear',
			visibilityMode: samples.length / 2 < of ? 'pop' : 'static',
		};
	});
	return JSON.stringify({ paths, canvas_size: { width: frame.width, height: frame.height } });
}

/** The first and last sample between which it moves. */
function movingSpan(samples: Float64Array): { readonly from: number; readonly to: number } {
	const last = samples.length / 2 - 1;
	const isSame = (a: number, b: number) =>
		samples[2 * a] === samples[2 * b] && samples[2 * a + 1] === samples[2 * b + 1];
	let from = 0;
	while (from < last && isSame(from + 1, 0)) from++;
	let to = last;
	while (to > from && isSame(to - 1, last)) to--;
	return { from, to };
}
