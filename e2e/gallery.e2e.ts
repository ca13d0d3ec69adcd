import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './support/fixtures.ts';
import { type StudioPage, studioPage } from './support/studioPage.ts';

const gallery = (page: Page) => page.getByRole('dialog', { name: 'Gallery' });
const cards = (page: Page) =>
	gallery(page).getByRole('listbox', { name: 'Results of the gallery' }).getByRole('option');

/** Drafts of a quarter of the pixels and 33 frames, each with other tracks. */
async function makeDrafts(page: Page, studio: StudioPage, count: number): Promise<void> {
	await studio.ready();
	await page.evaluate(() =>
		window.wanAti!.dispatch({
			type: 'frame/set',
			patch: { width: 416, height: 240, length: 33 },
		}),
	);
	for (let done = 1; done <= count; done++) {
		await studio.button('Generate').click();
		await expect(studio.results.getByRole('listitem')).toHaveCount(done);
		await studio.waitFor('done');
		await page.evaluate(() => {
			const [track] = window.wanAti!.getDocument().tracks;
			window.wanAti!.dispatch({ type: 'track/translate', trackIds: [track!.id], dx: 0, dy: 40 });
		});
	}
}

/** What is stored of jobs, by number, with whether its video is there. */
const stored = (page: Page) =>
	page.evaluate(async () => {
		const ask = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const db = await ask(indexedDB.open('wan-ati-studio'));
		const read = db.transaction(['jobs', 'videos']);
		const [jobs, videos] = await Promise.all([
			ask<{ id: string; number: number }[]>(read.objectStore('jobs').getAll()),
			ask(read.objectStore('videos').getAllKeys()),
		]);
		db.close();
		return { jobs: jobs.map(({ number }) => number).sort(), videos: videos.length };
	});

test.describe.configure({ timeout: 400_000 });

test('4. the gallery: stars, tags and a note find the good one; the rest goes, and comes back', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await makeDrafts(page, studio, 3);
	await studio.button('Gallery').click();
	const dialog = gallery(page);
	const all = cards(page);
	await expect(all).toHaveCount(3);
	await expect(all.first()).toBeFocused();
	await expect(all.first()).toHaveAccessibleName(/^Draft 3/);

	await test.step('keys mean the card that has the focus, before any is selected', async () => {
		await page.keyboard.press('2');
		await expect(all.first()).toHaveAttribute('data-stars', '2');
		await page.keyboard.press('0');
		await expect(all.first()).toHaveAttribute('data-stars', '0');
		await expect(all.first()).toHaveAttribute('aria-selected', 'false');
	});

	await test.step('what differs from the shot now is said', async () => {
		await page.keyboard.press('ArrowRight');
		await expect(all.nth(1)).toHaveAttribute('aria-selected', 'true');
		const table = dialog.getByRole('table', { name: 'What differs from the shot now' });
		await expect(table).toContainText('changed: Red balloon');
		await expect(table).toContainText('Draft 2');
	});

	await test.step('stars by key, tags and a note by name; they are found and sorted by', async () => {
		await page.keyboard.press('4');
		await expect(all.nth(1)).toHaveAttribute('data-stars', '4');
		await dialog.getByRole('textbox', { name: 'Tags' }).fill('hero, sky');
		await dialog.getByRole('textbox', { name: 'Note' }).fill('The red one is right');
		await all.nth(2).click();
		await expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('');
		await studio.choose('Order', 'Most stars first');
		await expect(all.first()).toHaveAccessibleName(/^Draft 2.*hero.*sky.*, 4 stars$/);
		// The cards are options too.
		await dialog.getByRole('combobox', { name: 'Tag' }).click();
		await page.getByRole('option', { name: 'sky', exact: true }).click();
		await expect(all).toHaveCount(1);
		await studio.choose('Tag', 'Any tag');
		await dialog.getByRole('searchbox', { name: 'Search results' }).fill('red one');
		await expect(all).toHaveCount(1);
		await expect(dialog.getByText('1 of 3 results')).toBeVisible();
		await dialog.getByRole('searchbox', { name: 'Search results' }).fill('nowhere');
		await dialog.getByRole('button', { name: 'Clear filters' }).click();
		await expect(all).toHaveCount(3);
	});

	await test.step('several are deleted and taken back, with their videos', async () => {
		await all.nth(1).click();
		await page.keyboard.press('Shift+End');
		await expect(dialog.getByRole('heading', { name: '2 results selected' })).toBeVisible();
		await page.keyboard.press('Delete');
		await expect(all).toHaveCount(1);
		await expect(dialog.getByText('2 results deleted')).toBeVisible();
		await expect(all.first()).toBeFocused();
		await page.keyboard.press('Delete');
		await expect(all).toHaveCount(0);
		await dialog.getByRole('button', { name: 'Take back' }).click();
		await expect(all).toHaveCount(1);
		await page.keyboard.press('Control+z');
		await expect(all).toHaveCount(3);
		await all.nth(2).click();
		await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
		await page.keyboard.press('Escape');
		await expect(studio.results.getByRole('listitem')).toHaveCount(2);
		await studio.button('Take back').click();
		await expect(studio.results.getByRole('listitem')).toHaveCount(3);
		expect(await stored(page)).toEqual({ jobs: [1, 2, 3], videos: 3 });
	});

	await test.step('the player deletes with the same way back; a reload ends it, and nothing is left behind', async () => {
		await studio.newest.getByRole('button', { name: /^Draft 3/ }).click();
		await page
			.getByRole('region', { name: /^Player/ })
			.getByRole('button', { name: 'Delete' })
			.click();
		await expect(page.getByText('Draft 3 deleted')).toBeVisible();
		expect(await stored(page)).toEqual({ jobs: [1, 2, 3], videos: 3 });
		await page.reload();
		await expect(studio.results.getByRole('listitem')).toHaveCount(2);
		await expect.poll(() => stored(page)).toEqual({ jobs: [1, 2], videos: 2 });
	});

	await test.step('what was said of them is there after the reload', async () => {
		await studio.button('Gallery').click();
		await expect(all.first()).toHaveAccessibleName(/^Draft 2.*hero.*sky.*, 4 stars$/);
	});
});

