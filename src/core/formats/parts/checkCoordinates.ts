import { type FormatError, formatLimits } from '../formatTypes.ts';

/** The first of x, y pairs that no drawing can use; undefined when all can be. */
export function checkCoordinates(samples: Float64Array, path: string): FormatError | undefined {
	const at = samples.findIndex((v) => !(Math.abs(v) <= formatLimits.coordinate));
	if (at < 0) return undefined;
	const place = `${path}[${Math.floor(at / 2)}].${at % 2 === 0 ? 'x' : 'y'}`;
	const value = samples[at]!;
	if (Number.isFinite(value)) return { kind: 'outOfRange', path: place, value };
	return { kind: 'badValue', path: place, found: Number.isNaN(value) ? 'NaN' : 'Infinity' };
}
