/** The draft: its preview on the canvas, and what is exported of it. These texts travel after the drawing. */
export const draft = {
	preview: 'Preview the draft',
	previewReason:
		'Moves the picture along the tracks at the playhead, and plays it while you drag. Geometry only: not what the model makes of it.',
	previewWaits: 'Cutting out what moves …',

	export: 'Export motion',
	exportAs: 'Export as',
	kinds: {
		draft: 'Draft video',
		tracks: 'Tracks over the picture',
		timeToMove: 'Time-to-Move guide',
		funControl: 'Wan Fun Control dots',
		vace: 'VACE control and mask',
	},
	kindReasons: {
		draft: 'The picture moved along the tracks: geometry only, without a model.',
		tracks: 'What you drew, playing: for a message, a report or a tutorial.',
		timeToMove:
			'A ZIP with first_frame.png, motion_signal.mp4, mask.mp4 (white: what moves) and prompt.txt, as Time-to-Move reads it.',
		funControl:
			'An MP4 of white dots on black, one for each track: a control video for Wan Fun Control.',
		vace: 'A ZIP with first_frame.png, control.mp4 (grey: not known), mask.mp4 (white: to be made) and prompt.txt, for VACE.',
	},
	format: 'Format',
	formats: { mp4: 'MP4', webm: 'WebM', gif: 'GIF', png: 'PNG sequence' },
	over: 'Over',
	overs: { picture: 'Still picture', draft: 'Moving draft' },
	shadow: 'Soft shadow under what moves',
	start: 'Export',
	working: (percent: number) => `Writing … ${percent} %`,
	cancel: 'Cancel',
	close: 'Close',
	exported: (name: string) => `${name} is saved`,
	noVideos:
		'This browser writes no videos of this kind here. Choose another format, or open the page over https or on localhost.',
	failed: (detail: string) => `The file could not be written: ${detail}`,
	noTracks: 'There are no visible tracks: nothing moves yet.',
	/** On the command line. */
	drawing: 'Drawing',
	draftOf: (what: string, seed: number) => `draft: ${what}, seed ${seed}`,
	unknownKind: (path: string) => `${path} must end in .svg, .png, .gif or .mp4.`,
	needsPixels: (option: string) => `${option} needs a .png, .gif or .mp4 file.`,
	needsStill: (option: string) => `${option} needs a .png file.`,
	noInfluence: (length: number) =>
		`--influence needs a length that ATI renders; ${length} is none.`,
};

export type DraftMessages = typeof draft;
