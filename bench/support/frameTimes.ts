import type { CDPSession, Page } from '@playwright/test';

export interface FrameTimes {
	/** Ms between the frames that the page was asked to draw. */
	readonly intervals: readonly number[];
	/** Ms of processor time that the page's main thread took, a frame. */
	readonly cpuMs: number;
}

/** Counts a page's animation frames and its main thread's work while something is done to it. */
export async function measureFrames(page: Page, work: () => Promise<void>): Promise<FrameTimes> {
	const session = await page.context().newCDPSession(page);
	// Processor time of the thread, not the time that passes: other programs on the machine do not count.
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	await page.evaluate(() => {
		const times: number[] = [];
		const recorder = { times, stop: () => cancelAnimationFrame(next) };
		let next = requestAnimationFrame(function record(time) {
			times.push(time);
			next = requestAnimationFrame(record);
		});
		Object.assign(window, { frameRecorder: recorder });
	});
	const before = await taskSeconds(session);
	await work();
	const after = await taskSeconds(session);
	const times = await page.evaluate(() => {
		const { frameRecorder } = window as unknown as {
			frameRecorder: { times: number[]; stop(): void };
		};
		frameRecorder.stop();
		return frameRecorder.times;
	});
	await session.detach();
	return {
		intervals: times.slice(1).map((time, i) => time - times[i]!),
		cpuMs: ((after - before) * 1000) / times.length,
	};
}

async function taskSeconds(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Share of the frames that came on time, 0..1: a frame that took k times as long as planned is one on time of k. */
export function shareOnTime(intervals: readonly number[], plannedMs: number): number {
	const planned = intervals.reduce((sum, ms) => sum + Math.max(1, Math.round(ms / plannedMs)), 0);
	return intervals.filter((ms) => ms <= 1.5 * plannedMs).length / planned;
}
