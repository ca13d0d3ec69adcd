import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import type { BenchResult } from './sampling.bench.ts';
import { runWhenStarted } from './support/printResults.ts';
import { machineLoad, waitForPicture, withStudioBrowser } from './support/studioBrowser.ts';

const limitKiB = 250;

/**
 * The JavaScript that a first visit asks for until the canvas shows the sample's picture and takes the hand: the sum of
 * each file by `gzip -9`. What is asked for earlier and not needed counts too.
 */
export default async function run(): Promise<BenchResult[]> {
	const { files, drawnMs } = await withStudioBrowser(async ({ url, context }) => {
		const page = await context.newPage();
		const scripts: Response[] = [];
		page.on('response', (response) => {
			if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response);
		});
		await page.goto(`${url}/`);
		const drawnMs = await waitForPicture(page);
		await page.waitForLoadState('networkidle');
		const early = await page.evaluate(
			(end) =>
				performance
					.getEntriesByType('resource')
					.filter(({ startTime }) => startTime <= end)
					.map(({ name }) => name),
			drawnMs,
		);
		const files = await Promise.all(
			scripts
				.filter((response) => early.includes(response.url()))
				.map(async (response) => ({
					name: new URL(response.url()).pathname.split('/').at(-1) ?? '',
					bytes: gzipSync(await response.body(), { level: 9 }).length,
				})),
		);
		return { files, drawnMs };
	});
	console.log(`  drawn ${Math.round(drawnMs)} ms after the page began; ${machineLoad()}`);
	for (const { name, bytes } of files.sort((a, b) => b.bytes - a.bytes))
		console.log(`  ${inKiB(bytes).toFixed(1).padStart(6)} KiB  ${name}`);
	const value = inKiB(files.reduce((sum, { bytes }) => sum + bytes, 0));
	return [
		{
			name: `JavaScript before the canvas is usable, ${files.length} files`,
			value: Math.round(value * 10) / 10,
			unit: 'KiB gzip',
			target: `<= ${limitKiB} KiB gzip`,
			ok: value <= limitKiB,
		},
	];
}

const inKiB = (bytes: number): number => bytes / 1024;

await runWhenStarted(import.meta.url, run);
