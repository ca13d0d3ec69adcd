import { pathToFileURL } from 'node:url';
import type { BenchResult } from '../sampling.bench.ts';

/** Runs a bench when Node was started with its file, and prints its figures beside their targets. */
export async function runWhenStarted(
	fileUrl: string,
	run: () => Promise<readonly BenchResult[]>,
): Promise<void> {
	if (fileUrl !== pathToFileURL(process.argv[1] ?? '').href) return;
	for (const { name, value, unit, target, ok } of await run())
		console.log(`${name}: ${value} ${unit} (target ${target}${ok ? '' : ', over'})`);
}
