import type { AtiError, AtiNote, FoundValue } from '#core/formats/atiTypes.ts';
import type { ProjectError, ProjectProblem } from '#core/formats/projectFile.ts';
import type { Finding, FixKind, RuleTextKey } from '#core/lint/rules.ts';

type Values = Finding['values'];

/** A finding's title says what is wrong, its detail why or where; a button with the fix's label follows. */
export interface RuleText {
	title(values: Values): string;
	detail(values: Values): string;
}

const rules: Readonly<Record<RuleTextKey, RuleText>> = {
	noImage: {
		title: () => 'No start image',
		detail: () => 'Drop a picture on the canvas; the video starts with it.',
	},
	noTracks: {
		title: ({ hidden }) => (hidden === 0 ? 'No tracks yet' : 'All tracks are hidden'),
		detail: ({ hidden }) =>
			hidden === 0
				? 'Draw a path with the pen; without one ComfyUI renders a video that follows nothing.'
				: 'Hidden tracks are left out; without any ComfyUI renders a video that follows nothing.',
	},
	lengthTooShort: {
		title: ({ length }) => `${frames(length)} ${length === 1 ? 'is' : 'are'} too few`,
		detail: () => 'The model needs at least 5 frames.',
	},
	lengthNot4nPlus1: {
		title: ({ length }) => `${frames(length)} do not work`,
		detail: () => 'ComfyUI fails unless length - 1 is a multiple of 4.',
	},
	lengthMultipleOf120: {
		title: ({ length }) => `${frames(length)} do not work`,
		detail: () => 'ComfyUI fails when length - 1 is a multiple of 120.',
	},
	sizeNotMultipleOf16: {
		title: ({ width, height }) => `${width} x ${height} does not fit the model`,
		detail: () => 'Width and height must be multiples of 16; else the drawing shifts.',
	},
	startOutsideFrame: {
		title: ({ track }) => `${track} starts outside the frame`,
		detail: ({ x, y, atX, atY }) =>
			`It starts at ${x}, ${y} px. The model would drag what lies at the border instead, at ${atX}, ${atY} px.`,
	},
	startsTooClose: {
		title: ({ track, other }) => `${track} starts on ${other}`,
		detail: ({ px, limit }) =>
			`${px} px apart, less than ${limit}: both take hold of the same thing and their pull adds up.`,
	},
	tracksTooClose: {
		title: ({ track, other }) => `${track} runs into ${other}`,
		detail: ({ px, limit, from, to }) =>
			`Down to ${px} px from ${from} s to ${to} s; below ${limit} px the model blends the two.`,
	},
	weightsOverlap: {
		title: ({ weight }) => `Influence adds up to ${weight}`,
		detail: ({ x, y, from }) =>
			`At ${x}, ${y} px from ${from} s. The model was trained with about 1; far above, the picture breaks.`,
	},
	topkClusters: {
		title: ({ topk }) => `Top k ${topk} adds up crowded tracks`,
		detail: ({ extra }) =>
			`More than two tracks in one place add ${extra} to their pull. The paper and the node use 2.`,
	},
	tooFast: {
		title: ({ track }) => `${track} is too fast`,
		detail: ({ px, from, to, limit }) =>
			`${px} px in 2 frames from ${from} s to ${to} s; the model loses it above ${limit}.`,
	},
	movesTooLittle: {
		title: ({ track }) => `${track} does not move`,
		detail: ({ px }) =>
			`It goes ${px} px; the model sees nothing below 8. It works as a pin, so make it one.`,
	},
	tooManyMoving: {
		title: ({ count }) => `${count} moving tracks`,
		detail: ({ limit }) => `The model was trained with at most ${limit}; more may not be followed.`,
	},
	tooManyTracks: {
		title: ({ count }) => `${count} tracks`,
		detail: ({ limit }) => `Nobody has reported good videos with more than ${limit}.`,
	},
	wiggle: {
		title: ({ track }) => `${track} shakes too fast to be seen`,
		detail: ({ hertz, from, to }) =>
			`${hertz} times a second from ${from} s to ${to} s; the model averages four frames, so above 2 it vanishes.`,
	},
	stutter: {
		title: ({ track }) => `${track} stutters`,
		detail: ({ count }) =>
			`It stops ${count} times for a moment, as tracks with doubled points do.`,
	},
	integerRounded: {
		title: ({ track }) => `${track} goes in whole pixels`,
		detail: () => 'Its positions were rounded, so a slow move goes in jerks.',
	},
	flatStart: {
		title: ({ track }) => `${track} starts on a plain place`,
		detail: () =>
			'All round it looks alike; start on an edge or a pattern of the thing that moves.',
	},
	uncoveredRegion: {
		title: ({ track }) => `${track} holds little of what it moves`,
		detail: ({ percent }) =>
			`About ${percent} % of it; the rest may stay behind. More tracks side by side move it whole.`,
	},
	noPin: {
		title: () => 'The camera may move instead',
		detail: ({ count }) =>
			`All ${count} tracks go the same way and nothing is pinned, which looks like a moving camera.`,
	},
	promptEmpty: {
		title: () => 'The prompt is empty',
		detail: () => 'Say what moves and how; the model follows tracks better when the words agree.',
	},
	promptNoMotion: {
		title: () => 'The prompt says nothing of the motion',
		detail: () => 'Say what moves and how; the model follows tracks better when the words agree.',
	},
};

