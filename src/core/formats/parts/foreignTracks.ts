import { wholeClip } from '../../document/document.ts';
import { fail, ok, type Result } from '../../result.ts';
import {
	type ForeignSamples,
	type ForeignTrack,
	type ForeignTracks,
	type FormatError,
	type FormatId,
	type FormatNote,
	formatLimits,
	type Space,
} from '../formatTypes.ts';
import type { XY } from './fields.ts';

/** What a reader hands back; no track at all is an error. */
export function foreignTracks(
	format: FormatId,
	space: Space,
	tracks: readonly ForeignTrack[],
	notes: readonly FormatNote[] = [],
): Result<ForeignTracks, FormatError> {
	const { tracks: limit } = formatLimits;
	if (tracks.length === 0) return fail({ kind: 'noTracks' });
	if (tracks.length > limit)
		return fail({ kind: 'tooLarge', what: 'tracks', size: tracks.length, limit });
	return ok({ kind: 'tracks', format, space, tracks, notes });
}

/** A still track. */
export const pinAt = ({ x, y }: XY, name: { readonly name?: string } = {}): ForeignTrack => ({
	kind: 'curve',
	...name,
	points: [{ x, y, mode: 'smooth' }],
	closed: false,
	timing: wholeClip,
});

/** Positions at even times of the whole clip. */
export const samplesOf = (points: readonly XY[], of = points.length): ForeignSamples => {
	const samples = new Float64Array(points.length * 2);
	points.forEach(({ x, y }, i) => {
		samples[2 * i] = x;
		samples[2 * i + 1] = y;
	});
	return { kind: 'samples', samples, of };
};

/** The drawing area that a file names, if both sides are of use. */
export const canvasSpace = (
	width: number | undefined,
	height: number | undefined,
	shows: 'frame' | 'either',
): Space =>
	width !== undefined && height !== undefined && width >= 1 && height >= 1
		? { of: 'canvas', width, height, shows }
		: { of: 'frame' };
