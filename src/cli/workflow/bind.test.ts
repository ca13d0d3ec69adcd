import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runCli, temporaryFolder } from '../testing/runCli.ts';

const folder = temporaryFolder();
afterAll(() => folder.dispose());
const own = fileURLToPath(new URL('../../../workflows/video_wan_ati.json', import.meta.url));
const fixtures = new URL('../../comfy/conversion/fixtures/', import.meta.url);
const workflow = (...args: string[]) => runCli(['workflow', ...args], { cwd: folder.path });

test('inspect shows where a shot goes, without a server', async () => {
	const { code, out } = await workflow('inspect', own);
	expect(code).toBe(0);
	expect(out).toMatch(/^tracks +\S+\.value \(/m);
	expect(out).toMatch(/^seed +\S+\.seed \(/m);
	const json = JSON.parse((await workflow('inspect', own, '--json')).out);
	expect(json).toMatchObject({ ok: true, unknown: [], binding: { places: { image: [{}] } } });
});

test('bind changes a place, by id or by a title that one node has, and unbinds', async () => {
	const args = ['--bind', 'steps=KSampler.seed', '--bind', 'cfg=', '--bind', 'output=SaveVideo'];
	const { code } = await workflow('bind', own, ...args, '-o', 'bound.json');
	expect(code).toBe(0);
	const bound = JSON.parse(readFileSync(join(folder.path, 'bound.json'), 'utf8'));
	expect(bound.binding.places).toMatchObject({ cfg: [], steps: [{ input: 'seed' }] });
	const again = JSON.parse((await workflow('inspect', 'bound.json', '--json')).out);
	expect(again.binding.places).toEqual(bound.binding.places);
});

test.each([
	['nothing=3.seed', /FIELD is one of output, image, tracks/],
	['seed=3.sed', /no input 3\.sed\. There are: .*seed/],
	['output=Nobody', /no node, or more than one/],
])('--bind %s is wrong usage and says what there is', async (bind, message) => {
	const { code, err } = await workflow('bind', own, '--bind', bind);
	expect(code).toBe(2);
	expect(err).toMatch(message);
});

test('a file as the page saves it needs a server; what is no workflow is 3', async () => {
	const page = fileURLToPath(new URL('video_wan_ati.ui.json', fixtures));
	const { code, err } = await workflow('inspect', page);
	expect([code, err]).toEqual([3, expect.stringContaining('Give --comfyui')]);
	const video = fileURLToPath(new URL('embedded/saveVideo.mp4', fixtures));
	expect((await workflow('inspect', video)).code).toBe(0);
	expect((await workflow('inspect', fileURLToPath(import.meta.url))).code).toBe(3);
});
