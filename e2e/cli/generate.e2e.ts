import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { startProcess } from '../support/startProcess.ts';

const main = resolve('dist/cli/wan-ati.mjs');
const starter = (name: string): string => resolve('public/examples', name);

/** The built command line, in a folder that is not the checkout's. */
const run = (cwd: string, ...args: string[]) =>
	spawnSync(process.execPath, [main, ...args], { cwd, encoding: 'utf8' });

test('the built command line checks, draws and generates from any folder', async () => {
	const standin = await startProcess(['src/standin/main.ts', '--port', '0', '--step-ms', '5']);
	const folder = mkdtempSync(join(tmpdir(), 'wan-ati-e2e-'));
	try {
		const shot = ['--image', starter('fox.webp'), '--tracks', starter('fox.json')];
		expect(run(folder, 'validate', starter('fox.json'))).toMatchObject({ status: 0 });
		expect(run(folder, 'visualize', ...shot, '-o', 'fox.svg')).toMatchObject({ status: 0 });
		expect(readFileSync(join(folder, 'fox.svg'), 'utf8')).toContain('</svg>');
		const small = ['--width', '160', '--height', '96', '--length', '9', '--steps', '2'];
		const target = ['--comfyui', standin.url, '-o', 'fox.mp4', '--json'];
		const { status, stdout, stderr } = run(folder, 'generate', ...shot, ...small, ...target);
		expect([status, stderr]).toEqual([0, expect.stringContaining('wrote fox.mp4')]);
		expect(JSON.parse(stdout)).toMatchObject({ ok: true, video: { frameCount: 9, width: 160 } });
		expect(existsSync(join(folder, 'fox.mp4'))).toBe(true);
	} finally {
		await standin.stop();
		rmSync(folder, { recursive: true, force: true });
	}
});
