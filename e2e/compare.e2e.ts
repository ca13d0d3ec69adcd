import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Compare' });

/** The frames on show of both videos, once both have stopped seeking. */
async function framesOnShow(page: Page): Promise<number[]> {
	const videos = dialog(page).locator('video');
	await expect
		.poll(() => videos.evaluateAll((all: HTMLVideoElement[]) => all.some((v) => v.seeking)))
		.toBe(false);
	return videos.evaluateAll((all: HTMLVideoElement[]) =>
		all.map((video) => Math.floor(video.currentTime * 16 + 1e-3)),
	);
}

/** A quarter of the pixels and 33 frames: a busy machine renders and measures them soon. */
const makeSmall = (page: Page) =>
	page.evaluate(() =>
		window.wanAti!.dispatch({
			type: 'frame/set',
			patch: { width: 416, height: 240, length: 33 },
		}),
	);

// Two drafts, rendered and measured, on a machine that may be busy.
test.describe.configure({ timeout: 400_000 });

test('5. two results in sync: side by side, wipe, difference, flip, by mouse and by keyboard', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	await makeSmall(page);
	await studio.button('Generate').click();
	await studio.waitFor('done');
	await page.evaluate(() => {
		const { wanAti } = window;
		const [track] = wanAti!.getDocument().tracks;
		wanAti!.dispatch({ type: 'track/translate', trackIds: [track!.id], dx: 0, dy: 40 });
	});
	await studio.button('Generate').click();
	await expect(studio.results.getByRole('listitem')).toHaveCount(2);
	await studio.waitFor('done');

	await studio.button('Compare').click();
	const comparison = dialog(page);
	await expect(comparison.getByRole('combobox', { name: 'Result A' })).toContainText('Draft 2');
	await expect(comparison.getByRole('combobox', { name: 'Result B' })).toContainText('Draft 1');
	await expect(comparison.locator('video')).toHaveCount(2);

	await test.step('both show the frame that is named, step by step', async () => {
		await comparison.getByRole('button', { name: 'Pause' }).click();
		await page.keyboard.press('End');
		expect(await framesOnShow(page)).toEqual([32, 32]);
		await page.keyboard.press('Home');
		for (let i = 0; i < 3; i++) await page.keyboard.press('.');
		expect(await framesOnShow(page)).toEqual([3, 3]);
		await comparison.getByRole('slider', { name: 'Frame', exact: true }).fill('20');
		expect(await framesOnShow(page)).toEqual([20, 20]);
	});

	await test.step('they play together', async () => {
		await comparison.getByRole('button', { name: 'Play' }).click();
		await expect
			.poll(async () => {
				const playing = await comparison
					.locator('video')
					.evaluateAll((all: HTMLVideoElement[]) => all.filter((v) => !v.paused).length);
				return playing;
			})
			.toBe(2);
		await page.keyboard.press('k');
		// Standing still they show the same frame, as soon as the second has found it.
		await expect
			.poll(async () => {
				const [a, b] = await framesOnShow(page);
				return a! - b!;
			})
			.toBe(0);
	});

	await test.step('what differs is said, and that the plans are not the same', async () => {
		await expect(comparison.getByRole('table', { name: 'What differs' })).toContainText(
			'changed: Red balloon',
		);
		await expect(comparison).toContainText('They are of different tracks');
	});

	await test.step('wipe, difference and flip', async () => {
		await page.keyboard.press('2');
		await expect(comparison.getByRole('radio', { name: 'Wipe' })).toBeChecked();
		await comparison.getByRole('slider', { name: 'Wipe position' }).fill('25');
		await expect(comparison.locator('video').last()).toBeVisible();
		await comparison.getByRole('radio', { name: 'Difference' }).check({ force: true });
		await expect(comparison.getByRole('slider', { name: 'Wipe position' })).toHaveCount(0);
		await page.keyboard.press('4');
		await expect(comparison.getByRole('radio', { name: 'Flip' })).toBeChecked();
		await expect(comparison.locator('video').last()).toBeHidden();
		await page.keyboard.press('f');
		await expect(comparison.locator('video').last()).toBeVisible();
		await expect(comparison.locator('video').first()).toBeHidden();
		await comparison.getByRole('button', { name: 'Show A' }).click();
		await expect(comparison.locator('video').first()).toBeVisible();
	});

	await test.step('another result is picked, and Escape goes back to the editor', async () => {
		await comparison.getByRole('combobox', { name: 'Result B' }).click();
		await page.getByRole('option', { name: 'Nothing' }).click();
		await expect(comparison.locator('video')).toHaveCount(1);
		await page.keyboard.press('Escape');
		await expect(comparison).toHaveCount(0);
	});
});

test('5. the player loops a stretch, draws plan, measurement and influence, and fills the screen', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	await makeSmall(page);
	await studio.button('Generate').click();
	await studio.waitFor('done');
	const player = page.getByRole('region', { name: /^Player/ });

	await test.step('a stretch is looped: from Alt I to Alt O, or by the buttons', async () => {
		await player.getByRole('button', { name: 'Pause' }).click();
		await player.getByRole('slider', { name: 'Frame', exact: true }).fill('20');
		await player.getByRole('button', { name: 'Loop from here' }).click();
		await player.getByRole('slider', { name: 'Frame', exact: true }).fill('24');
		await player.getByRole('button', { name: 'Next frame' }).focus();
		await page.keyboard.press('Alt+o');
		await expect(player).toContainText('frames 21 to 25');
		await player.getByRole('button', { name: 'Play' }).click();
		const seen = await studio.video.evaluate(
			(video: HTMLVideoElement) =>
				new Promise<number[]>((done) => {
					const frames: number[] = [];
					const next: VideoFrameRequestCallback = (_now, { mediaTime }) => {
						frames.push(Math.round(mediaTime * 16));
						// Twice round.
						if (frames.filter((frame, i) => frame < (frames[i - 1] ?? 0)).length >= 2) done(frames);
						else video.requestVideoFrameCallback(next);
					};
					video.requestVideoFrameCallback(next);
				}),
		);
		// Where a browser is late it shows a frame or two more before it goes back.
		expect(Math.min(...seen)).toBeGreaterThanOrEqual(20);
		await player.getByRole('button', { name: 'Loop the whole clip' }).click();
		await expect(player).not.toContainText('frames 21 to 25');
	});

	await test.step('influence, and where the points were found', async () => {
		await player.getByRole('button', { name: 'Influence' }).click();
		await expect(player.locator('canvas[data-influence]')).toBeVisible();
		const measured = player.getByRole('button', { name: 'Measured' });
		await measured.click({ timeout: 170_000 });
		await expect(measured).toHaveAttribute('aria-pressed', 'true');
	});

	await test.step('full screen and back', async () => {
		await player.getByRole('button', { name: 'Full screen' }).click();
		await player.getByRole('button', { name: 'Leave full screen' }).click();
		await expect(player.getByRole('button', { name: 'Full screen', exact: true })).toBeVisible();
	});
});
