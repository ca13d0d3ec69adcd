import type { MeasuredTrack } from './measuredTrack.ts';
import type { PlannedTrack } from './readPlan.ts';

/** What would be measured in a video that repeats its first frame: the control beside every report; needs no pixels. */
export const frozenTracks = (plan: readonly PlannedTrack[]): MeasuredTrack[] =>
	plan.map(({ places }) => ({ places: places.map((_, at) => places[at % 2]!) }));
