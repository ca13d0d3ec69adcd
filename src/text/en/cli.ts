/** Texts of the command line while it works. The `--help` texts and names of options are English everywhere. */
export const cli = {
	/** In front of what ends a command. */
	error: 'error',
	warning: 'warning',
	hint: 'hint',
	note: 'note',
	interrupted: 'Interrupted.',
	files: {
		unreadable: (path: string, reason: string) => `${path} cannot be read: ${reason}.`,
		tooLarge: (path: string, megabytes: number) =>
			`${path} has ${megabytes} MB, which is too much for a file of its kind.`,
		notWritable: (path: string, reason: string) => `${path} cannot be written: ${reason}.`,
		isFolder: (path: string) => `${path} is a folder; a file name is needed.`,
		notAFile: (path: string) => `${path} is a device or a pipe; a file is needed.`,
		noFolder: (path: string) => `The folder of ${path} does not exist.`,
		inFile: (path: string, problem: string) => `${path}: ${problem}`,
		wrote: (path: string, what: string) => `wrote ${path} (${what})`,
	},
	shot: {
		noPicture: (path: string) =>
			`${path} brings no picture of its own. Give the start image with --image.`,
		frame: (width: number, height: number, length: number) =>
			`${width} x ${height}, ${length} ${length === 1 ? 'frame' : 'frames'}`,
		tracks: (count: number) => `${count} ${count === 1 ? 'track' : 'tracks'}`,
		checkedFor: (path: string, tracks: string, frame: string) =>
			`${path}: ${tracks}, checked for ${frame}`,
		badOption: (option: string, problem: 'tooSmall' | 'tooLarge' | 'notAllowed') =>
			`${option} ${{ tooSmall: 'is too small', tooLarge: 'is too large', notAllowed: 'has a value that is not allowed' }[problem]}.`,
		frameOutside: (frame: number, last: number) =>
			`--frame ${frame} is outside the clip: frames count from 0 to ${last}.`,
		findingsStop: 'The shot has errors; nothing was sent. Mend them and run again.',
		mend: (fixes: string) => `To mend it: ${fixes}.`,
	},
	validate: {
		allGood: 'nothing to fix',
		summary: (files: number, errors: number) =>
			`${files} ${files === 1 ? 'file' : 'files'}, ${errors} ${errors === 1 ? 'error' : 'errors'}`,
		bareWorkflow: 'A ComfyUI workflow without tracks in it: they are put in when it runs.',
		passedOver: (files: number) =>
			`${files} ${files === 1 ? 'file holds' : 'files hold'} something else and ${files === 1 ? 'was' : 'were'} passed over.`,
		fixNeedsOutput: '--fix and -o belong together: what is mended is written to another file.',
		fixed: (track: string | undefined, fix: string) =>
			track === undefined ? `mended: ${fix}` : `mended: ${track}: ${fix}`,
		fixes: (count: number) => `${count} mended`,
		readOnly: (format: string) =>
			`Tracks are read from ${format} but not written to it. Name another file with -o, as mended.json.`,
	},
	generate: {
		start: (server: string, what: string, seeds: string) => `${server}: ${what}, seed ${seeds}`,
		seed: (seed: number) => `Seed ${seed}`,
		seedOrSeeds: '--seed and --seeds exclude each other.',
		notWithDraft:
			'--workflow, --seeds and --resume are for ComfyUI: a draft is the same each time.',
		nothingToResume: 'No run of this shot was left behind. A new one begins.',
		leftBehind: (promptId: string) =>
			`An earlier run, ${promptId}, may still be on the server. --resume would have picked it up.`,
		uploading: 'Sending the picture',
		submitting: 'Sending the run',
		pending: (ahead: number | undefined) =>
			ahead === undefined ? 'Queued' : `Queued, ${ahead} ahead`,
		running: 'Running',
		finishing: 'Fetching the video',
		sent: (promptId: string) => `The run is ${promptId}.`,
		step: (value: number, max: number) => `${value}/${max}`,
		stalled: (minutes: number) =>
			`No news for ${minutes} min. ComfyUI may still be working; the run goes on.`,
		newsAgain: 'News again.',
		stopping: 'Stopping the run on the server. Press Ctrl-C again to leave at once.',
		left: 'Left at once.',
		leftRun: (promptId: string) => `Left at once: the run ${promptId} may still be on the server.`,
		cached: 'ComfyUI had this very video already: nothing was rendered.',
		lost: 'ComfyUI no longer knows this run: it was restarted, or its queue and history were cleared.',
		otherKind: (path: string, extension: string) =>
			`${path} does not end in .${extension}, which is what the server made.`,
		video: (frames: number, fps: number, width: number, height: number) =>
			`${width} x ${height}, ${frames} frames at ${fps} fps`,
		fewerFrames: (got: number, asked: number) =>
			`The server made ${got} frames instead of ${asked}.`,
	},
	result: {
		framesNotEmpty: (path: string) =>
			`${path} holds other files than frames: nothing is put between them.`,
		frames: (count: number) => `${count} ${count === 1 ? 'frame' : 'frames'}`,
		measuring: 'Measuring',
		followed: (meanErrorPx: number | null, acc5: number | null) =>
			meanErrorPx === null || acc5 === null
				? 'The tracks could not be followed in the video.'
				: `The video keeps to its tracks within ${meanErrorPx.toFixed(1)} px on average, ${Math.round(acc5 * 100)} % of it within 5 % of the diagonal.`,
	},
	workflow: {
		couldBe: 'could be',
		nodes: (name: string, nodes: number) => `${name}: ${nodes} ${nodes === 1 ? 'node' : 'nodes'}`,
		foreign: (classes: string) => `Nodes that our own graph does not use: ${classes}`,
		needsServer:
			"This file is as ComfyUI's page saves it: a server has to say what its nodes take. Give --comfyui or --object-info, or export it there with Export (API).",
		noField: (bind: string, fields: string) => `--bind ${bind}: FIELD is one of ${fields}.`,
		noNode: (node: string) => `--bind: no node, or more than one, is called ${node}.`,
		noPlace: (place: string, places: string) =>
			`--bind: there is no input ${place}. There are: ${places}.`,
		bindNeedsWorkflow: '--bind says where a shot goes in a --workflow.',
		noPlaceForTracks:
			'No input takes tracks, as far as can be guessed. Name it: --bind tracks=NODE.INPUT; wan-ati workflow inspect lists them.',
		giveIt: 'Give its file with --workflow.',
	},
	batch: {
		busy: (path: string, pid: number) => `Process ${pid} works on ${path} already.`,
		notYaml: (problem: string) => `This is no YAML: ${problem}`,
		/** `place` as `jobs[3].steps`; may be empty. */
		planError: {
			notAPlan: () => 'A plan is a list of jobs, or has jobs, defaults or a grid.',
			noJobs: () => 'The plan has no jobs.',
			noTracks: (place: string) => `${place} has no tracks.`,
			unknownKey: (place: string) => `${place} is nothing that a plan may say.`,
			wrongValue: (place: string) => `${place} has a value that is not allowed.`,
			tooManyJobs: (place: string) => `With ${place} the plan has more than 10 000 jobs.`,
			twoNames: (place: string) => `${place} has the name of another job.`,
		},
		checking: 'Checking the plan',
		noMetrics:
			'The videos are not measured: the optional media packages are missing (wan-ati doctor prints the line that installs them).',
		goesOn: (earlier: number, all: number) => `${earlier} of ${all} videos are there from before.`,
		progress: (over: number, all: number) => `${over} of ${all}`,
		planned: (group: number, name: string, output: string) => `${group}. ${name} -> ${output}`,
		again: (server: string, seconds: number) => `Again on ${server} in ${seconds} s.`,
		stopping:
			'Stopping the runs on the servers. Press Ctrl-C again to leave at once; the same command goes on later.',
		left: 'Left at once. The same command picks up the runs that are still on the servers.',
		doneOf: (done: number, all: number) => `${done} of ${all} videos are there.`,
		seconds: (seconds: number) =>
			seconds < 60
				? `${seconds} s`
				: `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`,
		seed: (seed: number) => `seed ${seed}`,
		adherence: (acc5: number, meanErrorPx: number | null) =>
			`${Math.round(acc5 * 100)} % within 5 %${meanErrorPx === null ? '' : `, ${meanErrorPx.toFixed(1)} px off`}`,
		status: {
			done: 'done',
			failed: 'failed',
			invalid: 'cannot run',
			cancelled: 'stopped',
			lost: 'lost by the server',
			waiting: 'not begun',
		},
	},
	metrics: {
		noVideos: 'There are no videos in it.',
		oneMeasured: '--measured belongs to one video.',
		visibilityAlone: '--visibility belongs to --measured.',
		noTracks: 'Name its tracks with --tracks, or lay them beside it as NAME.json.',
		page: {
			errorOverTime: 'Distance from the plan, px',
			frame: 'frame',
			compared: 'Compared',
		},
	},
	doctor: {
		node: (version: string) => `Node ${version}`,
		updateNode: (oldest: string) => `Install Node ${oldest} or newer.`,
		media: 'Pictures and videos can be read and written.',
		mediaMissing: (names: string) => `Optional packages are not installed: ${names}`,
		disk: (gibibytes: number) => `${gibibytes.toFixed(1)} GiB free on this disk`,
		diskUnknown: 'How much room is on this disk cannot be told.',
		makeRoom: 'Make room: videos and their frames are written here.',
		answers: 'It answers.',
		startIt: 'Start ComfyUI, or name its address with --comfyui.',
		version: (version: string) => `ComfyUI ${version}`,
		versionUnknown: 'It does not say its version.',
		updateComfy: (oldest: string) => `Update ComfyUI: ${oldest} is the oldest that is tested.`,
		gpu: (name: string, total: number, free: number) =>
			`${name}: ${total.toFixed(1)} GiB, ${free.toFixed(1)} GiB free`,
		smallGpu: 'Use an fp8 model, a small size and few frames; much is moved to main memory.',
		nodes: (count: number) => `All ${count} node types of our workflow are there.`,
		models: (files: string) => `All model files are there: ${files}`,
		missingNodes: (classes: string) => `These node types are missing: ${classes}`,
		missingModel: (file: string) => `A model file is missing: ${file}`,
		putModel: (file: string, folder: string, candidate: string | undefined) =>
			`Put ${file} in ${folder}${candidate === undefined ? '' : `, or use ${candidate}, which is there`}.`,
		refusesValue: (input: string, value: string) => `It does not take ${value} for ${input}.`,
		originPasses: (origin: string) => `It answers to pages from ${origin}.`,
		originRefused: (origin: string) => `It does not answer to pages from ${origin}.`,
		originUnknown: (reason: string) =>
			`Whether it answers to pages of others cannot be told: ${reason}`,
		allowOrigin: (origin: string, server: string) =>
			`Open the app with wan-ati serve --comfyui ${server}, or start ComfyUI with --enable-cors-header ${origin} (never *).`,
		verdict: (isWell: boolean): string =>
			isWell ? 'Videos can be made.' : 'Mend what is marked error first.',
	},
};
