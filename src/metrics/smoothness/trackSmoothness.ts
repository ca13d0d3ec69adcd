import { isLostAt, type MeasuredTrack } from '../adherence/measuredTrack.ts';
import type { PlannedTrack } from '../adherence/readPlan.ts';

export interface TrackSmoothness {
	/** Mean size of the third difference, px a frame^3, of the points of the video. */
	readonly jerkPx: number | null;
	/** The plan's own, where it was measured, without the node's steps of whole samples. */
	readonly planJerkPx: number | null;
	/** jerkPx - planJerkPx: 0 as smooth as asked for, more: shakes. */
	readonly excessJerkPx: number | null;
	/** -ln(T^3 / v^2 * sum |jerk|^2): nearer 0 is smoother; mean of the tracks that move. */
	readonly logDimensionlessJerk: number | null;
}

/** A track whose fastest step is under this does not move, px. */
const leastStepPx = 0.5;

/**
 * How evenly points moved, beside how evenly they were to move.
 * Source of the log dimensionless jerk: Hogan and Sternad 2009; Balasubramanian, Melendez-Calderon and Burdet 2012,
 * here over frames: T = frames - 1, v = the fastest step. Runs of fewer than four frames say nothing.
 */
export function trackSmoothness(
	plan: readonly PlannedTrack[],
	measured: readonly MeasuredTrack[],
): TrackSmoothness {
	const own = { sum: 0, count: 0 };
	const planned = { sum: 0, count: 0 };
	const logs: number[] = [];
	plan.forEach(({ smooth, visible }, i) => {
		const found = measured[i]!;
		let squares = 0;
		let fastest = 0;
		let isWhole = visible > 3;
		for (let k = 0; k < visible; k++) {
			if (isLostAt(found, k)) isWhole = false;
			if (k > 0) fastest = Math.max(fastest, stepAt(found.places, k) || 0);
			if (k < 3) continue;
			const jerk = thirdDifference(found.places, k);
			if (Number.isNaN(jerk)) continue;
			squares += jerk * jerk;
			own.sum += jerk;
			own.count++;
			planned.sum += thirdDifference(smooth, k);
			planned.count++;
		}
		if (isWhole && fastest > leastStepPx)
			logs.push(-Math.log(((visible - 1) ** 3 / fastest ** 2) * squares + 1e-12));
	});
	const jerkPx = meanOf(own);
	const planJerkPx = meanOf(planned);
	return {
		jerkPx,
		planJerkPx,
		excessJerkPx: jerkPx === null || planJerkPx === null ? null : jerkPx - planJerkPx,
		logDimensionlessJerk:
			logs.length > 0 ? logs.reduce((sum, value) => sum + value, 0) / logs.length : null,
	};
}

const meanOf = ({ sum, count }: { sum: number; count: number }) => (count > 0 ? sum / count : null);

const stepAt = (places: Float64Array, k: number): number =>
	Math.hypot(places[2 * k]! - places[2 * k - 2]!, places[2 * k + 1]! - places[2 * k - 1]!);

function thirdDifference(places: Float64Array, k: number): number {
	const along = (axis: number) =>
		places[2 * k + axis]! -
		3 * places[2 * (k - 1) + axis]! +
		3 * places[2 * (k - 2) + axis]! -
		places[2 * (k - 3) + axis]!;
	return Math.hypot(along(0), along(1));
}
