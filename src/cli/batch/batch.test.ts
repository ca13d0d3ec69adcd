import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { loadVideoCodecs } from '#media/node/optionalPackages.ts';
import { type Standin, type StandinOptions, startStandin } from '#standin/createStandin.ts';
import { runCli, temporaryFolder } from '../testing/runCli.ts';
import { writeSmallShot } from '../testing/smallShot.ts';

const folder = temporaryFolder();
const standins: Standin[] = [];
const codecs = await loadVideoCodecs();
const cannot = (await writeSmallShot(folder.path)) ?? (codecs.ok ? undefined : codecs.error);

const small = 'width: 160\n  height: 96\n  length: 9\n  steps: 4';
/** A plan of its own for each test, with its journal and its videos. */
function putPlan(name: string, jobs: string): string {
	const file = `${name}.yaml`;
	writeFileSync(join(folder.path, file), `defaults:\n  image: picture.png\n  ${small}\n${jobs}`);
	return file;
}
async function start(options: StandinOptions = {}): Promise<Standin> {
	const standin = await startStandin({ stepMs: 1, ...options });
	standins.push(standin);
	return standin;
}
const batch = (
	plan: string,
	servers: readonly Standin[],
	args: readonly string[] = [],
	options: Parameters<typeof runCli>[1] = {},
) =>
	runCli(['batch', plan, '--json', ...args, ...servers.flatMap(({ url }) => ['--comfyui', url])], {
		cwd: folder.path,
		...options,
	});
const frees = ({ fetchLog }: Standin): number =>
	fetchLog.filter(({ path }) => path === '/free').length;
const seedsOf = ({ runs }: Standin): unknown[] =>
	runs.map(
		({ graph }) => Object.values(graph).find((n) => n.class_type === 'KSampler')?.inputs.seed,
	);

afterEach(async () => {
	for (const standin of standins.splice(0)) await standin.close();
});
afterAll(() => folder.dispose());

