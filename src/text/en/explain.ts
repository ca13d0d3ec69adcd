/** Texts of "What ComfyUI will get". They travel with the dialog. */
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const explain = {
	title: 'What ComfyUI will get',
	description: 'The run as it would be sent now. Nothing has been sent.',
	facts: 'At a glance',
	tracks: 'Tracks',
	tracksValue: (tracks: number, samples: number) =>
		`${count(tracks, 'track', 'tracks')}, ${count(samples, 'sample', 'samples')}`,
	size: 'Tracks as JSON',
	kilobytes: (size: string) => `${size} kB`,
	clip: 'Video',
	clipValue: (width: number, height: number, length: number, seconds: string) =>
		`${width} x ${height}, ${length} frames, ${seconds} s`,
	time: 'Time',
	timeLearned: (time: string) => `${time}, learned from past runs`,
	timeAssumed: (time: string) => `${time}, assumed: no run of this size is known yet`,
	card: 'Graphics card',
	cardValue: (name: string, free: string, total: string) => `${name}, ${free} of ${total} GB free`,
	cardUnknown: 'ComfyUI names no card',
	noServer: 'No ComfyUI is connected. This is what one would get.',
	checks: 'Checks',
	noFindings: 'Nothing to mend',
	findings: (errors: number, warnings: number, hints: number) =>
		[
			errors > 0 && count(errors, 'error', 'errors'),
			warnings > 0 && count(warnings, 'warning', 'warnings'),
			hints > 0 && count(hints, 'hint', 'hints'),
		]
			.filter(Boolean)
			.join(', '),
	graph: 'Values in the graph',
	node: 'Node',
	input: 'Input',
	value: 'Value',
	empty: '(empty)',
	json: 'Tracks JSON',
	jsonHint: 'The exact text of the tracks input, frame pixels.',
	missingWorkflow:
		'The workflow of this shot is not on this computer, so there is nothing to show.',
	copyJson: 'Copy JSON',
	copyCurl: 'Copy as cURL',
	download: 'Open in ComfyUI',
	downloadHint:
		'Downloads a workflow file. Drop it on ComfyUI; the picture goes into its input folder.',
	exactSeed: (seed: number) =>
		`A new seed is drawn when Generate is pressed; shown here is ${seed}.`,
};
