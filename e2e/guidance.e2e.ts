import type { Page } from '@playwright/test';
import type { WanDocument } from '../src/core/document/document.ts';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

const documentOf = (page: Page): Promise<WanDocument> =>
	page.evaluate(() => window.wanAti!.getDocument());

/** Pixels of the layer under the tracks that the map covers. */
const paintedBelow = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const layer = document.querySelectorAll<HTMLCanvasElement>('[role="application"] canvas')[1]!;
		const { data } = layer.getContext('2d')!.getImageData(0, 0, layer.width, layer.height);
		let painted = 0;
		for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) painted++;
		return painted;
	});

test('the influence map follows the playhead and tells its coverage', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	const toggle = studio.button('Influence');
	await expect(toggle).toHaveAttribute('aria-pressed', 'false');
	await studio.canvas.focus();
	await page.keyboard.press('j');
	await expect(toggle).toHaveAttribute('aria-pressed', 'true');
	const coverage = page.getByRole('status', { name: 'Influence' });
	await expect(coverage).toHaveText(/^covers \d+ %$/);
	await expect.poll(() => paintedBelow(page)).toBeGreaterThan(1000);

	await test.step('two tracks on one another overlap, and it says so', async () => {
		const shot = await documentOf(page);
		const track = shot.tracks.find(({ kind }) => kind === 'path')!;
		await page.evaluate((copy) => window.wanAti!.dispatch({ type: 'track/add', track: copy }), {
			...track,
			id: 'copy',
			name: 'Copy',
		});
		await expect(coverage).toHaveText(/, overlap (\d+|< 1) %$/);
		await page.keyboard.press('Control+z');
		await expect(coverage).toHaveText(/^covers \d+ %$/);
	});

	await test.step('a length without guidance has no map', async () => {
		await page.evaluate(() =>
			window.wanAti!.dispatch({ type: 'frame/set', patch: { length: 121 } }),
		);
		await expect(coverage).toHaveText('no guidance at this length');
		await page.keyboard.press('Control+z');
	});
	await toggle.click();
	await expect(toggle).toHaveAttribute('aria-pressed', 'false');
	await expect(coverage).toBeHidden();
	await expect.poll(() => paintedBelow(page)).toBe(0);
});

test('the preview runs smoothly, by frames or as the model sees it; exact export says what it changes', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	const preview = page.getByRole('radiogroup', { name: 'Preview' });
	await expect(preview.getByRole('radio', { name: 'Smooth' })).toBeChecked();
	for (const clock of ['Frames', 'Model']) {
		const radio = preview.getByRole('radio', { name: clock });
		await radio.click();
		await expect(radio).toBeChecked();
	}
	await studio.button('Play').click();
	await expect(page.getByText('frame 1 of 81')).toBeHidden();
	await studio.button('Pause').click();

	const exact = page.getByRole('checkbox', { name: 'Exact for this length' });
	await expect(exact).not.toBeChecked();
	await expect(exact).toHaveAccessibleDescription(/up to \d+\.\d px/);
	const plain = await studio.exportedTracks();
	await exact.click();
	await expect(exact).toBeChecked();
	expect(await studio.exportedTracks()).not.toBe(plain);
	await page.keyboard.press('Control+z');
	await expect(exact).not.toBeChecked();
	expect(await studio.exportedTracks()).toBe(plain);
});

test('checks name the track, the reason and the place, and mend it with one click', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	const check = (rule: string) =>
		page.getByRole('list', { name: 'Checks' }).locator(`[data-rule="${rule}"]`);
	const shot = await documentOf(page);
	const track = shot.tracks.find(({ kind }) => kind === 'path')!;
	await page.evaluate(
		({ id, last }) =>
			window.wanAti!.dispatch([
				{ type: 'point/translate', trackId: id, indices: [last], dx: 500, dy: -100 },
				{
					type: 'track/set',
					trackIds: [id],
					patch: { timing: { start: 0.5, end: 0.53, easing: 'linear' } },
				},
			]),
		{ id: track.id, last: track.points.length - 1 },
	);
	await expect(check('too-fast')).toHaveAttribute('data-severity', 'warning');
	await expect(check('too-fast')).toContainText(`${track.name} is too fast`);
	await expect(check('too-fast')).toContainText(/px in 2 frames from \d\.\d s to \d\.\d s/);
	await expect.poll(() => paintedBelow(page)).toBeGreaterThan(50);
	await expect(studio.button('Generate')).not.toHaveAttribute('aria-disabled', 'true');
	await check('too-fast')
		.getByRole('button', { name: /is too fast/ })
		.click();
	await expect(page.getByText('frame 1 of 81')).toBeHidden();
	await check('too-fast').getByRole('button', { name: 'Slow down' }).click();
	await expect(check('too-fast')).toBeHidden();
	await expect.poll(() => paintedBelow(page)).toBe(0);

	await page.evaluate(() => window.wanAti!.dispatch({ type: 'shot/set', patch: { prompt: '' } }));
	await expect(check('prompt-empty')).toHaveAttribute('data-severity', 'hint');
});

test('pins in a grid, round the border and on the picture’s corners are one undo step each', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	const before = (await documentOf(page)).tracks.length;
	const choose = async (item: string) => {
		await studio.button('Pins').click();
		await page.getByRole('menuitem', { name: item }).click();
	};
	const count = async () => (await documentOf(page)).tracks.length - before;

	for (const item of ['Grid of pins', 'Lock perimeter', 'Auto-pin the background']) {
		await choose(item);
		await expect.poll(count).toBeGreaterThan(3);
		const { tracks } = await documentOf(page);
		expect(tracks.slice(before).every(({ kind }) => kind === 'pin')).toBe(true);
		if (item.startsWith('Auto')) expect(tracks.length).toBeLessThanOrEqual(20);
		await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
		await expect.poll(count).toBe(0);
	}
	await choose('Remove all pins');
	await expect.poll(count).toBeLessThan(0);
	await studio.canvas.focus();
	await page.keyboard.press('Control+z');
	await expect.poll(count).toBe(0);
});
