import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from './support/fixtures.ts';
import { measureVideo } from './support/measureVideo.ts';
import { studioPage } from './support/studioPage.ts';

const picture = 'public/examples/sailboat.webp';

interface UiNode {
	type: string;
	title?: string;
	widgets_values?: unknown[];
}

/** The official template as a person may have changed it: its frames are decoded in tiles. */
async function tiledWorkflow(): Promise<Buffer> {
	const file = 'src/comfy/conversion/fixtures/video_wan_ati.ui.json';
	const workflow = JSON.parse(await readFile(file, 'utf8')) as { nodes: UiNode[] };
	const decode = workflow.nodes.find(({ type }) => type === 'VAEDecode')!;
	Object.assign(decode, {
		type: 'VAEDecodeTiled',
		title: 'Decode in tiles',
		widgets_values: [512, 64, 64, 8],
	});
	return Buffer.from(JSON.stringify(workflow));
}

const dialogOf = (page: Page) => page.getByRole('dialog');

async function openWorkflows(page: Page) {
	await page.getByRole('button', { name: 'Shot menu' }).click();
	await page.getByRole('menuitem', { name: 'Workflows' }).click();
	await expect(
		dialogOf(page).getByRole('list', { name: 'Workflows on this computer' }),
	).toBeVisible();
}

test('a workflow of one’s own is imported, bound, confirmed and run; the video follows the tracks', async ({
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
	const workflow = page.getByRole('combobox', { name: 'Workflow', exact: true });
	await expect(page.getByRole('combobox', { name: 'Sampler', exact: true })).toBeVisible();
	await expect(workflow).toHaveCount(0);

	await openWorkflows(page);
	const dialog = dialogOf(page);
	await dialog.getByLabel('Workflow file').setInputFiles({
		name: 'tiled.json',
		mimeType: 'application/json',
		buffer: await tiledWorkflow(),
	});
	await expect(dialog.getByRole('combobox', { name: 'Tracks', exact: true })).toContainText(
		'#247 · value',
	);
	await expect(dialog.getByRole('combobox', { name: 'Seed', exact: true })).toContainText(
		'#3 · seed',
	);
	await expect(dialog.getByRole('list', { name: 'Node types to confirm' })).toHaveText(
		'VAEDecodeTiled',
	);
	const keep = dialog.getByRole('button', { name: 'Keep and use' });
	await expect(keep).toBeDisabled();
	await dialog.getByRole('checkbox', { name: /I trust this workflow/ }).check();
	await keep.click();
	await expect(dialog).toHaveCount(0);
	await expect(workflow).toContainText('tiled');

	const tracksJson = await studio.exportedTracks();
	await studio.button('Generate').click();
	await studio.waitFor('done');
	const video = await measureVideo(await studio.download('Download video'), tracksJson);
	expect(video).toMatchObject({ width: 832, height: 480, frameCount: 81 });
	expect(video.worstPx).toBeLessThan(2);
	expect(video.changed).toBeGreaterThan(1);
	const history = (await (await fetch(`${standin.url}/history`)).json()) as object;
	expect(JSON.stringify(history)).toContain('VAEDecodeTiled');

	// The same graph again is known, and not asked about again.
	await openWorkflows(page);
	await dialog.getByLabel('Workflow file').setInputFiles({
		name: 'again.json',
		mimeType: 'application/json',
		buffer: await tiledWorkflow(),
	});
	await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('tiled');
	await expect(dialog.getByRole('checkbox', { name: /I trust this workflow/ })).toHaveCount(0);
	await page.keyboard.press('Escape');

	await page.reload();
	await studio.ready();
	await expect(workflow).toContainText('tiled');
	await workflow.click();
	await page.getByRole('option', { name: 'Wan ATI', exact: true }).click();
	expect(await page.evaluate(() => window.wanAti!.getDocument().shot.workflow)).toBe(
		'video_wan_ati',
	);
});

test('the server’s own template is bound; a place can be corrected; what is no workflow is told', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin();
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.ready();
	await studio.choose('Engine', 'ComfyUI');
	await openWorkflows(page);
	const dialog = dialogOf(page);
	await dialog.getByLabel('Workflow file').setInputFiles({
		name: 'notes.json',
		mimeType: 'application/json',
		buffer: Buffer.from('{"a": [1, 2'),
	});
	await expect(dialog.getByRole('alert')).toContainText('This is not JSON');

	await dialog.getByRole('button', { name: 'Template of this server' }).click();
	const tracks = dialog.getByRole('combobox', { name: 'Tracks', exact: true });
	await expect(tracks).toContainText('#247 · value');
	await expect(dialog.getByRole('list', { name: 'Node types to confirm' })).toHaveCount(0);
	await tracks.click();
	await page.getByRole('option', { name: 'not given' }).click();
	const keep = dialog.getByRole('button', { name: 'Keep and use' });
	await expect(keep).toBeDisabled();
	await tracks.click();
	await page.getByRole('option', { name: /#247 · value/ }).click();
	await keep.click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByText('It has all that this shot needs.')).toBeVisible();
});
