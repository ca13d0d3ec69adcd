import type { Page } from '@playwright/test';
import '../src/app/automation/wanAti.ts';
import { createTrack } from '../src/core/document/document.ts';
import type { BenchResult } from './sampling.bench.ts';
import { type FrameTimes, measureFrames, median, shareOnTime } from './support/frameTimes.ts';
import { runWhenStarted } from './support/printResults.ts';
import { machineLoad, waitForPicture, withStudioBrowser } from './support/studioBrowser.ts';

const trackCount = 100;
const pointCount = 10;
const workMs = 5000;
const targetShare = 0.95;
/** Main-thread time that a frame of 60 a second may take with room for the browser's own. */
const targetCpuMs = 8;

/**
 * Frames while a point is dragged with 100 tracks x 10 points over the picture, and while they play, beside those of an
 * empty page in the same browser before and after. A frame is on time when it comes within 1.5 of the empty page's median.
 */
export default async function run(): Promise<BenchResult[]> {
	return withStudioBrowser(async ({ url, context }) => {
		const empty = async () => {
			const page = await context.newPage();
			await page.goto(`${url}/favicon.svg`);
			const frames = await measureFrames(page, () => page.waitForTimeout(workMs / 2));
			await page.close();
			return frames.intervals;
		};
		const before = await empty();
		const page = await context.newPage();
		await page.goto(`${url}/`);
		await waitForPicture(page);
		const point = await openManyTracks(page);
		const undragged = await page.evaluate(() => window.wanAti!.exportTracks());
		const dragged = await measureFrames(page, () => dragRound(page, point));
		if ((await page.evaluate(() => window.wanAti!.exportTracks())) === undragged)
			throw new Error('The drag moved nothing: what was measured is no drag.');
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Play', exact: true }).click();
		const played = await measureFrames(page, () => page.waitForTimeout(workMs));
		await page.close();
		const after = await empty();
		const planned = median(before);
		const quiet = percent(shareOnTime([...before, ...after], planned));
		console.log(
			`  empty page: a frame every ${planned.toFixed(1)} ms, ${quiet} % on time; ${machineLoad()}`,
		);
		return [
			...results(`drag in ${trackCount} tracks x ${pointCount} points`, dragged),
			...results(`play ${trackCount} tracks`, played),
		];

		function results(name: string, { intervals, cpuMs }: FrameTimes): BenchResult[] {
			const share = shareOnTime(intervals, planned);
			return [
				{
					name: `${name}: frames on time (empty page ${quiet} %)`,
					value: percent(share),
					unit: '%',
					target: `>= ${100 * targetShare} %`,
					ok: share >= targetShare,
				},
				{
					name: `${name}: main-thread CPU a frame`,
					value: Math.round(cpuMs * 100) / 100,
					unit: 'ms',
					target: `< ${targetCpuMs} ms`,
					ok: cpuMs < targetCpuMs,
				},
			];
		}
	});
}

const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Puts the tracks over the open picture. @returns A control point in the window, CSS px. */
async function openManyTracks(page: Page): Promise<{ x: number; y: number }> {
	const shot = await page.evaluate(() => window.wanAti!.getDocument());
	const { width, height } = shot.image!;
	const tracks = Array.from({ length: trackCount }, (_, n) =>
		createTrack(
			shot,
			`track-${n}`,
			'path',
			Array.from({ length: pointCount }, (_, i) => ({
				x: width * (0.5 + 0.45 * Math.sin(n + i * 0.7)),
				y: height * (0.5 + 0.45 * Math.cos(n * 0.7 + i * 0.9)),
				mode: 'smooth' as const,
			})),
		),
	);
	await page.evaluate(
		(text) => window.wanAti!.loadProject(text),
		JSON.stringify({ ...shot, tracks }),
	);
	await page.getByRole('list', { name: 'Tracks' }).getByRole('listitem').last().waitFor();
	await waitForPicture(page);
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	const { x, y } = tracks.at(-1)!.points[5]!;
	return page.evaluate((p) => window.wanAti!.imageToScreen(p), { x, y });
}

/**
 * Takes a point and moves it along a circle, one real mouse event a frame. By the browser's own protocol: Playwright's mouse
 * runs a script of its own in the page at each move of a drag.
 */
async function dragRound(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', dx = 0, dy = 0) =>
		session.send('Input.dispatchMouseEvent', {
			type,
			x: x + dx,
			y: y + dy,
			button: 'left',
			buttons: type === 'mouseReleased' ? 0 : 1,
			clickCount: 1,
		});
	await mouse('mousePressed');
	const start = performance.now();
	let moves = 0;
	for (let passed = 0; passed < workMs; passed = performance.now() - start) {
		const angle = passed / 400;
		await mouse('mouseMoved', 80 * Math.sin(angle), 80 * (1 - Math.cos(angle)));
		moves++;
	}
	await mouse('mouseReleased', 0, 80);
	await session.detach();
	console.log(`  ${moves} moves of the mouse in ${workMs / 1000} s`);
}

await runWhenStarted(import.meta.url, run);
