import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startStandin } from '../src/standin/createStandin.ts';
import type { BenchResult } from './sampling.bench.ts';
import { runWhenStarted } from './support/printResults.ts';

const processes = Number(process.env.PROCESSES ?? '48');
const atATime = 6;
const start = promisify(execFile);

/** Two that move and one that stays, px of 832x480. */
const tracks = [
	[330, 300, 137, -20],
	[250, 150, 27, 23],
	[700, 180, 0, 0],
].map(([x = 0, y = 0, dx = 0, dy = 0]) =>
	Array.from({ length: 121 }, (_, i) => ({ x: x + (dx * i) / 120, y: y + (dy * i) / 120 })),
);

/**
 * Whether the tracker always finds the same places in the same frames: followed three times in each of many processes, more of
 * them at a time than the machine has cores, with the flags of this one. Once it did not (docs/adr/0011-results.md).
 */
export default async function run(): Promise<BenchResult[]> {
	const folder = mkdtempSync(join(tmpdir(), 'wan-ati-repeats-'));
	try {
		const file = await sailboatVideo(folder);
		const starts = JSON.stringify(tracks.map(([start]) => start));
		const script = join(import.meta.dirname, 'support/trackers/followAgain.ts');
		const answers: string[][] = [];
		for (let begun = 0; begun < processes; begun += atATime) {
			const some = Array.from({ length: Math.min(atATime, processes - begun) }, async () => {
				const { stdout } = await start(process.execPath, [
					...process.execArgv,
					script,
					file,
					starts,
				]);
				return stdout.trim().split('\n');
			});
			answers.push(...(await Promise.all(some)));
		}
		const usual = mostFrequent(answers.flat());
		const odd = answers.filter((places) => places.some((one) => one !== usual)).length;
		return [
			{
				name: `processes of ${processes} in which the same frames gave other places`,
				value: odd,
				unit: '',
				target: '0',
				ok: odd === 0,
			},
		];
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** What the stand-in makes of a boat on water with these tracks. */
async function sailboatVideo(folder: string): Promise<string> {
	const [plan, file] = [join(folder, 'tracks.json'), join(folder, 'video.mp4')];
	writeFileSync(plan, JSON.stringify(tracks));
	const standin = await startStandin({ stepMs: 2 });
	try {
		const shot = [
			'--image',
			'public/examples/sailboat.webp',
			'--tracks',
			plan,
			'--prompt',
			'A boat',
		];
		const engine = ['--engine', 'comfy', '--comfyui', standin.url, '-o', file];
		await start(process.execPath, ['dist/cli/wan-ati.mjs', 'generate', ...shot, ...engine]);
	} finally {
		await standin.close();
	}
	return file;
}

function mostFrequent(all: readonly string[]): string | undefined {
	const counts = new Map<string, number>();
	for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

await runWhenStarted(import.meta.url, run);
