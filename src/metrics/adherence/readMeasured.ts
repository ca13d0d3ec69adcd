import { isNpy } from '#core/formats/containers/readNpy.ts';
import { isZip } from '#core/formats/containers/readZip.ts';
import { readTrackArrays } from '#core/formats/foreign/trackArrays.ts';
import type { FormatError } from '#core/formats/formatTypes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { MeasuredTrack } from './measuredTrack.ts';

/** Why files hold no places of another tracker. */
export type MeasuredFileError =
	/** Neither .npy nor .npz, or no tracks in it. */
	| { readonly kind: 'notNpy' }
	/** Its values are no numbers. */
	| { readonly kind: 'dataType' }
	/** Of the places, or of what is seen. */
	| { readonly kind: 'shape'; readonly shape: readonly number[] }
	| { readonly kind: 'cut' }
	| { readonly kind: 'tooLarge' };

/**
 * Places that another tracker found, as CoTracker's `pred_tracks`: [frames, tracks, 2] or [1, frames, tracks, 2], the
 * video's pixels, .npy or .npz.
 * @param visibility CoTracker's `pred_visibility`, [frames, tracks] or with a leading 1; an .npz may hold it itself.
 * @returns One entry a track; a place that is unseen or no number is lost.
 */
export function readMeasured(
	bytes: Uint8Array,
	visibility?: Uint8Array,
): Result<MeasuredTrack[], MeasuredFileError> {
	if (![bytes, visibility ?? bytes].every((file) => isNpy(file) || isZip(file)))
		return fail({ kind: 'notNpy' });
	const arrays = readTrackArrays(bytes, visibility);
	if (!arrays.ok) return fail(errorOf(arrays.error));
	const { frames, count, values, visibility: seen } = arrays.value;
	if (count < 1) return fail({ kind: 'shape', shape: [frames, count, 2] });
	return ok(
		Array.from({ length: count }, (_, track) => {
			const places = new Float64Array(frames * 2).fill(Number.NaN);
			for (let k = 0; k < frames; k++) {
				const at = k * count + track;
				const [x, y] = [values[2 * at]!, values[2 * at + 1]!];
				if (Number.isFinite(x) && Number.isFinite(y) && !(seen && seen[at]! <= 0.5))
					places.set([x, y], 2 * k);
			}
			return { places };
		}),
	);
}

/** What is said of each kind. */
export type MeasuredFileWords = Readonly<
	Record<Exclude<MeasuredFileError['kind'], 'shape'>, string>
> & {
	readonly shape: (shape: string) => string;
};

/** Why, as a plain sentence. */
export const measuredFileSentence = (error: MeasuredFileError, words: MeasuredFileWords): string =>
	error.kind === 'shape' ? words.shape(error.shape.join(', ')) : words[error.kind];

function errorOf(error: FormatError): MeasuredFileError {
	switch (error.kind) {
		case 'wrongShape':
			return { kind: 'shape', shape: error.shape };
		case 'unsupported':
			return { kind: 'dataType' };
		case 'tooLarge':
			return { kind: 'tooLarge' };
		case 'missing':
			return { kind: 'notNpy' };
		default:
			return { kind: 'cut' };
	}
}
