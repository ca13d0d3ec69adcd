import { fail, type Result } from '../../result.ts';
import { isZip } from '../containers/readZip.ts';
import type {
	ForeignTrack,
	ForeignTracks,
	FormatError,
	FormatId,
	FormatNote,
	Space,
} from '../formatTypes.ts';
import { serializeNpy, serializeNpyBooleans } from '../npy.ts';
import { checkCoordinates } from '../parts/checkCoordinates.ts';
import type { ExportTrack } from '../parts/exportTypes.ts';
import { foreignTracks } from '../parts/foreignTracks.ts';
import { positionsAt } from '../parts/positionsAt.ts';
import { visibleSamples } from '../parts/visibleSamples.ts';
import { readTrackArrays } from './trackArrays.ts';

/**
 * Tracks as a NumPy array, one position a video frame: Wan-Move's `tracks.npy` and CoTracker's `pred_tracks` (1 x frames x tracks x 2
 * or frames x tracks x 2, px of the frame), or Wan2GP's (frames x tracks x 2, shares of the frame's sides, -1 -1 for absent). Which it
 * is, is told by the values unless `format` says. An `.npz` may hold `tracks` (or `pred_tracks`, `array`) and `visibility`.
 * Sources: ali-vilab/Wan-Move @27409be, `gradio_app.py`; facebookresearch/co-tracker, README; deepbeepmeep/Wan2GP @8681e9f,
 * `plugins/motion_designer`.
 * @param beside Wan-Move's `visibility.npy`; without it all is visible.
 */
export function parseNpyTracks(
	bytes: Uint8Array,
	format?: 'wan-move' | 'wan2gp' | 'cotracker',
	beside?: Uint8Array,
): Result<ForeignTracks, FormatError> {
	const arrays = readTrackArrays(bytes, beside);
	if (!arrays.ok) return arrays;
	const { frames, count, values, visibility } = arrays.value;
	const is = format ?? (isShares(values) ? 'wan2gp' : isZip(bytes) ? 'cotracker' : 'wan-move');
	const tracks: ForeignTrack[] = [];
	let invisible = 0;
	let gaps = 0;
	for (let n = 0; n < count; n++) {
		const own = new Float64Array(frames * 2);
		for (let k = 0; k < frames; k++) {
			own[2 * k] = values[(k * count + n) * 2]!;
			own[2 * k + 1] = values[(k * count + n) * 2 + 1]!;
		}
		const { track, hadGaps } = visibleSamples(own, (k) =>
			is === 'wan2gp'
				? own[2 * k] !== -1 || own[2 * k + 1] !== -1
				: !visibility || visibility[k * count + n]! > 0.5,
		);
		if (!track) {
			invisible++;
			continue;
		}
		const wrong = checkCoordinates(track.samples, `tracks[${n}]`);
		if (wrong) return fail(wrong);
		if (hadGaps) gaps++;
		tracks.push(track);
	}
	const notes: FormatNote[] = [];
	if (invisible > 0) notes.push({ kind: 'invisibleTracks', count: invisible });
	if (gaps > 0) notes.push({ kind: 'gapsFilled', count: gaps });
	const space: Space = is === 'wan2gp' ? { of: 'unit' } : { of: 'frame' };
	return foreignTracks(is satisfies FormatId, space, tracks, notes);
}

/** All between 0 and 1 with a little over, or the -1 of what is absent; no track of pixels is that small. */
const isShares = (values: Float64Array): boolean =>
	values.length > 0 && values.every((v) => v === -1 || (v >= -0.6 && v <= 1.6));

/**
 * Wan-Move's two files: positions 1 x frames x tracks x 2 in frame px, float32, and visibility 1 x frames x tracks, bool;
 * a released track is invisible after its end and stays where it was.
 */
export function serializeWanMove(
	tracks: readonly ExportTrack[],
	frames: number,
): { readonly tracks: Uint8Array<ArrayBuffer>; readonly visibility: Uint8Array<ArrayBuffer> } {
	const count = tracks.length;
	const positions = new Float32Array(frames * count * 2);
	const visible = new Uint8Array(frames * count);
	eachPosition(tracks, frames, (k, n, x, y, isVisible) => {
		positions.set([x, y], (k * count + n) * 2);
		visible[k * count + n] = isVisible ? 1 : 0;
	});
	return {
		tracks: serializeNpy(positions, [1, frames, count, 2]),
		visibility: serializeNpyBooleans(visible, [1, frames, count]),
	};
}

/** Wan2GP's file: frames x tracks x 2, float32 shares of the frame; -1 -1 after a release. */
export function serializeWan2gp(
	tracks: readonly ExportTrack[],
	frames: number,
	size: { readonly width: number; readonly height: number },
): Uint8Array<ArrayBuffer> {
	const count = tracks.length;
	const shares = new Float32Array(frames * count * 2).fill(-1);
	eachPosition(tracks, frames, (k, n, x, y, isVisible) => {
		if (isVisible) shares.set([x / size.width, y / size.height], (k * count + n) * 2);
	});
	return serializeNpy(shares, [frames, count, 2]);
}

function eachPosition(
	tracks: readonly ExportTrack[],
	frames: number,
	write: (k: number, n: number, x: number, y: number, isVisible: boolean) => void,
): void {
	tracks.forEach((track, n) => {
		const { positions, told } = positionsAt(track, frames);
		for (let k = 0; k < frames; k++)
			write(k, n, positions[2 * k]!, positions[2 * k + 1]!, k < told);
	});
}
