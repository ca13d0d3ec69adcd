import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { decodeVideo } from '#media/node/decodeVideo.ts';
import { loadVideoCodecs } from '#media/node/optionalPackages.ts';
import { type Standin, type StandinOptions, startStandin } from '#standin/createStandin.ts';
import { runCli, temporaryFolder } from '../testing/runCli.ts';
import { smallFlags, smallTracks, writeSmallShot } from '../testing/smallShot.ts';

const folder = temporaryFolder();
let standin: Standin | undefined;

const codecs = await loadVideoCodecs();
const cannot = (await writeSmallShot(folder.path)) ?? (codecs.ok ? undefined : codecs.error);

beforeAll(() => {
	const tracks = smallTracks();
	const broken: unknown[][] = tracks.map((track) => [...track]);
	broken[1]![17] = { x: 1, y: null };
	writeFileSync(join(folder.path, 'broken.json'), JSON.stringify(broken));
	const outside = tracks.map((track) => track.map(({ x, y }) => ({ x: x - 50, y })));
	writeFileSync(join(folder.path, 'outside.json'), JSON.stringify(outside));
	writeFileSync(join(folder.path, 'text.png'), 'no picture');
});
afterEach(async () => {
	await standin?.close();
	standin = undefined;
});
afterAll(() => folder.dispose());

async function start(options: StandinOptions = {}): Promise<Standin> {
	standin = await startStandin({ stepMs: 1, ...options });
	return standin;
}

const generate = (
	url: string,
	args: readonly string[],
	options: Parameters<typeof runCli>[1] = {},
) =>
	runCli(['generate', ...smallFlags, '--comfyui', url, ...args], { cwd: folder.path, ...options });

/** No result, and nothing half written. */
const leftovers = (): string[] =>
	readdirSync(folder.path).filter((name) => name.endsWith('.part') || name === 'never.mp4');

