import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import { serializeProject } from '#core/formats/projectFile.ts';
import { runCli, temporaryFolder } from '../testing/runCli.ts';
import { smallTracks } from '../testing/smallShot.ts';

const folder = temporaryFolder();
afterAll(() => folder.dispose());
const put = (name: string, content: string): void =>
	writeFileSync(join(folder.path, name), content);
const validate = (...args: string[]) => runCli(['validate', ...args], { cwd: folder.path });

const decimals = smallTracks().map((track) => track.map(({ x, y }) => ({ x: x + 0.25, y })));
put('good.json', JSON.stringify(decimals));
put('short.json', JSON.stringify(decimals.map((track) => track.slice(0, 81))));
put('python.json', JSON.stringify(decimals).replaceAll('"', "'"));
put('pair.json', '[[[1,2],[3,4]]]');
put('empty.json', '');
put('shot.wanati.json', serializeProject(emptyDocument));
put('newer.wanati.json', JSON.stringify({ format: 'wan-ati project', version: 99, document: {} }));
put('damaged.wanati.json', serializeProject(emptyDocument).replace('"fps": 16', '"fps": "x"'));

test('a good file is said to be good', async () => {
	const { code, out, err } = await validate('good.json');
	expect([code, err]).toEqual([0, '']);
	expect(out).toContain('good.json: 2 tracks, checked for 832 x 480, 81 frames');
	expect(out).not.toMatch(/error|prompt/i);
});

test('what was done to read a file is a note, not an error', async () => {
	const { code, out } = await validate('short.json', 'python.json');
	expect(code).toBe(0);
	expect(out).toMatch(/note: Tracks 1, 2 with 81 points instead of 121/);
	expect(out).toMatch(/note: Single quotes/);
	expect(out).toContain('2 files, 0 errors');
});

test.each([
	['pair.json', 'notAPoint', /tracks\[0\]\[0\] is a pair of numbers/, 'tracks[0][0]'],
	['empty.json', 'empty', /The file is empty/, undefined],
	['nowhere.json', 'unreadable', /ENOENT/, undefined],
	['newer.wanati.json', 'newerVersion', /saved by a newer app/, undefined],
	[
		'damaged.wanati.json',
		'invalid',
		/document\.frame\.fps has the wrong type/,
		'document.frame.fps',
	],
])('%s is 3: %s, with its place', async (file, kind, message, path) => {
	const { code, out } = await validate('--json', 'good.json', file);
	expect(code).toBe(3);
	const { ok, errors, files } = JSON.parse(out);
	expect([ok, errors, files.length]).toEqual([false, 1, 2]);
	expect(files[1].error).toMatchObject({ kind, message: expect.stringMatching(message), file });
	expect(files[1].error.path).toBe(path);
});

test('a project is checked as the app does', async () => {
	const { code, out } = await validate('--json', 'shot.wanati.json');
	expect(code).toBe(3);
	const [file] = JSON.parse(out).files;
	expect(file.format).toBe('project');
	expect(file.findings.map(({ rule }: { rule: string }) => rule)).toEqual(
		expect.arrayContaining(['no-image', 'no-tracks']),
	);
});

test('size and length of the command line are what is checked', async () => {
	const { code, out } = await validate('--length', '121', '--width', '100', '--json', 'good.json');
	expect(code).toBe(3);
	const [file] = JSON.parse(out).files;
	expect(file.frame).toEqual({ width: 100, height: 480, length: 121 });
	expect(file.findings).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ rule: 'length-multiple-of-120', fixes: ['Use 117', 'Use 125'] }),
			expect.objectContaining({ rule: 'size-not-multiple-of-16', severity: 'error' }),
			expect.objectContaining({ rule: 'start-outside-frame', track: 'Track 2' }),
		]),
	);
});

test('speaks the language of the environment', async () => {
	const options = { cwd: folder.path, env: { WAN_ATI_LANG: '', LC_ALL: 'fr_FR.UTF-8' } };
	const { out } = await runCli(['validate', 'good.json'], options);
	expect(out).toContain('2 pistes, vérifié pour 832 x 480');
});

