/** Texts of the link to ComfyUI that no one needs before the drawing: they travel with the parts that say them. */
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const plain = (value: unknown) => String(value);

export const link = {
	checks: {
		title: 'ComfyUI',
		ready: 'ready',
		toMend: (n: number) => `${n} to mend`,
		allWell: 'It has all that this shot needs.',
		asking: 'Asking what it has',
		list: 'Server checks',
		missingNodes: 'Nodes are missing',
		missingNodesText: (names: string) => `${names}. Update ComfyUI, then check again.`,
		foreignNodesText: (names: string) =>
			`${names}. Update ComfyUI or install the extension they belong to, then check again.`,
		missingFile: (file: string) => `${file} is missing`,
		missingFileText: (usedBy: string, folder: string) => `${usedBy} needs it in models/${folder}.`,
		use: (file: string) => `Use ${file}`,
		copyName: 'Copy name',
		checkAgain: 'Check again',
		takeOut: 'Take it out',
		show: 'Show',
		missingInput: (node: string, input: string) => `${node} needs ${input}`,
		missingInputText: 'This ComfyUI asks for an input that the graph does not give.',
		badValue: (node: string, input: string) => `${node}: ${input}`,
		notAChoice: (value: unknown) => `This ComfyUI has no ${plain(value)}`,
		belowMin: (value: unknown, min: unknown) => `${plain(value)} is below its least, ${plain(min)}`,
		aboveMax: (value: unknown, max: unknown) => `${plain(value)} is above its most, ${plain(max)}`,
		uploadTooLarge: 'The picture is larger than ComfyUI takes',
		uploadTooLargeText: (megabytes: string, limit: string) =>
			`${megabytes} MB, and it takes ${limit} MB. Make the frame smaller.`,
		oldServer: (version: string) => `ComfyUI ${version} is old`,
		oldServerText: (oldest: string) =>
			`This app is tested from ${oldest} on. It may work; updating is safer.`,
		nothingAhead: 'Nothing ahead of you',
		ahead: (runs: number) => `${count(runs, 'run', 'runs')} ahead`,
		wait: (time: string) => `begins in ${time}`,
		waitAssumed: 'an assumption',
		showQueue: 'Queue',
	},

	queue: {
		title: (server: string) => `Queue of ${server}`,
		onServer: 'On the server',
		here: 'Waiting here',
		idle: 'Nothing runs and nothing waits there.',
		asking: 'Asking for its queue',
		other: 'A run of somebody else',
		running: 'at work',
		pending: (ahead: number) => `${count(ahead, 'run', 'runs')} ahead`,
		cancel: (name: string) => `Cancel ${name}`,
		earlier: (name: string) => `Start ${name} earlier`,
		first: (name: string) => `Start ${name} first`,
		later: (name: string) => `Start ${name} later`,
		memory: 'Memory of the graphics card',
		memoryText: 'Unloads the models; the next run loads them again.',
		before: 'before',
		after: 'after',
		whenIdle: 'when ComfyUI is next idle',
		free: (free: string, total: string) => `${free} of ${total} GB free`,
	},

	loras: {
		title: 'LoRAs',
		none: 'none',
		add: 'Add a LoRA',
		name: (place: number) => `LoRA ${place}`,
		strength: (place: number) => `Strength of LoRA ${place}`,
		strengthShort: 'Strength',
		remove: (name: string) => `Take ${name} out`,
		noneOnServer: 'This ComfyUI has no file in models/loras.',
		noServer: 'Connect to ComfyUI to choose from its LoRAs.',
		notThere: 'Not on this ComfyUI',
		changed: 'Change LoRAs',
	},

	presets: {
		label: 'Steps preset',
		own: 'Own values',
		detail: (steps: number, cfg: number) => `${steps} steps, CFG ${cfg}`,
		save: 'Keep these steps and CFG',
		saveTitle: 'Keep steps and CFG',
		name: 'Name',
		placeholder: 'Speed LoRA',
		keep: 'Keep',
		remove: (name: string) => `Delete ${name}`,
		apply: 'Use preset',
		needName: 'Give it a name first',
	},

	servers: {
		list: 'Servers',
		next: 'next run',
		hasAll: 'has all it needs',
		remove: (name: string) => `Forget ${name}`,
	},

	files: {
		left: 'Left there',
		lora: 'LoRA',
		short: (made: number, asked: number) =>
			`${count(made, 'frame', 'frames')} of ${asked}: ComfyUI made a shorter video than the shot asks for.`,
		toTemp: 'Put start pictures into ComfyUI’s temp folder',
		toTempText:
			'ComfyUI cannot delete an upload: one file a picture stays in its input folder. The temp folder is emptied when it starts.',
	},

	log: {
		show: 'Run log',
		title: (name: string) => `Log of ${name}`,
		description:
			'Kept on this computer, the newest megabyte of all runs. Tokens and folders of the server are left out.',
		empty: 'Nothing was noted of this run.',
		copy: 'Copy log',
		report: 'Report a problem',
		reportText: 'Saves one text file: versions, settings with the prompt, checks, and this log.',
	},

	plainHttp:
		'Over plain http drafts and unpacking frames take longer, and the browser may clear what is stored: open this page at localhost or over https.',
};
