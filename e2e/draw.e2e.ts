import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

const picture = 'public/examples/fox.webp';

test('drawing, editing, undo and export on a picture of one’s own', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	const rows = studio.tracks.getByRole('listitem');
	const exported = async () =>
		JSON.parse(await studio.exportedTracks()) as { x: number; y: number }[][];

	await expect(rows).toHaveCount(7);
	await studio.openImage(picture);
	await expect(rows).toHaveCount(0);

	await test.step('the pen makes a track through its clicks', async () => {
		await studio.drawWithPen([
			{ x: 300, y: 360 },
			{ x: 600, y: 300 },
			{ x: 900, y: 400 },
		]);
		await expect(rows).toHaveCount(1);
		const [track] = await exported();
		expect(track).toHaveLength(121);
		// 1248 x 720 covers 832 x 480 to within half a pixel of crop.
		expect(track![0]!.x).toBeCloseTo(200, 0);
		expect(track![0]!.y).toBeCloseTo(240, 0);
		expect(track![120]!.x).toBeCloseTo(600, 0);
		expect(track![120]!.y).toBeCloseTo(266.7, 0);
	});

	await test.step('freehand and pin add one track each', async () => {
		await studio.pickTool('Freehand');
		await studio.drag([
			{ x: 200, y: 600 },
			{ x: 400, y: 560 },
			{ x: 600, y: 620 },
			{ x: 800, y: 580 },
		]);
		await studio.pickTool('Pin');
		await studio.clickAt({ x: 1100, y: 120 });
		await expect(rows).toHaveCount(3);
		const pin = (await exported())[2]!;
		expect(new Set(pin.map(({ x, y }) => `${x},${y}`)).size).toBe(1);
	});

	await test.step('a track is moved by its path, and undo brings it back', async () => {
		const before = await studio.exportedTracks();
		await studio.pickTool('Select');
		await studio.drag([
			{ x: 600, y: 300 },
			{ x: 600, y: 240 },
		]);
		expect(await studio.exportedTracks()).not.toBe(before);
		await studio.button('Undo').click();
		expect(await studio.exportedTracks()).toBe(before);
		await studio.button('Redo').click();
		expect(await studio.exportedTracks()).not.toBe(before);
	});

	await test.step('hidden tracks are not exported, deleted ones come back by undo', async () => {
		await rows.first().getByRole('button', { name: /Hide/ }).click();
		expect(await exported()).toHaveLength(2);
		await page.keyboard.press('Control+z');
		await rows.first().getByText('Track 1').click();
		await page.keyboard.press('Delete');
		await expect(rows).toHaveCount(2);
		await page.keyboard.press('Control+z');
		await expect(rows).toHaveCount(3);
	});

	await test.step('the exported file is what scripts get, and comes in again', async () => {
		const file = await studio.download('Export tracks');
		expect(file.toString()).toBe(await studio.exportedTracks());
		await page
			.getByLabel('Tracks file', { exact: true })
			.setInputFiles({ name: 'tracks.json', mimeType: 'application/json', buffer: file });
		await expect(rows).toHaveCount(6);
	});

	await test.step('a reload brings everything back', async () => {
		const before = await studio.exportedTracks();
		await expect(page.getByText('Saved', { exact: true })).toBeVisible();
		await page.reload();
		await expect(rows).toHaveCount(6);
		expect(await studio.exportedTracks()).toBe(before);
	});
});

test('the preview moves along the exported samples', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.canvas.focus();
	await page.keyboard.press('End');
	await expect(page.getByText('frame 81 of 81')).toBeVisible();
	await page.keyboard.press('Home');
	await studio.button('Play').click();
	await expect(page.getByText('frame 1 of 81')).toBeHidden();
	await studio.button('Pause').click();
});

test('a file that is no picture says what it is, and nothing is lost', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	const before = await studio.exportedTracks();
	await studio.offerFile({
		name: 'notes.png',
		mimeType: 'image/png',
		buffer: Buffer.from('%PDF-1.7\n%âãÏÓ'),
	});
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('This file is not a picture we can read');
	await expect(alert).toContainText('PDF');
	await expect(alert).toContainText('Use JPEG, PNG, WebP, AVIF or GIF.');
	expect(await studio.exportedTracks()).toBe(before);
});

test('an illegal length blocks Generate until its button mends it', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	await page.evaluate(() => window.wanAti!.dispatch({ type: 'frame/set', patch: { length: 121 } }));
	const check = page
		.getByRole('list', { name: 'Checks' })
		.locator('[data-rule="length-multiple-of-120"][data-severity="error"]');
	await expect(check).toBeVisible();
	await expect(studio.button('Generate')).toHaveAttribute('aria-disabled', 'true');
	await check.getByRole('button', { name: 'Use 117' }).click();
	await expect(check).toBeHidden();
	await expect(studio.button('Generate')).not.toHaveAttribute('aria-disabled', 'true');
});