describe.skipIf(cannot)('batch', () => {
	test("ATI's own list is a plan as it is; --dry-run sends and writes nothing", async () => {
		const list = `- image: picture.png\n  text: "a dot"\n  track: tracks.json\n- image: picture.png\n  text: two dots\n  track: tracks.json\n`;
		writeFileSync(join(folder.path, 'test.yaml'), list);
		const standin = await start();
		const args = ['-o', 'ati', '--no-metrics', '--dry-run'];
		const dry = await batch('test.yaml', [standin], args);
		expect(JSON.parse(dry.out).jobs).toMatchObject([{ name: '1-picture' }, { name: '2-picture' }]);
		expect(standin.runs).toHaveLength(0);
		expect(readdirSync(folder.path)).not.toContain('ati');
	});

	test('writes videos, sidecars with numbers, a table and a page; a second time nothing is sent', async () => {
		const jobs =
			'jobs:\n  - {name: dot, tracks: tracks.json, prompt: "a dot, moving", seeds: [1, 2]}\n';
		const plan = putPlan('two', jobs);
		const standin = await start();
		const { code, out } = await batch(plan, [standin]);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({ ok: true, done: 2, output: 'two-videos' });
		const at = (name: string) => readFileSync(join(folder.path, 'two-videos', name), 'utf8');
		expect(readdirSync(join(folder.path, 'two-videos')).sort()).toEqual([
			'2-dot-2.mp4',
			'2-dot-2.mp4.json',
			'dot.mp4',
			'dot.mp4.json',
			'summary.csv',
			'summary.html',
		]);
		expect(JSON.parse(at('dot.mp4.json'))).toMatchObject({
			format: 'wan-ati result',
			seed: 1,
			shot: { prompt: 'a dot, moving', steps: 4 },
			promptId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			metrics: { adherence: { acc5: expect.any(Number) } },
		});
		expect(at('summary.csv')).toMatch(/^name,status,seconds,acc5/);
		expect(at('summary.html')).toContain('<video src="dot.mp4"');
		expect(frees(standin)).toBe(1);
		const again = await batch(plan, [standin]);
		expect([again.code, standin.runs.length, frees(standin)]).toEqual([0, 2, 1]);
		expect(JSON.parse(again.out).jobs[0]).toMatchObject({
			earlier: true,
			acc5: expect.any(Number),
		});
		const fresh = await batch(plan, [standin], ['--fresh', '--no-free', '--no-metrics']);
		expect([fresh.code, standin.runs.length, frees(standin)]).toEqual([0, 4, 1]);
	});

	test('two sizes are two groups; each stays together and the models are freed between', async () => {
		const plan = putPlan(
			'sizes',
			'grid:\n  tracks: tracks.json\n  seed: [1, 2]\n  width: [160, 176]\n',
		);
		const standin = await start();
		const { code } = await batch(plan, [standin], ['--no-metrics', '--per-server', '1']);
		expect([code, seedsOf(standin), frees(standin)]).toEqual([0, [1, 2, 1, 2], 2]);
	});

	test('a job that cannot run is told with its line or its file, and stops no other', async () => {
		const standin = await start();
		const jobs = 'jobs:\n  - {tracks: tracks.json}\n  - {tracks: nowhere.json, name: gone}\n';
		const { code, out, err } = await batch(putPlan('part', jobs), [standin], ['--no-metrics']);
		expect(code).toBe(3);
		expect(JSON.parse(out).jobs).toMatchObject([
			{ status: 'done' },
			{ status: 'invalid', error: { kind: 'unreadable' } },
		]);
		expect(err).toMatch(/gone: .*nowhere\.json cannot be read/);
		const typo = putPlan(
			'typo',
			'jobs:\n  - {tracks: tracks.json}\n  - tracks: tracks.json\n    step: 3\n',
		);
		const wrong = await batch(typo, [standin]);
		expect([wrong.code, JSON.parse(wrong.out).error]).toMatchObject([
			3,
			{ kind: 'unknownKey', path: 'jobs[1].step', line: expect.any(Number) },
		]);
	});

	test('runs that fail by themselves are not tried again; several servers share the work', async () => {
		const [bad, good] = [await start({ behaviour: { failWith: 'oom' } }), await start()];
		const plan = putPlan('oom', 'jobs:\n  - {tracks: tracks.json, seed: 5}\n');
		const oom = await batch(plan, [bad]);
		expect([oom.code, bad.runs.length]).toEqual([1, 1]);
		const many = putPlan('many', 'jobs:\n  - {tracks: tracks.json, seeds: [1, 2, 3, 4]}\n');
		const other = await start();
		const both = await batch(many, [good, other], ['--no-metrics', '--per-server', '1']);
		expect([both.code, good.runs.length + other.runs.length]).toEqual([0, 4]);
		expect(other.runs.length).toBeGreaterThan(0);
	});

	test('Ctrl-C stops the runs on the server; the same command goes on', async () => {
		const standin = await start({ stepMs: 200 });
		const plan = putPlan('stop', 'jobs:\n  - {tracks: tracks.json, seeds: [1, 2, 3], steps: 40}\n');
		let pressed = false;
		const { code } = await batch(plan, [standin], ['--no-metrics'], {
			onErr(err, child) {
				if (pressed || !err.includes('The run is')) return;
				pressed = true;
				child.kill('SIGINT');
			},
		});
		expect(code).toBe(130);
		const queue = await (await fetch(`${standin.url}/queue`)).json();
		expect(queue).toEqual({ queue_running: [], queue_pending: [] });
		expect(readdirSync(join(folder.path, 'stop-videos')).filter((n) => n.includes('mp4'))).toEqual(
			[],
		);
	});

	// `npm run test:long fleet` kills at 50 moments.
	const kills = Number(process.env.BATCH_KILLS ?? '5');
	test(`killed at ${kills} moments and begun again, every job is done once`, async () => {
		const standin = await start({ stepMs: 60 });
		const seeds = Array.from({ length: Math.max(4, Math.ceil(kills / 5)) }, (_, n) => n + 1);
		const plan = putPlan('killed', `jobs:\n  - {tracks: tracks.json, seeds: [${seeds}]}\n`);
		rmSync(join(folder.path, `${plan}.journal`), { force: true });
		const log = ['--no-metrics', '--log-level', 'debug', '--log-json'];
		const moments = [
			/upload\/image/,
			/The run is/,
			/POST \S+\/prompt/,
			/"phase":"running"/,
			/\/view\?/,
		];
		const seen: (string | null)[] = [];
		for (let kill = 0; kill < kills; kill++) {
			// The same five in turn, each time a little later.
			const moment = moments[kill % moments.length]!;
			const laterMs = 37 * Math.floor(kill / moments.length);
			let isDying = false;
			const { code } = await batch(plan, [standin], log, {
				onErr(err, child) {
					if (isDying || !moment.test(err)) return;
					isDying = true;
					setTimeout(() => child.kill('SIGKILL'), laterMs);
				},
			});
			seen.push(code === null ? 'killed' : String(code));
		}
		// Once all is done, a process ends before its moment comes.
		expect(seen.slice(0, 3)).toEqual(['killed', 'killed', 'killed']);
		const { code, out } = await batch(plan, [standin], log);
		expect([code, JSON.parse(out).done]).toEqual([0, seeds.length]);
		expect(seedsOf(standin).sort()).toEqual([...seeds].sort());
		const videos = readdirSync(join(folder.path, 'killed-videos'));
		expect(videos.filter((name) => name.endsWith('.mp4'))).toHaveLength(seeds.length);
		expect(videos.filter((name) => name.endsWith('.part'))).toEqual([]);
	}, 900_000);
});
