import { pathToFileURL } from 'node:url';
import type { Track } from '../src/core/document/document.ts';
import { createTrack, emptyDocument } from '../src/core/document/document.ts';
import { sampleTrack } from '../src/core/trajectory/sampleTrack.ts';

/** One measured promise of the README; `ok` says whether the target was met on this machine. */
export interface BenchResult {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly target: string;
	readonly ok: boolean;
}

const trackCount = 1000;
const targetMs = 50;

/** Sampling 1000 new tracks of 10 smooth points to 121 positions each: the median of 9 rounds after warming up. */
export default async function run(): Promise<BenchResult[]> {
	const rounds: number[] = [];
	for (let round = 0; round < 12; round++) {
		const tracks = makeTracks(round); // new objects: nothing is remembered of them
		const start = performance.now();
		for (const track of tracks) sampleTrack(track);
		if (round >= 3) rounds.push(performance.now() - start);
	}
	const value = rounds.sort((a, b) => a - b)[Math.floor(rounds.length / 2)]!;
	return [
		{
			name: `sampling ${trackCount} tracks x 121`,
			value: Math.round(value * 10) / 10,
			unit: 'ms',
			target: `< ${targetMs} ms`,
			ok: value < targetMs,
		},
	];
}

function makeTracks(seed: number): Track[] {
	return Array.from({ length: trackCount }, (_, n) =>
		createTrack(
			emptyDocument,
			`${n}`,
			'path',
			Array.from({ length: 10 }, (_, i) => ({
				x: 400 + 300 * Math.sin(n + seed + i * 1.7),
				y: 240 + 200 * Math.cos(n * 0.7 + seed + i * 2.3),
				mode: 'smooth' as const,
			})),
		),
	);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
	for (const { name, value, unit, target } of await run())
		console.log(`${name}: ${value} ${unit} (target ${target})`);
