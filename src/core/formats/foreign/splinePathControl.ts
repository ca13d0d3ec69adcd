import { strFromU8, strToU8 } from 'fflate';
import { fail, type Result } from '../../result.ts';
import { readJson } from '../containers/readJson.ts';
import { whitePng } from '../containers/whitePng.ts';
import type { ForeignTrack, ForeignTracks, FormatError } from '../formatTypes.ts';
import { cardinalPoints } from '../parts/cardinalPoints.ts';
import type { ExportSource, ExportTrack } from '../parts/exportTypes.ts';
import { isObject, numberIn, own, readPoints, type XY } from '../parts/fields.ts';
import { canvasSpace, foreignTracks, pinAt } from '../parts/foreignTracks.ts';
import { pacedCurve } from '../parts/pacedCurve.ts';

const marker = 'SPLINEDATA::';
/** Frames of its timeline unless more are used: its own default. */
const timeline = 80;

/** Where the scene begins in a file's bytes; -1: it has none. */
export function sceneStart(bytes: Uint8Array): number {
	const codes = strToU8(marker);
	for (let at = bytes.lastIndexOf(codes[0]!); at >= 0; at = bytes.lastIndexOf(codes[0]!, at - 1)) {
		if (codes.every((code, i) => bytes[at + i] === code)) return at + codes.length;
		if (at === 0) break;
	}
	return -1;
}

/**
 * The scene that Spline-Path-Control appends to the PNG of its canvas: `SPLINEDATA::{"splines":[...],"staticShapes":[...],
 * "originalImageDimensions":{...}}`. Cardinal splines (handles tension / 6 of the neighbours' chord), run by length, eased by a
 * list of straight pieces, between two frames of a timeline of 80; "hideOnComplete" releases a track that ends earlier.
 * Source: WhatDreamsCost/Spline-Path-Control @5599f00, `sketch.js`, `easingCurveEditor.js`.
 */
export function parseSplinePathControl(bytes: Uint8Array): Result<ForeignTracks, FormatError> {
	const start = sceneStart(bytes);
	if (start < 0) return fail({ kind: 'missing', path: marker });
	const json = readJson(strFromU8(bytes.subarray(start)));
	return json.ok ? readScene(json.value) : json;
}

export function readScene(scene: unknown): Result<ForeignTracks, FormatError> {
	const splines = listIn(scene, 'splines');
	const shapes = listIn(scene, 'staticShapes');
	const length = Math.max(timeline, ...[...splines, ...shapes].map((item) => spanOf(item).end));
	const tracks: ForeignTrack[] = [];
	for (const [n, spline] of splines.entries()) {
		const read = readPoints(own(spline, 'points'), `splines[${n}].points`);
		if (!read.ok) return read;
		if (read.value.length > 0) tracks.push(readSpline(spline, read.value, length));
	}
	for (const [n, shape] of shapes.entries()) {
		const read = readPoints([own(shape, 'pos')], `staticShapes[${n}].pos`);
		if (!read.ok) return read;
		tracks.push(pinAt(read.value[0]!));
	}
	const size = own(scene, 'originalImageDimensions');
	const space = canvasSpace(numberIn(size, 'width'), numberIn(size, 'height'), 'either');
	return foreignTracks('spline-path-control', space, tracks);
}

/** Whether a JSON value is such a scene. */
export const isScene = (value: unknown): boolean =>
	isObject(value) && Array.isArray(own(value, 'splines')) && !Array.isArray(own(value, 'layers'));

function readSpline(spline: unknown, points: readonly XY[], length: number): ForeignTrack {
	if (points.length === 1) return pinAt(points[0]!);
	const span = spanOf(spline);
	const start = Math.min(0.999, span.start / length);
	const end = Math.min(1, span.end / length);
	const tension = numberIn(spline, 'tension') ?? 0;
	const fitted = cardinalPoints(points, tension / 6);
	const isHidden = own(spline, 'hideOnComplete') !== false && end < 1;
	const curve = easingOf(spline);
	if (!curve)
		return {
			kind: 'curve',
			points: fitted,
			closed: false,
			timing: { start, end, easing: 'linear', ...(isHidden ? { release: end } : {}) },
		};
	const whole = pacedCurve(fitted, false, { start, end }, curve);
	const until = isHidden ? Math.max(2, Math.round(1 + end * (whole.of - 1))) : whole.of;
	return { ...whole, samples: whole.samples.slice(0, until * 2) };
}

