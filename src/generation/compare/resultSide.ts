import type { Job } from '#jobs/job.ts';
import type { Report } from '#metrics/report/report.ts';
import type { ResultTrack } from '../metrics/resultPlan.ts';

/** One of the results that are looked at. */
export interface ResultSide {
	readonly letter: 'A' | 'B';
	readonly job: Job;
	/** `Run 48`. */
	readonly name: string;
	readonly tracks: readonly ResultTrack[];
	/** Undefined: not measured. */
	readonly report: Report | undefined;
	/** Sentences of its causes, in their order. */
	readonly causes: readonly string[];
}

/** A is solid and of the accent's colour, B dashed and of the warning's: never colour alone. */
export const sideColor = { A: '--accent-fg', B: '--warn' } as const;
