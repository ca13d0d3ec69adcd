import { expect, test } from 'vitest';
import { errors as french } from '../fr/errors.ts';
import { type ErrorFacts, errors as english } from './errors.ts';

const examples: { readonly [K in ErrorFacts['kind']]: Extract<ErrorFacts, { kind: K }> } = {
	unreachable: { kind: 'unreachable', url: 'http://127.0.0.1:8188' },
	origin: { kind: 'origin', url: 'http://gpu:8188', pageOrigin: 'http://127.0.0.1:5173' },
	http: { kind: 'http', url: 'http://gpu:8188/queue', status: 500, text: 'boom' },
	protocol: { kind: 'protocol', url: 'http://gpu', detail: 'a web page' },
	missingNodes: { kind: 'missingNodes', classes: ['WanTrackToVideo'] },
	missingModel: { kind: 'missingModel', file: 'clip_vision_h.safetensors', folder: 'clip_vision' },
	validation: {
		kind: 'validation',
		problems: [{ node: 'Sampler', input: 'steps', field: 'steps', message: 'Value 0 too small' }],
	},
	execution: {
		kind: 'execution',
		node: 'Sampler',
		exception: 'torch.OutOfMemoryError',
		message: '',
		outOfMemory: true,
	},
	interrupted: { kind: 'interrupted' },
	noVideo: { kind: 'noVideo', detail: 'the file is empty' },
	outputGone: { kind: 'outputGone', file: 'video/ComfyUI_00001_.mp4', fromCache: true },
	notSent: { kind: 'notSent', url: 'http://gpu:8188' },
	missingWorkflow: { kind: 'missingWorkflow', workflow: 'my graph' },
	upload: { kind: 'upload', status: 413, text: '' },
	unsupported: { kind: 'unsupported', what: 'WebCodecs' },
	image: { kind: 'image', detail: '' },
	internal: { kind: 'internal', detail: 'x' },
};
const all = Object.values(examples);

test.each(all)('$kind is said in both languages, with the same buttons', (facts) => {
	const [en, fr] = [english.engine(facts, 'Run 49'), french.engine(facts, 'Run 49')];
	for (const { title, text } of [en, fr]) {
		expect(title).not.toMatch(/^$|[.:]$|undefined/);
		expect(text).not.toMatch(/^$|undefined|NaN/);
	}
	expect(fr.actions).toEqual(en.actions);
	expect(fr.copy).toBe(en.copy);
	if (en.actions.some((action) => action.startsWith('copy'))) expect(en.copy).not.toBe(undefined);
});

test('the sentences of the design stand as written', () => {
	expect(english.engine(examples.unreachable)).toMatchObject({
		title: 'ComfyUI does not answer',
		text: 'Nothing at http://127.0.0.1:8188. Is it running? Your shot is safe.',
	});
	expect(english.engine(examples.origin).text).toContain(
		"ComfyUI with `--enable-cors-header http://127.0.0.1:5173` (this page's exact origin, never `*`)",
	);
	expect(english.engine(examples.missingModel).text).toBe(
		'Put `clip_vision_h.safetensors` in `models/clip_vision`, then check again.',
	);
	expect(english.engine(examples.execution, 'Run 49')).toMatchObject({
		title: 'Run 49 stopped in Sampler',
		text: 'Out of GPU memory. Free it, or make the frame smaller.',
	});
	expect(english.stalled.title(3)).toBe('No news for 3 min');
});
