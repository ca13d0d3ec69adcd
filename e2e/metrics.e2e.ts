import { readFile } from 'node:fs/promises';
import { createCanvas } from '@napi-rs/canvas';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { openedEmpty, studioPage } from './support/studioPage.ts';

/** The strip below an open result, and its score once it is measured. */
const strip = (page: Page) => page.getByRole('region', { name: 'How it followed' });
const compare = (page: Page) => page.getByRole('dialog', { name: 'Compare' });

/** A busy machine takes its time. */
const measured = (page: Page) =>
	expect(strip(page)).toContainText('adherence', { timeout: 170_000 });

/** A quarter of the pixels and 33 frames: a busy machine renders and measures them soon. */
const makeSmall = (page: Page) =>
	page.evaluate(() =>
		window.wanAti!.dispatch({
			type: 'frame/set',
			patch: { width: 416, height: 240, length: 33 },
		}),
	);

test.describe.configure({ timeout: 400_000 });

test('8. 11. a draft is measured by itself: score, ATI’s figures, control, charts, tables, and reports to keep', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(7);
	await makeSmall(page);
	await studio.button('Generate').click();
	await studio.waitFor('done');
	await measured(page);

	await test.step('the score stands in the tray and below the video, beside what to hold it against', async () => {
		await expect(studio.newest).toContainText('100 % adherence');
		await expect(strip(page)).toContainText('100 % adherence');
		await expect(strip(page)).toContainText('no track lost');
		await expect(strip(page)).toContainText('ATI paper 35 %');
		await expect(strip(page)).toContainText(/frozen video \d+ %/);
		await expect(strip(page)).toContainText('noise floor 4 px');
	});

	await test.step('charts over time, and every number of the report', async () => {
		await strip(page).getByRole('button', { name: 'Charts and causes' }).click();
		const window = compare(page);
		for (const chart of ['Error over time', 'Speed', 'Frames by error'])
			await expect(window.getByRole('img', { name: chart })).toBeVisible();
		await expect(window.locator('.u-over').first()).toBeVisible();
		const numbers = window.getByRole('region', { name: 'Numbers' });
		for (const number of ['34.7 %', '55.9 %', '65.5 %'])
			await expect(numbers.getByRole('cell', { name: number, exact: true })).toBeVisible();
		await expect(window).toContainText('Every track kept to its plan.');
	});

	await test.step('the same as tables, a row a frame', async () => {
		const window = compare(page);
		await window.getByRole('radio', { name: 'Tables' }).check({ force: true });
		const table = window.getByRole('region', { name: 'Error over time' });
		await expect(table.getByRole('row')).toHaveCount(34);
		await window.getByRole('radio', { name: 'Charts', exact: true }).check({ force: true });
	});

	await test.step('JSON, CSV and Markdown are what the command line writes', async () => {
		const save = async (item: string) => {
			await compare(page).getByRole('button', { name: 'Export report' }).click();
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('menuitem', { name: item }).click(),
			]);
			return readFile(await download.path(), 'utf8');
		};
		const report = JSON.parse(await save('Report as JSON'));
		expect(report.adherence.acc1).toBeGreaterThan(0.97);
		expect(report.control.acc1).toBeLessThan(0.9);
		expect(report.trackNames).toHaveLength(7);
		expect(await save('Report as CSV')).toMatch(
			/^group,track,metric,value\nadherence,all,meanErrorPx,/,
		);
		expect(await save('Report as Markdown')).toContain('ATI, arXiv 2505.22944');
	});

	await test.step('the report is kept with the result', async () => {
		await compare(page).getByRole('button', { name: 'Back to editor' }).click();
		await page.reload();
		await expect(studio.newest).toContainText('100 % adherence');
	});
});

test('12. why it fell short is said in words, with the way to the place', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.offerFile({ name: 'sky.png', mimeType: 'image/png', buffer: flatSky() });
	await openedEmpty(page, 'sky.png');
	await makeSmall(page);
	// One on the texture, one on the plain sky.
	await studio.drawWithPen([
		{ x: 200, y: 360 },
		{ x: 330, y: 360 },
	]);
	await studio.drawWithPen([
		{ x: 600, y: 100 },
		{ x: 600, y: 160 },
	]);
	await studio.button('Generate').click();
	await studio.waitFor('done');
	await measured(page);
	await strip(page).getByRole('button', { name: 'Charts and causes' }).click();
	const window = compare(page);
	await expect(window.locator('[data-cause="neverSeen"]')).toContainText('Track 2');
	await expect(window.locator('[data-cause="finding"][data-rule="flat-start"]')).toBeVisible();
	await expect(window.getByRole('table', { name: 'Tracks' }).getByRole('row').last()).toContainText(
		'lost',
	);
	await window.getByRole('button', { name: /^Show: Track 2 could not/ }).click();
	await expect(window.getByRole('combobox', { name: 'Track', exact: true })).toContainText(
		'Track 2',
	);
});

/** 832 x 480: plain blue above, checks of many greys below. */
function flatSky(): Buffer {
	const canvas = createCanvas(832, 480);
	const context = canvas.getContext('2d');
	context.fillStyle = '#7aa7d9';
	context.fillRect(0, 0, 832, 480);
	for (let y = 260; y < 480; y += 10)
		for (let x = 0; x < 832; x += 10) {
			const grey = (x * 7 + y * 13 + ((x * y) % 97)) % 256;
			context.fillStyle = `rgb(${grey} ${grey} ${grey})`;
			context.fillRect(x, y, 10, 10);
		}
	return canvas.toBuffer('image/png');
}
