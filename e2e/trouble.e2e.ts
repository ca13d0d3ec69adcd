import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

test('a ComfyUI that is down says so, keeps the shot, and is picked up when it comes', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin();
	await standin.stop();
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	const before = await studio.exportedTracks();
	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	await studio.waitFor('failed');
	await expect(page.getByRole('alert')).toContainText('ComfyUI does not answer');
	expect(await studio.exportedTracks()).toBe(before);

	await startStandin('--port', new URL(standin.url).port);
	await studio.newest.getByRole('button', { name: 'Retry' }).click();
	await studio.waitFor('done');
});

test('a missing model is named with its folder', async ({ servePage, startStandin }) => {
	const standin = await startStandin('--missing-model', 'clip_vision_h.safetensors');
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	await studio.waitFor('failed');
	const alert = page.getByRole('alert').filter({ hasText: 'A model is missing' });
	await expect(alert).toContainText('clip_vision_h.safetensors');
	await expect(alert).toContainText('models/clip_vision');
});

test('a run is cancelled on the server', async ({ servePage, startStandin }) => {
	const standin = await startStandin('--step-ms', '1000');
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	await studio.waitFor('running');
	await studio.newest.getByRole('button', { name: 'Cancel' }).click();
	await studio.waitFor('cancelled');
	const queue = await (await fetch(`${standin.url}/queue`)).json();
	expect(queue).toMatchObject({ queue_running: [], queue_pending: [] });
});

test('a reload in the middle of a run finds it again and fetches its video', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin('--step-ms', '400');
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	await studio.waitFor('running');
	await page.reload();
	await studio.waitFor('done');
	const history = (await (await fetch(`${standin.url}/history`)).json()) as object;
	expect(Object.keys(history)).toHaveLength(1);
});

test('an answer out of the server’s cache is shown as such', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin();
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await page.getByRole('checkbox', { name: 'New seed each time' }).click();
	await studio.button('Generate').click();
	await studio.waitFor('done');
	await studio.button('Generate').click();
	await expect(studio.results.getByRole('listitem')).toHaveCount(2);
	await studio.waitFor('done');
	await expect(page.getByText('Same as run 1, nothing was rendered')).toBeVisible();
	await page.getByRole('button', { name: 'Use a new seed' }).click();
	await expect(studio.results.getByRole('listitem')).toHaveCount(3);
	await studio.waitFor('done');
});
