import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { openedEmpty, studioPage } from './support/studioPage.ts';

/** The starter that is open at first has tracks. */
async function openShot(page: Page) {
	const studio = studioPage(page);
	await studio.openImage('public/examples/fox.webp');
	await expect(studio.button('Snap')).toBeVisible();
	await studio.drawWithPen([
		{ x: 300, y: 200 },
		{ x: 600, y: 200 },
		{ x: 900, y: 400 },
	]);
	await studio.pickTool('Select');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	return studio;
}

const tracksOf = (page: Page) => page.evaluate(() => window.wanAti!.getDocument().tracks);

test('row 15, shortcuts: a command gets other keys, a taken chord is asked about, all can be reset', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	await studio.canvas.focus();
	await page.keyboard.press('Shift+?');
	const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
	const keysOf = (command: string) =>
		sheet.getByRole('button', { name: new RegExp(`^Keys of ${command}: `) });
	await test.step('free keys are taken at once and work', async () => {
		await keysOf('Tool: Pin').click();
		await page.keyboard.press('q');
		await expect(keysOf('Tool: Pin')).toHaveAccessibleName('Keys of Tool: Pin: Q');
		await page.keyboard.press('Escape');
		await expect(sheet).toBeHidden();
		await studio.canvas.focus();
		await page.keyboard.press('a');
		await expect(studio.button('Select')).toHaveAttribute('aria-pressed', 'true');
		await page.keyboard.press('q');
		await expect(studio.button('Pin')).toHaveAttribute('aria-pressed', 'true');
		await expect(studio.button('Pin')).toHaveAttribute('aria-keyshortcuts', 'Q');
	});
	await test.step('a chord of another command is asked about', async () => {
		await page.keyboard.press('Shift+?');
		await keysOf('Tool: Line').click();
		await page.keyboard.press('p');
		await expect(sheet.getByRole('alert')).toContainText('P is taken: Tool: Pen');
		await sheet.getByRole('button', { name: 'Leave it' }).click();
		await expect(keysOf('Tool: Pen')).toHaveAccessibleName('Keys of Tool: Pen: P');
		await keysOf('Tool: Line').click();
		await page.keyboard.press('p');
		await sheet.getByRole('button', { name: 'Use it here' }).click();
		await expect(keysOf('Tool: Pen')).toHaveAccessibleName('Keys of Tool: Pen: none');
	});
	await test.step('keys of the browser are refused, Escape leaves without closing', async () => {
		await keysOf('Undo').click();
		await page.keyboard.press('Control+c');
		await expect(sheet.getByRole('status')).toContainText('stays as it is');
		await page.keyboard.press('Escape');
		await expect(keysOf('Undo')).toHaveAccessibleName('Keys of Undo: Ctrl Z');
	});
	await test.step('they are there after a reload; one and all are reset', async () => {
		await page.reload();
		await studio.ready();
		await studio.canvas.focus();
		await page.keyboard.press('p');
		await expect(studio.button('Line')).toHaveAttribute('aria-pressed', 'true');
		await page.keyboard.press('Shift+?');
		await sheet.getByRole('button', { name: 'First keys of Tool: Pin' }).click();
		await expect(keysOf('Tool: Pin')).toHaveAccessibleName('Keys of Tool: Pin: A');
		await sheet.getByRole('button', { name: 'All as at first' }).click();
		await expect(keysOf('Tool: Pen')).toHaveAccessibleName('Keys of Tool: Pen: P');
		await expect(keysOf('Tool: Line')).toHaveAccessibleName('Keys of Tool: Line: L');
	});
	await test.step('the palette’s own keys can be others', async () => {
		await keysOf('All commands').click();
		await page.keyboard.press('Control+m');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+m');
		await expect(page.getByRole('combobox', { name: 'Search for a command' })).toBeFocused();
	});
});

