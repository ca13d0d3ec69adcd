import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

/** Presses Tab until the focus is there; the mouse is not touched. */
async function tabTo(page: Page, target: Locator, most = 80) {
	for (let i = 0; i < most; i++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	await expect(target).toBeFocused();
}

/** F6 until the focus is inside. */
async function regionWith(page: Page, part: Locator) {
	for (let i = 0; i < 8; i++) {
		await page.keyboard.press('F6');
		if (await part.evaluate((element) => element.contains(document.activeElement))) return;
	}
	throw new Error('F6 does not reach this part of the window');
}

test('row 15, keyboard alone: a track is drawn, timed, generated as a draft and downloaded', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	const rows = studio.tracks.getByRole('listitem');
	await expect(rows).toHaveCount(7);
	await expect(studio.button('Snap')).toBeVisible();
	await test.step('the sample is emptied', async () => {
		await regionWith(page, studio.canvas);
		await expect(studio.canvas).toBeFocused();
		await page.keyboard.press('Control+a');
		await page.keyboard.press('Delete');
		await expect(rows).toHaveCount(0);
	});
	await test.step('the pen draws where the crosshair is', async () => {
		await page.keyboard.press('p');
		await expect(page.getByText('Arrow keys move the crosshair').first()).toBeVisible();
		await page.keyboard.press('Shift+ArrowLeft');
		await page.keyboard.press('Enter');
		for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Shift+ArrowRight');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await expect(rows).toHaveCount(1);
		await page.keyboard.press('v');
		await page.keyboard.press('ArrowDown');
	});
	const track = () => page.evaluate(() => window.wanAti!.getDocument().tracks[0]!);
	expect((await track()).points).toHaveLength(3);
	await test.step('its end is set, and how it moves', async () => {
		await regionWith(page, studio.tracks.locator('xpath=ancestor::section[1]'));
		await tabTo(page, page.getByRole('slider', { name: 'End of Track 1' }));
		for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowLeft');
		expect((await track()).timing.end).toBeCloseTo(0.6, 2);
		await regionWith(page, page.getByRole('complementary'));
		await tabTo(page, page.getByRole('combobox', { name: 'Easing' }));
		await page.keyboard.press('Enter');
		await page.keyboard.type('ease in and');
		await page.keyboard.press('Enter');
		expect((await track()).timing.easing).toBe('easeInOut');
	});
	await test.step('the draft is made and downloaded', async () => {
		await page.keyboard.press('Control+Enter');
		await studio.waitFor('done');
		await page.keyboard.press('F6');
		const download = studio.button('Download video');
		await tabTo(page, download, 160);
		const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
		expect(file.suggestedFilename()).toMatch(/\.(mp4|webm)$/);
	});
});
