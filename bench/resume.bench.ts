import type { Page } from '@playwright/test';
import type { BenchResult } from './sampling.bench.ts';
import {
	type ComfyBrowser,
	generate,
	newestState,
	withComfyBrowser,
} from './support/comfyBrowser.ts';
import { median } from './support/frameTimes.ts';
import { runWhenStarted } from './support/printResults.ts';
import { machineLoad } from './support/studioBrowser.ts';

const points = 24;
const resumeTargetMs = 3_000;
const findTargetMs = 5_000;
const searches = 10;

/**
 * A run that goes on while the page is reloaded again and again, from the moment it is sent: how long after each load the
 * right state is shown. Then runs of a page without any WebSocket: how long after history has it the result is there.
 */
export default async function run(): Promise<BenchResult[]> {
	const reloads = await withComfyBrowser({ stepMs: 1_200 }, reloadOften);
	const found = await withComfyBrowser({ stepMs: 40 }, searchWithoutSocket);
	console.log(`  ${machineLoad()}`);
	return [
		row(`right state after a reload, ${reloads.length} points of a run`, reloads, resumeTargetMs),
		row(`history to result without any WebSocket, ${found.length} runs`, found, findTargetMs),
	];
}

const row = (what: string, times: readonly number[], targetMs: number): BenchResult => ({
	name: `${what}: slowest (median ${Math.round(median(times))} ms)`,
	value: Math.round(Math.max(...times)),
	unit: 'ms',
	target: `<= ${targetMs} ms`,
	ok: Math.max(...times) <= targetMs,
});

async function reloadOften(studio: ComfyBrowser): Promise<number[]> {
	const page = await studio.open();
	const times: number[] = [];
	const seen = new Set<string>();
	let runs = 0;
	while (times.length < points) {
		await generate(page);
		runs++;
		for (let state = ''; state !== 'done' && state !== 'failed' && times.length < points; ) {
			// Somewhere else in its life each time; at once again and again it would never be sent.
			await page.waitForTimeout((times.length % 6) * 400);
			await page.reload({ waitUntil: 'load' });
			state = await untilTrue(studio, page, runs);
			seen.add(state);
			times.push(await page.evaluate(sinceLoad));
			// The page went in the moment between storing and sending: it says that nothing was sent.
			if (state === 'failed') runs--;
		}
		const posted = studio.standin.runs.length;
		if (posted > runs) throw new Error(`${runs} runs were asked for, ${posted} were sent`);
	}
	console.log(`  states seen after a reload: ${[...seen].sort().join(', ')}`);
	return times;
}

const sinceLoad = (): number => {
	const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	return performance.now() - (entry?.loadEventEnd ?? 0);
};

/** Until the page says what is true on the server. */
async function untilTrue({ standin }: ComfyBrowser, page: Page, runs: number): Promise<string> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const shown = (await newestState(page).catch(() => null)) ?? 'nothing';
		const its = standin.runs.at(runs - 1);
		const truth = !its
			? ['queued', 'failed']
			: its.endTime !== undefined
				? ['running', 'done']
				: its.startTime === undefined
					? ['queued']
					: ['running'];
		if (truth.includes(shown)) return shown;
		if (Date.now() > deadline)
			throw new Error(`run ${runs} is ${truth.join(' or ')}, the page says ${shown}`);
		await page.waitForTimeout(10);
	}
}

async function searchWithoutSocket(studio: ComfyBrowser): Promise<number[]> {
	await studio.context.routeWebSocket(/\/ws/, (socket) => socket.close());
	const page = await studio.open();
	const times: number[] = [];
	for (let run = 1; run <= searches; run++) {
		await generate(page);
		await page.waitForFunction(
			(count) =>
				document.querySelectorAll('[aria-label="Results"] li[data-state="done"]').length >= count,
			run,
			{ polling: 20, timeout: 120_000 },
		);
		times.push(Date.now() - (studio.standin.runs.at(-1)?.endTime ?? Number.NaN));
	}
	return times;
}

await runWhenStarted(import.meta.url, run);
