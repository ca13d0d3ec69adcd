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

/** The template as ComfyUI exports it, with a second noise that this app knows nothing of. */
async function apiWorkflow(): Promise<Buffer> {
	const file = 'src/comfy/conversion/fixtures/video_wan_ati.api.json';
	const graph = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
	const noise = { class_type: 'RandomNoise', inputs: { noise_seed: 7 }, _meta: { title: 'Noise' } };
	return Buffer.from(JSON.stringify({ ...graph, 99: noise }));
}

test('without a server an exported file is imported, and a second place is added by hand', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.openImage(picture);
	await openWorkflows(page);
	const dialog = dialogOf(page);
	await expect(dialog.getByText(/Without a connection: files in API format/)).toBeVisible();
	await dialog.getByLabel('Workflow file').setInputFiles({
		name: 'page.json',
		mimeType: 'application/json',
		buffer: await tiledWorkflow(),
	});
	await expect(dialog.getByRole('alert')).toContainText('This file is as ComfyUI’s page saves it');
	await dialog.getByLabel('Workflow file').setInputFiles({
		name: 'exported.json',
		mimeType: 'application/json',
		buffer: await apiWorkflow(),
	});
	await dialog.getByRole('checkbox', { name: /I trust this workflow/ }).check();
	await expect(dialog.getByRole('combobox', { name: 'Seed', exact: true })).toContainText(
		'#3 · seed',
	);
	await dialog.getByRole('button', { name: 'Another place for seed' }).click();
	const second = dialog.getByRole('combobox', { name: 'Seed 2', exact: true });
	await second.click();
	await page.getByRole('option', { name: /#99 · noise_seed/ }).click();
	await expect(second).toContainText('#99 · noise_seed');
	await dialog.getByRole('button', { name: 'Keep and use' }).click();
	await expect(dialog).toHaveCount(0);

	await openWorkflows(page);
	await dialog.getByRole('button', { name: 'Bindings of exported' }).click();
	await expect(second).toContainText('#99 · noise_seed');
	await second.click();
	await page.getByRole('option', { name: 'not given' }).click();
	await expect(second).toHaveCount(0);
});

test('a project brings its workflow along; one that is missing is told before Generate, with a way out', async ({
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
	]);
	await openWorkflows(page);
	const dialog = dialogOf(page);
	await dialog.getByLabel('Workflow file').setInputFiles({
		name: 'tiled.json',
		mimeType: 'application/json',
		buffer: await tiledWorkflow(),
	});
	await dialog.getByRole('checkbox', { name: /I trust this workflow/ }).check();
	await dialog.getByRole('button', { name: 'Keep and use' }).click();
	const generate = studio.button('Generate');
	await expect(generate).toBeEnabled();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		(async () => {
			await page.getByRole('button', { name: 'Shot menu' }).click();
			await page.getByRole('menuitem', { name: 'Save project', exact: true }).click();
		})(),
	]);
	const project = await readFile(await download.path());

	await openWorkflows(page);
	await dialog.getByRole('button', { name: 'Delete tiled' }).click();
	await expect(
		dialog.getByText('The workflow of this shot is not on this computer.'),
	).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(generate).toHaveAttribute('aria-disabled', 'true');
	await expect(page.getByText('Not on this computer: import it, or use another')).toBeVisible();
	// Blocked, yet pressable: it shows what is missing.
	await generate.click({ force: true });
	await expect(dialog.getByRole('list', { name: 'Workflows on this computer' })).toBeVisible();
	await page.keyboard.press('Escape');

	// Opened elsewhere: the workflow is there, and waits for leave to run.
	await page
		.getByLabel('Project file', { exact: true })
		.setInputFiles({ name: 'a.wanati.json', mimeType: 'application/json', buffer: project });
	await expect(
		page.getByText('It came with the project: confirm its nodes before it runs'),
	).toBeVisible();
	await expect(generate).toHaveAttribute('aria-disabled', 'true');
	await page.getByRole('button', { name: 'Look and confirm' }).click();
	await dialog.getByRole('button', { name: 'Look and confirm tiled' }).click();
	const keep = dialog.getByRole('button', { name: 'Keep and use' });
	await expect(keep).toBeDisabled();
	await dialog.getByRole('checkbox', { name: /I trust this workflow/ }).check();
	await keep.click();
	await expect(generate).not.toHaveAttribute('aria-disabled', 'true');
	await generate.click();
	await studio.waitFor('done');
});
