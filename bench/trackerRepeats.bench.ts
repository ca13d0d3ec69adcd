import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchResult } from './sampling.bench.ts';
import { runWhenStarted } from './support/printResults.ts';
import { trackerVideo } from './support/trackers/trackerVideo.ts';

const processes = Number(process.env.PROCESSES ?? '48');
const atATime = 6;

/**
 * Whether the tracker always finds the same places in the same frames: followed three times in each of many processes, more of
 * them at a time than the machine has cores. A quicker tracker once did not (docs/adr/0011-results.md).
 */
export default async function run(): Promise<BenchResult[]> {
	const folder = mkdtempSync(join(tmpdir(), 'wan-ati-repeats-'));
	try {
		const { bytes } = await trackerVideo();
		const file = join(folder, 'video.mp4');
		writeFileSync(file, bytes);
		const script = join(import.meta.dirname, 'support/trackers/followAgain.ts');
		const answers: string[][] = [];
		for (let begun = 0; begun < processes; begun += atATime) {
			const some = Array.from({ length: Math.min(atATime, processes - begun) }, async () => {
				const { stdout } = await promisify(execFile)(process.execPath, [script, file]);
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

function mostFrequent(all: readonly string[]): string | undefined {
	const counts = new Map<string, number>();
	for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

await runWhenStarted(import.meta.url, run);
