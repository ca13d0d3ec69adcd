import fc from 'fast-check';
import { expect, test } from 'vitest';
import { converted, flow } from '../testing/flow.ts';
import { dynamicPrompt } from './dynamicPrompt.ts';
import { isTypesCompatible } from './slotTypes.ts';

test.each([
	['a {b|c} d', 'a b d'],
	['{a|b}{c|d}', 'ac'],
	['{{deep|er}|b}', 'deep'],
	['a // to the end\nb', 'a \nb'],
	['a /* in\nside */ b', 'a  b'],
	['/* open', '/* open'],
	['/* a */ b /* open', ' b /* open'],
	['\\{kept\\} \\| {x\\|y|z}', '{kept} | x|y'],
	['{never closed', 'never closed'],
	['}stray', '}stray'],
	['{}', ''],
	['https://example.org', 'https:'],
])('the prompt %j is sent as %j', (text, sent) => {
	expect(dynamicPrompt(text)).toBe(sent);
});

test('a prompt without braces, slashes and backslashes is sent as it is', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			const plain = text.replace(/[{}|/\\]/g, '');
			expect(dynamicPrompt(plain)).toBe(plain);
		}),
	);
});

test('any prompt is sent in time', () => {
	const parts = fc.constantFrom('{', '}', '|', '/*', '*/', '//', '\\', '\n', 'a');
	fc.assert(
		fc.property(fc.array(parts, { maxLength: 200 }), (texts) => {
			dynamicPrompt(texts.join(''));
		}),
	);
	for (const hostile of ['{', '/*', '{a|', '//', '/'])
		expect(dynamicPrompt(hostile.repeat(20_000))).toEqual(expect.any(String));
});

test.each([
	['IMAGE', 'image', true],
	['IMAGE', 'MASK', false],
	['IMAGE,MASK', 'MASK', true],
	['IMAGE,MASK', 'LATENT,MODEL', false],
	['*', 'MODEL', true],
	['', 'MODEL', true],
])('%s fits %s: %s', (a, b, fits) => {
	expect(isTypesCompatible(a, b)).toBe(fits);
	expect(isTypesCompatible(b, a)).toBe(fits);
});

const classes = {
	Source: { input: {}, output: ['IMAGE', 'MASK'] },
	Both: { input: { required: { mask: ['MASK'], image: ['IMAGE'] } }, output: ['IMAGE', 'MASK'] },
	Show: { input: { required: { in: ['IMAGE'] } }, output: [] },
	ShowMask: { input: { required: { in: ['MASK'] } }, output: [] },
};

test('a bypassed node hands on the input that fits the target, not the one of the same place', () => {
	const { graph } = converted(
		flow(
			[
				{ id: 1, type: 'Source' },
				{ id: 2, type: 'Both', mode: 4 },
				{ id: 3, type: 'Show' },
				{ id: 4, type: 'ShowMask' },
			],
			[
				[1, 1, 2, 'mask'],
				[1, 0, 2, 'image'],
				[2, 0, 3, 'in'],
				[2, 1, 4, 'in'],
			],
		),
		{},
		classes,
	);
	expect(graph['3']?.inputs.in).toEqual(['1', 0]);
	expect(graph['4']?.inputs.in).toEqual(['1', 1]);
});

test('a bypassed node without a fitting input leaves the target unconnected', () => {
	const { graph } = converted(
		flow(
			[
				{ id: 1, type: 'Source', mode: 4 },
				{ id: 2, type: 'Show' },
			],
			[[1, 0, 2, 'in']],
		),
		{},
		classes,
	);
	expect(graph).toEqual({ 2: expect.objectContaining({ inputs: {} }) });
});

test('ten thousand inputs behind ten thousand reroutes are resolved in one go', () => {
	const count = 9000;
	const reroutes = Array.from({ length: count }, (_, index) => ({
		id: index + 2,
		type: 'Reroute',
	}));
	const shows = Array.from({ length: count }, (_, index) => ({
		id: index + count + 2,
		type: 'Show',
	}));
	const { graph } = converted(
		{
			nodes: [
				{ id: 1, type: 'Source' },
				...reroutes.map((node) => ({ ...node, inputs: [{ name: '', type: '*', link: node.id }] })),
				...shows.map((node) => ({
					...node,
					inputs: [{ name: 'in', type: 'IMAGE', link: node.id }],
				})),
			],
			links: [
				...reroutes.map(({ id }) => [id, id - 1, 0, id, 0, '*']),
				...shows.map(({ id }) => [id, count + 1, 0, id, 0, 'IMAGE']),
			],
		},
		{},
		classes,
	);
	expect(Object.keys(graph)).toHaveLength(count + 1);
	expect(graph[String(count * 2 + 1)]?.inputs.in).toEqual(['1', 0]);
});
