import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { serializeNpy, serializeNpyBooleans } from '../src/core/formats/npy.ts';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

const fixture = (name: string) =>
	readFileSync(new URL(`../src/media/fixtures/${name}`, import.meta.url));
const compare = (page: Page) => page.getByRole('dialog', { name: 'Compare' });

test.describe.configure({ timeout: 300_000 });

/** ComfyUI names another file than the one it made, and answers with that. */
async function answerWith(page: Page, name: string) {
	const body = fixture(name);
	await page.route(/\/(history|view)\b/, async (route) => {
		const url = route.request().url();
		if (/\/view\b/.test(url) && url.includes(encodeURIComponent(name)))
			return route.fulfill({ body, contentType: 'application/octet-stream' });
		if (!/\/history\b/.test(url)) return route.fallback();
		const response = await route.fetch();
		const text = (await response.text()).replace(/"[^"]*\.mp4"/g, JSON.stringify(name));
		return route.fulfill({ response, body: text });
	});
	await page.routeWebSocket(/\/ws\b/, (socket) => {
		const server = socket.connectToServer();
		server.onMessage((message) =>
			socket.send(
				typeof message === 'string'
					? message.replace(/"[^"]*\.mp4"/g, JSON.stringify(name))
					: message,
			),
		);
	});
}

for (const name of ['animated.webp', 'vp9.webm', 'av1.webm'])
	test(`5. ${name} of another save node plays, is stepped, compared, measured and saved as it is`, async ({
		page,
		startServe,
		startStandin,
	}) => {
		const standin = await startStandin();
		const serve = await startServe('--comfyui', standin.url);
		await answerWith(page, name);
		await page.goto(`${serve.url}/`);
		const studio = studioPage(page);
		await studio.ready();
		await studio.choose('Engine', 'ComfyUI');
		await studio.button('Generate').click();
		await studio.waitFor('done');
		const player = page.getByRole('region', { name: /^Player/ });

		await test.step('it plays and stops at a frame that is named', async () => {
			await expect
				.poll(() => studio.video.evaluate((video: HTMLVideoElement) => video.readyState))
				.toBeGreaterThanOrEqual(2);
			await player.getByRole('button', { name: 'Pause' }).click();
			await player.getByRole('slider', { name: 'Frame', exact: true }).fill('9');
			await expect(player).toContainText('frame 10 of 17');
			await expect
				.poll(() =>
					studio.video.evaluate((video: HTMLVideoElement) =>
						Math.floor(video.currentTime * 16 + 1e-3),
					),
				)
				.toBe(9);
		});

		await test.step('it is measured', async () => {
			const strip = page.getByRole('region', { name: 'How it followed' });
			await expect(strip).toContainText('ATI paper', { timeout: 120_000 });
		});

		await test.step('it is saved as it came', async () => {
			expect(Buffer.compare(await studio.download('Download video'), fixture(name))).toBe(0);
		});

		await test.step('it is compared with itself made again', async () => {
			await studio.button('Generate').click();
			await expect(studio.results.getByRole('listitem')).toHaveCount(2);
			await studio.waitFor('done');
			await studio.button('Compare').click();
			await expect(compare(page).locator('video')).toHaveCount(2);
			await expect
				.poll(() =>
					compare(page)
						.locator('video')
						.evaluateAll((all: HTMLVideoElement[]) => all.map((v) => v.readyState >= 2)),
				)
				.toEqual([true, true]);
		});
	});

test('5. a codec that this browser lacks is said in the player and the comparison, with the download', async ({
	page,
	startServe,
	startStandin,
}) => {
	const standin = await startStandin();
	const serve = await startServe('--comfyui', standin.url);
	// Some browsers have HEVC: this one shall not.
	await page.addInitScript(() => {
		VideoDecoder.isConfigSupported = async (config) => ({ supported: false, config });
	});
	await answerWith(page, 'hevc.mp4');
	await page.goto(`${serve.url}/`);
	const studio = studioPage(page);
	await studio.ready();
	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	await studio.waitFor('done');
	const player = page.getByRole('region', { name: /^Player/ });
	await expect(player).toContainText('This browser cannot play the video');
	expect(Buffer.compare(await studio.download('Download video'), fixture('hevc.mp4'))).toBe(0);
	await page
		.getByRole('region', { name: 'How it followed' })
		.getByRole('button', { name: 'Charts and causes' })
		.click();
	await expect(compare(page)).toContainText('This browser cannot play the video');
	await expect(compare(page).getByRole('button', { name: 'Download video' })).toBeEnabled();
});

test('8. points of another tracker are taken as the measured ones, and wrong files are refused in words', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	await page.evaluate(() =>
		window.wanAti!.dispatch({ type: 'frame/set', patch: { width: 416, height: 240, length: 33 } }),
	);
	await studio.button('Generate').click();
	await studio.waitFor('done');
	const strip = page.getByRole('region', { name: 'How it followed' });
	await expect(strip).toContainText('100 % adherence', { timeout: 170_000 });
	await strip.getByRole('button', { name: 'Charts and causes' }).click();
	const numbers = compare(page).getByRole('region', { name: 'Numbers', exact: true });
	await expect(numbers).toContainText('points followed by our own tracker');
	const choose = async (...files: { name: string; buffer: Buffer }[]) => {
		const [chooser] = await Promise.all([
			page.waitForEvent('filechooser'),
			numbers.getByRole('button', { name: 'Points from a file…' }).click(),
		]);
		await chooser.setFiles(
			files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })),
		);
	};
	const npy = (shape: readonly number[], value = 0) => {
		const values = new Float32Array(shape.reduce((product, side) => product * side, 1)).fill(value);
		return Buffer.from(serializeNpy(values, shape));
	};

	await choose({ name: 'pred_tracks.npy', buffer: npy([1, 33, 3, 2]) });
	await expect(numbers.getByRole('alert')).toContainText('3 tracks and 33 frames');
	await choose({ name: 'pred_tracks.npy', buffer: npy([7, 33, 2]) });
	await expect(numbers.getByRole('alert')).toContainText('Frames come first');
	await choose({ name: 'notes.npy', buffer: Buffer.from('no array') });
	await expect(numbers.getByRole('alert')).toContainText('notes.npy: It is no .npy file');

	await choose(
		{ name: 'pred_tracks.npy', buffer: npy([1, 33, 7, 2], 2000) },
		{
			name: 'pred_visibility.npy',
			buffer: Buffer.from(
				serializeNpyBooleans(
					Uint8Array.from({ length: 33 * 7 }, (_, i) => (i % 7 === 0 ? 0 : 1)),
					[1, 33, 7],
				),
			),
		},
	);
	await expect(numbers).toContainText('points from pred_tracks.npy', { timeout: 120_000 });
	await expect(numbers.getByRole('alert')).toHaveCount(0);
	await expect(numbers).toContainText('1 track lost');

	await numbers.getByRole('button', { name: 'Use our own tracker' }).click();
	await expect(numbers).toContainText('points followed by our own tracker', { timeout: 120_000 });
	await expect(numbers).toContainText('no track lost');
});
