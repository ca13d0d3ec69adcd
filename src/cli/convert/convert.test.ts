import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sampleFiles } from '#core/formats/testing/sampleFiles.ts';
import { runCli, temporaryFolder } from '../testing/runCli.ts';

const folder = temporaryFolder();
afterAll(() => folder.dispose());
const at = (name: string): string => join(folder.path, name);
const put = (name: string, content: Uint8Array | string): void => writeFileSync(at(name), content);
const convert = (...args: string[]) => runCli(['convert', ...args], { cwd: folder.path });

put('tracks.json', sampleFiles['ati-json']);
put('shot.wanati.json', sampleFiles.project);
put('bear.pth', sampleFiles['ati-pth']);
put('points.txt', sampleFiles['kj-points']);
put('bad.pth', Buffer.from('PK\x03\x04 broken'));
put('lists.json', '[[[0,0],[100,100]]]');

test('.pth to ATI JSON and back holds the same positions', async () => {
	const there = await convert('tracks.json', 'a.pth', '--json');
	expect(there.code).toBe(0);
	expect(JSON.parse(there.out)).toMatchObject({
		ok: true,
		from: 'ati-json',
		to: 'ati-pth',
		tracks: 3,
		outputs: ['a.pth'],
	});
	expect((await convert('a.pth', 'b.json')).code).toBe(0);
	expect(JSON.parse(readFileSync(at('b.json'), 'utf8'))).toHaveLength(3);
	const [given, back] = ['tracks.json', 'b.json'].map((name) =>
		(JSON.parse(readFileSync(at(name), 'utf8')) as { x: number }[][]).flat().map(({ x }) => x),
	);
	for (const [n, x] of given!.entries()) expect(Math.abs(x - back![n]!)).toBeLessThan(0.02);
});

test('a project leaves as Wan-Move’s two files, and they come back as a project', async () => {
	const { code, err } = await convert('shot.wanati.json', 'moves-tracks.npy', '--length', '49');
	expect([code, err]).toEqual([0, expect.stringContaining('wrote moves-visibility.npy')]);
	const back = await convert('moves-tracks.npy', 'again.wanati.json', '--keep-samples', '--json');
	expect(JSON.parse(back.out)).toMatchObject({ from: 'wan-move', to: 'project', tracks: 3 });
	const { document } = JSON.parse(readFileSync(at('again.wanati.json'), 'utf8'));
	expect(document.tracks[1].timing.release).toBeCloseTo(0.5, 1);
	expect(document.tracks[0].points).toHaveLength(121);
});

test('options say what names do not: --to, --space, --count', async () => {
	expect((await convert('points.txt', 'p.json', '--to', 'fl-paths')).code).toBe(0);
	expect(JSON.parse(readFileSync(at('p.json'), 'utf8')).canvas_size).toEqual({
		width: 832,
		height: 480,
	});
	expect((await convert('points.txt', 'p.csv', '--space', 'unit', '--count', 'frames')).code).toBe(
		0,
	);
	expect(readFileSync(at('p.csv'), 'utf8')).toMatch(/^frame,track,share_x,share_y,visible\n/);
	expect((await convert('lists.json', 'l.json', '--from', 'draganything')).code).toBe(0);
});

test.each([
	[['tracks.json', 'x.txt'], 2, /--to/],
	[['tracks.json', 'x.json', '--to', 'qq-layers'], 2, /cannot be written/],
	[['tracks.json', 'tracks.json'], 2, /the file to read/],
	[['tracks.json', 'x.svg', '--count', 'frames'], 2, /--count/],
	[['tracks.json', 'x.json', '--to', 'nonsense'], 2, /nonsense/],
	[['bad.pth', 'x.json'], 3, /zip part is damaged at byte 0/],
	[['lists.json', 'x.json'], 3, /pair of numbers/],
	[['nowhere.json', 'x.json'], 3, /ENOENT/],
])('%j ends with %i', async (args, code, message) => {
	const before = readdirSync(folder.path);
	const ended = await convert(...args);
	expect([ended.code, ended.out]).toEqual([code, '']);
	expect(ended.err).toMatch(message);
	expect(readdirSync(folder.path)).toEqual(before);
});

test('pixels of a picture that is not known are said to be taken for the frame’s', async () => {
	const { code, err } = await convert('bear.pth', 'c.json');
	expect([code, err]).toEqual([0, expect.stringContaining('pixels of the start image')]);
});

test('validate and sample read every format that convert reads', async () => {
	const checked = await runCli(['validate', '--json', 'points.txt', 'bear.pth'], {
		cwd: folder.path,
	});
	const { files } = JSON.parse(checked.out);
	expect(files.map(({ format }: { format: string }) => format)).toEqual(['kj-points', 'ati-pth']);
	const sampled = await runCli(['sample', 'points.txt', '--at', 'samples', '--json'], {
		cwd: folder.path,
	});
	expect(JSON.parse(sampled.out)).toHaveLength(121);
});
