/** Texts of the camera's row and panel; they travel with them, after the drawing. */
export const camera = {
	camera: 'Camera',
	atRest: 'at rest',
	keyCount: (count: number) => (count === 1 ? '1 key' : `${count} keys`),
	row: (keys: number) => (keys === 0 ? 'Camera, at rest' : `Camera, ${camera.keyCount(keys)}`),
	openCamera: 'Camera: move the view',
	close: 'Close the camera',

	keyAt: (index: number) => `Camera key ${index}`,
	keyOf: (index: number, count: number) => `Key ${index} of ${count}`,
	noKeys: 'No camera move yet',
	noKeysText:
		'Take a move below, or set a value: the camera goes there by the end of the clip. At the start it always shows the picture as it is.',
	startText: 'Start: the picture as it is',
	addKey: 'Add a camera key at the playhead',
	addKeyReason: 'The start is the picture as it is: move the playhead first',
	previousKey: 'Previous camera key',
	nextKey: 'Next camera key',
	removeKey: 'Remove this camera key',
	removeAll: 'Remove the camera move',
	time: 'Key time',
	easing: 'Way there',

	moves: 'Camera moves',
	presets: {
		panLeft: 'Pan left',
		panRight: 'Pan right',
		panUp: 'Pan up',
		panDown: 'Pan down',
		pushIn: 'Push in',
		pullOut: 'Pull out',
		roll: 'Roll',
		orbit: 'Orbit',
		handheld: 'Handheld',
	},
	pan: 'Pan',
	panX: 'Pan X',
	panY: 'Pan Y',
	panReason: 'How far the picture moves, right and down; a camera that pans right moves it left',
	zoom: 'Zoom',
	roll: 'Roll',
	rollReason: 'How far the picture turns, clockwise',
	orbit: 'Orbit',
	orbitReason:
		'How far the background slides; each track as much of it as its depth says, so that near and far part',
	handheld: 'Handheld',
	handheldReason: 'How far a hand strays, slower than 2 Hz: the model averages faster shakes away',
	newShake: 'Another shake',
	pixels: 'px',
	percent: '%',
	degrees: '°',
	seconds: 's',

	field: 'Add tracks for the camera',
	fieldReason:
		'A grid of tracks over the picture that move with the camera, so that the model sees it move even where nothing else does',
	fieldFull: 'There are 20 tracks already, or no free place for one',
	fieldAdded: (count: number) => (count === 1 ? '1 track added' : `${count} tracks added`),
	undo: 'Undo',
	/** How many tracks the camera moves. */
	movedTracks: (moved: number, all: number) =>
		moved === all
			? `All ${all} tracks move with the camera.`
			: `${moved} of ${all} tracks move with the camera; the others stay on the screen.`,
	noTracks: 'No track moves with it yet: the model is told nothing of the camera.',

	staysOnScreen: 'Stays on the screen',
	staysOnScreenReason: 'The camera does not move this track: it is told where it is in the video',
	depth: 'Depth',
	depthReason: 'How it slides when the camera orbits: with the background, not at all, against it',
	depthValue: (depth: number) =>
		depth === 1
			? 'background'
			: depth === 0
				? 'stays put'
				: `${depth < 0 ? 'in front, ' : ''}${Math.round(depth * 100)} %`,

	steps: {
		camera: 'Move camera',
		key: 'Set camera key',
		removeKey: 'Remove camera key',
		field: 'Add tracks for the camera',
		screen: 'Stay on the screen',
		depth: 'Set depth',
	},
};

export type CameraMessages = typeof camera;
