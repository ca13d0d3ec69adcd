import type { FoundValue } from '#core/formats/atiTypes.ts';
import type { SpaceName, TimeBase } from '#core/formats/formats.ts';
import type { FormatError, FormatId, FormatNote } from '#core/formats/formatTypes.ts';
import type { findings } from './findings.ts';

type OwnNote = Exclude<FormatNote, { readonly kind: FormatNoteOfAti }>;
type FormatNoteOfAti = Parameters<typeof findings.atiNote>[0]['kind'];
type OwnError = Exclude<FormatError, { readonly kind: 'ati' | 'project' }>;

const found: Readonly<Record<FoundValue, string>> = {
	null: 'null',
	NaN: 'NaN',
	Infinity: 'infinite',
	text: 'text',
	boolean: 'true or false',
	number: 'a number that does not fit',
	list: 'a list',
	pair: 'a pair of numbers',
	object: 'an object',
};

/** Formats of tracks: their titles, what goes wrong in them, and the dialog that writes them. They travel when they are needed. */
export const formats = {
	titles: {
		project: 'Wan ATI project',
		'ati-json': 'ATI tracks (JSON)',
		'ati-pth': 'ATI tracks (.pth)',
		'kj-points': 'KJNodes spline points',
		'kj-coordinates': 'KJNodes coordinates',
		'fl-paths': 'FL Path Animator paths',
		'spline-path-control': 'Spline-Path-Control scene (PNG)',
		'annotation-tool': 'Trajectory-Annotation-Tool, full view',
		'qq-layers': 'QQ spline layers',
		'ltx-tracks': 'LTX-Video sparse tracks',
		'wan-move': 'Wan-Move tracks and visibility (.npy)',
		'wan-move-json': 'Wan-Move coordinates for ComfyUI',
		wan2gp: 'Wan2GP trajectory (.npy)',
		'wan2gp-designer': 'Wan2GP Motion Designer',
		cotracker: 'CoTracker tracks (.npz)',
		motionpro: 'MotionPro meta_data.json',
		tora: 'Tora trajectory text',
		draganything: 'DragAnything point lists',
		svg: 'SVG paths',
		'after-effects': 'After Effects keyframes',
		csv: 'Table (CSV)',
		'comfy-workflow': 'ComfyUI workflow',
	} satisfies Readonly<Record<FormatId, string>>,
	/** Below the chosen format: who reads it. */
	readers: {
		project: 'This app: the whole shot.',
		'ati-json': 'WanTrackToVideo and WanVideoATITracks in ComfyUI.',
		'ati-pth': 'ATI’s own code and its trajectory editor.',
		'kj-points':
			'The points_store field of KJNodes’ Spline Editor, with its interpolation set to bezier.',
		'kj-coordinates':
			'Nodes that take KJNodes’ coordinates; a single track stands without the outer list.',
		'fl-paths':
			'The paths_data field of FL Path Animator and WanMove Path Animator. They run each path at an even pace.',
		'spline-path-control': 'Spline-Path-Control: drop the picture on its page.',
		'annotation-tool': '',
		'qq-layers': '',
		'ltx-tracks': 'LTXVDrawTracks in ComfyUI.',
		'wan-move': 'Wan-Move’s generate.py and its page: two files in one zip.',
		'wan-move-json': 'WanMoveTracksFromCoords in ComfyUI: one point a frame.',
		wan2gp: 'Wan2GP with a Wan-Move model.',
		'wan2gp-designer': 'The Motion Designer of Wan2GP: load the picture there first.',
		cotracker: '',
		motionpro: 'MotionPro: put it beside first_frame.png and its mask.',
		tora: 'Tora: one text file a track, in one zip when there are several.',
		draganything: 'DragAnything’s script: 16 points an object.',
		svg: 'Illustrator, Inkscape, Figma and other drawing programs. The pace is not in it.',
		'after-effects':
			'After Effects: copy the text and paste it on a layer, or on its point controls for several tracks.',
		csv: 'Spreadsheets and scripts; one row a position.',
		'comfy-workflow': '',
	} satisfies Readonly<Record<FormatId, string>>,
	spaces: {
		frame: 'Frame px',
		image: 'Image px',
		unit: 'Shares 0 to 1',
		own: 'Its own frame',
	} satisfies Readonly<Record<SpaceName, string>>,
	times: {
		'121': '121 samples',
		frames: 'One a frame',
		'16': '16 positions',
		curve: 'Curves',
	} satisfies Readonly<Record<TimeBase, string>>,
	framesCount: (count: number) => `${count} frames`,

	exportAs: 'Export as…',
	exportTitle: 'Export tracks as',
	format: 'Format',
	space: 'Coordinates',
	time: 'Positions',
	save: 'Save file',
	copyText: 'Copy text',
	copied: 'Copied',
	copyFailed: 'The browser does not let the page copy. Save the file instead.',
	saved: (name: string) => `Saved ${name}`,
	nothing: 'There is nothing to export: draw a track first.',
	counts: (tracks: number) => `${tracks} ${tracks === 1 ? 'track' : 'tracks'}`,

	/** An import that is done: from what. */
	importedFrom: (count: number, format: string) =>
		`Imported ${count} ${count === 1 ? 'track' : 'tracks'}: ${format}`,
	keepSamples: 'Keep every sample',
	readAsPoints: 'Read as DragAnything lists',
	/** Tracks that several nodes of one picture hold. */
	pictureHasTracks: 'This picture holds tracks',
	addTracks: 'Add its tracks',

	error: (error: OwnError): string => {
		switch (error.kind) {
			case 'empty':
				return 'The file is empty.';
			case 'unknownFormat':
				return 'This is no file of tracks that is known here.';
			case 'tooLarge':
				return `${what[error.what]}: ${error.size}, at most ${error.limit} are read.`;
			case 'tooDeep':
				return `Lists lie more than ${error.limit} deep in each other.`;
			case 'notJson':
				return error.line === undefined
					? 'This is not JSON.'
					: `This is not JSON (line ${error.line}, column ${error.column}).`;
			case 'damaged':
				return error.what === 'text'
					? `Line ${error.at} cannot be read.`
					: `The ${error.what} part is damaged at byte ${error.at}.`;
			case 'refusedPickle':
				return `Refused: the file asks for ${error.what}. Only plain bytes are read from a pickle, and nothing is run.`;
			case 'unsupported':
				return `Not read: ${error.what}.`;
			case 'wrongShape':
				return `The array has the shape ${error.shape.join(' x ')}, which is none of tracks.`;
			case 'missing':
				return `${error.path} is missing.`;
			case 'badValue':
				return `${error.path} is ${found[error.found]}.`;
			case 'outOfRange':
				return `${error.path} is ${error.value}, which no picture reaches.`;
			case 'noTracks':
				return 'There are no tracks in it.';
			case 'noWorkflow':
				return 'There is no workflow in it: the server leaves metadata out, or a site removed it.';
		}
	},
	note: (note: OwnNote): string => {
		switch (note.kind) {
			case 'invisibleTracks':
				return `${note.count === 1 ? '1 track is' : `${note.count} tracks are`} never visible: left out.`;
			case 'gapsFilled':
				return `${note.count === 1 ? '1 track is' : `${note.count} tracks are`} hidden for a while: still until it appears, and on evenly where it was hidden.`;
			case 'approximated':
				return `"${note.what}" is drawn differently here: near, not the same.`;
			case 'fromNodes':
				return `From ${note.nodes.join(', ')}.`;
			case 'imageUnknown':
				return 'The positions are pixels of the start image. Its size is not known here, so they are taken for pixels of the frame.';
			case 'afterTheEnd':
				return `${note.count} keys after the end of the clip: left out.`;
		}
	},
	convert: {
		sameFile: 'The file to write is the file to read.',
		unknownFormat: (id: string) => `There is no format "${id}".`,
		notWritable: (title: string) => `${title} cannot be written.`,
		guessTo: (path: string) =>
			`The name ${path} does not tell the format to write. Say it with --to.`,
		tracks: (count: number, title: string) =>
			`${count} ${count === 1 ? 'track' : 'tracks'}, ${title}`,
	},
};

const what = {
	file: 'The file is too large, bytes',
	content: 'What is packed in it is too large, bytes',
	values: 'Too many numbers',
	tracks: 'Too many tracks',
	points: 'Too many points',
};

export type FormatsMessages = typeof formats;
