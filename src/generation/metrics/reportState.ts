import type { MeasuredTrack } from '#metrics/adherence/measuredTrack.ts';
import type { MetricsError } from '#metrics/report/metricsWork.ts';
import type { Report } from '#metrics/report/report.ts';

/** What is known of how a result followed its tracks. */
export type ReportState =
	/** Nobody has asked; `askReport` does. */
	| { readonly state: 'none' }
	| { readonly state: 'waiting'; readonly points?: PointSource }
	/** `fraction` 0..1. */
	| { readonly state: 'measuring'; readonly fraction: number }
	| { readonly state: 'done'; readonly report: Report }
	| { readonly state: 'failed'; readonly error: MetricsError };

/** Whose points are measured anew, in place of a report that is kept; absent: a kept one will do. */
export type PointSource =
	| 'own'
	/** In the order of the plan, pixels of the video. */
	| { readonly measured: readonly MeasuredTrack[]; readonly measuredFrom: string };

/** The report, where there is one. */
export const reportOf = (state: ReportState | undefined): Report | undefined =>
	state?.state === 'done' ? state.report : undefined;

export type ScoreTone = 'ok' | 'warn' | 'danger';

/** Bounds of UI.md: 60 % is good, ATI's own figure is 34.7 %. @param share 0..1. */
export const scoreTone = (share: number): ScoreTone =>
	share >= 0.6 ? 'ok' : share >= 0.35 ? 'warn' : 'danger';