function spanOf(item: unknown): { readonly start: number; readonly end: number } {
	const start = Math.min(1e6, Math.max(0, numberIn(item, 'startFrame') ?? 0));
	return {
		start,
		end: start + Math.min(1e6, Math.max(1, numberIn(item, 'totalFrames') ?? timeline)),
	};
}

/** Its progress in straight pieces; undefined for the plain diagonal. */
function easingOf(spline: unknown): ((time: number) => number) | undefined {
	const read = readPoints(own(spline, 'easingCurve'), 'easingCurve');
	if (!read.ok || read.value.length < 2) return undefined;
	const knots = read.value;
	if (knots.every(({ x, y }) => Math.abs(x - y) < 1e-6)) return undefined;
	return (time) => {
		for (let i = 0; i + 1 < knots.length; i++) {
			const [a, b] = [knots[i]!, knots[i + 1]!];
			if (time < a.x || time > b.x) continue;
			return b.x > a.x ? a.y + ((time - a.x) / (b.x - a.x)) * (b.y - a.y) : a.y;
		}
		return time < knots[0]!.x ? knots[0]!.y : knots[knots.length - 1]!.y;
	};
}

const listIn = (scene: unknown, key: string): readonly unknown[] => {
	const list = own(scene, key);
	return Array.isArray(list) ? list : [];
};

/**
 * A PNG that Spline-Path-Control opens: a white canvas of the output frame with the scene behind it. Splines go from sample to
 * sample where the track has no corners of its own, since its one tension cannot say another curve.
 */
export function serializeSplinePathControl({
	frame,
	tracks,
}: ExportSource): Uint8Array<ArrayBuffer> {
	const { width, height } = frame;
	const scene = {
		splines: tracks.filter((track) => !isStill(track)).map(splineOf),
		staticShapes: tracks.filter(isStill).map((track) => ({
			...shapeOf(track),
			pos: { x: track.samples[0]!, y: track.samples[1]! },
			isStatic: true,
		})),
		originalImageDimensions: { width, height },
		splineColorIndex: 0,
	};
	const png = whitePng(width, height);
	const text = strToU8(marker + JSON.stringify(scene));
	const out = new Uint8Array(png.length + text.length);
	out.set(png);
	out.set(text, png.length);
	return out;
}

const isStill = ({ samples }: ExportTrack): boolean =>
	samples.every((value, i) => value === samples[i % 2]);

/** Every sixth sample: at 24 a second, and straight between. The pace is its easing curve. */
function splineOf(track: ExportTrack) {
	const { samples, of } = track;
	const count = samples.length / 2;
	const picked = Array.from({ length: Math.ceil((count - 1) / 6) + 1 }, (_, i) =>
		Math.min(count - 1, i * 6),
	);
	const points = picked.map((i) => ({ x: samples[2 * i]!, y: samples[2 * i + 1]! }));
	const lengths = points.map((_, i) =>
		i === 0 ? 0 : Math.hypot(points[i]!.x - points[i - 1]!.x, points[i]!.y - points[i - 1]!.y),
	);
	const total = lengths.reduce((sum, length) => sum + length, 0) || 1;
	let gone = 0;
	const easingCurve = picked.map((i, n) => {
		gone += lengths[n]!;
		return { x: i / (count - 1), y: Math.min(1, gone / total) };
	});
	return {
		...shapeOf(track),
		totalFrames: Math.round((timeline * (count - 1)) / (of - 1)),
		hideOnComplete: count < of,
		tension: 0,
		easingCurve,
		points,
		lineColor: track.color,
	};
}

const shapeOf = ({ color }: ExportTrack) => ({
	startFrame: 0,
	totalFrames: timeline,
	shapeSizeX: 10,
	shapeSizeY: 10,
	shapeType: 'circle',
	fillColor: color,
	strokeColor: color,
	strokeWeight: 0,
	hideOnComplete: false,
	scaleCurve: [
		{ x: 0, y: 0 },
		{ x: 1, y: 0 },
	],
});
