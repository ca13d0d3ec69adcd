import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serializeAtiTracks } from '../src/core/formats/atiTracks.ts';
import type { BenchResult } from './sampling.bench.ts';

const files = 1000;
const tracksPerFile = 100;
const targetSeconds = 10;

/** `wan-ati validate` on 1000 files of 100 tracks, from the start of the process to its end; the built command line. */
export default async function run(): Promise<BenchResult[]> {
	const folder = mkdtempSync(join(tmpdir(), 'wan-ati-validate-'));
	try {
		const names = Array.from({ length: files }, (_, n) => `${n}.json`);
		for (const [n, name] of names.entries()) writeFileSync(join(folder, name), tracksText(n));
		const cli = fileURLToPath(new URL('../dist/cli/wan-ati.mjs', import.meta.url));
		const start = performance.now();
		const { status, stderr } = spawnSync(process.execPath, [cli, 'validate', '--quiet', ...names], {
			cwd: folder,
			encoding: 'utf8',
			maxBuffer: 256 * 1024 * 1024,
			env: { ...process.env, WAN_ATI_LANG: 'en' },
		});
		const value = Math.round((performance.now() - start) / 100) / 10;
		// 3: tracks that start outside the frame are an error of theirs, not of the bench.
		if (status !== 0 && status !== 3) throw new Error(`validate ended with ${status}: ${stderr}`);
		return [
			{
				name: `validate ${files} files of ${tracksPerFile} tracks`,
				value,
				unit: 's',
				target: `< ${targetSeconds} s`,
				ok: value < targetSeconds,
			},
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Straight and curved ways all over the frame; another set for each file. */
function tracksText(seed: number): string {
	let state = seed * 2654435761 + 1;
	const random = () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
	return serializeAtiTracks(
		Array.from({ length: tracksPerFile }, () => {
			const [x, y] = [16 + 800 * random(), 16 + 440 * random()];
			const [dx, dy, bend] = [200 * random() - 100, 200 * random() - 100, 20 * random()];
			return Float64Array.from({ length: 242 }, (_, i) => {
				const t = Math.floor(i / 2) / 120;
				return i % 2 === 0 ? x + dx * t : y + dy * t + bend * Math.sin(6 * t);
			});
		}),
	);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
	for (const { name, value, unit, target } of await run())
		console.log(`${name}: ${value} ${unit} (target ${target})`);