describe.skipIf(cannot)('generate', () => {
	test('writes the whole video and says one JSON document', async () => {
		const { url, runs } = await start();
		const args = ['--seed', '7', '--prompt', 'a dot moves', '--json', '-o', 'v.mp4'];
		const { code, out, err } = await generate(url, args);
		expect([code, err]).toEqual([0, expect.stringContaining('wrote v.mp4')]);
		const document = JSON.parse(out);
		expect(document).toMatchObject({
			ok: true,
			output: 'v.mp4',
			seed: 7,
			video: { width: 160, height: 96, frameCount: 9, fps: 16 },
			promptId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			tracks: 2,
			fromCache: false,
		});
		const bytes = new Uint8Array(readFileSync(join(folder.path, 'v.mp4')));
		expect(document.video.byteLength).toBe(bytes.length);
		let frames = 0;
		for await (const frame of decodeVideo(bytes)) {
			expect([frame.width, frame.height]).toEqual([160, 96]);
			frames++;
		}
		expect(frames).toBe(9);
		const sent = Object.values(runs[0]?.graph ?? {});
		const tracks = sent.find((node) => node.class_type === 'PrimitiveStringMultiline');
		expect(JSON.parse(String(tracks?.inputs.value))).toEqual(smallTracks());
		const sampler = sent.find((node) => node.class_type === 'KSampler');
		expect(sampler?.inputs).toMatchObject({ seed: 7, steps: 4 });
		expect(leftovers()).toEqual([]);
	});

	test('says nothing but what is asked: --quiet on stderr, nothing on stdout', async () => {
		const { url } = await start();
		expect(await generate(url, ['--quiet', '-o', 'q.mp4'])).toEqual({ code: 0, out: '', err: '' });
		expect(existsSync(join(folder.path, 'q.mp4'))).toBe(true);
	});

	test('shows progress in plain lines where there is no terminal, and the log as JSON when asked', async () => {
		const { url } = await start();
		const { err } = await generate(url, ['--log-json', '--log-level', 'debug', '-o', 'p.mp4']);
		expect(err).toMatch(/^ +\d+ % Sampler 4\/4$/m);
		expect(err).not.toContain('\u001b');
		const entries = err
			.split('\n')
			.filter((line) => line.startsWith('{'))
			.map((line) => JSON.parse(line));
		const post = entries.find(({ message }) => message.startsWith(`POST ${url}/prompt`));
		expect(post).toMatchObject({ httpStatus: 200, level: 'debug', jobId: expect.any(String) });
		expect(entries.at(-1)?.phase).toBe('done');
	});

	test('nobody there is 4', async () => {
		const { url } = await start();
		await standin?.close();
		standin = undefined;
		const { code, out, err } = await generate(url, ['--json', '-o', 'never.mp4']);
		expect(code).toBe(4);
		expect(JSON.parse(out).error).toMatchObject({ kind: 'unreachable', url });
		expect(err).not.toContain('    at ');
		expect(leftovers()).toEqual([]);
	});

	test('a missing model is a refusal: 5, with its name and folder, before anything is sent', async () => {
		const { url, fetchLog } = await start({ missingModels: ['wan_2.1_vae.safetensors'] });
		const { code, out } = await generate(url, ['--json', '-o', 'never.mp4']);
		expect(code).toBe(5);
		expect(JSON.parse(out).error).toMatchObject({
			kind: 'missingModel',
			file: 'wan_2.1_vae.safetensors',
			folder: 'vae',
		});
		expect(fetchLog.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	test('a run that fails on the server is 1', async () => {
		const { url } = await start({ behaviour: { failWith: 'oom' } });
		const { code, err } = await generate(url, ['-o', 'never.mp4']);
		expect(code).toBe(1);
		expect(err).toContain('Out of GPU memory');
		expect(leftovers()).toEqual([]);
	});

	test.each([
		[['--tracks', 'broken.json'], /broken\.json: tracks\[1\]\[17\]\.y is null/],
		[['--tracks', 'outside.json'], /Track 1 starts outside the frame/],
		[['--tracks', 'nowhere.json'], /nowhere\.json cannot be read: ENOENT/],
		[['--image', 'text.png'], /text\.png is a file of another kind: text/],
		[['--length', '121'], /121 frames do not work/],
	])('%j is 3 and nothing is sent', async (args, message) => {
		const { url, fetchLog } = await start();
		const { code, err } = await generate(url, [...args, '-o', 'never.mp4']);
		expect(code).toBe(3);
		expect(err).toMatch(message);
		expect(fetchLog).toEqual([]);
	});

	test('the place in the file is in the JSON document', async () => {
		const { url } = await start();
		const { out } = await generate(url, ['--tracks', 'broken.json', '--json', '-o', 'never.mp4']);
		expect(JSON.parse(out)).toMatchObject({
			ok: false,
			exitCode: 3,
			error: { kind: 'badNumber', file: 'broken.json', path: 'tracks[1][17].y' },
		});
	});

	test.each(['0.33.0', '0.3.64'] as const)(
		'Ctrl-C stops the run on a ComfyUI %s, leaves no file and ends with 130',
		async (versionLike) => {
			const { url, runs } = await start({ stepMs: 300, versionLike });
			let sent = false;
			const { code, out } = await generate(url, ['--json', '--steps', '200', '-o', 'never.mp4'], {
				onErr: (err, child) => {
					if (sent || !/Sampler 1\/200|Running/.test(err)) return;
					sent = true;
					child.kill('SIGINT');
				},
			});
			expect(code).toBe(130);
			expect(JSON.parse(out)).toMatchObject({ ok: false, error: { kind: 'interrupted' } });
			expect(runs[0]?.state).toBe('interrupted');
			const queue = await (await fetch(`${url}/queue`)).json();
			expect(queue).toEqual({ queue_running: [], queue_pending: [] });
			expect(leftovers()).toEqual([]);
		},
	);

	test('a token goes to its server, and into no log', async () => {
		const { url } = await start();
		writeFileSync(join(folder.path, 'token'), 's3cret-value\n');
		const seen: (string | undefined)[] = [];
		const { createServer } = await import('node:http');
		const guard = createServer((request, response) => {
			seen.push(request.headers.authorization);
			response.writeHead(401).end('{}');
		});
		await new Promise<void>((done) => guard.listen(0, '127.0.0.1', done));
		try {
			const { port } = guard.address() as { port: number };
			const args = ['--token-file', 'token', '--log-level', 'debug', '-o', 'never.mp4'];
			const { code, err } = await generate(`http://127.0.0.1:${port}`, args);
			expect(code).toBe(5);
			expect(seen[0]).toBe('Bearer s3cret-value');
			expect(err).not.toContain('s3cret');
		} finally {
			guard.close();
			guard.closeAllConnections();
		}
		expect(url).not.toBe('');
	});

	test('a video for each seed, on several servers; frames, numbers and settings beside them', async () => {
		const { url, runs } = await start();
		const other = await startStandin({ stepMs: 1 });
		try {
			const args = ['--comfyui', other.url, '--seeds', '3-4', '-o', 'seed-{seed}.mp4', '--json'];
			const { code, out } = await generate(url, [...args, '--metrics', '--frames', 'frames']);
			expect(code).toBe(0);
			expect(JSON.parse(out)).toMatchObject({
				runs: [
					{ output: 'seed-3.mp4', seed: 3, sidecar: 'seed-3.mp4.json' },
					{ output: 'seed-4.mp4', seed: 4, metrics: { adherence: { tracks: [{}, {}] } } },
				],
			});
			expect(runs.length + other.runs.length).toBe(2);
			expect(readdirSync(join(folder.path, 'frames-3'))).toHaveLength(9);
			const sidecar = JSON.parse(readFileSync(join(folder.path, 'seed-3.mp4.json'), 'utf8'));
			expect(sidecar).toMatchObject({
				format: 'wan-ati result',
				seed: 3,
				shot: { steps: 4 },
				models: { vae: 'wan_2.1_vae.safetensors' },
				timings: { runningMs: expect.any(Number) },
			});
			expect(readdirSync(folder.path).filter((name) => name.includes('journal'))).toEqual([]);
		} finally {
			await other.close();
		}
	});

	test('a run that a killed process left is picked up with --resume: nothing is sent twice', async () => {
		const { url, runs } = await start({ stepMs: 150 });
		const args = ['--json', '--steps', '20', '-o', 'picked.mp4'];
		let killed = false;
		await generate(url, args, {
			onErr: (err, child) => {
				if (killed || !/Sampler 1\/20|Running/.test(err)) return;
				killed = true;
				child.kill('SIGKILL');
			},
		});
		expect(leftovers()).toEqual([]);
		const { code, out } = await generate(url, [...args, '--resume']);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			output: 'picked.mp4',
			promptId: runs[0]?.item.promptId,
		});
		expect(runs).toHaveLength(1);
		expect(readdirSync(folder.path).filter((name) => name.includes('journal'))).toEqual([]);
	});

	test('runs in a workflow of one’s own, bound as told', async () => {
		const { url, runs } = await start();
		const own = new URL('../../../workflows/video_wan_ati.json', import.meta.url).pathname;
		const args = ['--workflow', own, '--bind', 'steps=', '--seed', '9', '--json', '-o', 'own.mp4'];
		const { code, out } = await generate(url, args);
		expect([code, JSON.parse(out).models]).toEqual([0, undefined]);
		const sampler = Object.values(runs[0]?.graph ?? {}).find((n) => n.class_type === 'KSampler');
		expect(sampler?.inputs).toMatchObject({ seed: 9, steps: 20 });
		const none = ['--workflow', own, '--bind', 'tracks=', '-o', 'never.mp4'];
		expect((await generate(url, none)).code).toBe(3);
		expect((await generate(url, ['--bind', 'steps=', '-o', 'never.mp4'])).code).toBe(2);
	});
});
