/** How well a video followed its tracks. These texts travel after the drawing, and with the command line. */
export const metrics = {
	report: {
		title: 'How the video followed its tracks',
		names: {
			meanErrorPx: 'Mean error, px',
			finalErrorPx: 'Error at the end, px',
			acc1: 'Within 1 % of the diagonal',
			acc5: 'Within 5 % of the diagonal',
			appearanceRate: 'Seen',
			gain: 'Share of the motion',
			lagFrames: 'Late by, frames',
			jerkPx: 'Jerk, px',
			planJerkPx: 'Jerk of the plan, px',
			excessJerkPx: 'Jerk beyond the plan, px',
			logDimensionlessJerk: 'Log dimensionless jerk',
			repeatRatio: 'Frames repeated',
			interpolation: 'Interpolation score',
			flicker: 'Flicker, grey levels',
			rawFlicker: 'Steadiness, motion left in',
			background: 'Background (local proxy)',
			subject: 'Subject (local proxy)',
		},
		columns: {
			number: 'Number',
			video: 'This video',
			frozen: 'Frozen video',
			ati: 'ATI paper',
			track: 'Track',
		},
		causesTitle: 'Why it did not follow',
		noCauses: 'Every track kept to its plan.',
		lost: 'lost',
		video: (width: number, height: number, frames: number, tracks: number) =>
			`${width} x ${height}, ${frames} ${frames === 1 ? 'frame' : 'frames'}, ${tracks} ${tracks === 1 ? 'track' : 'tracks'}`,
		noise: (px: number) =>
			`Errors under about ${px} px say nothing: the model places motion on a grid of twice that. A frozen video is the control: what doing nothing would score.`,
		/** Whose places they are. */
		measuredFrom: (file: string) =>
			`The points are where ${file} has them, not where our own tracker found them.`,
		definitionsTitle: 'What the numbers are',
	},
	/** Sentences by cause. `track` and `other` are names of tracks; the values are those of the cause. */
	causes: {
		cut: (_track: string, { frame }: Values) => `Another picture begins at frame ${n(frame)}.`,
		frozen: () => 'The video does not move.',
		stutter: (_track: string, { share }: Values) =>
			`The video stutters: ${percent(share)} of its frames repeat the one before.`,
		swapped: (track: string, _values: Values, other: string) =>
			`${track} took the path of ${other} instead of its own.`,
		late: (track: string, { frames }: Values) => `${track} is right but ${n(frames)} frames late.`,
		early: (track: string, { frames }: Values) =>
			`${track} is right but ${n(frames)} frames early.`,
		stays: (track: string, { gain }: Values) =>
			`${track} hardly moves: ${percent(gain)} of what was planned.`,
		fallsShort: (track: string, { gain }: Values) =>
			`${track} goes the right way but only ${percent(gain)} as far.`,
		overshoots: (track: string, { gain }: Values) =>
			`${track} goes the right way but ${percent(gain)} as far.`,
		lost: (track: string, { frame, share }: Values) =>
			`${track} is lost from frame ${n(frame)}: hidden, gone or no longer like itself; seen in ${percent(share)} of the frames.`,
		neverSeen: (track: string) =>
			`${track} could not be followed at all: its start is flat, outside, or gone at once.`,
		offPlan: (track: string, { frame, px }: Values) =>
			`${track} leaves its path from frame ${n(frame)}; ${n(px)} px off in the mean.`,
		shakes: (_track: string, { px }: Values) =>
			`The motion shakes: ${n(px, 1)} px of jerk beyond the plan's.`,
		flickers: (_track: string, { levels }: Values) =>
			`The picture flickers: ${n(levels, 1)} grey levels from frame to frame besides the motion.`,
		backgroundChanges: (_track: string, { ssim }: Values) =>
			`The background does not stay itself: SSIM ${n(ssim, 2)} from frame to frame.`,
	},
	/** In front of what the checks had said of a track that failed. */
	checksSaid: (track: string, title: string, detail: string) =>
		`${track}, as the checks said: ${title}. ${detail}`,
	trackName: (number: number) => `Track ${number}`,
	progress: 'Measuring',
	noTracks: 'There are no tracks to measure against.',
	noFrames: 'The video has no frames.',
	notAVideo: (reason: string) => `It cannot be read as a video: ${reason}`,
	notMeasured: {
		notNpy: 'It is no .npy file, and no .npz with tracks.',
		dataType: 'It does not hold numbers.',
		shape: (shape: string) =>
			`Its shape is [${shape}]; places are [frames, tracks, 2], what is seen is [frames, tracks], either with a leading 1 or without.`,
		cut: 'It is damaged or ends too early.',
		tooLarge: 'It is too large.',
	},
	otherShape: (tracks: number, frames: number, wantedTracks: number, wantedFrames: number) =>
		`The measured places are of ${tracks} tracks and ${frames} frames; the plan and the video have ${wantedTracks} and ${wantedFrames}.${tracks === wantedFrames && frames === wantedTracks ? ' Frames come first.' : ''}`,
	scaled: (from: string, to: string) =>
		`The tracks are in a frame of ${from}; they are scaled to the video's ${to}.`,
	likely: 'Likely why',
};

type Values = Readonly<Record<string, number>>;

const n = (value: number | undefined, digits = 0): string => (value ?? 0).toFixed(digits);
const percent = (value: number | undefined): string => `${Math.round((value ?? 0) * 100)} %`;

export type MetricsMessages = typeof metrics;
