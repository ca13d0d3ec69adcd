import { expect, test } from 'vitest';
import type { PreflightProblem } from '#comfy/preflight/preflight.ts';
import { defaultShot } from '#core/document/document.ts';
import { link as english } from '#text/en/link.ts';
import { link as french } from '#text/fr/link.ts';
import { fieldErrors } from './fieldErrors.ts';
import { problemWords } from './problemWords.ts';

const file = { file: 'a.safetensors', usedBy: 'Load VAE', candidate: undefined };
const invalid = {
	kind: 'invalidValue',
	node: 'Sampler',
	input: 'steps',
	field: 'steps',
	value: 0,
	reason: 'belowMin',
	allowed: [1],
} as const;
const problems: readonly PreflightProblem[] = [
	{ kind: 'missingNodes', classes: ['WanTrackToVideo'] },
	{ kind: 'missingNodes', classes: ['WanVideoATITracks'] },
	{ kind: 'missingModel', role: 'vae', folder: 'vae', ...file },
	{ kind: 'missingLora', folder: 'loras', ...file },
	{ kind: 'missingInput', node: 'Save video', input: 'codec' },
	invalid,
	{ ...invalid, reason: 'aboveMax' },
	{ ...invalid, reason: 'notAChoice' },
	{ kind: 'uploadTooLarge', bytes: 3 * 2 ** 20, limit: 2 ** 20 },
	{ kind: 'oldServer', version: '0.3.40', oldest: '0.3.64' },
];

test.each(problems)('$kind is said in both languages', (problem) => {
	for (const { checks } of [english, french]) {
		const { title, text } = problemWords(checks, problem);
		expect(title).not.toMatch(/^$|[.:]$|undefined/);
		expect(text).not.toMatch(/^$|undefined|NaN/);
	}
});

test('a node class of an imported workflow may be an extension’s, one of ours comes with ComfyUI', () => {
	const said = (name: string) =>
		problemWords(english.checks, { kind: 'missingNodes', classes: [name] }).text;
	expect(said('WanTrackToVideo')).not.toContain('extension');
	expect(said('WanVideoATITracks')).toContain('install the extension');
});

test('a refused value stands beside its field; what is no field of the shot stands beside none', () => {
	const width = { ...invalid, input: 'width', field: 'width' } as const;
	expect(fieldErrors(english.checks, defaultShot, [invalid, width])).toEqual({
		steps: '0 is below its least, 1',
	});
});
