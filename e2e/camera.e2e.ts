import type { Page } from '@playwright/test';
import type { WanDocument } from '../src/core/document/document.ts';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

type Place = { readonly x: number; readonly y: number };

const documentOf = (page: Page): Promise<WanDocument> =>
	page.evaluate(() => window.wanAti!.getDocument());
const samplesOf = async (page: Page): Promise<Place[][]> =>
	JSON.parse(await page.evaluate(() => window.wanAti!.exportTracks()));

/** The starter shot with its camera panel open. */
async function openCamera(page: Page) {
	const studio = studioPage(page);
	await studio.ready();
	const row = page.getByRole('list', { name: 'Camera' });
	await row.getByRole('button', { name: 'Camera', exact: true }).click();
	const panel = page.getByRole('region', { name: 'Camera' });
	await expect(panel.getByText('No camera move yet')).toBeVisible();
	return { studio, row, panel };
}

test('5 camera: moves add up, move every sample that goes with it, and undo one by one', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const { studio, row, panel } = await openCamera(page);
	const before = await samplesOf(page);
	const { image, frame } = await documentOf(page);
	const scale = frame.width / image!.width;

	await test.step('a pan of d px moves the last sample by d', async () => {
		await panel.getByRole('button', { name: 'Pan left' }).click();
		const x = panel.getByRole('textbox', { name: 'Pan X' });
		await x.fill('100');
		await x.press('Enter');
		await expect(row.getByRole('slider')).toHaveCount(1);
		const after = await samplesOf(page);
		for (const [n, track] of after.entries()) {
			expect(track.at(-1)!.x - before[n]!.at(-1)!.x).toBeCloseTo(100 * scale, 1);
			expect(track[0]).toEqual(before[n]![0]);
		}
	});

	await test.step('other moves add up on the same key', async () => {
		await panel.getByRole('button', { name: 'Push in' }).click();
		await panel.getByRole('button', { name: 'Roll', exact: true }).click();
		await panel.getByRole('button', { name: 'Handheld' }).click();
		const { keys } = (await documentOf(page)).camera;
		expect(keys).toHaveLength(1);
		expect(keys[0]).toMatchObject({ x: 100, zoom: 1.4, roll: 10 });
		await expect(panel.getByRole('button', { name: 'Another shake' })).toBeVisible();
	});

	for (let step = 0; step < 5; step++) await studio.button('Undo').click();
	expect(await samplesOf(page)).toEqual(before);
	await expect(row.getByRole('slider')).toHaveCount(0);
});

test('5 camera: keys are added at the playhead, dragged, stepped, eased and deleted', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const { row, panel } = await openCamera(page);
	await panel.getByRole('button', { name: 'Pan right' }).click();
	const end = row.getByRole('slider', { name: 'Camera key 1' });
	await expect(end).toHaveAttribute('aria-valuenow', '80');

	await test.step('a key at the playhead changes no motion', async () => {
		await page.getByRole('slider', { name: 'Playhead' }).focus();
		await page.keyboard.press('Home');
		for (let second = 0; second < 2; second++) await page.keyboard.press('Shift+.');
		const before = await samplesOf(page);
		await row.getByRole('button', { name: 'Add a camera key at the playhead' }).click();
		await expect(row.getByRole('slider')).toHaveCount(2);
		await expect(panel.getByText('Key 1 of 2')).toBeVisible();
		const after = await samplesOf(page);
		expect(after[0]!.at(-1)).toEqual(before[0]!.at(-1));
	});

	await test.step('arrows step it by frames, a drag moves it in one undo step', async () => {
		const key = row.getByRole('slider', { name: 'Camera key 1' });
		const at = Number(await key.getAttribute('aria-valuenow'));
		await key.press('ArrowRight');
		await expect(key).toHaveAttribute('aria-valuenow', `${at + 1}`);
		const box = (await key.boundingBox())!;
		const x = box.x + box.width / 2;
		const y = box.y + box.height / 2;
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + 60, y, { steps: 4 });
		await page.mouse.move(x + 120, y, { steps: 4 });
		await page.mouse.up();
		await expect
			.poll(async () => Number(await key.getAttribute('aria-valuenow')))
			.toBeGreaterThan(at + 5);
		await page.getByRole('button', { name: 'Undo', exact: true }).click();
		await expect(key).toHaveAttribute('aria-valuenow', `${at + 1}`);
	});

	await test.step('the way there has an easing', async () => {
		await panel.getByRole('combobox', { name: 'Way there' }).click();
		await page.getByRole('option', { name: 'Constant speed' }).click();
		expect((await documentOf(page)).camera.keys[0]!.easing).toBe('linear');
	});

	await row.getByRole('slider', { name: 'Camera key 1' }).press('Delete');
	await expect(row.getByRole('slider')).toHaveCount(1);
	await panel.getByRole('button', { name: 'Remove the camera move' }).click();
	await expect(row.getByRole('slider')).toHaveCount(0);
});

