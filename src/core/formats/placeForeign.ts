import {
	createTrack,
	emptyDocument,
	type OutputFrame,
	SAMPLE_COUNT,
	type Track,
	type WanDocument,
} from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import { type Affine, mapControlPoint } from '../geometry/affine.ts';
import { toFrameSamples } from '../trajectory/frameSamples.ts';
import { releasedAt } from '../trajectory/releasedAt.ts';
import { sampleTrack } from '../trajectory/sampleTrack.ts';
import { exactTracks } from './exactTracks.ts';
import type { ForeignCurve, ForeignSamples, ForeignTracks, Space } from './formatTypes.ts';
import { positionsAt } from './parts/positionsAt.ts';
import { tracksFromSamples } from './tracksToDocument.ts';

/** The shot that tracks come into. */
export interface Place {
	readonly frame: OutputFrame;
	/** Without one the frame stands for it. */
	readonly image: { readonly width: number; readonly height: number } | null;
}

/**
 * Foreign tracks as tracks of a document: curves stay curves, positions are fitted within 0.5 frame px, or kept to the last one
 * (each a point with its own time) with `keepSamples`.
 */
export function placeForeign(
	foreign: ForeignTracks,
	document: WanDocument,
	createId: () => string,
	{ keepSamples = false }: { readonly keepSamples?: boolean } = {},
): Track[] {
	const toImage = imageMap(foreign.space, document);
	const sampled = foreign.tracks.filter((track) => track.kind === 'samples');
	const inFrame = sampled.map((track) => toAtiSamples(track, foreign.space, document));
	const fitted = keepSamples
		? exactTracks(document, inFrame, createId)
		: tracksFromSamples(document, inFrame, createId);
	let known = { ...document, tracks: [...document.tracks, ...fitted] };
	const placed: Track[] = [];
	let next = 0;
	for (const track of foreign.tracks) {
		const made =
			track.kind === 'samples' ? fitted[next++]! : placeCurve(track, toImage, known, createId());
		if (track.kind === 'curve') known = { ...known, tracks: [...known.tracks, made] };
		placed.push(track.name ? { ...made, name: track.name } : made);
	}
	return placed;
}

/**
 * Foreign tracks as what is sent to the node: frame px, 121 pairs each, fewer for a released one. What is in frame px already is
 * the very same numbers.
 */
export function samplesInFrame(foreign: ForeignTracks, place: Place): Float64Array[] {
	const toImage = imageMap(foreign.space, place);
	const mapping = createFrameMapping(place.image ?? place.frame, place.frame);
	return foreign.tracks.map((track) => {
		if (track.kind === 'samples') return toAtiSamples(track, foreign.space, place);
		const made = placeCurve(track, toImage, emptyDocument, 'a');
		return toFrameSamples(sampleTrack(made), mapping).slice(0, releasedAt(made) * 2);
	});
}

function placeCurve(
	curve: ForeignCurve,
	toImage: Affine,
	document: WanDocument,
	id: string,
): Track {
	const points = curve.points.map((point) => mapControlPoint(toImage, point));
	const kind = points.length === 1 ? 'pin' : 'path';
	const made = createTrack(document, id, kind, points);
	return { ...made, closed: curve.closed && kind === 'path', timing: curve.timing };
}

/** Its own positions where they are ATI's 121 already. */
function toAtiSamples(track: ForeignSamples, space: Space, place: Place): Float64Array {
	const map = frameMap(space, place);
	const at121 = inAtiTime(track);
	return map === null ? at121 : mapped(at121, map);
}

function inAtiTime(track: ForeignSamples): Float64Array {
	if (track.of === SAMPLE_COUNT) return track.samples;
	const { positions, told } = positionsAt(track, SAMPLE_COUNT);
	return positions.slice(0, Math.max(2, told) * 2);
}

/** x, y pairs through a map without turns. */
export const mapped = (samples: Float64Array, [a, , , d, e, f]: Affine): Float64Array =>
	samples.map((value, i) => (i % 2 === 0 ? a * value + e : d * value + f));

/** To frame px; null: they are. */
export function frameMap(space: Space, place: Place): Affine | null {
	if (space.of === 'frame') return null;
	const [a, , , d, e, f] = imageMap(space, place);
	const { rect } = createFrameMapping(place.image ?? place.frame, place.frame);
	const sx = place.frame.width / rect.width;
	const sy = place.frame.height / rect.height;
	return [a * sx, 0, 0, d * sy, (e - rect.x) * sx, (f - rect.y) * sy];
}

/** To image px. */
function imageMap(space: Space, { frame, image }: Place): Affine {
	const whole = image ?? frame;
	if (space.of === 'image') return [1, 0, 0, 1, 0, 0];
	const { rect } = createFrameMapping(whole, frame);
	const onto = (area: typeof rect, width: number, height: number): Affine => [
		area.width / width,
		0,
		0,
		area.height / height,
		area.x,
		area.y,
	];
	if (space.of === 'frame') return onto(rect, frame.width, frame.height);
	if (space.of === 'unit') return onto(rect, 1, 1);
	const { width, height, shows } = space;
	const isWhole =
		shows === 'either' &&
		isAlike(width / height, whole.width / whole.height) &&
		!isAlike(width / height, frame.width / frame.height);
	return onto(isWhole ? { x: 0, y: 0, ...sizeOf(whole) } : rect, width, height);
}

const sizeOf = ({ width, height }: { readonly width: number; readonly height: number }) => ({
	width,
	height,
});

/** Two shapes within 2 %: rounding to 8 or 16 px makes that much. */
const isAlike = (a: number, b: number): boolean => Math.abs(a / b - 1) < 0.02;
