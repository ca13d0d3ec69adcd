import { SAMPLE_COUNT } from '../../document/document.ts';
import { fail, type Result } from '../../result.ts';
import { readNpy } from '../containers/readNpy.ts';
import { readPickledBytes } from '../containers/readPickle.ts';
import { readZip, type ZipEntry } from '../containers/readZip.ts';
import { writePickledBytes } from '../containers/writePickle.ts';
import { writeZip } from '../containers/writeZip.ts';
import type { ForeignTrack, ForeignTracks, FormatError, FormatNote } from '../formatTypes.ts';
import { serializeNpy } from '../npy.ts';
import { checkCoordinates } from '../parts/checkCoordinates.ts';
import { foreignTracks } from '../parts/foreignTracks.ts';
import { visibleSamples } from '../parts/visibleSamples.ts';

/** What the file stores for one pixel. */
const perPixel = 8;

/**
 * ATI's own tracks: `torch.save` of the bytes of an NPZ whose `array` has the shape tracks x 121 x 1 x 3 (or 121 x tracks x 1 x 3),
 * last axis x, y, visible, all times 8; pixels of the start image. A fourth channel, with which ATI's editor pads, is left.
 * Source: bytedance/ATI @168b443, `wan/utils/motion.py` and `tools/trajectory_editor/app.py`.
 */
export function parseAtiPth(bytes: Uint8Array): Result<ForeignTracks, FormatError> {
	const pickle = entryOf(bytes, (name) => name === 'data.pkl' || name.endsWith('/data.pkl'));
	if (!pickle.ok) return pickle;
	const npz = readPickledBytes(pickle.value);
	if (!npz.ok) return npz;
	const npy = entryOf(npz.value, (name) => name === 'array.npy');
	if (!npy.ok) return npy;
	const array = readNpy(npy.value);
	if (!array.ok) return array;
	const { shape, values } = array.value;
	const [a = 0, b = 0, c = 0, channels = 0] = shape;
	const isTrackFirst = b === SAMPLE_COUNT;
	if (shape.length !== 4 || !(isTrackFirst || a === SAMPLE_COUNT) || channels < 3 || channels > 4)
		return fail({ kind: 'wrongShape', shape });
	// ATI flattens what lies between: 121 x (tracks and the third axis).
	const across = isTrackFirst ? a : b;
	const count = across * c;
	const tracks: ForeignTrack[] = [];
	let invisible = 0;
	let gaps = 0;
	for (let n = 0; n < count; n++) {
		const outer = Math.floor(n / c);
		const at = (i: number): number =>
			((isTrackFirst ? outer * SAMPLE_COUNT + i : i * across + outer) * c + (n % c)) * channels;
		const positions = new Float64Array(SAMPLE_COUNT * 2);
		for (let i = 0; i < SAMPLE_COUNT; i++) {
			positions[2 * i] = values[at(i)]! / perPixel;
			positions[2 * i + 1] = values[at(i) + 1]! / perPixel;
		}
		const { track, hadGaps } = visibleSamples(
			positions,
			(i) => values[at(i) + 2]! / perPixel > 0.5,
		);
		if (!track) {
			invisible++;
			continue;
		}
		const wrong = checkCoordinates(track.samples, `array[${n}]`);
		if (wrong) return fail(wrong);
		if (hadGaps) gaps++;
		tracks.push(track);
	}
	const notes: FormatNote[] = [];
	if (invisible > 0) notes.push({ kind: 'invisibleTracks', count: invisible });
	if (gaps > 0) notes.push({ kind: 'gapsFilled', count: gaps });
	return foreignTracks('ati-pth', { of: 'image' }, tracks, notes);
}

/**
 * The same file, as `torch.load` and ATI's loader read it: float32, a released track is invisible after its end.
 * @param tracks Image px, 121 pairs a track or fewer.
 */
export function serializeAtiPth(tracks: readonly Float64Array[]): Uint8Array<ArrayBuffer> {
	const values = new Float32Array(tracks.length * SAMPLE_COUNT * 3);
	tracks.forEach((track, n) => {
		for (let i = 0; i < Math.min(SAMPLE_COUNT, track.length / 2); i++)
			values.set(
				[track[2 * i]! * perPixel, track[2 * i + 1]! * perPixel, perPixel],
				(n * SAMPLE_COUNT + i) * 3,
			);
	});
	const npz = writeZip({ 'array.npy': serializeNpy(values, [tracks.length, SAMPLE_COUNT, 1, 3]) });
	return writeZip(
		{
			'archive/data.pkl': writePickledBytes(npz),
			'archive/byteorder': asciiBytes('little'),
			'archive/version': asciiBytes('3\n'),
		},
		0,
	);
}

const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

function entryOf(
	bytes: Uint8Array,
	isIt: (name: string) => boolean,
): Result<Uint8Array, FormatError> {
	const entries = readZip(bytes);
	if (!entries.ok) return entries;
	const entry: ZipEntry | undefined = entries.value.find(({ name }) => isIt(name));
	return entry ? entry.read() : fail({ kind: 'missing', path: 'array' });
}

/** Whether a zip is one of torch's. */
export const isTorchZip = (entries: readonly ZipEntry[]): boolean =>
	entries.some(({ name }) => name === 'data.pkl' || name.endsWith('/data.pkl'));