test('row 15, context menus: point, path, empty place, row, bar; by key too', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = await openShot(page);
	const menu = page.getByRole('menu', { name: 'Commands here' });
	const item = (name: string) => menu.getByRole('menuitem', { name });
	const rightClick = async (at: { x: number; y: number }) => {
		const { x, y } = await studio.screen(at);
		await page.mouse.click(x, y, { button: 'right' });
		await expect(menu).toBeVisible();
	};
	await test.step('on a point', async () => {
		await rightClick({ x: 600, y: 200 });
		await menu.getByRole('menuitemcheckbox', { name: 'Corner point' }).click();
		expect((await tracksOf(page))[0]!.points[1]!.mode).toBe('corner');
		await rightClick({ x: 600, y: 200 });
		await expect(menu.getByRole('menuitemcheckbox', { name: 'Corner point' })).toBeChecked();
		await page.keyboard.press('Escape');
		await expect(menu).toBeHidden();
		await expect(studio.canvas).toBeFocused();
	});
	await test.step('on a path', async () => {
		await page.keyboard.press('Escape');
		await rightClick({ x: 450, y: 200 });
		await item('Add a point here').click();
		expect((await tracksOf(page))[0]!.points).toHaveLength(4);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Shift+F10');
		await item('Duplicate').click();
		expect(await tracksOf(page)).toHaveLength(2);
		await page.keyboard.press('Control+z');
	});
	await test.step('on an empty place', async () => {
		await rightClick({ x: 200, y: 600 });
		await item('Put a pin here').click();
		const pin = (await tracksOf(page)).at(-1)!;
		expect(pin).toMatchObject({ kind: 'pin' });
		expect(Math.abs(pin.points[0]!.x - 200)).toBeLessThan(3);
	});
	await test.step('on a row of the list, by mouse and by key', async () => {
		const name = studio.tracks.getByRole('button', { name: 'Track 1', exact: true });
		await name.click({ button: 'right' });
		await item('Lock').click();
		expect((await tracksOf(page))[0]!.locked).toBe(true);
		await name.focus();
		await page.keyboard.press('ContextMenu');
		await item('Unlock').click();
		expect((await tracksOf(page))[0]!.locked).toBe(false);
		await page.keyboard.press('Shift+F10');
		await item('Rename').click();
		await page.keyboard.type('Ball');
		await page.keyboard.press('Enter');
		expect((await tracksOf(page))[0]!.name).toBe('Ball');
	});
	await test.step('on the bar of a track', async () => {
		const bar = (await studio.tracks
			.getByRole('slider', { name: 'Start of Ball' })
			.locator('..')
			.boundingBox())!;
		await page.mouse.click(bar.x + bar.width / 2, bar.y + bar.height / 2, { button: 'right' });
		await item('End at 2.5').click();
		expect((await tracksOf(page))[0]!.timing.end).toBeCloseTo(0.5, 1);
		await page.mouse.click(bar.x + bar.width / 4, bar.y + bar.height / 2, { button: 'right' });
		await menu.getByRole('menuitemcheckbox', { name: 'Bounce' }).click();
		expect((await tracksOf(page))[0]!.timing.easing).toBe('bounce');
	});
});

test('row 15, language: French shows and takes numbers with a comma', async ({
	page,
	startServe,
}) => {
	const serve = await startServe();
	await page.goto(`${serve.url}/?lang=fr`);
	const studio = studioPage(page);
	await studio.ready();
	await page
		.getByLabel('Image de départ', { exact: true })
		.setInputFiles('public/examples/fox.webp');
	await openedEmpty(page, 'fox.webp');
	await page.evaluate(() =>
		window.wanAti!.dispatch({
			type: 'track/add',
			track: {
				id: 't',
				name: 'Piste',
				color: 1,
				visible: true,
				locked: false,
				kind: 'path',
				points: [
					{ x: 300.5, y: 200, mode: 'corner' },
					{ x: 600, y: 200, mode: 'corner' },
				],
				closed: false,
				timing: { start: 0, end: 1, easing: 'linear' },
			},
		}),
	);
	const { x, y } = await studio.screen({ x: 300.5, y: 200 });
	await page.mouse.click(x, y);
	const field = page.getByLabel('Position X', { exact: true });
	await expect(field).toHaveValue('300,5');
	await field.fill('310,25');
	await field.press('Enter');
	await expect(field).toHaveValue('310,25');
	expect((await tracksOf(page))[0]!.points[0]!.x).toBe(310.25);
	const middle = await studio.screen({ x: 450, y: 200 });
	await page.mouse.move(middle.x, middle.y);
	await expect(page.getByTitle('Niveau de zoom')).toHaveText(/ %$/);
});
