import { expect, type Page } from '@playwright/test';
import { test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

const picture = 'public/examples/sailboat.webp';

type Graph = Record<string, { class_type: string; inputs: Record<string, unknown> }>;

async function openExplanation(page: Page) {
	await page.getByRole('button', { name: 'Shot menu' }).click();
	await page.getByRole('menuitem', { name: 'What ComfyUI will get' }).click();
	return page.getByRole('dialog', { name: 'What ComfyUI will get' });
}

test('8 explain: what is shown and downloaded is what ComfyUI then gets', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin();
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.openImage(picture);
	await studio.choose('Engine', 'ComfyUI');
	await studio.drawWithPen([
		{ x: 495, y: 450 },
		{ x: 600, y: 470 },
		{ x: 700, y: 420 },
	]);
	await page.getByLabel('Prompt', { exact: true }).fill(`it's "windy" & $HOME`);
	await page.evaluate(() =>
		window.wanAti!.dispatch({ type: 'shot/set', patch: { newSeedEachTime: false } }),
	);
	const dialog = await openExplanation(page);
	await expect(dialog.getByText('1 track, 121 samples')).toBeVisible();
	await expect(dialog.getByText('832 x 480, 81 frames, 5.00 s')).toBeVisible();
	const values = dialog.getByRole('table', { name: 'Values in the graph' });
	await expect(values.getByRole('row').filter({ hasText: 'temperature' })).toContainText('220');
	const json = await dialog
		.getByRole('region', { name: 'Tracks JSON' })
		.locator('pre')
		.textContent();
	expect(json).toBe(await studio.exportedTracks());
	const graph = JSON.parse((await studio.download('Open in ComfyUI')).toString()) as Graph;
	await page.keyboard.press('Escape');

	await studio.button('Generate').click();
	await studio.waitFor('done');
	const history = (await (await fetch(`${standin.url}/history`)).json()) as Record<
		string,
		{ prompt: [number, string, Graph] }
	>;
	const sent = Object.values(history)[0]!.prompt[2];
	const withoutPicture = (nodes: Graph) =>
		Object.fromEntries(
			Object.entries(nodes).map(
				([
					id,
					{
						class_type,
						inputs: { image: _, ...inputs },
					},
				]) => [id, { class_type, inputs }],
			),
		);
	expect(withoutPicture(graph)).toEqual(withoutPicture(sent));
});

test('8 explain: without any ComfyUI it shows what one would get', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.openImage(picture);
	const dialog = await openExplanation(page);
	await expect(dialog.getByText('No ComfyUI is connected.')).toBeVisible();
	await expect(dialog.getByText('assumed: no run of this size is known yet')).toBeVisible();
	await expect(dialog.getByRole('button', { name: 'Copy as cURL' })).toBeEnabled();
});
