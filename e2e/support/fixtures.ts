import { test as base, expect, type Page } from '@playwright/test';
import { type RunningProcess, startProcess } from './startProcess.ts';
import { type ConsoleWatch, watchConsole } from './watchConsole.ts';

export interface Fixtures {
	/** Starts the built `wan-ati serve` on a free port; arguments as on the command line. */
	readonly startServe: (...args: string[]) => Promise<RunningProcess>;
	/** Starts the ComfyUI stand-in on a free port; arguments as of `npm run standin`. */
	readonly startStandin: (...args: string[]) => Promise<RunningProcess>;
	/** Starts `serve` and opens its page. */
	readonly servePage: (...args: string[]) => Promise<{ page: Page; serve: RunningProcess }>;
	/** Fails the test when the page had an error nobody allowed. */
	readonly consoleWatch: ConsoleWatch;
}

export const test = base.extend<Fixtures & { readonly processes: RunningProcess[] }>({
	processes: async ({ consoleWatch }, use) => {
		const processes: RunningProcess[] = [];
		await use(processes);
		// That the servers go before the page is our doing, not an error of the page.
		consoleWatch.close();
		await Promise.all(processes.map((running) => running.stop()));
	},
	startServe: async ({ processes }, use) => {
		await use(async (...args) => {
			const serve = await startProcess(['dist/cli/wan-ati.mjs', 'serve', '--port', '0', ...args]);
			processes.push(serve);
			return serve;
		});
	},
	startStandin: async ({ processes }, use) => {
		await use(async (...args) => {
			const standin = await startProcess(['src/standin/main.ts', '--port', '0', ...args]);
			processes.push(standin);
			return standin;
		});
	},
	servePage: async ({ page, startServe }, use) => {
		await use(async (...args) => {
			const serve = await startServe(...args);
			await page.goto(`${serve.url}/`);
			return { page, serve };
		});
	},
	consoleWatch: [
		async ({ context }, use) => {
			const watch = await watchConsole(context);
			await use(watch);
			expect(watch.problems).toEqual([]);
		},
		{ auto: true },
	],
});

export { expect };
