import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import { serializeProject } from '#core/formats/projectFile.ts';
import { openStartImage } from '#media/node/openStartImage.ts';
import { runCli, temporaryFolder } from '../testing/runCli.ts';
import { writeSmallShot } from '../testing/smallShot.ts';

const folder = temporaryFolder();
afterAll(() => folder.dispose());
const cannot = await writeSmallShot(folder.path);
const visualize = (...args: string[]) => runCli(['visualize', ...args], { cwd: folder.path });
const fromFiles = ['--image', 'picture.png', '--tracks', 'tracks.json'];
const svgOf = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

describe.skipIf(cannot)('visualize', () => {
	test('draws the picture, a path with its badge and a pin', async () => {
		const { code, out, err } = await visualize(...fromFiles, '-o', 'a.svg');
		expect([code, out]).toEqual([0, '']);
		expect(err).toContain('wrote a.svg (2 tracks)');
		const svg = svgOf('a.svg');
		const picture = readFileSync(join(folder.path, 'picture.png')).toString('base64');
		expect(svg).toContain(`href="data:image/png;base64,${picture}"`);
		expect(svg).toContain('width="640" height="384" viewBox="0 0 640 384"');
		expect(svg.match(/<text /g)).toHaveLength(1);
		expect(svg).toContain('>1</text>');
	});

	test('--frame marks where everything is then; what lies outside the frame is dimmed', async () => {
		await visualize(...fromFiles, '-o', 'b.svg');
		await visualize(...fromFiles, '--frame', '40', '-o', 'c.svg');
		expect(svgOf('c.svg').length).toBeGreaterThan(svgOf('b.svg').length);
		await visualize(...fromFiles, '--width', '96', '--height', '96', '-o', 'd.svg');
		expect(svgOf('d.svg')).toContain('fill-rule="evenodd"');
		const late = await visualize(...fromFiles, '--frame', '81', '-o', 'e.svg');
		expect([late.code, late.err]).toEqual([2, expect.stringContaining('from 0 to 80')]);
	});

	test('a project with its picture inside needs no other file', async () => {
		const bytes = new Uint8Array(readFileSync(join(folder.path, 'picture.png')));
		const image = await openStartImage(bytes, 'picture.png');
		if (!image.ok) throw new Error(image.error.kind);
		const document = { ...emptyDocument, image: image.value };
		const project = serializeProject(document, { bytes, mediaType: 'image/png' });
		writeFileSync(join(folder.path, 'shot.wanati.json'), project);
		const { code } = await visualize('--tracks', 'shot.wanati.json', '-o', 'f.svg', '--json');
		expect(code).toBe(0);
		const bare = await visualize('--tracks', 'tracks.json', '-o', 'g.svg');
		expect([bare.code, bare.err]).toEqual([2, expect.stringContaining('--image')]);
	});
});
