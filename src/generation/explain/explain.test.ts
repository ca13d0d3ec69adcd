import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlCommand } from './curlCommand.ts';
import { graphRows } from './graphRows.ts';

const graph = {
	'1': { class_type: 'CLIPTextEncode', inputs: { text: "it's $HOME `ls`", clip: ['2', 0] } },
	'2': { class_type: 'CLIPLoader', inputs: { clip_name: 'umt5.safetensors', list: [1, 2, 3] } },
};

test('every value of the graph is a row and no link is', () => {
	expect(graphRows(graph).map(({ id, input, value }) => [id, input, value])).toEqual([
		['1', 'text', "it's $HOME `ls`"],
		['2', 'clip_name', 'umt5.safetensors'],
		['2', 'list', '[1,2,3]'],
	]);
});

test('a long text is cut and its length told', () => {
	const long = { '1': { class_type: 'A', inputs: { tracks: 'x'.repeat(5000) } } };
	expect(graphRows(long)[0]?.value).toMatch(/^x{400}… \(5000\)$/);
});

test('a shell gives curl the very graph, whatever words are in the prompt', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (prompt) => {
			// A shell word can hold no NUL; JSON writes it as an escape.
			const sent = { '1': { class_type: 'CLIPTextEncode', inputs: { text: prompt } } };
			const script = `curl() { printf '%s\\0' "$@"; }\n${curlCommand('http://127.0.0.1:8188', sent, "a 'b'.png")}`;
			const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0');
			expect(words).toContain("image=@a 'b'.png");
			expect(words).toContain('http://127.0.0.1:8188/prompt');
			const body = words[words.indexOf('--data-raw') + 1] ?? '';
			expect(JSON.parse(body)).toEqual({ prompt: sent });
		}),
		{ numRuns: 20 },
	);
});
