import { execFileSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { startProcess } from '../../e2e/support/startProcess.ts';
import { chromiumArgs, findChromium } from '../../scripts/findChromium.mjs';

const root = resolve(import.meta.dirname, '../..');

export interface StudioBrowser {
	/** The built app behind the built `serve`, without a trailing slash. */
	readonly url: string;
	/** 1440 x 900 CSS px, English. */
	readonly context: BrowserContext;
	readonly browser: Browser;
}

/** Builds what changed, starts `serve` and a Chromium without a GPU, and ends both whatever happens. */
export async function withStudioBrowser<T>(
	work: (studio: StudioBrowser) => Promise<T>,
): Promise<T> {
	execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
	const serve = await startProcess(['dist/cli/wan-ati.mjs', 'serve', '--port', '0']);
	try {
		const executablePath = findChromium();
		const browser = await chromium.launch({
			args: chromiumArgs,
			...(executablePath === undefined ? {} : { executablePath }),
		});
		try {
			const context = await browser.newContext({
				viewport: { width: 1440, height: 900 },
				locale: 'en-US',
			});
			return await work({ url: serve.url, context, browser });
		} finally {
			await browser.close();
		}
	} finally {
		await serve.stop();
	}
}

/**
 * Until the canvas shows a picture: an opaque pixel in the middle of its lowest layer.
 * @returns When that was, ms since the page began.
 */
export async function waitForPicture(page: Page): Promise<number> {
	const drawn = await page.waitForFunction(
		() => {
			const layer = document.querySelector<HTMLCanvasElement>('[role="application"] canvas');
			const context = layer?.getContext('2d');
			if (!layer?.width || !layer.height || !context) return false;
			const [, , , alpha] = context.getImageData(layer.width >> 1, layer.height >> 1, 1, 1).data;
			return alpha === 255 && performance.now();
		},
		undefined,
		{ polling: 'raf', timeout: 120_000 },
	);
	return (await drawn.jsonValue()) as number;
}

/** Programs that want a core, the mean of the last minute; with more of them than cores the times say little. */
export function machineLoad(): string {
	const [load = 0] = loadavg();
	const cores = availableParallelism();
	const busy = load > cores ? ': too busy to judge by, measure again' : '';
	return `load ${load.toFixed(1)} on ${cores} cores${busy}`;
}
