import { fail, ok, type Result } from '#core/result.ts';
import type { MeasuredTrack } from './measuredTrack.ts';

/** No .npy file; other numbers than floats in C order; another shape; shorter than its shape. */
export type NpyError = 'notNpy' | 'dataType' | 'shape' | 'cut';

/**
 * Places that another tracker found, as CoTracker's `pred_tracks` saved with `numpy.save`.
 * @param bytes .npy version 1 or 2: little-endian float32 or float64, C order, [frames, tracks, 2] or with a leading 1.
 * @returns One entry a track; a place that is no number is lost. Source of the layout: numpy.lib.format.
 */
export function parseMeasuredNpy(bytes: Uint8Array): Result<MeasuredTrack[], NpyError> {
	const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
	if (bytes.length < 12 || magic.some((byte, i) => bytes[i] !== byte)) return fail('notNpy');
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const isFirst = bytes[6] === 1;
	const headerAt = isFirst ? 10 : 12;
	const dataAt = headerAt + (isFirst ? view.getUint16(8, true) : view.getUint32(8, true));
	if (dataAt > bytes.length) return fail('cut');
	const header = String.fromCharCode(
		...bytes.subarray(headerAt, Math.min(dataAt, headerAt + 4096)),
	);
	const type = /'descr':\s*'<f([48])'/.exec(header)?.[1];
	if (!type || !/'fortran_order':\s*False/.test(header)) return fail('dataType');
	const sizes = /'shape':\s*\(([\d, ]*)\)/
		.exec(header)?.[1]
		?.split(',')
		.flatMap((part) => {
			const text = part.trim();
			return text === '' ? [] : [Number(text)];
		});
	const shape = sizes?.length === 4 && sizes[0] === 1 ? sizes.slice(1) : (sizes ?? []);
	const [frames = 0, tracks = 0, axes = 0] = shape;
	if (shape.length !== 3 || axes !== 2 || frames < 1 || tracks < 1) return fail('shape');
	const size = Number(type);
	if (bytes.length - dataAt < frames * tracks * 2 * size) return fail('cut');
	const valueAt = (index: number): number => {
		const at = dataAt + index * size;
		const value = size === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true);
		return Number.isFinite(value) ? value : Number.NaN;
	};
	return ok(
		Array.from({ length: tracks }, (_, track) => {
			const places = new Float64Array(frames * 2);
			for (let k = 0; k < frames; k++) {
				const x = valueAt(2 * (k * tracks + track));
				const y = valueAt(2 * (k * tracks + track) + 1);
				const isKnown = !Number.isNaN(x) && !Number.isNaN(y);
				places.set(isKnown ? [x, y] : [Number.NaN, Number.NaN], 2 * k);
			}
			return { places };
		}),
	);
}
