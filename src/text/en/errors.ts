/** A button beside a message; the one who shows it knows what it does. */
export type ErrorAction =
	| 'checkAgain'
	| 'useDraft'
	| 'copyCommand'
	| 'copyName'
	| 'freeMemory'
	| 'retry'
	| 'showField';

/** What happened; why or where; what to do. Plain text: parts of it come from a server. */
export interface ErrorMessage {
	readonly title: string;
	readonly text: string;
	readonly actions: readonly ErrorAction[];
	/** What `copyCommand` or `copyName` copies. */
	readonly copy?: string;
}

/** The facts of a failed job: an `EngineError` of the jobs room fits. */
export type ErrorFacts =
	| { readonly kind: 'unreachable'; readonly url: string }
	| { readonly kind: 'origin'; readonly url: string; readonly pageOrigin: string }
	| { readonly kind: 'http'; readonly url: string; readonly status: number; readonly text: string }
	| { readonly kind: 'protocol'; readonly url: string; readonly detail: string }
	| { readonly kind: 'missingNodes'; readonly classes: readonly string[] }
	| { readonly kind: 'missingModel'; readonly file: string; readonly folder: string }
	| {
			readonly kind: 'validation';
			readonly problems: readonly {
				readonly node: string;
				readonly input: string;
				readonly field?: string;
				readonly message: string;
			}[];
	  }
	| {
			readonly kind: 'execution';
			readonly node: string;
			readonly exception: string;
			readonly message: string;
			readonly outOfMemory: boolean;
	  }
	| { readonly kind: 'interrupted' }
	| { readonly kind: 'noVideo'; readonly detail: string }
	| { readonly kind: 'outputGone'; readonly file: string; readonly fromCache: boolean }
	| { readonly kind: 'notSent'; readonly url: string }
	| { readonly kind: 'missingWorkflow'; readonly workflow: string }
	| { readonly kind: 'upload'; readonly status: number; readonly text: string }
	| { readonly kind: 'unsupported'; readonly what: string }
	| { readonly kind: 'image'; readonly detail: string }
	| { readonly kind: 'internal'; readonly detail: string };

