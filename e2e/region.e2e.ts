import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { documentSchema, type WanDocument } from '../src/core/document/document.ts';
import { isInRings } from '../src/core/region/isInRings.ts';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

const documentOf = (page: Page): Promise<WanDocument> =>
	page.evaluate(() => window.wanAti!.getDocument());

const examples = join(import.meta.dirname, '../public/examples');

/** A starter's picture without tracks, the region tool in hand. @returns the true outline of what is in it, too. */
async function openRegion(page: Page, id = 'beach-ball') {
	const studio = studioPage(page);
	await studio.openImage(join(examples, `${id}.webp`));
	const { regions } = documentSchema.parse(
		JSON.parse(readFileSync(join(examples, `${id}.json`), 'utf8')),
	);
	await studio.pickTool('Region');
	return { studio, ring: regions[0]!.rings[0]! };
}

const middleOf = (ring: readonly { readonly x: number; readonly y: number }[]) => ({
	x: ring.reduce((sum, { x }) => sum + x, 0) / ring.length,
	y: ring.reduce((sum, { y }) => sum + y, 0) / ring.length,
});

/** The corners of a loose box: bounds and 6 %. */
function looseBox(ring: readonly { readonly x: number; readonly y: number }[]) {
	const xs = ring.map(({ x }) => x);
	const ys = ring.map(({ y }) => y);
	const [left, right] = [Math.min(...xs), Math.max(...xs)];
	const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
	const dx = (right - left) * 0.06;
	const dy = (bottom - top) * 0.06;
	return [
		{ x: left - dx, y: top - dy },
		{ x: right + dx, y: bottom + dy },
	];
}

test('6 region: a box round a thing becomes a group of tracks on it, moved as one, in single steps', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const { studio, ring } = await openRegion(page);
	const options = page.getByRole('group', { name: 'Tool options' });
	await options.getByRole('textbox', { name: 'Points' }).fill('3');
	await options.getByRole('textbox', { name: 'Points' }).press('Enter');
	await studio.drag(looseBox(ring));
	const bar = page.getByRole('group', { name: 'Selection of the region' });
	await expect(bar.getByRole('status')).toContainText('3 points');
	await bar.getByRole('button', { name: 'Make tracks of it' }).click();

	const made = await documentOf(page);
	expect(made.tracks).toHaveLength(3);
	expect(new Set(made.tracks.map(({ groupId }) => groupId)).size).toBe(1);
	expect(made.regions).toHaveLength(1);
	expect(isInRings(made.regions[0]!.rings, middleOf(ring))).toBe(true);
	for (const { points } of made.tracks) expect(isInRings([ring], points[0]!)).toBe(true);

	const panel = page.getByRole('region', { name: 'Region motion' });
	await panel.getByRole('textbox', { name: 'Move X' }).fill('200');
	await panel.getByRole('textbox', { name: 'Move X' }).press('Enter');
	await panel.getByRole('textbox', { name: 'Turn' }).fill('90');
	await panel.getByRole('textbox', { name: 'Turn' }).press('Enter');
	const moved = await documentOf(page);
	const apart = (points: readonly { x: number; y: number }[]) =>
		Math.hypot(points[0]!.x - points[1]!.x, points[0]!.y - points[1]!.y);
	const ends = moved.tracks.map(({ points }) => points.at(-1)!);
	const starts = moved.tracks.map(({ points }) => points[0]!);
	expect(apart(ends)).toBeCloseTo(apart(starts), 3);
	expect(ends[0]).not.toEqual(starts[0]);

	await studio.button('Undo').click();
	await studio.button('Undo').click();
	await studio.button('Undo').click();
	expect(await documentOf(page)).toMatchObject({ tracks: [], regions: [] });
});

test('6 region: by keyboard alone; Escape leaves no trace, Enter makes the tracks', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const { ring } = await openRegion(page);
	const before = await documentOf(page);
	const canvas = page.getByRole('application', { name: 'Canvas' });
	await canvas.focus();
	await page.keyboard.press('r');
	const { x, y } = middleOf(ring);
	await page.keyboard.press('ArrowLeft');
	const image = before.image!;
	// The crosshair begins in the frame's middle.
	const steps = {
		Left: Math.round((image.width / 2 - 10 - x) / 10),
		Up: Math.round((image.height / 2 - y) / 10),
	};
	for (const [way, count] of Object.entries(steps)) {
		const opposite = way === 'Left' ? 'Right' : 'Down';
		for (let i = 0; i < Math.abs(count); i++)
			await page.keyboard.press(`Arrow${count > 0 ? way : opposite}`);
	}
	const status = page.getByRole('group', { name: 'Selection of the region' }).getByRole('status');
	const press = async () => {
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await expect(status).toContainText('of the picture');
	};
	await press();
	await page.keyboard.press('Escape');
	await expect(status).toHaveCount(0);
	expect(await documentOf(page)).toEqual(before);
	await press();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('list', { name: 'Tracks' }).getByText('Region 1 1')).toBeVisible();
	expect((await documentOf(page)).regions).toHaveLength(1);
});

test('6 region: wand, brush and lasso add and take away; the options are there in French', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const { studio, ring } = await openRegion(page);
	const options = page.getByRole('group', { name: 'Tool options' });
	const bar = page.getByRole('group', { name: 'Selection of the region' });
	const shareOf = async () =>
		Number.parseInt((await bar.getByRole('status').textContent()) ?? '', 10);
	const choose = (name: string) =>
		options.getByRole('radio', { name, exact: true }).check({ force: true });

	await choose('Magic wand');
	await options.getByRole('textbox', { name: 'Tolerance' }).fill('90');
	await options.getByRole('textbox', { name: 'Tolerance' }).press('Enter');
	await studio.clickAt({ x: 600, y: 60 });
	await expect(bar.getByRole('status')).toContainText('of the picture');
	const sky = await shareOf();
	expect(sky).toBeGreaterThan(1);

	await choose('Brush');
	await choose('Take from the selection');
	await options.getByRole('textbox', { name: 'Brush size' }).fill('60');
	await options.getByRole('textbox', { name: 'Brush size' }).press('Enter');
	await studio.drag([
		{ x: 300, y: 60 },
		{ x: 900, y: 60 },
	]);
	await expect.poll(shareOf).toBeLessThan(sky);

	await choose('Lasso');
	await choose('New selection');
	await studio.drag([...ring.filter((_, i) => i % 4 === 0), ring[0]!]);
	await expect(bar.getByRole('status')).toContainText('point');
	await bar.getByRole('button', { name: 'Clear the selection' }).click();
	await expect(bar).toHaveCount(0);
	await expect(studio.button('Undo')).toBeVisible();

	await page.goto(`${page.url().split('?')[0]}?lang=fr`);
	await page.getByRole('button', { name: 'Région', exact: true }).click();
	await expect(page.getByRole('radio', { name: 'Baguette magique' })).toBeVisible();
});
