import { expect, type Page } from '@playwright/test';
import { starters } from '../src/text/en/starters.ts';
import { test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

const shots = Object.values(starters.shots);
const list = (page: Page) => page.getByRole('list', { name: 'Starter shots' });
const card = (page: Page, title: string) =>
	list(page).getByRole('button', { name: new RegExp(`^${title}\\. `) });

async function chooseFromShotMenu(page: Page, item: string): Promise<void> {
	await page.getByRole('button', { name: 'Shot menu' }).click();
	await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('17 starter shots: the menu shows all of them, one press opens one, one undo takes it back', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(7);
	await chooseFromShotMenu(page, 'Starter shots');
	await expect(list(page).getByRole('listitem')).toHaveCount(20);
	const names = await list(page)
		.getByRole('button')
		.evaluateAll((cards) => cards.map((each) => each.getAttribute('aria-label')));
	expect(names.sort()).toEqual(shots.map(({ title, idea }) => `${title}. ${idea}`).sort());

	await card(page, 'Follow the leader').click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.getByRole('textbox', { name: 'Shot name' })).toHaveValue('Ducklings in a row');
	await expect(studio.tracks.getByRole('button', { name: 'Mother', exact: true })).toBeVisible();
	await expect(page.getByRole('list', { name: 'Checks' }).getByRole('listitem')).toHaveCount(0);

	await studio.button('Undo').click();
	await expect(page.getByRole('textbox', { name: 'Shot name' })).toHaveValue('Balloons at dawn');
});

test('17 starter shots: by keyboard from the start screen, a tall one too', async ({
	servePage,
}) => {
	const { page } = await servePage();
	await studioPage(page).ready();
	await chooseFromShotMenu(page, 'New shot');
	await card(page, 'To and fro').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('textbox', { name: 'Shot name' })).toHaveValue('The old clock');
	await expect(page.getByRole('button', { name: 'Frame settings' })).toContainText('480 × 832');
});

test('17 starter shots: the thumb under the pointer moves, and no other', async ({ servePage }) => {
	const { page } = await servePage();
	await studioPage(page).ready();
	await chooseFromShotMenu(page, 'Starter shots');
	for (const title of ['Turn as one', 'Pan the camera', 'Many small things']) {
		await card(page, title).hover();
		const thumb = card(page, title).locator('canvas[data-playing]');
		await expect(thumb).toBeVisible();
		await expect(list(page).locator('canvas')).toHaveCount(1);
		const first = await thumb.screenshot();
		await expect.poll(async () => (await thumb.screenshot()).equals(first)).toBe(false);
	}
});

test('17 starter shots: who wishes less motion gets still thumbs', async ({ servePage }) => {
	const { page } = await servePage();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await studioPage(page).ready();
	await chooseFromShotMenu(page, 'Starter shots');
	await card(page, 'Bounce').hover();
	await expect(card(page, 'Bounce').locator('img').first()).toBeVisible();
	await expect(list(page).locator('canvas')).toHaveCount(0);
});

test('17 starter shots in French', async ({ servePage }) => {
	const { page, serve } = await servePage();
	await page.goto(`${serve.url}/?lang=fr`);
	await page.getByRole('button', { name: 'Menu du plan' }).click();
	await page.getByRole('menuitem', { name: 'Plans d’exemple' }).click();
	const french = page.getByRole('list', { name: 'Plans d’exemple' });
	await french.getByRole('button', { name: /^Va-et-vient\. / }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
});
