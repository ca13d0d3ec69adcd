import type { Finding } from '#core/lint/lintDocument.ts';
import { fail, type Result } from '#core/result.ts';
import { decodeVideo } from '#media/node/decodeVideo.ts';
import type { Luma } from '#metrics/pointTracking/createPointTracker.ts';
import { lumaOfRgba } from '#metrics/pointTracking/trackPoints.ts';
import {
	type MeasureError,
	type MeasureOptions,
	measureVideo,
} from '#metrics/report/measureVideo.ts';
import type { Report } from '#metrics/report/report.ts';

/** What a video is measured against. */
export interface MeasurePlan {
	readonly samples: readonly Float64Array[];
	readonly trackIds: readonly string[];
	/** What the checks say of the shot. */
	readonly findings: readonly Finding[];
	/** In whose pixels the samples are. */
	readonly frame: { readonly width: number; readonly height: number };
}

/** Measures the bytes of a video. Needs the video codecs. The error `damaged` says what the decoder found. */
export async function measureBytes(
	bytes: Uint8Array,
	{ samples, trackIds, findings, frame }: MeasurePlan,
	onProgress: (frames: number) => void = () => undefined,
	measured: Pick<MeasureOptions, 'measured' | 'measuredFrom'> = {},
): Promise<Result<Report, MeasureError | { readonly kind: 'damaged'; readonly detail: string }>> {
	try {
		return await measureVideo(lumaOf(bytes), samples, {
			frame,
			trackIds,
			findings,
			onProgress,
			...measured,
		});
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		return fail({ kind: 'damaged', detail });
	}
}

async function* lumaOf(bytes: Uint8Array): AsyncGenerator<Luma, void, void> {
	for await (const { rgba, width, height } of decodeVideo(bytes))
		yield lumaOfRgba(rgba, width, height);
}
