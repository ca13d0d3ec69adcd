/** The draft: its preview on the canvas, and what is exported of it. These texts travel after the drawing. */
export const draft = {
	preview: 'Preview the draft',
	previewReason:
		'Moves the picture along the tracks at the playhead, and plays it while you drag. Geometry only: not what the model makes of it.',
	previewWaits: 'Cutting out what moves …',
};

export type DraftMessages = typeof draft;
