import type { Page } from '@playwright/test';
import '../src/app/automation/wanAti.ts';
import { createTrack } from '../src/core/document/document.ts';
import type { BenchResult } from './sampling.bench.ts';
import { type FrameTimes, measureFrames, median, shareOnTime } from './support/frameTimes.ts';
import { runWhenStarted } from './support/printResults.ts';
import { machineLoad, waitForPicture, withStudioBrowser } from './support/studioBrowser.ts';

const pointCount = 10;
/** The target is that of 100; the others show how it grows. */
const counts = [1, 10, 100, 1000] as const;
const workMs = 4000;
const edits = 1000;
const targetShare = 0.95;
/** Main-thread time that a frame of 60 a second may take with room for the browser's own. */
const targetCpuMs = 8;

/**
 * Frames while a point is dragged with 1 to 1000 tracks x 10 points over the picture, and while 1000 play, beside those of
 * an empty page in the same browser around each. A frame is on time when it comes within 1.5 of the empty page's median.
 * Then how long a project of 1000 tracks takes to open, and what 1000 edits leave in memory.
 */
export default async function run(): Promise<BenchResult[]> {
	return withStudioBrowser(async ({ url, context }) => {
		const empty = async () => {
			const page = await context.newPage();
			await page.goto(`${url}/favicon.svg`);
			const frames = await measureFrames(page, () => page.waitForTimeout(workMs / 4));
			await page.close();
			return frames.intervals;
		};
		const results: BenchResult[] = [];
		const page = await context.newPage();
		await page.goto(`${url}/`);
		await waitForPicture(page);
		for (const count of counts) {
			const before = await empty();
			await page.bringToFront();
			const { point, openMs } = await openManyTracks(page, count);
			const undragged = await page.evaluate(() => window.wanAti!.exportTracks());
			const dragged = await measureFrames(page, () => dragRound(page, point));
			if ((await page.evaluate(() => window.wanAti!.exportTracks())) === undragged)
				throw new Error('The drag moved nothing: what was measured is no drag.');
			const around = [...before, ...(await empty())];
			await page.bringToFront();
			results.push(...lines(`drag in ${count} tracks x ${pointCount} points`, dragged, around));
			if (count !== 1000) continue;
			await page.keyboard.press('Escape');
			await page.getByRole('button', { name: 'Play', exact: true }).click();
			const played = await measureFrames(page, () => page.waitForTimeout(workMs));
			await page.getByRole('button', { name: 'Pause', exact: true }).click();
			results.push(...lines(`play ${count} tracks`, played, around), {
				name: `open a project of ${count} tracks, until its rows are there`,
				value: Math.round(openMs),
				unit: 'ms',
				target: '<= 1000 ms',
				ok: openMs <= 1000,
			});
		}
		results.push(await memoryAfterEdits(page));
		console.log(`  ${machineLoad()}`);
		return results;
	});
}

function lines(
	name: string,
	{ intervals, cpuMs }: FrameTimes,
	empty: readonly number[],
): BenchResult[] {
	const planned = median(empty);
	const share = shareOnTime(intervals, planned);
	return [
		{
			name: `${name}: frames on time (empty page ${percent(shareOnTime(empty, planned))} %)`,
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

/** Heap after collecting, before and after edits that are all in the history: what one of them keeps. */
async function memoryAfterEdits(page: Page): Promise<BenchResult> {
	await openManyTracks(page, 10);
	const session = await page.context().newCDPSession(page);
	const heap = async () => {
		await session.send('HeapProfiler.collectGarbage');
		return (await session.send('Runtime.getHeapUsage')).usedSize;
	};
	const edit = (count: number) =>
		page.evaluate((n) => {
			for (let i = 0; i < n; i++)
				window.wanAti!.dispatch({
					type: 'track/translate',
					trackIds: ['track-0'],
					dx: i % 2 ? 1 : -1,
					dy: 0,
				});
		}, count);
	await edit(edits);
	const first = await heap();
	await edit(edits);
	const grown = ((await heap()) - first) / edits;
	await session.detach();
	return {
		name: `memory of one edit in ${edits}, after collecting`,
		value: Math.round(grown),
		unit: 'bytes',
		target: '< 4096 bytes',
		ok: grown < 4096,
	};
}

const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Puts the tracks over the open picture. @returns A control point in the window, CSS px, and how long opening took. */
async function openManyTracks(
	page: Page,
	trackCount: number,
): Promise<{ point: { x: number; y: number }; openMs: number }> {
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
	const openMs = await page.evaluate(
		async ({ text, count }) => {
			const begin = performance.now();
			await window.wanAti!.loadProject(text);
			const rows = () => document.querySelectorAll('li[data-track^="track-"]').length;
			while (rows() !== count) await new Promise(requestAnimationFrame);
			// The frame in which they are painted.
			await new Promise(requestAnimationFrame);
			return performance.now() - begin;
		},
		{ text: JSON.stringify({ ...shot, tracks }), count: trackCount },
	);
	await waitForPicture(page);
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	const { x, y } = tracks.at(-1)!.points[5]!;
	const point = await page.evaluate((p) => window.wanAti!.imageToScreen(p), { x, y });
	return { point, openMs };
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
