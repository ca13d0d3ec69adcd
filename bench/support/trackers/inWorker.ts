import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { chromiumArgs, findChromium } from '../../../scripts/findChromium.mjs';

interface Times {
	readonly first: number;
	readonly best: number;
}
export interface WorkerTimes {
	readonly decode: Times;
	readonly track: Times;
	readonly report: Times;
	/** Of the page meanwhile, ms; 0: none over 50. */
	readonly longestTask: number;
}

const origin = 'http://localhost:8791';

/** The very code of the app in a worker of Chromium, on one video. Nothing is served: requests are answered here. */
export async function timesInWorker(video: Uint8Array): Promise<WorkerTimes> {
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		build: {
			write: false,
			target: 'es2023',
			rolldownOptions: {
				input: join(import.meta.dirname, 'worker.ts'),
				output: { format: 'es', codeSplitting: false },
			},
		},
	});
	const [output] = Array.isArray(built) ? built : [built];
	const code = output && 'output' in output ? output.output[0].code : '';
	const executablePath = findChromium();
	const browser = await chromium.launch({
		args: chromiumArgs,
		...(executablePath === undefined ? {} : { executablePath }),
	});
	try {
		const context = await browser.newContext();
		await context.route(`${origin}/**`, (route) => {
			const path = new URL(route.request().url()).pathname;
			if (path === '/video')
				return route.fulfill({ body: Buffer.from(video), contentType: 'video/mp4' });
			if (path === '/worker.js')
				return route.fulfill({ body: code, contentType: 'text/javascript' });
			return route.fulfill({ body: '<!doctype html>', contentType: 'text/html' });
		});
		const page = await context.newPage();
		await page.goto(`${origin}/`);
		return await page.evaluate(async () => {
			let longestTask = 0;
			new PerformanceObserver((list) => {
				for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
			}).observe({ type: 'longtask' });
			const bytes = new Uint8Array(await (await fetch('/video')).arrayBuffer());
			const worker = new Worker('/worker.js', { type: 'module' });
			const times = await new Promise<Omit<WorkerTimes, 'longestTask'>>((done, failed) => {
				worker.onmessage = ({ data }) => done(data);
				worker.onerror = ({ message }) => failed(new Error(message));
				worker.postMessage(bytes);
			});
			worker.terminate();
			return { ...times, longestTask };
		});
	} finally {
		await browser.close();
	}
}
