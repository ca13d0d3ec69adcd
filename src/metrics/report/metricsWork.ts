import type { Result } from '#core/result.ts';
import type { MeasureError, MeasureOptions } from './measureVideo.ts';
import type { Report } from './report.ts';

/** What a worker measures: plain data, fit for a message. */
export interface MetricsRequest extends Omit<MeasureOptions, 'onProgress'> {
	/** A video file. */
	readonly bytes: Uint8Array;
	/** The plan: up to 121 x, y pairs a track. */
	readonly samples: readonly Float64Array[];
}

/** `cannotDecode`: the file is damaged, or this browser does not know its codec (plain-http pages know none). */
export type MetricsError =
	| MeasureError
	| { readonly kind: 'cannotDecode'; readonly detail: string };

export type MetricsReply =
	| { readonly type: 'progress'; readonly frames: number }
	| { readonly type: 'done'; readonly result: Result<Report, MetricsError> };
