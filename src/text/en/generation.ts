/** Jobs, results, the player, the shot and the servers. */
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const two = (value: number) => String(value).padStart(2, '0');

function duration(ms: number): string {
	const seconds = Math.max(0, Math.round(ms / 1000));
	if (seconds < 60) return `${seconds} s`;
	if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
	return `${Math.floor(seconds / 3600)} h ${two(Math.floor((seconds % 3600) / 60))} min`;
}

/** Coarse, as an estimate deserves: 5 s steps below a minute, whole minutes above. */
function roughly(ms: number): string {
	const seconds = Math.max(0, ms / 1000);
	if (seconds <= 5) return 'a few seconds';
	if (seconds < 57.5) return `${Math.ceil(seconds / 5) * 5} s`;
	if (seconds < 3570) return `${Math.max(1, Math.round(seconds / 60))} min`;
	const minutes = Math.round(seconds / 60);
	return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

export const generation = {
	duration,
	timeLeft: (ms: number) => `${roughly(ms)} left`,
	aboutLeft: (ms: number) => `About ${roughly(ms)} left`,
	aboutTime: (ms: number) => `about ${roughly(ms)}`,

	engine: {
		label: 'Engine',
		draft: 'Draft',
		comfy: 'ComfyUI',
		comfyNamed: (name: string) => `ComfyUI ${name}`,
		any: 'Any idle ComfyUI',
		anyDetail: 'that has the models',
		draftDetail: 'in this browser',
		notConnected: 'not connected',
		checking: 'checking',
		connected: (version: string | undefined) => (version ? `connected ${version}` : 'connected'),
		unreachable: 'unreachable',
		refused: 'refused',
		failed: 'does not answer as ComfyUI',
	},

	shot: {
		title: 'Shot',
		prompt: 'Prompt',
		promptPlaceholder: 'What is in the picture and how it moves',
		negative: 'Negative prompt',
		seed: 'Seed',
		rollSeed: 'Roll a new seed',
		newSeed: 'New seed each time',
		steps: 'Steps',
		cfg: 'CFG',
		more: 'Sampler and guidance',
		summary: (sampler: string, topk: number) => `${sampler}, top k ${topk}`,
		sampler: 'Sampler',
		scheduler: 'Scheduler',
		shift: 'Shift',
		temperature: 'Temperature',
		temperatureHint: 'Higher: each track pulls on less around it',
		topk: 'Top k',
		topkHint: 'Tracks that may pull on one spot',
		draftHint: 'A draft moves the picture itself: prompt, seed and sampler count with ComfyUI.',
		notOnServer: (value: string) => `This ComfyUI has no ${value}`,
		changed: (field: string) => `Change ${field.toLowerCase()}`,
	},

	models: {
		title: 'Models',
		diffusion: 'Diffusion model',
		weightType: 'Weight type',
		textEncoder: 'Text encoder',
		vae: 'VAE',
		clipVision: 'CLIP vision',
		allFound: 'All four found',
		missing: (count: number) => plural(count, 'missing', 'missing'),
		missingFile: (file: string, folder: string) =>
			`Put ${file} in models/${folder}, then check again, or choose another`,
		noServer: 'Connect to ComfyUI to choose from its models.',
		checkAgain: 'Check again',
	},

	connect: {
		title: 'Connect to ComfyUI',
		server: 'Server',
		otherAddress: 'Another address',
		address: 'Address',
		addressPlaceholder: 'http://127.0.0.1:8188',
		throughApp: 'through this app',
		direct: 'direct',
		sameOrigin: 'serves this page',
		check: 'Check',
		checkAgain: 'Check again',
		health: 'Health',
		serverRow: 'Server',
		gpuRow: 'Graphics card',
		nodesRow: 'Nodes',
		modelsRow: 'Models',
		checking: 'Checking',
		notChecked: 'Not checked yet',
		version: (version: string | undefined, ms: number) =>
			`ComfyUI ${version ?? 'of an unknown version'}, answered in ${Math.round(ms)} ms`,
		gpu: (name: string, free: string, total: string) => `${name}, ${free} of ${total} GB free`,
		noGpu: 'It tells of no graphics card',
		freeMemory: 'Free memory',
		freed: 'ComfyUI frees its memory when it is next idle',
		allNodes: (count: number) => `All ${count} that the shot needs`,
		missingNodes: (names: string) =>
			`Missing: ${names}. Update ComfyUI: they come with it since 2025.`,
		allModels: (count: number) => `All ${count} found`,
		missingModels: (found: number, all: number) =>
			`${found} of ${all} found. Add what is missing, then check again:`,
		goesIn: 'goes in',
		copyName: 'Copy name',
		copyCommand: 'Copy command',
		badAddress: {
			empty: 'Type the address of a ComfyUI',
			notAUrl: 'This is no address. One looks like http://127.0.0.1:8188',
			notHttp: 'The address begins with http:// or https://',
			credentials: 'Leave name and password out of the address',
		},
		originText: (url: string, pageOrigin: string) =>
			`${url} answers, but not to pages from ${pageOrigin}. Two ways out:`,
		wayThroughApp: 'Go through this app',
		wayThroughAppText: 'Restart it with the address. Nothing to change in ComfyUI.',
		wayAllow: 'Allow this page in ComfyUI',
		wayAllowText: 'Add this when you start ComfyUI, then check again.',
		untilThen: 'Until then, drafts work without ComfyUI.',
		useDraft: 'Use draft',
		connect: 'Connect',
		connectBlocked: 'Check an address that answers first',
	},

	jobs: {
		results: 'Results',
		tray: 'Results tray',
		name: (engine: 'draft' | 'comfy', number: number) =>
			`${engine === 'draft' ? 'Draft' : 'Run'} ${number}`,
		empty: 'No results yet',
		emptyDraft: 'A draft takes seconds.',
		emptyComfy: 'A run takes about 8 minutes on a 24 GB card (an assumption until your first).',
		geometryOnly: 'Geometry only',
		took: (ms: number) => `took ${duration(ms)}`,
		sameAs: (number: number | undefined) =>
			number === undefined ? 'Same as an earlier run' : `Same as run ${number}`,
		queued: 'Queued',
		ahead: (count: number) => `Queued, ${count} ahead`,
		sending: 'Sending the picture',
		finishing: 'Fetching the video',
		starting: 'Starting',
		running: (percent: string, left: string | undefined) =>
			left ? `${percent}, ${left}` : percent,
		assumed: 'assumed',
		stalled: (ms: number) => `No news for ${duration(ms)}`,
		failed: (reason: string) => `Failed: ${reason}`,
		cancelled: 'Cancelled',
		lost: 'Lost: the server forgot it',
		cancel: 'Cancel',
		retry: 'Retry',
		remove: 'Delete',
		open: (name: string, state: string) => `${name}, ${state}`,
		progress: (name: string) => `Progress of ${name}`,
	},

	run: {
		region: 'Run',
		preview: 'Sampling preview',
		previewLabel: 'first frame, sharpening',
		previewAlt: 'What the sampler has of the first frame so far',
		noPreview: 'The first picture comes with the first step',
		step: (value: number, max: number) => `step ${value} of ${max}`,
		stop: 'Stop run',
		close: 'Back to the picture',
		elapsed: 'Elapsed',
		perStep: 'Per step',
		node: 'Node',
		lastNews: 'Last news',
		ago: (ms: number) => `${duration(ms)} ago`,
		progress: 'Progress',
		assumption: 'About 8 min on a 24 GB card',
		assumptionNote: 'An assumption until the first run has been timed',
		stallTitle: (ms: number) => `No news for ${duration(ms)}`,
		stallText: 'ComfyUI may still be working. The run goes on.',
		keepEditing: 'Keep editing. This run keeps the shot as it was when you pressed Generate.',
		thisRun: 'This run',
		steps: {
			uploading: 'Send start image',
			pending: 'Wait in the queue',
			running: 'Sample',
			finishing: 'Fetch the video',
		},
		draftSteps: { running: 'Move the picture', finishing: 'Write the video' },
		done: 'done',
		now: 'now',
		frame: 'Frame',
		frameValue: (width: number, height: number, length: number) =>
			`${width} × ${height}, ${plural(length, 'frame', 'frames')}`,
		tracks: 'Tracks',
		tracksValue: (moving: number, pins: number) =>
			`${moving} moving, ${plural(pins, 'pin', 'pins')}`,
		stepsCfg: 'Steps, CFG',
		sampler: 'Sampler',
		seed: 'Seed',
		cancelledTitle: 'Cancelled',
		cancelledText: 'Nothing was lost: the shot is as it was.',
	},

	player: {
		region: 'Player',
		play: 'Play',
		pause: 'Pause',
		previous: 'Previous frame',
		next: 'Next frame',
		loop: 'Loop',
		scrub: 'Frame',
		speed: 'Speed',
		showTracks: 'Tracks',
		showTracksHint: 'Draw the planned tracks over the video',
		frameOf: (index: number, count: number) => `frame ${index + 1} of ${count}`,
		draftLabel: 'draft: geometry only',
		draftHint: 'The picture moved by your tracks, without the model',
		sameAs: (number: number | undefined) =>
			number === undefined
				? 'Same as an earlier run, nothing was rendered'
				: `Same as run ${number}, nothing was rendered`,
		useNewSeed: 'Use a new seed',
		downloadVideo: 'Download video',
		downloadFrames: 'Download frames',
		downloadTracks: 'Download tracks',
		packing: (percent: string) => `Packing frames, ${percent}`,
		stopPacking: 'Stop packing',
		packFailed: 'The frames could not be unpacked',
		useShot: 'Use this shot again',
		remove: 'Delete',
		close: 'Back to the picture',
		loading: 'Opening the video',
		noVideo: 'The video of this result is gone',
		noVideoText: 'The browser may have cleared its storage. Use the shot again to make it anew.',
		pictures: 'A ZIP of pictures instead of a video',
		picturesText:
			'This browser writes no videos here. Download the ZIP: it holds one PNG for each frame.',
		unplayable: 'This browser cannot play the video',
		unplayableText: 'Download it and open it in another player.',
	},
};