describe('folders and patterns', () => {
	mkdirSync(join(folder.path, 'shots/inner'), { recursive: true });
	mkdirSync(join(folder.path, 'shots/node_modules'));
	put('shots/b10.json', JSON.stringify(decimals));
	put('shots/b9.json', JSON.stringify(decimals));
	put('shots/inner/pair.json', '[[[1,2],[3,4]]]');
	put('shots/package.json', '{"name": "other"}');
	put('shots/notes.txt', 'bring milk');
	put('shots/broken.wanati.json', '{"format": "wan-ati project"');
	put('shots/node_modules/x.json', '[[[1,2]]]');
	put('graph.json', '{"1": {"class_type": "KSampler", "inputs": {}}}');

	test('a folder is all in it that holds tracks, broken ones too; the rest is passed over', async () => {
		const { code, out, err } = await validate('--json', 'shots');
		expect(code).toBe(3);
		const { files, passedOver, errors } = JSON.parse(out);
		expect(files.map(({ file }: { file: string }) => file)).toEqual([
			'shots/b9.json',
			'shots/b10.json',
			'shots/broken.wanati.json',
			'shots/inner/pair.json',
		]);
		expect([passedOver, errors]).toEqual([2, 2]);
		expect(err).toContain('2 files hold something else');
	});

	test('a pattern is what it matches, one that matches nothing is unreadable', async () => {
		const good = await validate('shots/b*[0-9].json');
		expect([good.code, good.out]).toEqual([0, expect.stringContaining('2 files, 0 errors')]);
		const none = await validate('nothing-*.json');
		expect([none.code, none.out]).toEqual([3, expect.stringContaining('nothing-*.json cannot be')]);
	});

	test('what is named is told even when it is of another kind', async () => {
		expect((await validate('shots/package.json', 'shots')).out).toContain(
			'package.json: tracks is',
		);
		const { code, out } = await validate('graph.json');
		expect([code, out]).toEqual([0, expect.stringContaining('workflow without tracks')]);
	});
});

describe('--fix', () => {
	const outside = smallTracks().map((track) => track.map(({ x, y }) => ({ x: x - 50.5, y })));
	put('outside.json', JSON.stringify(outside));

	test('moves tracks inside as they are, writes them, and finds nothing more', async () => {
		const { code, out } = await validate('--fix', 'outside.json', '-o', 'inside.json', '--json');
		expect(code).toBe(0);
		const [report] = JSON.parse(out).files;
		expect(report).toMatchObject({ output: 'inside.json', findings: expect.any(Array) });
		expect(report.fixed).toEqual([
			{ rule: 'start-outside-frame', track: 'Track 1', fix: expect.any(String) },
		]);
		const [track] = JSON.parse(readFileSync(join(folder.path, 'inside.json'), 'utf8'));
		expect(track).toHaveLength(121);
		expect(track[120].x - track[0].x).toBeCloseTo(120, 5);
		expect((await validate('inside.json')).out).not.toContain('outside the frame');
	});

	test('several go to a folder by their names; projects keep what they are', async () => {
		const args = ['outside.json', 'shot.wanati.json', '-o', 'fixed', '--length', '121'];
		const { code } = await validate('--fix', ...args);
		// No picture and no tracks: nothing that a command can mend.
		expect(code).toBe(3);
		const project = JSON.parse(readFileSync(join(folder.path, 'fixed/shot.wanati.json'), 'utf8'));
		expect([117, 125]).toContain(project.document.frame.length);
		expect(readFileSync(join(folder.path, 'fixed/outside.json'), 'utf8')).toMatch(/^\[\[/);
	});

	test('without a place for the result nothing is done', async () => {
		expect((await validate('--fix', 'outside.json')).code).toBe(2);
		expect((await validate('outside.json', '-o', 'x.json')).code).toBe(2);
	});
});
