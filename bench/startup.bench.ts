import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchResult } from './sampling.bench.ts';
import { runWhenStarted } from './support/printResults.ts';

const rounds = 15;
const mostTimes = 2.5;

/** Time of `wan-ati --version` beside `node -e 0`, in turn in one run; the quickest of each, since other work only adds. */
export default async function run(): Promise<BenchResult[]> {
	const cli = fileURLToPath(new URL('../dist/cli/wan-ati.mjs', import.meta.url));
	const best = { bare: Number.POSITIVE_INFINITY, version: Number.POSITIVE_INFINITY };
	for (let round = 0; round < rounds; round++) {
		best.bare = Math.min(best.bare, timeOf(['-e', '0']));
		best.version = Math.min(best.version, timeOf([cli, '--version']));
	}
	const times = Math.round((best.version / best.bare) * 100) / 100;
	return [
		{
			name: `wan-ati --version beside node -e 0 (${Math.round(best.version)} and ${Math.round(best.bare)} ms)`,
			value: times,
			unit: 'times',
			target: `<= ${mostTimes} times`,
			ok: times <= mostTimes,
		},
	];
}

function timeOf(args: readonly string[]): number {
	const start = performance.now();
	const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
	return performance.now() - start;
}

await runWhenStarted(import.meta.url, run);
