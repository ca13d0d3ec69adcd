import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const fixtures = fileURLToPath(new URL('../../comfy/conversion/fixtures/', import.meta.url));
const fixture = (name: string): string => join(fixtures, `${name}.ui.json`);
const objectInfo = ['--object-info', join(fixtures, 'objectInfo.json')];

function run(...args: readonly string[]) {
	const line = ['src/cli/main.ts', 'workflow', 'convert', ...args];
	const ended = spawnSync(process.execPath, line, {
		encoding: 'utf8',
		env: { ...process.env, WAN_ATI_LANG: 'en' },
	});
	return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'wan-ati-'));
	onTestFinished(() => rmSync(path, { recursive: true, force: true }));
	return path;
}

test('prints the API graph of one file, and nothing else', () => {
	const { code, out, err } = run(fixture('torture_sg_nested'), ...objectInfo);
	expect([code, err]).toEqual([0, '']);
	expect(JSON.parse(out)['2:20:10'].class_type).toBe('ModelSamplingSD3');
});

test('writes NAME.api.json for each file, without .json and a final .ui', () => {
	const out = folder();
	const plain = join(folder(), 'my.flow.json');
	writeFileSync(plain, readFileSync(fixture('torture_schema1')));
	const ended = run(fixture('video_wan_ati'), plain, ...objectInfo, '--out', out);
	expect(ended).toEqual({ code: 0, out: '', err: '' });
	expect(readdirSync(out).sort()).toEqual(['my.flow.api.json', 'video_wan_ati.api.json']);
});

test('names classes that object_info lacks on stderr, and converts all the same', () => {
	const { code, out, err } = run(fixture('torture_unknown'), ...objectInfo);
	expect(code).toBe(0);
	expect(err).toContain('unknown class NoSuchNode');
	expect(JSON.parse(out)['1'].class_type).toBe('NoSuchNode');
});

test('reads the workflow in a video, seeds exact', () => {
	const { code, out } = run(join(fixtures, 'embedded', 'saveVideo.mp4'), ...objectInfo);
	expect(code).toBe(0);
	expect(out).toContain('18446744073709551615');
});

test('heals only when asked: by default it sends what the page would', () => {
	const steps = (...flags: readonly string[]) =>
		JSON.parse(run(fixture('torture_short'), ...objectInfo, ...flags).out)['3'].inputs.steps;
	expect([steps(), steps('--heal')]).toEqual([3, 20]);
});

test('one bad file ends with 3 and stops none of the others', () => {
	const bad = join(folder(), 'bad.json');
	const node = '{"id":"\\u001b[2J","type":"A"}';
	writeFileSync(bad, `{"nodes":[${node},${node}]}`);
	const { code, out, err } = run(bad, '/nowhere', fixture('torture_schema1'), ...objectInfo);
	expect(code).toBe(3);
	expect(err).toMatch(/bad\.json: Two nodes have the id \?\[2J/);
	expect(err).toMatch(/nowhere.*ENOENT/);
	expect(err).not.toContain('\u001b[2J');
	expect(Object.keys(JSON.parse(out))).toEqual(['1', '2']);
});

test('--json gives one document with graphs, unknown classes and errors', () => {
	const { code, out } = run(fixture('torture_unknown'), '/nowhere', ...objectInfo, '--json');
	expect(code).toBe(3);
	expect(JSON.parse(out)).toMatchObject({
		ok: false,
		exitCode: 3,
		files: [
			{ unknownClasses: ['NoSuchNode'] },
			{ file: '/nowhere', error: { kind: 'unreadable' } },
		],
	});
});

test.each([[[]], [['x.json']], [['x.json', '--nope', ...objectInfo]]])(
	'%j is wrong usage',
	(args) => {
		expect(run(...args).code).toBe(2);
	},
);

test('an object_info that is none ends with 3', () => {
	const { code, err } = run(
		fixture('torture_schema1'),
		'--object-info',
		fixture('torture_schema1'),
	);
	// A workflow is an object, too: its classes are then unknown.
	expect([code, err.includes('unknown class')]).toEqual([0, true]);
	const list = join(folder(), 'list.json');
	writeFileSync(list, '[]');
	expect(run(fixture('torture_schema1'), '--object-info', list).code).toBe(3);
});