const fixes: Readonly<Record<FixKind, (values: Values) => string>> = {
	useLength: ({ length }) => `Use ${length}`,
	useSize: ({ width, height }) => `Use ${width} x ${height}`,
	showTracks: ({ count }) => (count === 1 ? 'Show the track' : 'Show all tracks'),
	moveStart: () => 'Move the first point inside',
	moveTrack: () => 'Move the track inside',
	moveApart: ({ track }) => `Move ${track} away`,
	useTopk: ({ topk }) => `Use top k ${topk}`,
	slowDown: () => 'Slow down',
	makePin: () => 'Make it a pin',
	smoothTrack: () => 'Smooth it',
	addTracks: ({ count }) => (count === 1 ? 'Add a track' : `Add ${count} tracks`),
	addPins: ({ count }) => `Add ${count} pins`,
	addField: ({ count }) => `Add ${count} tracks for the camera`,
};

const problems: Readonly<Record<ProjectProblem, string>> = {
	missing: 'is missing',
	wrongType: 'has the wrong type',
	tooSmall: 'is too small',
	tooLarge: 'is too large',
	notAllowed: 'has a value that is not allowed',
	duplicate: 'is used twice',
	endBeforeStart: 'lies before the start',
	notBase64: 'is damaged',
};

const found: Readonly<Record<FoundValue, string>> = {
	null: 'null',
	NaN: 'NaN',
	Infinity: 'infinite',
	text: 'text',
	boolean: 'true or false',
	number: 'a number',
	list: 'a list',
	pair: 'a pair of numbers',
	object: 'an object',
};

export const findings = {
	...rules,
	/** Labels of the buttons that mend a finding. */
	fixes,
	severities: { error: 'Error', warning: 'Warning', hint: 'Hint' },
	/** Nothing found. */
	allGood: 'Nothing to fix',
	atiError: (error: AtiError): string => {
		switch (error.kind) {
			case 'empty':
				return 'The file is empty.';
			case 'tooLong':
				return `The file is too large: ${error.characters} characters, at most ${error.limit} are read.`;
			case 'notJson':
				return `This is not JSON${place(error)}. Tracks look like [[{"x":1,"y":2}, ...], ...].`;
			case 'notAList':
				return `${error.path} is ${found[error.found]}; a list is needed: [[{"x":1,"y":2}, ...], ...].`;
			case 'noTracks':
				return 'The list holds no track.';
			case 'emptyTrack':
				return `${error.path} has no point. ComfyUI fails on an empty track.`;
			case 'notAPoint':
				return error.found === 'pair'
					? `${error.path} is a pair of numbers; a point is {"x":1,"y":2}.`
					: `${error.path} is ${found[error.found]}; a point is {"x":1,"y":2}.`;
			case 'missing':
				return `${error.path} has no ${error.key}.`;
			case 'badNumber':
				return `${error.path} is ${found[error.found]}.`;
			case 'outOfRange':
				return `${error.path} is ${error.value}; it must lie within ${error.limit} px.`;
			case 'tooManyTracks':
				return `${error.count} tracks are too many; at most ${error.limit} are read.`;
			case 'tooManyPoints':
				return `${error.path} has ${error.count} points; at most ${error.limit} are read.`;
		}
	},
	atiNote: (note: AtiNote): string => {
		switch (note.kind) {
			case 'bareTrack':
				return 'One track without the outer list: read as one track.';
			case 'batches':
				return note.count === 1
					? 'One batch of tracks: read as its tracks.'
					: `${note.count} batches: only the first is used, as ComfyUI does with batch size 1.`;
			case 'singleQuotes':
				return 'Single quotes: read as double quotes, as ComfyUI does.';
			case 'numericStrings':
				return `${note.count} coordinates were text: read as numbers.`;
			case 'extraKeys':
				return `Left out, as ComfyUI does: ${note.keys.join(', ')}.`;
			case 'singlePoints':
				return `${tracks(note.tracks)} of one point: held still for the whole clip. In ComfyUI it would do nothing.`;
			case 'fewerSamples':
				if (note.treatment === 'release')
					return `${tracks(note.tracks)} with ${note.count} points beside tracks of 121: released after the last one, as ComfyUI does.`;
				return note.treatment === 'spread'
					? `${tracks(note.tracks)} with ${note.count} points instead of 121: spread evenly over the clip. ComfyUI would play it too fast and let go early.`
					: `${tracks(note.tracks)} with ${note.count} points instead of 121: held at the last one. ComfyUI would let go there.`;
			case 'moreSamples':
				return note.treatment === 'cut'
					? `${tracks(note.tracks)} with ${note.count} points: the first 121 are used, as ComfyUI does; ${note.count - 121} are left out.`
					: `${tracks(note.tracks)} with ${note.count} points: spread evenly over the clip. ComfyUI would use the first 121.`;
		}
	},
	projectError: (error: ProjectError): string => {
		switch (error.kind) {
			case 'tooLong':
				return `The file is too large: ${error.characters} characters, at most ${error.limit} are read.`;
			case 'notJson':
				return `This is not JSON${place(error)}. A project file ends in .wanati.json.`;
			case 'notAProject':
				return 'This file is no Wan ATI project.';
			case 'newerVersion':
				return `This project was saved by a newer app (version ${error.version}, this one reads up to ${error.supported}). Update the app.`;
			case 'invalid':
				return `The project is damaged: ${error.path} ${problems[error.problem]}.`;
		}
	},
};

const frames = (length: Values[string] | undefined): string =>
	length === 1 ? '1 frame' : `${length} frames`;

const place = ({ line, column }: { readonly line?: number; readonly column?: number }): string =>
	line === undefined ? '' : ` (line ${line}, column ${column})`;

/** Numbers count from 1 here; a long list is cut. */
function tracks(indices: readonly number[]): string {
	const numbers = indices.slice(0, 5).map((n) => n + 1);
	const rest = indices.length > 5 ? ` and ${indices.length - 5} more` : '';
	return `${indices.length === 1 ? 'Track' : 'Tracks'} ${numbers.join(', ')}${rest}`;
}