export const errors = {
	/** Labels of the buttons. */
	actions: {
		checkAgain: 'Check again',
		useDraft: 'Use draft',
		copyCommand: 'Copy command',
		copyName: 'Copy name',
		freeMemory: 'Free memory',
		retry: 'Retry',
		showField: 'Show',
	} satisfies Record<ErrorAction, string>,
	/** No news for so long while a run is open; it goes on. */
	stalled: {
		title: (minutes: number) => `No news for ${minutes} min`,
		text: 'ComfyUI may still be working. The run goes on.',
		keepWaiting: 'Keep waiting',
	},
	lost: {
		title: 'ComfyUI no longer knows this run',
		text: 'It was restarted, or its queue and history were cleared. Your shot is safe.',
	},
	/** @param run Its name, `Run 49`, when the error belongs to one. */
	engine: (error: ErrorFacts, run?: string): ErrorMessage => {
		switch (error.kind) {
			case 'unreachable':
				return {
					title: 'ComfyUI does not answer',
					text: error.url
						? `Nothing at ${error.url}. Is it running? Your shot is safe.`
						: 'No ComfyUI is set up. Your shot is safe.',
					actions: ['checkAgain', 'useDraft'],
				};
			case 'origin':
				return {
					title: 'ComfyUI refuses this page (403)',
					text: `It answers, but not to pages from ${error.pageOrigin}. Start this app with \`--comfyui ${error.url}\`, or ComfyUI with \`--enable-cors-header ${error.pageOrigin}\` (this page's exact origin, never \`*\`).`,
					actions: ['copyCommand', 'checkAgain', 'useDraft'],
					copy: `--enable-cors-header ${error.pageOrigin}`,
				};
			case 'http':
				return {
					title: `ComfyUI answered with an error (${error.status})`,
					text: sentences(`At ${error.url}.`, error.text),
					actions: ['retry'],
				};
			case 'protocol':
				return {
					title: 'This does not look like ComfyUI',
					text: sentences(`${error.url} answered in a way we do not know.`, error.detail),
					actions: ['checkAgain', 'useDraft'],
				};
			case 'missingNodes':
				return {
					title: error.classes.length === 1 ? 'A node is missing' : 'Nodes are missing',
					text: `This ComfyUI does not have ${error.classes.join(', ')}. Update ComfyUI, then check again.`,
					actions: ['copyName', 'checkAgain'],
					copy: error.classes.join(', '),
				};
			case 'missingModel':
				return {
					title: 'A model is missing',
					text: `Put \`${error.file}\` in \`models/${error.folder}\`, then check again.`,
					actions: ['copyName', 'checkAgain'],
					copy: error.file,
				};
			case 'validation':
				return {
					title: 'ComfyUI does not accept these settings',
					text:
						error.problems
							.map((p) => [[p.node, p.input].filter(Boolean).join(', '), p.message])
							.map((parts) => parts.filter(Boolean).join(': '))
							.join('\n') || 'It did not say which.',
					actions: error.problems.some((p) => p.field) ? ['showField', 'retry'] : ['retry'],
				};
			case 'execution':
				return {
					title: `${run ?? 'The run'} stopped in ${error.node || 'ComfyUI'}`,
					text: error.outOfMemory
						? 'Out of GPU memory. Free it, or make the frame smaller.'
						: [error.exception, error.message].filter(Boolean).join(': ') ||
							'ComfyUI did not say why; its console may.',
					actions: error.outOfMemory ? ['freeMemory', 'retry'] : ['retry'],
				};
			case 'interrupted':
				return {
					title: `${run ?? 'The run'} was stopped on the server`,
					text: 'Somebody else interrupted it there.',
					actions: ['retry'],
				};
			case 'noVideo':
				return {
					title: `${run ?? 'The run'} ended without a video`,
					text: sentences('ComfyUI finished, but there is no video to fetch.', error.detail),
					actions: ['retry'],
				};
			case 'outputGone':
				return {
					title: `The video of ${run ?? 'the run'} is gone from ComfyUI`,
					text: error.fromCache
						? `Nothing was rendered: ComfyUI named the video of an earlier run, \`${error.file}\`, which has been deleted since. Use another seed, or free ComfyUI's memory, then retry.`
						: `It was made as \`${error.file}\` and deleted before it could be fetched.`,
					actions: error.fromCache ? ['freeMemory', 'retry'] : ['retry'],
				};
			case 'notSent':
				return {
					title: `${run ?? 'The run'} was not sent`,
					text: `The page was closed while it was being sent, and ${error.url} knows nothing of it. Your shot is safe.`,
					actions: ['retry'],
				};
			case 'missingWorkflow':
				return {
					title: 'The workflow of this shot is not here',
					text: `It was imported on another computer, or deleted (${error.workflow}). Import it again, or choose another one.`,
					actions: [],
				};
			case 'upload':
				return {
					title: 'The start image could not be uploaded',
					text:
						error.status === 413
							? 'It is larger than ComfyUI takes. Make the frame smaller.'
							: sentences(`ComfyUI answered ${error.status}.`, error.text),
					actions: ['retry'],
				};
			case 'unsupported':
				return {
					title: 'This browser cannot do that',
					text: `It lacks ${error.what}. A current Chrome, Edge or Firefox has it.`,
					actions: [],
				};
			case 'image':
				return {
					title: 'The start image cannot be read',
					text: sentences('Choose the picture again, then retry.', error.detail),
					actions: ['retry'],
				};
			case 'internal':
				return {
					title: 'Something in this app went wrong',
					text: sentences('Your shot is safe.', error.detail),
					actions: ['retry'],
				};
		}
	},
};

/** Ours, then what the server or the machine said. */
const sentences = (ours: string, theirs: string): string =>
	theirs.trim() === '' ? ours : `${ours} ${theirs.trim()}`;
