import type { ControlPoint } from '../../document/document.ts';
import { fail, type Result } from '../../result.ts';
import { readJson } from '../containers/readJson.ts';
import type { ForeignTrack, ForeignTracks, FormatError } from '../formatTypes.ts';
import { twoDecimals } from '../parts/bezierOf.ts';
import { cardinalPoints } from '../parts/cardinalPoints.ts';
import type { ExportSource } from '../parts/exportTypes.ts';
import { isObject, nameIn, numberIn, own, readPoints, textIn, type XY } from '../parts/fields.ts';
import { canvasSpace, foreignTracks, pinAt } from '../parts/foreignTracks.ts';
import { pacedCurve } from '../parts/pacedCurve.ts';

/**
 * The definition file of Wan2GP's Motion Designer: `{"resolution":{"width","height"},"scene":{"fps","totalFrames"},"layers":[{"name",
 * "path":[{"x","y"}],"startFrame","endFrame","speedMode","speedRatio","tension","hideOutsideRange"}]}`, px of `resolution`.
 * A path is a cardinal spline run by length; its speed changes linearly between 1 and `speedRatio`. Layers without a path are
 * cut-outs that stand still, and are left.
 * Source: deepbeepmeep/Wan2GP @8681e9f, `plugins/motion_designer/assets/app.js`.
 */
export function parseWan2gpDesigner(text: string): Result<ForeignTracks, FormatError> {
	const json = readJson(text);
	return json.ok ? readDesigner(json.value) : json;
}

export function readDesigner(value: unknown): Result<ForeignTracks, FormatError> {
	const layers = own(value, 'layers');
	if (!Array.isArray(layers)) return fail({ kind: 'missing', path: 'layers' });
	const total = Math.max(1, numberIn(own(value, 'scene'), 'totalFrames') ?? 81);
	const tracks: ForeignTrack[] = [];
	for (const [n, layer] of layers.entries()) {
		const read = readPoints(own(layer, 'path') ?? [], `layers[${n}].path`);
		if (!read.ok) return read;
		if (read.value.length > 0) tracks.push(readLayer(layer, read.value, total));
	}
	const size = own(value, 'resolution');
	const space = canvasSpace(numberIn(size, 'width'), numberIn(size, 'height'), 'frame');
	return foreignTracks('wan2gp-designer', space, tracks);
}

export const isDesigner = (value: unknown): boolean =>
	isObject(value) &&
	Array.isArray(own(value, 'layers')) &&
	(isObject(own(value, 'scene')) || isObject(own(value, 'resolution')));

function readLayer(layer: unknown, points: readonly XY[], total: number): ForeignTrack {
	const name = nameIn(layer);
	if (points.length === 1) return pinAt(points[0]!, name);
	const last = Math.max(1, total - 1);
	const start = held((numberIn(layer, 'startFrame') ?? 0) / last);
	const end = Math.max(
		Math.min(1, start + 1e-3),
		held((numberIn(layer, 'endFrame') ?? total) / last),
	);
	const isHidden = own(layer, 'hideOutsideRange') !== false && end < 1;
	const fitted: readonly ControlPoint[] = cardinalPoints(
		points,
		(numberIn(layer, 'tension') ?? 0) / 6,
	);
	const progress = speedOf(
		textIn(layer, 'speedMode') ?? 'none',
		numberIn(layer, 'speedRatio') ?? 1,
	);
	if (!progress)
		return {
			kind: 'curve',
			...name,
			points: fitted,
			closed: false,
			timing: { start, end, easing: 'linear', ...(isHidden ? { release: end } : {}) },
		};
	const whole = pacedCurve(fitted, false, { start, end }, progress);
	const until = isHidden ? Math.max(2, Math.round(1 + end * (whole.of - 1))) : whole.of;
	return { ...name, ...whole, samples: whole.samples.slice(0, until * 2) };
}

const held = (value: number): number => Math.min(1, Math.max(0, value));

/** The way gone when the speed changes linearly from a to b. */
function speedOf(mode: string, ratio: number): ((time: number) => number) | undefined {
	const fast = Math.min(100, Math.max(1, ratio));
	if (mode === 'none' || fast === 1) return undefined;
	const way = (t: number, from: number, to: number) => from * t + 0.5 * (to - from) * t * t;
	const [from, to] = mode.startsWith('decelerate') ? [fast, 1] : [1, fast];
	const whole = (1 + fast) / 2;
	if (mode === 'accelerate' || mode === 'decelerate') return (time) => way(time, from, to) / whole;
	return (time) =>
		time < 0.5
			? way(2 * time, from, to) / (2 * whole)
			: 0.5 + way(2 * time - 1, to, from) / (2 * whole);
}

/** A definition with one path layer a track, its samples as points; the picture is loaded in the designer first. */
export function serializeWan2gpDesigner({ frame, tracks }: ExportSource): string {
	const { width, height, fps, length } = frame;
	return JSON.stringify({
		resolution: { width, height },
		fitMode: 'cover',
		renderMode: 'trajectory',
		altBackground: null,
		showPatchedBackground: true,
		classicOutlineWidth: 1,
		scene: { fps, totalFrames: length },
		layers: tracks.map(({ name, color, samples, of }, n) => {
			const path: XY[] = [];
			for (let i = 0; i < samples.length; i += 2) {
				const point = { x: twoDecimals(samples[i]!), y: twoDecimals(samples[i + 1]!) };
				const before = path.at(-1);
				if (!before || before.x !== point.x || before.y !== point.y) path.push(point);
			}
			return {
				id: `layer-${n + 1}`,
				name,
				color,
				polygon: [],
				polygonClosed: true,
				path,
				pathLocked: true,
				shapeType: 'trajectory',
				shapeMeta: null,
				startFrame: 0,
				endFrame: Math.round(((samples.length / 2 - 1) / (of - 1)) * (length - 1)),
				scaleStart: 1,
				scaleEnd: 1,
				rotationStart: 0,
				rotationEnd: 0,
				speedMode: 'none',
				speedRatio: 1,
				tension: 0,
				hideOutsideRange: true,
			};
		}),
	});
}
