import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli, temporaryFolder } from './testing/runCli.ts';
import { smallTracks } from './testing/smallShot.ts';

const folder = temporaryFolder();
afterAll(() => folder.dispose());
writeFileSync(join(folder.path, 'tracks.json'), JSON.stringify(smallTracks()));
writeFileSync(join(folder.path, 'pair.json'), '[[[1,2],[3,4]]]');
writeFileSync(join(folder.path, 'plan.yaml'), '- {track: tracks.json, seeds: 3}\n');

/** Commands whose document does not depend on time, machine or chance. */
const commands = [
	['validate', 'tracks.json', 'pair.json', 'nowhere.json'],
	['validate', '--fix', 'tracks.json'],
	['convert', 'tracks.json', 'out.csv'],
	['workflow', 'inspect', 'nowhere.json'],
	['batch', 'plan.yaml'],
	['generate', '--tracks', 'tracks.json', '-o', 'v.mp4', '--seed', '1', '--seeds', '1,2'],
	['metrics', 'nowhere.mp4', '--tracks', 'tracks.json'],
] as const;

test('--json documents are as they were', async () => {
	const documents: string[] = [];
	for (const words of commands) {
		const { code, out } = await runCli([...words, '--json', '-q'], { cwd: folder.path });
		expect(JSON.parse(out)).toMatchObject({ ok: code === 0, exitCode: code });
		documents.push(`$ wan-ati ${words.join(' ')} --json\n${out}`);
	}
	await expect(documents.join('\n')).toMatchFileSnapshot('fixtures/json.txt');
}, 120_000);
