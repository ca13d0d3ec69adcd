import { type BrowserContext, chromium, type Page } from '@playwright/test';
import '../../src/app/automation/wanAti.ts';
import { startProcess } from '../../e2e/support/startProcess.ts';
import { chromiumArgs, findChromium } from '../../scripts/findChromium.mjs';
import { type Standin, startStandin } from '../../src/standin/createStandin.ts';
import type { StandinOptions } from '../../src/standin/options.ts';
import type { Run } from '../../src/standin/queue/promptServer.ts';

export interface ComfyBrowser {
	readonly standin: Standin;
	/** The built app behind the built `serve`, which passes on to the stand-in as `/comfy/bench`. No slash at the end. */
	readonly url: string;
	/** English. */
	readonly context: BrowserContext;
	/** A page with the sample shot at 416 x 240, 17 frames, and ComfyUI chosen. */
	open(): Promise<Page>;
}

/** The stand-in, the built `serve` before it and a Chromium without a GPU; all end whatever happens. */
export async function withComfyBrowser<T>(
	options: StandinOptions,
	work: (studio: ComfyBrowser) => Promise<T>,
): Promise<T> {
	const standin = await startStandin(options);
	const named = `bench=${standin.url}`;
	const serve = await startProcess([
		'dist/cli/wan-ati.mjs',
		'serve',
		'--port',
		'0',
		'--comfyui',
		named,
	]);
	const executablePath = findChromium();
	const browser = await chromium.launch({
		args: [...chromiumArgs, '--autoplay-policy=no-user-gesture-required'],
		...(executablePath === undefined ? {} : { executablePath }),
	});
	try {
		const context = await browser.newContext({
			viewport: { width: 1440, height: 900 },
			locale: 'en-US',
		});
		return await work({
			standin,
			url: serve.url,
			context,
			async open() {
				const page = await context.newPage();
				await page.goto(`${serve.url}/`);
				await page.waitForFunction(() => window.wanAti !== undefined);
				await page.evaluate(() => {
					const document = window.wanAti!.getDocument();
					const frame = { ...document.frame, width: 416, height: 240, length: 17 };
					window.wanAti!.dispatch({ type: 'document/replace', document: { ...document, frame } });
				});
				await page.getByRole('combobox', { name: 'Engine', exact: true }).click();
				await page.getByRole('option', { name: 'ComfyUI' }).click();
				return page;
			},
		});
	} finally {
		await browser.close();
		await serve.stop();
		await standin.close();
	}
}

/** State of the newest result, as scripts see it. */
export const newestState = (page: Page): Promise<string | null> =>
	page
		.getByRole('list', { name: 'Results' })
		.getByRole('listitem')
		.last()
		.getAttribute('data-state');

export async function generate(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Generate', exact: true }).click();
}

/** Until the newest result is done; the server's record of its run. */
export async function done({ standin }: ComfyBrowser, page: Page, count: number): Promise<Run> {
	await page
		.getByRole('list', { name: 'Results' })
		.locator('li[data-state="done"]')
		.nth(count - 1)
		.waitFor({ timeout: 120_000 });
	const run = standin.runs.at(-1);
	if (!run) throw new Error('the stand-in has no run');
	return run;
}
