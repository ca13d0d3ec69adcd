import type { NodeFailure } from '#core/guidance/nodeTracks.ts';

/** What the model is told, and help to tell it well. These texts travel after the drawing. */
export const guidance = {
	influence: 'Influence',
	influenceReason: 'What the model is told to move, for the four frames at the playhead',
	/** Shares 0..1; the overlap is 0 when there is none. */
	coverage: (share: number, overlap: number) =>
		overlap > 0
			? `covers ${percent(share)}, overlap ${percent(overlap)}`
			: `covers ${percent(share)}`,
	noInfluence: 'no guidance at this length',
	step: (step: number, steps: number) => `Latent step ${step} of ${steps}`,

	preview: 'Preview',
	clocks: { smooth: 'Smooth', frames: 'Frames', model: 'Model' },
	clockReason: 'What the heads show: the drawn motion, the video’s frames, or what the model sees',

	pins: 'Pins',
	pinsReason: 'Pin what must stay still',
	autoPin: 'Auto-pin the background',
	gridPins: 'Grid of pins',
	ringPins: 'Lock perimeter',
	removePins: 'Remove all pins',
	pinsAdded: (count: number) => (count === 1 ? '1 pin added' : `${count} pins added`),
	pinsRemoved: (count: number) => (count === 1 ? '1 pin removed' : `${count} pins removed`),
	noPins: 'No place for a pin',
	noPinsText: 'Tracks reach everywhere, or 20 of them are there already.',
	addPins: 'Add pins',
	undo: 'Undo',

	exact: 'Exact for this length',
	exactReason:
		'Moves samples in time so that each frame reads its own position. Off: as the model was trained.',
	exactDifference: (px: number) => (px < 0.05 ? 'no difference' : `up to ${px.toFixed(1)} px`),

	/** Why WanTrackToVideo ends with an error; `track` counts from 0. */
	nodeFailure: (failure: NodeFailure): string =>
		`ComfyUI would fail here (${failure.python}): ${nodeReason(failure)}`,
	noTracks: 'ComfyUI takes this for no tracks at all, and runs without any guidance.',
	spoilt: (track: number) =>
		`Track ${track + 1} begins with no number: ComfyUI spoils the whole video without a word.`,
	guidanceAt: (length: number) => `Guidance needs a length that ATI renders; ${length} is none.`,
	influenceFile: (steps: number, rows: number, columns: number) =>
		`${steps} x ${rows} x ${columns} weights`,
};

function nodeReason(failure: NodeFailure): string {
	switch (failure.kind) {
		case 'notPoints':
			return 'a list of tracks of points {"x":1,"y":2} is needed.';
		case 'emptyList':
			return 'the list holds one empty list.';
		case 'emptyTrack':
			return `track ${failure.track + 1} has no point.`;
		case 'missingKey':
			return `a point of track ${failure.track + 1} has no x or no y.`;
		case 'notANumber':
			return `a coordinate of track ${failure.track + 1} is no number.`;
		case 'illegalLength':
			return `${failure.length} frames; length must be 4n+1, at least 5, and length - 1 no multiple of 120.`;
	}
}

export type GuidanceMessages = typeof guidance;

const percent = (share: number): string =>
	share > 0 && share < 0.01 ? '< 1 %' : `${Math.round(share * 100)} %`;
