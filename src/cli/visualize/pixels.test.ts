import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { decodeVideo } from '#media/node/decodeVideo.ts';
import { decodePicture } from '#media/node/pictures.ts';
import { runCli, temporaryFolder } from '../testing/runCli.ts';
import { writeSmallShot } from '../testing/smallShot.ts';

const folder = temporaryFolder();
afterAll(() => folder.dispose());
const cannot = await writeSmallShot(folder.path);
const shot = ['--image', 'picture.png', '--tracks', 'tracks.json'];
const small = [...shot, '--width', '160', '--height', '96', '--length', '9'];
const visualize = (...args: string[]) => runCli(['visualize', ...args], { cwd: folder.path });
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder.path, name)));

async function sizeOf(name: string): Promise<[number, number]> {
	const picture = await decodePicture(bytesOf(name));
	if (!picture.ok) throw new Error(picture.error);
	return [picture.value.width, picture.value.height];
}

describe.skipIf(cannot)('visualize in pixels', () => {
	test('a PNG shows the whole picture; a draft or a map just the output frame', async () => {
		expect((await visualize(...small, '-o', 'a.png')).code).toBe(0);
		expect(await sizeOf('a.png')).toEqual([640, 384]);
		expect((await visualize(...small, '--draft', '--frame', '8', '-o', 'b.png')).code).toBe(0);
		expect((await visualize(...small, '--influence', '-o', 'c.png')).code).toBe(0);
		expect([await sizeOf('b.png'), await sizeOf('c.png')]).toEqual([
			[160, 96],
			[160, 96],
		]);
		expect(bytesOf('b.png')).not.toEqual(bytesOf('c.png'));
	});

	test('a contact sheet has its moments side by side, four in a row', async () => {
		expect((await visualize(...small, '--contact-sheet', '6', '-o', 'd.png')).code).toBe(0);
		expect(await sizeOf('d.png')).toEqual([4 * 80 + 3 * 6, 2 * 48 + 6]);
	});

	test('a GIF and an MP4 hold every frame', async () => {
		expect((await visualize(...small, '-o', 'e.gif')).code).toBe(0);
		expect(Buffer.from(bytesOf('e.gif').subarray(0, 6)).toString('latin1')).toBe('GIF89a');
		expect((await visualize(...small, '--draft', '-o', 'f.mp4')).code).toBe(0);
		let frames = 0;
		for await (const _ of decodeVideo(bytesOf('f.mp4'))) frames++;
		expect(frames).toBe(9);
	});

	test('says which file an option needs', async () => {
		const svg = await visualize(...small, '--draft', '-o', 'g.svg');
		expect([svg.code, svg.err]).toEqual([2, expect.stringContaining('--draft needs a .png')]);
		const other = await visualize(...small, '-o', 'g.bmp');
		expect([other.code, other.err]).toEqual([2, expect.stringContaining('.svg, .png, .gif or')]);
		const sheet = await visualize(...small, '--contact-sheet', '4', '-o', 'g.gif');
		expect([sheet.code, sheet.err]).toEqual([2, expect.stringContaining('needs a .png')]);
	});

	test('generate --engine draft makes the video without a server', async () => {
		const flags = [...small, '--engine', 'draft', '--json', '-o', 'h.mp4'];
		const { code, out } = await runCli(['generate', ...flags], { cwd: folder.path });
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			ok: true,
			engine: 'draft',
			video: { frameCount: 9, width: 160, height: 96, extension: 'mp4' },
		});
	});
});
