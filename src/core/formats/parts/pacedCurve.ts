import { type ControlPoint, SAMPLE_COUNT, type Timing } from '../../document/document.ts';
import { createCurve, curveX, curveY, subSteps } from '../../geometry/curve.ts';
import type { ForeignSamples } from '../formatTypes.ts';

/**
 * Positions along a curve whose pace our own easings cannot say.
 * @param progress Share of the way (0..1) at a share of the motion's time (0..1).
 * @param timing When the motion is; before and after it stands still.
 * @param isEven Even steps of each segment's own parameter, not of the length.
 */
export function pacedCurve(
	points: readonly ControlPoint[],
	closed: boolean,
	timing: Pick<Timing, 'start' | 'end'>,
	progress: (share: number) => number,
	isEven = false,
): ForeignSamples {
	const curve = createCurve(points, closed);
	const samples = new Float64Array(SAMPLE_COUNT * 2);
	const span = Math.max(1e-6, timing.end - timing.start);
	for (let i = 0; i < SAMPLE_COUNT; i++) {
		const time = (i / (SAMPLE_COUNT - 1) - timing.start) / span;
		const share = Math.min(1, Math.max(0, progress(Math.min(1, Math.max(0, time)))));
		const at = isEven ? share * curve.segmentCount : stepAt(curve.lengths, share) / subSteps;
		const segment = Math.max(0, Math.min(curve.segmentCount - 1, Math.floor(at)));
		const isStill = curve.segmentCount === 0;
		samples[2 * i] = isStill ? points[0]!.x : curveX(curve, segment, at - segment);
		samples[2 * i + 1] = isStill ? points[0]!.y : curveY(curve, segment, at - segment);
	}
	return { kind: 'samples', samples, of: SAMPLE_COUNT };
}

/** The sub-step, with its part, at a share of the length. */
function stepAt(lengths: Float64Array, share: number): number {
	const last = lengths.length - 1;
	const length = share * lengths[last]!;
	let low = 0;
	let high = last;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (lengths[middle]! <= length) low = middle;
		else high = middle;
	}
	const span = lengths[high]! - lengths[low]!;
	return low + (span > 0 ? (length - lengths[low]!) / span : 0);
}
