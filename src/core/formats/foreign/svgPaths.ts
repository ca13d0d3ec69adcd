import { type ControlPoint, wholeClip } from '../../document/document.ts';
import { type Affine, mapPoint } from '../../geometry/affine.ts';
import { fail, type Result } from '../../result.ts';
import {
	type ForeignTrack,
	type ForeignTracks,
	type FormatError,
	formatLimits,
} from '../formatTypes.ts';
import { bezierOf, type Pair } from '../parts/bezierOf.ts';
import type { ExportTrack } from '../parts/exportTypes.ts';
import { canvasSpace, foreignTracks, pinAt } from '../parts/foreignTracks.ts';
import { readPathData, type SubPath } from './svg/pathData.ts';
import { shapePath } from './svg/shapePath.ts';
import { type Tag, tagsOf } from './svg/tags.ts';
import { composed, identity, readTransform } from './svg/transform.ts';

/**
 * The shapes of an SVG drawing as tracks: paths (every command, arcs as cubics), polylines, polygons, lines, rectangles, circles and
 * ellipses, with the transforms of their groups. A circle marked `data-pin`, or a path of one point, is a pin. What is in `defs`,
 * `clipPath`, `mask`, `symbol`, `marker` or `pattern` is no drawing. The viewBox (or width and height) is the drawing area.
 * Text is scanned, not parsed: entities, style sheets and scripts have no effect. Source: SVG 2, W3C.
 */
export function parseSvg(text: string): Result<ForeignTracks, FormatError> {
	if (text.length > longest)
		return fail({ kind: 'tooLarge', what: 'file', size: text.length, limit: longest });
	const tracks: ForeignTrack[] = [];
	const groups: Affine[] = [];
	let space = canvasSpace(undefined, undefined, 'either');
	let skipping = '';
	let isSvg = false;
	for (const tag of tagsOf(text)) {
		if (skipping !== '') {
			if (tag.kind === 'close' && tag.name === skipping) skipping = '';
			continue;
		}
		if (hidden.has(tag.name) && tag.kind === 'open') {
			skipping = tag.name;
			continue;
		}
		if (tag.name === 'svg' || tag.name === 'g' || tag.name === 'a') {
			if (tag.kind === 'close') groups.pop();
			if (tag.kind !== 'open') continue;
			if (tag.name === 'svg' && !isSvg) {
				space = drawingArea(tag);
				isSvg = true;
			}
			if (groups.length >= formatLimits.depth)
				return fail({ kind: 'tooDeep', limit: formatLimits.depth });
			const outer = groups.at(-1) ?? (tag.name === 'svg' ? originOf(tag) : identity);
			groups.push(composed(outer, readTransform(tag.attributes.get('transform') ?? '')));
			continue;
		}
		if (tag.kind === 'close') continue;
		const made = tracksOf(
			tag,
			composed(groups.at(-1) ?? identity, readTransform(tag.attributes.get('transform') ?? '')),
		);
		if (!made) return fail({ kind: 'damaged', what: 'svg', at: tag.at });
		tracks.push(...made);
		if (tracks.length > formatLimits.tracks)
			return fail({
				kind: 'tooLarge',
				what: 'tracks',
				size: tracks.length,
				limit: formatLimits.tracks,
			});
	}
	if (!isSvg) return fail({ kind: 'missing', path: 'svg' });
	return foreignTracks('svg', space, tracks);
}

const longest = 16 * 1024 * 1024;
const hidden: ReadonlySet<string> = new Set([
	'defs',
	'clippath',
	'mask',
	'symbol',
	'marker',
	'pattern',
	'style',
	'script',
	'metadata',
]);

export const isSvg = (text: string): boolean => /<svg[\s>]/i.test(text.slice(0, 4000));

function drawingArea({ attributes }: Tag) {
	const box = (attributes.get('viewbox') ?? '').split(/[\s,]+/).map(Number);
	if (box.length === 4 && box.every(Number.isFinite)) return canvasSpace(box[2], box[3], 'either');
	return canvasSpace(
		lengthOf(attributes.get('width')),
		lengthOf(attributes.get('height')),
		'either',
	);
}

