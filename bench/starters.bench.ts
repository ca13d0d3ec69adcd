import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchResult } from './sampling.bench.ts';
import { runWhenStarted } from './support/printResults.ts';
import { sceneIds } from './support/scenes/sceneTruth.ts';
import { measureStarterDraft } from './support/scenes/starterDraft.ts';

/** Targets of issue 5: the draft of every starter shot follows its own plan. */
const mostErrorPx = 1;
const leastAcc1 = 0.97;

/**
 * Drafts every starter shot and measures it against its tracks, with the same code on both sides.
 * `STARTERS=id,id` takes some only; `STARTER_VIDEOS=DIR` keeps the videos.
 */
export default async function run(): Promise<BenchResult[]> {
	const only = process.env.STARTERS?.split(',');
	const keep = process.env.STARTER_VIDEOS;
	const results: BenchResult[] = [];
	for (const id of sceneIds) {
		if (only && !only.includes(id)) continue;
		const { adherence, video } = await measureStarterDraft(id);
		if (keep) {
			mkdirSync(keep, { recursive: true });
			writeFileSync(join(keep, `${id}.mp4`), video);
		}
		const { meanErrorPx, acc1 } = adherence;
		results.push(
			{
				name: `draft of ${id}: mean distance from its tracks`,
				value: rounded(meanErrorPx ?? Number.NaN),
				unit: 'px',
				target: `<= ${mostErrorPx} px`,
				ok: meanErrorPx !== null && meanErrorPx <= mostErrorPx,
			},
			{
				name: `draft of ${id}: share of places within 1 % of the diagonal`,
				value: rounded(acc1 ?? Number.NaN),
				unit: '',
				target: `>= ${leastAcc1}`,
				ok: acc1 !== null && acc1 >= leastAcc1,
			},
		);
		const misses = adherence.tracks
			.filter((track) => track.acc1 === null || track.acc1 < leastAcc1)
			.map((track) => `track ${track.track}: ${track.meanErrorPx?.toFixed(2) ?? 'lost'} px`);
		if (misses.length > 0) console.log(`${id}: ${misses.join(', ')}`);
	}
	return results;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

await runWhenStarted(import.meta.url, run);
