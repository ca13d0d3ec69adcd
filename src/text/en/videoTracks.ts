import type { ClipProblem } from '#core/retarget/videoTracksWork.ts';

/** Texts of "Tracks from a video". They travel with the dialog. */
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const videoTracks = {
	title: 'Tracks from a video',
	description: 'Follow what moves in a clip, and give its motion to your picture.',
	offer: (name: string) => `${name} moves`,
	titleOfThis: 'Tracks from this video',

	fileInput: 'Video file',
	dropTitle: 'Drop a clip here',
	dropText: 'MP4, WebM, MOV, GIF or animated WebP. It stays on this computer.',
	dropLimits: 'It is read at up to 480 px, 30 frames a second and 241 frames (8 s).',
	choose: 'Choose a video',
	chooseOther: 'Another video',
	reading: 'Reading the clip',
	cancel: 'Cancel',
	notRead: (name: string) => `${name} cannot be used`,
	problem(problem: ClipProblem): string {
		switch (problem.kind) {
			case 'empty':
				return 'The file is empty.';
			case 'noVideo':
				return `It is not a video (${problem.what}). Use MP4, WebM, MOV, GIF or animated WebP.`;
			case 'still':
				return 'It has one picture only: nothing moves in it.';
			case 'codec':
				return `This browser does not decode ${problem.codec}. Save it as H.264 MP4 or VP9 WebM, or use another browser.`;
			case 'noVideos':
				return 'This browser decodes no videos on this page. Open the page over https or on localhost, or use another browser.';
			case 'noAnimations':
				return 'This browser does not take GIF and WebP apart. Save it as MP4 or WebM, or use Chrome or Edge, over https or on localhost.';
			case 'damaged':
				return `The file is damaged or ends too early. ${problem.detail}`.trim();
			case 'tooLarge':
				return `It has ${problem.megabytes} MB; up to ${problem.limit} MB are read. Cut it first.`;
		}
	},
	broke: (detail: string) => `The clip could not be read: ${detail}`,

	clip: 'Clip',
	clipHint: 'Click what should be followed',
	clipKeys:
		'Arrows move the cross (Shift 50 px, Alt 1 px), Enter picks the place under it. With a pointer, click.',
	frame: 'Clip frame',
	frameValue: (frame: number, frames: number, time: string) =>
		`frame ${frame} of ${frames}, ${time}`,
	play: 'Play the clip',
	pause: 'Pause the clip',
	facts: (width: number, height: number, frames: number, seconds: string) =>
		`${width} × ${height}, ${frames} frames, ${seconds}`,
	readAs: (width: number, height: number) => `read at ${width} × ${height}`,
	thinned: '30 frames a second',
	cut: (read: string, all: string) => `${read} of ${all} read`,
	beginAt: 'Read from',

	points: 'Points',
	pick: 'Pick points',
	pickReason: 'Finds the strongest corners that move, spaced, in the frame on show',
	following: 'Following',
	nothingMoves: 'Nothing here moves clearly. Show another frame, or click what should be followed.',
	fewer: (found: number, wanted: number) =>
		`${count(found, 'place', 'places')} found that ${found === 1 ? 'moves' : 'move'}, not ${wanted}.`,
	full: (most: number) => `${most} tracks are as many as the model was trained with.`,
	flat: 'There is nothing to hold on to at that place: pick a corner or a spot.',
	stopped: 'Stopped.',

	picture: 'On your picture',
	pictureHint: 'Drag to move the tracks',
	pictureKeys: 'Arrows move the tracks by 10 px (Shift 50 px, Alt 1 px).',
	noPicture: 'No start image yet',
	noPictureText: 'Tracks lie over a picture. Take this frame of the clip, or open one of your own.',
	useFrame: 'Use this frame',

	tracks: 'Tracks found',
	noTracks: 'No tracks yet. Click things in the clip, or let it pick them.',
	track: (number: number) => `Track ${number}`,
	clear: 'Remove all',
	never: 'not seen in this part',
	throughout: 'seen throughout',
	appears: (time: string) => `appears at ${time}`,
	lost: (time: string) => `lost at ${time}`,
	hidden: (time: string) => `hidden for ${time}`,

	smooth: 'Smooth',
	smoothOff: 'as found',
	inPoint: 'In point',
	outPoint: 'Out point',
	keepPace: 'Keep the clip’s pace',
	stretched: (part: string, shot: string, factor: string) =>
		`${part} of the clip become the shot’s ${shot}: ${factor}.`,
	slower: (times: string) => `${times}× slower`,
	faster: (times: string) => `${times}× faster`,
	samePace: 'the same pace',
	endsEarly: (part: string, shot: string) =>
		`The motion ends after ${part}; the shot goes on to ${shot}.`,
	cutTo: (shot: string) => `The first ${shot} of the part are taken.`,
	over: 'Lay over',
	overs: { frame: 'Output frame', picture: 'Whole picture' },
	scale: 'Scale',
	moveX: 'Move X',
	moveY: 'Move Y',
	pivot: 'Scale about',
	pivots: { middle: 'Middle', tracks: 'Tracks', first: 'First track' },

	close: 'Close',
	add: (tracks: number) =>
		tracks === 0 ? 'Add tracks' : `Add ${count(tracks, 'track', 'tracks')}`,
	addNone: 'Find or choose at least one track first',
	addNoPicture: 'Add a start image first',
	step: (tracks: number) => `Add ${count(tracks, 'track', 'tracks')} from a video`,
	added: (tracks: number, name: string) => `${count(tracks, 'track', 'tracks')} added from ${name}`,
};

export type VideoTracksMessages = typeof videoTracks;