function originOf({ attributes }: Tag): Affine {
	const [x, y] = (attributes.get('viewbox') ?? '').split(/[\s,]+/).map(Number);
	return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y)
		? [1, 0, 0, 1, -x, -y]
		: identity;
}

const lengthOf = (text: string | undefined): number | undefined => {
	const value = /^\s*([\d.]+)(px)?\s*$/.exec(text ?? '')?.[1];
	return value === undefined ? undefined : Number(value);
};

function tracksOf(tag: Tag, map: Affine): ForeignTrack[] | undefined {
	const { attributes } = tag;
	const title =
		attributes.get('data-name') ?? attributes.get('inkscape:label') ?? attributes.get('id');
	const name = title ? { name: title.slice(0, 200) } : {};
	if (tag.name === 'circle' && attributes.has('data-pin')) {
		const [x, y] = [Number(attributes.get('cx') ?? 0), Number(attributes.get('cy') ?? 0)];
		return Number.isFinite(x) && Number.isFinite(y)
			? [pinAt(mapPoint(map, { x, y }), name)]
			: undefined;
	}
	const d = tag.name === 'path' ? attributes.get('d') : shapePath(tag.name, attributes);
	if (d === undefined) return [];
	const paths = readPathData(d);
	if (!paths) return undefined;
	return paths.filter((path) => path.points.length > 0).map((path) => toTrack(path, map, name));
}

function toTrack(
	{ points, closed }: SubPath,
	map: Affine,
	name: { readonly name?: string },
): ForeignTrack {
	const mapped = points.map((point): ControlPoint => {
		const { x, y } = mapPoint(map, point);
		const handle = (absolute: { readonly x: number; readonly y: number }) => {
			const at = mapPoint(map, absolute);
			return { x: at.x - x, y: at.y - y };
		};
		if (point.isCorner) return { x, y, mode: 'corner' };
		return {
			x,
			y,
			mode: 'bezier',
			handleIn: handle({ x: point.inX, y: point.inY }),
			handleOut: handle({ x: point.outX, y: point.outY }),
		};
	});
	if (mapped.length === 1) return pinAt(mapped[0]!, name);
	return { kind: 'curve', ...name, points: mapped, closed, timing: wholeClip };
}

/** Curves as paths, pins as circles. @param size Of the drawing area. @param map From image px to its px (of tracks without a curve, from frame px). */
export function serializeSvg(
	tracks: readonly ExportTrack[],
	size: { readonly width: number; readonly height: number },
	mapOf: (track: ExportTrack) => (x: number, y: number) => Pair,
): string {
	const { width, height } = size;
	const shapes = tracks.map((track, n) => {
		const points = bezierOf(track, mapOf(track));
		const name = `data-name="${escaped(track.name)}"`;
		const first = points[0]!;
		if (points.length === 1)
			return `\t<circle id="track-${n + 1}" ${name} data-pin="" cx="${first.x}" cy="${first.y}" r="4" fill="${track.color}"/>`;
		const d = points.map((p, i) => {
			const before = points[i - 1];
			if (!before) return `M${p.x} ${p.y}`;
			const isLine =
				before.outX === before.x && before.outY === before.y && p.inX === p.x && p.inY === p.y;
			return isLine
				? `L${p.x} ${p.y}`
				: `C${before.outX} ${before.outY} ${p.inX} ${p.inY} ${p.x} ${p.y}`;
		});
		const isClosed = track.track?.closed === true;
		return `\t<path id="track-${n + 1}" ${name} d="${d.join(' ')}${isClosed ? ' Z' : ''}" fill="none" stroke="${track.color}" stroke-width="2"/>`;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n${shapes.join('\n')}\n</svg>\n`;
}

const escaped = (text: string): string =>
	text
		.replace(/\p{Cc}/gu, ' ')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('"', '&quot;');