test('5 camera: a track stays on the screen, and slides by its depth when the camera orbits', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const { studio, panel } = await openCamera(page);
	const before = await samplesOf(page);
	await panel.getByRole('button', { name: 'Orbit' }).click();
	await expect(panel.getByText('All 7 tracks move with the camera.')).toBeVisible();
	await studio.tracks.getByRole('button', { name: 'Red balloon', exact: true }).click();
	const inspector = page.getByRole('region', { name: 'Selection' });

	await test.step('at depth 0 it does not slide', async () => {
		const depth = inspector.getByRole('slider', { name: 'Depth' });
		await depth.fill('0');
		await expect(depth).toHaveAttribute('aria-valuetext', 'stays put');
		await expect.poll(async () => (await samplesOf(page))[0]).toEqual(before[0]);
		expect((await samplesOf(page))[1]).not.toEqual(before[1]);
		await depth.fill('-1');
		await expect
			.poll(async () => (await samplesOf(page))[0]!.at(-1)!.x)
			.toBeLessThan(before[0]!.at(-1)!.x);
	});

	await test.step('on the screen the camera leaves it alone', async () => {
		await inspector.getByRole('switch', { name: 'Stays on the screen' }).click();
		expect((await samplesOf(page))[0]).toEqual(before[0]);
		await expect(inspector.getByRole('slider', { name: 'Depth' })).toBeHidden();
	});
});

test('5 camera: alone it is given a field of tracks in one step, and is reached from the palette', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	await page.evaluate(() => window.wanAti!.dispatch({ type: 'tracks/replace', tracks: [] }));
	await studio.canvas.focus();
	await page.keyboard.press('Control+k');
	await page.getByRole('combobox', { name: 'Search for a command' }).fill('camera push in');
	await page.keyboard.press('Enter');
	const panel = page.getByRole('region', { name: 'Camera' });
	await expect(panel.getByText(/^No track moves with it yet/)).toBeVisible();
	const checks = page.getByRole('list', { name: 'Checks' });
	await expect(checks.locator('[data-rule="no-tracks"]')).toBeVisible();

	await panel.getByRole('button', { name: 'Add tracks for the camera' }).click();
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(20);
	await expect(checks.locator('[data-rule="no-tracks"]')).toBeHidden();
	await expect(checks.locator('[data-rule="no-pin"]')).toBeHidden();
	const samples = await samplesOf(page);
	const starts = samples.map((track) => track[0]!);
	for (const [i, a] of starts.entries())
		for (const b of starts.slice(i + 1))
			expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(30);
	// Pushing in, each goes away from the middle of the frame.
	for (const track of samples) {
		const far = ({ x, y }: Place) => Math.hypot(x - 416, y - 240);
		expect(far(track.at(-1)!)).toBeCloseTo(far(track[0]!) * 1.4, 0);
	}
	await studio.button('Undo').first().click();
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(0);
});
