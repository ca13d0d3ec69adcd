import type { Page } from '@playwright/test';

interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	/** Processor time of the thread, microseconds. */
	readonly tdur?: number;
	readonly args: { readonly name?: string };
}

/**
 * The longest single task of a page's main thread while something is done to it, ms of the thread's own processor time:
 * other programs on the machine do not count. No other page of the browser may have much to do.
 */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
	const session = await page.context().newCDPSession(page);
	const events: TraceEvent[] = [];
	session.on('Tracing.dataCollected', ({ value }) => {
		events.push(...(value as unknown as TraceEvent[]));
	});
	await session.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['toplevel', '__metadata'] },
	});
	await work();
	const complete = new Promise<void>((done) =>
		session.once('Tracing.tracingComplete', () => done()),
	);
	await session.send('Tracing.end');
	await complete;
	await session.detach();
	const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
	const mains = new Set(
		events
			.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
			.map(threadOf),
	);
	const tasks = events.filter(
		(event) => event.ph === 'X' && event.name.includes('RunTask') && mains.has(threadOf(event)),
	);
	return Math.max(0, ...tasks.map(({ tdur }) => (tdur ?? 0) / 1000));
}
