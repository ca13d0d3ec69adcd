/** Where a track's start went in the video. */
export interface MeasuredTrack {
	/** frames x 2, the video's pixels; NaN, NaN where it was lost. */
	readonly places: Float64Array;
}

export const isLostAt = ({ places }: MeasuredTrack, frame: number): boolean =>
	Number.isNaN(places[2 * frame]!);
