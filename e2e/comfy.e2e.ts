import { expect, type Page } from '@playwright/test';
import { test } from './support/fixtures.ts';
import { measureVideo } from './support/measureVideo.ts';
import { type StudioPage, studioPage } from './support/studioPage.ts';

/** 1248 x 720 shown in 832 x 480: image pixels are 1.5 frame pixels. */
const picture = 'public/examples/sailboat.webp';

test('through serve: draw, generate on ComfyUI, play, export', async ({
	startStandin,
	servePage,
}) => {
	const standin = await startStandin();
	const { page } = await servePage('--comfyui', standin.url);
	await drawGeneratePlay(page, studioPage(page), 'ComfyUI');
});

test('directly, from another port that ComfyUI allows', async ({
	page,
	startServe,
	startStandin,
}) => {
	const serve = await startServe();
	const standin = await startStandin('--enable-cors-header', serve.url);
	await page.goto(`${serve.url}/`);
	const studio = studioPage(page);
	await connectTo(page, studio, standin.url);
	await expect(page.getByText(/answered in/)).toBeVisible();
	await page.getByRole('button', { name: 'Connect', exact: true }).click();
	await drawGeneratePlay(page, studio, undefined);
});

test('the built app served by ComfyUI itself', async ({ page, startStandin }) => {
	const standin = await startStandin('--app', 'dist/app');
	await page.goto(`${standin.url}/extensions/wan-ati/index.html`);
	await drawGeneratePlay(page, studioPage(page), 'ComfyUI');
});

test('directly without leave: the refusal names both ways out', async ({
	page,
	startServe,
	startStandin,
}) => {
	const serve = await startServe();
	const standin = await startStandin();
	await page.goto(`${serve.url}/`);
	const studio = studioPage(page);
	await connectTo(page, studio, standin.url);
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('ComfyUI refuses this page (403)');
	await expect(dialog).toContainText(`--enable-cors-header ${serve.url}`);
	await expect(dialog).toContainText(`--comfyui ${standin.url}`);
});

/** Opens the dialog by the engine choice and types an address. */
async function connectTo(page: Page, studio: StudioPage, url: string) {
	await studio.choose('Engine', 'ComfyUI');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox', { name: 'Address' }).fill(url);
	await dialog.getByRole('button', { name: /^Check/ }).click();
}

/** The main job: three tracks over a picture of one's own, made into a video by ComfyUI. */
async function drawGeneratePlay(page: Page, studio: StudioPage, engine: string | undefined) {
	await studio.openImage(picture);
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(0);
	if (engine) await studio.choose('Engine', engine);
	await studio.drawWithPen([
		{ x: 495, y: 450 },
		{ x: 600, y: 470 },
		{ x: 700, y: 420 },
	]);
	await studio.drawWithPen([
		{ x: 375, y: 225 },
		{ x: 420, y: 260 },
	]);
	await studio.pickTool('Pin');
	await studio.clickAt({ x: 1050, y: 270 });
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(3);
	await page
		.getByRole('textbox', { name: 'Prompt', exact: true })
		.fill('A boat sails to the right.');
	const tracksJson = await studio.exportedTracks();

	await studio.button('Generate').click();
	await expect(page.getByText('first frame, sharpening')).toBeVisible();
	await studio.waitFor('done');
	await expect(studio.newest).toHaveAttribute('data-engine', 'comfy');
	await expect(studio.video).toBeVisible();
	await expect
		.poll(() => studio.video.evaluate((video: HTMLVideoElement) => video.videoWidth))
		.toBe(832);

	const video = await measureVideo(await studio.download('Download video'), tracksJson);
	expect(video).toMatchObject({ width: 832, height: 480, frameCount: 81 });
	expect(video.worstPx).toBeLessThan(2);
	expect(video.changed).toBeGreaterThan(1);
	expect((await studio.download('Export tracks')).toString()).toBe(tracksJson);
}
