import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

const runsOn = async (url: string): Promise<number> =>
	Object.keys((await (await fetch(`${url}/history`)).json()) as object).length;

/** Presses Generate with ComfyUI. */
async function generate(page: Page) {
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	return studio;
}

/** How far the run on the server is, by the bar of its result; -1 while it has none. */
const progressOf = async (page: Page): Promise<number> => {
	const bar = studioPage(page).newest.getByRole('progressbar');
	return (await bar.count()) > 0 ? Number(await bar.getAttribute('aria-valuenow')) : -1;
};

test('reloads while it is sent, waits, runs and ends: one run, one video', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin('--step-ms', '300');
	const { page } = await servePage('--comfyui', standin.url);
	const studio = await generate(page);
	// At once: it is being prepared or sent.
	await page.reload();
	for (let reload = 0; reload < 5; reload++) {
		const before = await progressOf(page);
		// Somewhere else in its life each time.
		await expect(async () => {
			const state = await studio.newest.getAttribute('data-state');
			expect(state).toMatch(/queued|running|done/);
			expect(state === 'done' || (await progressOf(page)) > before).toBe(true);
		}).toPass();
		await page.reload();
	}
	await studio.waitFor('done');
	expect(await runsOn(standin.url)).toBe(1);
	await page.reload();
	await expect(studio.newest).toHaveAttribute('data-state', 'done');
});

test('a second tab shows the run, sends nothing, and goes on when the first one closes', async ({
	servePage,
	startStandin,
	context,
}) => {
	const standin = await startStandin('--step-ms', '500');
	const { page, serve } = await servePage('--comfyui', standin.url);
	const first = await generate(page);
	await first.waitFor('running');
	const other = await context.newPage();
	const sockets: string[] = [];
	other.on('websocket', (socket) => sockets.push(socket.url()));
	await other.goto(`${serve.url}/`);
	const second = studioPage(other);
	await expect(second.newest).toHaveAttribute('data-state', 'running');
	expect(sockets).toEqual([]);
	await page.close();
	await second.waitFor('done');
	expect(sockets.length).toBeGreaterThan(0);
	expect(await runsOn(standin.url)).toBe(1);
});

test('what is cancelled in the second tab is cancelled by the first', async ({
	servePage,
	startStandin,
	context,
}) => {
	const standin = await startStandin('--step-ms', '1000');
	const { page, serve } = await servePage('--comfyui', standin.url);
	const first = await generate(page);
	await first.waitFor('running');
	const other = await context.newPage();
	await other.goto(`${serve.url}/`);
	const second = studioPage(other);
	await second.newest.getByRole('button', { name: 'Cancel' }).click();
	await first.waitFor('cancelled');
	await second.waitFor('cancelled');
});

test('without any WebSocket the video arrives all the same', async ({
	page,
	startServe,
	startStandin,
}) => {
	const standin = await startStandin();
	const serve = await startServe('--comfyui', standin.url);
	await page.routeWebSocket(/\/ws/, (socket) => socket.close());
	await page.goto(`${serve.url}/`);
	const studio = await generate(page);
	await studio.waitFor('done');
	await expect(studio.video).toBeVisible();
});
