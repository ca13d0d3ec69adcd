import { execFileSync, spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { startProcess } from '../support/startProcess.ts';

const starter = (name: string): string => resolve('public/examples', name);

/** Bytes and packages below a folder. */
function weigh(folder: string): { bytes: number; packages: number } {
	const sum = { bytes: 0, packages: 0 };
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		if (entry.isFile()) sum.bytes += lstatSync(path).size;
		if (/node_modules[\\/](@[^\\/]+[\\/])?[^\\/@.]+[\\/]package\.json$/.test(path)) sum.packages++;
	}
	return sum;
}

test('a global install of the packed file is small, and its commands run without the optional packages', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'wan-ati-install-'));
	const npm = (...args: string[]) => execFileSync('npm', args, { encoding: 'utf8' });
	try {
		npm('pack', '--ignore-scripts', '--pack-destination', folder);
		const packed = join(folder, readdirSync(folder)[0] ?? '');
		const prefix = join(folder, 'global');
		npm('install', '--global', '--prefix', prefix, '--prefer-offline', packed);
		const { bytes, packages } = weigh(prefix);
		expect(bytes).toBeLessThan(40e6);
		expect(packages).toBeGreaterThan(1);
		expect(packages).toBeLessThan(60);

		const main = join(prefix, 'lib/node_modules/wan-ati/dist/cli/wan-ati.mjs');
		const run = (...args: string[]) =>
			spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
		expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
		expect(run('validate', starter('fox.json'))).toMatchObject({ status: 0 });
		expect(run('convert', starter('fox.json'), 'fox.csv')).toMatchObject({ status: 0 });
		const shot = ['--image', starter('fox.webp'), '--tracks', starter('fox.json')];
		expect(run('generate', '--engine', 'draft', ...shot, '-o', 'fox.mp4')).toMatchObject({
			status: 1,
			stderr: expect.stringContaining('npm install -g @napi-rs/canvas'),
		});
		const serve = await startProcess([main, 'serve', '--port', '0']);
		expect((await fetch(serve.url)).status).toBe(200);
		await serve.stop();
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
