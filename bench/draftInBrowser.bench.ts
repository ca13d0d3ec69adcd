import type { Page } from '@playwright/test';
import type { BenchResult } from './sampling.bench.ts';
import { runWhenStarted } from './support/printResults.ts';
import { machineLoad, waitForPicture, withStudioBrowser } from './support/studioBrowser.ts';

const limitMs = 4000;
const blockMs = 50;
const drafts = 2;

/**
 * The draft of the sample shot as a person makes it: from the press of Generate to the result that is done, in Chromium
 * without a GPU, and whether the page answers meanwhile. The first press also fetches and compiles the code.
 */
export default async function run(): Promise<BenchResult[]> {
	return withStudioBrowser(async ({ url, context }) => {
		const page = await context.newPage();
		await page.goto(`${url}/`);
		await waitForPicture(page);
		const { width, height, length } = await page.evaluate(() => window.wanAti!.getDocument().frame);
		// The parts that travel after the canvas are not the draft's.
		await page.waitForLoadState('networkidle');
		await watchTasks(page);
		const times: number[] = [];
		for (let i = 0; i < drafts; i++) times.push(await makeDraft(page, i));
		const longest = await page.evaluate(
			() => (window as unknown as { longestTask: number }).longestTask,
		);
		console.log(
			`  drafts took ${times.map((ms) => `${Math.round(ms)} ms`).join(', ')}; ${machineLoad()}`,
		);
		const slowest = Math.max(...times);
		return [
			{
				name: `draft ${width}x${height}x${length} in the browser, Generate to done (no GPU)`,
				value: Math.round(slowest),
				unit: 'ms',
				target: `< ${limitMs} ms`,
				ok: slowest < limitMs,
			},
			{
				name: `longest task of the page meanwhile (0: none over ${blockMs} ms)`,
				value: Math.round(longest),
				unit: 'ms',
				target: `<= ${blockMs} ms`,
				ok: longest <= blockMs,
			},
		];
	});
}

/** Presses Generate. @returns Ms from the press to the end of the job, by the page's clock. */
async function makeDraft(page: Page, count: number): Promise<number> {
	const taken = page.evaluate(
		(before) =>
			new Promise<number>((done, failed) => {
				let pressedAt = 0;
				addEventListener('pointerdown', ({ timeStamp }) => (pressedAt = timeStamp), {
					capture: true,
					once: true,
				});
				const observer = new MutationObserver(() => {
					const items = document.querySelectorAll<HTMLElement>('ul[aria-label="Results"] > li');
					const state = items[before]?.dataset.state;
					if (state === undefined || state === 'queued' || state === 'running') return;
					observer.disconnect();
					if (state === 'done') done(performance.now() - pressedAt);
					else failed(new Error(`the draft ended as ${state}`));
				});
				observer.observe(document.body, {
					subtree: true,
					childList: true,
					attributeFilter: ['data-state'],
				});
			}),
		count,
	);
	await page.getByRole('button', { name: 'Generate', exact: true }).click();
	return taken;
}

/** Keeps the longest of the tasks over 50 ms that the page's thread has from now on. */
async function watchTasks(page: Page): Promise<void> {
	await page.evaluate(() => {
		const kept = Object.assign(window, { longestTask: 0 });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries())
				kept.longestTask = Math.max(kept.longestTask, duration);
		}).observe({ type: 'longtask' });
	});
}

await runWhenStarted(import.meta.url, run);