test('4. the gallery hands all on in one ZIP, and puts a shot back as one step', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await makeDrafts(page, studio, 2);
	// Measured: the archive holds its metrics then.
	await expect(studio.results.locator('[data-score]')).toHaveCount(2, { timeout: 170_000 });
	await studio.button('Gallery').click();
	const dialog = gallery(page);

	await test.step('a folder for each, and a table of all', async () => {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			dialog.getByRole('button', { name: 'Export all' }).click(),
		]);
		expect(download.suggestedFilename()).toBe('Balloons at dawn results.zip');
		const files = unzipSync(new Uint8Array(await readFile(await download.path())));
		const folder = 'Balloons at dawn draft 1';
		expect(Object.keys(files).filter((name) => name.startsWith(folder))).toEqual([
			`${folder}/${folder}.wanati.json`,
			`${folder}/${folder} tracks.json`,
			`${folder}/${folder}.mp4`,
			`${folder}/${folder} metrics.json`,
		]);
		const text = (name: string) => new TextDecoder().decode(files[name]);
		expect(text('results.csv').trim().split('\r\n')).toHaveLength(3);
		expect(JSON.parse(text(`${folder}/${folder} tracks.json`))[0]).toHaveLength(121);
		const project = JSON.parse(text(`${folder}/${folder}.wanati.json`));
		expect(project.document.frame.width).toBe(416);
		expect(project.image.base64.length).toBeGreaterThan(1000);
		await expect(dialog.getByText(/^2 results saved, /)).toBeVisible();
	});

	await test.step('restoring the first shot, and Undo', async () => {
		const points = () =>
			page.evaluate(() => JSON.stringify(window.wanAti!.getDocument().tracks[0]!.points));
		const now = await points();
		await cards(page).last().click();
		await dialog.getByRole('button', { name: 'Restore this shot' }).click();
		await expect(page.getByText('The shot of Draft 1 is on the canvas')).toBeVisible();
		expect(await points()).not.toBe(now);
		await studio.button('Undo').click();
		expect(await points()).toBe(now);
	});

	await test.step('two are compared from here', async () => {
		await page.getByRole('button', { name: 'Shot menu' }).click();
		await page.getByRole('menuitem', { name: 'Gallery' }).click();
		await cards(page).first().click();
		await page.keyboard.press('Control+a');
		await dialog.getByRole('button', { name: 'Compare' }).click();
		await expect(page.getByRole('dialog', { name: 'Compare' })).toBeVisible();
	});
});
