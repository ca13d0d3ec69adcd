import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTrack, emptyDocument } from '#core/document/document.ts';
import { serializeProject } from '#core/formats/projectFile.ts';
import { runCli } from '../testing/runCli.ts';

/** How a case of the real node is written in golden.json: pairs, and the node's files as base64. */
interface GoldenCase {
	readonly name: string;
	readonly width: number;
	readonly height: number;
	readonly length: number;
	readonly temperature: number;
	readonly topk: number;
	readonly tracks: readonly (readonly [x: number, y: number])[][];
	readonly frames: string;
	readonly weight: string;
}

const goldenFile = new URL('../../core/guidance/fixtures/golden.json', import.meta.url);
const golden: GoldenCase[] = JSON.parse(await readFile(goldenFile, 'utf8'));
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'wan-ati-sample-'));
});
afterAll(() => rm(folder, { recursive: true }));

const write = async (name: string, content: string): Promise<string> => {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
};
const asJson = ({ tracks }: GoldenCase): string =>
	JSON.stringify(tracks.map((track) => track.map(([x, y]) => ({ x, y }))));
const sizeOf = ({ width, height, length }: GoldenCase): string[] =>
	['--width', width, '--height', height, '--length', length].map(String);

test.each(golden)('$name: the frames of the node, as one bare array', async (c) => {
	const file = await write('tracks.json', asJson(c));
	const { code, out } = await runCli(['sample', file, ...sizeOf(c), '--as-is', '--json']);
	expect(code).toBe(0);
	const table: [number, number, number][][] = JSON.parse(out);
	expect(table).toHaveLength(c.length);
	const frames = valuesOf(Buffer.from(c.frames, 'base64'));
	let farthest = 0;
	table.forEach((cells, k) => {
		cells.forEach(([x, y, visible], n) => {
			const at = (k * cells.length + n) * 3;
			expect(visible).toBe(frames[at + 2]! > 0 ? 1 : 0);
			if (visible) farthest = Math.max(farthest, Math.hypot(x - frames[at]!, y - frames[at + 1]!));
		});
	});
	expect(farthest).toBeLessThan(0.01);
});

test.each(golden)('$name: the weights of the node, within 1e-4', async (c) => {
	const file = await write('tracks.json', asJson(c));
	const output = join(folder, 'weights.npy');
	const options = ['--temperature', String(c.temperature), '--topk', String(c.topk)];
	const done = await runCli([
		...['influence', file, ...sizeOf(c), '--as-is', ...options, '-o', output, '--json'],
	]);
	expect(done.code).toBe(0);
	const rows = Math.floor(c.height / 8);
	const columns = Math.floor(c.width / 8);
	expect(JSON.parse(done.out).shape).toEqual([1 + (c.length - 1) / 4, rows, columns]);
	const ours = valuesOf(await readFile(output));
	const theirs = valuesOf(Buffer.from(c.weight, 'base64'));
	expect(ours).toHaveLength(theirs.length);
	let farthest = 0;
	ours.forEach((weight, i) => {
		farthest = Math.max(farthest, Math.abs(weight - theirs[i]!));
	});
	expect(farthest).toBeLessThan(1e-4);
});

test('a project gives its visible tracks in frame pixels, at samples, frames or latent steps', async () => {
	const image = {
		sha256: 'a'.repeat(64),
		width: 1664,
		height: 960,
		name: 'a.png',
		mediaType: 'image/png',
	};
	const document = { ...emptyDocument, image };
	const track = createTrack(document, 'a', 'path', [
		{ x: 0, y: 480, mode: 'smooth' },
		{ x: 1600, y: 480, mode: 'smooth' },
	]);
	const hidden = { ...track, id: 'b', visible: false };
	const file = await write(
		'a.wanati.json',
		serializeProject({ ...document, tracks: [track, hidden] }),
	);
	const table = async (at: string) =>
		JSON.parse((await runCli(['sample', file, '--at', at, '--json'])).out);
	const samples = await table('samples');
	expect([samples.length, samples[0], samples[120]]).toEqual([121, [[0, 240, 1]], [[800, 240, 1]]]);
	expect(await table('frames')).toHaveLength(81);
	expect(await table('latent')).toHaveLength(21);
	const { out } = await runCli(['sample', file, '--at', 'latent', '--csv']);
	expect(out.split('\n').slice(0, 2)).toEqual(['frame,track,x,y,visible', '0,0,0,240,1']);
});

test.each([
	['[[]]', [], /IndexError/],
	['[[{"x":1}]]', [], /KeyError/],
	['[[[1,2]]]', [], /TypeError/],
	['[[{"x":1,"y":2},{"x":3,"y":4}]]', ['--length', '121'], /121 frames/],
])('%s %j as is: ends with 3 and the reason', async (content, options, reason) => {
	const file = await write('bad.json', content);
	const { code, out, err } = await runCli(['sample', file, ...options, '--as-is']);
	expect([code, out]).toEqual([3, '']);
	expect(err).toMatch(reason);
	const target = join(folder, 'never.npy');
	const refused = await runCli(['influence', file, ...options, '--as-is', '-o', target]);
	expect(refused.code).toBe(3);
	await expect(readFile(target)).rejects.toThrow('ENOENT');
});

/** The float32 values of a NumPy file, version 1. */
function valuesOf(bytes: Buffer): Float32Array {
	const start = 10 + bytes.readUInt16LE(8);
	expect(bytes.toString('latin1', 10, start)).toContain("'<f4'");
	return new Float32Array(Uint8Array.from(bytes.subarray(start)).buffer);
}

test("a project's camera is in its samples, but for tracks that stay on the screen", async () => {
	const image = {
		sha256: 'a'.repeat(64),
		width: 832,
		height: 480,
		name: 'a',
		mediaType: 'image/png',
	};
	const pin = createTrack(emptyDocument, 'pin', 'pin', [{ x: 100, y: 100, mode: 'smooth' }]);
	const pan = { x: 120, y: 0, zoom: 1, roll: 0, orbit: 0, handheld: 0 };
	const document = {
		...emptyDocument,
		image,
		tracks: [pin, { ...pin, id: 'fixed', staysOnScreen: true }],
		camera: { seed: 1, keys: [{ ...pan, time: 1, easing: 'linear' as const }] },
	};
	const file = await write('camera.wanati.json', serializeProject(document));
	const size = ['--width', '832', '--height', '480', '--length', '81'];
	const { out } = await runCli(['sample', file, ...size, '--at', 'samples', '--json']);
	const table: [number, number, number][][] = JSON.parse(out);
	expect(table).toHaveLength(121);
	for (const [i, cells] of table.entries())
		expect(cells).toEqual([
			[100 + i, 100, 1],
			[100, 100, 1],
		]);
});
