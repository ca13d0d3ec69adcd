import { readFile } from 'node:fs/promises';
import { sampleFiles } from '../src/core/formats/testing/sampleFiles.ts';
import { expect, type Fixtures, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

/* Tracks of other programs: in by file, drop and paste; out by "Export as…". */

const picture = 'public/examples/fox.webp';
async function begin(servePage: Fixtures['servePage']) {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.openImage(picture);
	await expect(studio.canvas).toBeVisible();
	return { page, studio };
}

const fileOf = (name: string, content: Uint8Array | string) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(content),
});

for (const [format, name, title] of [
	['ati-pth', 'bear.pth', 'ATI tracks (.pth)'],
	['kj-points', 'points.json', 'KJNodes spline points'],
	['fl-paths', 'paths.json', 'FL Path Animator paths'],
	['spline-path-control', 'scene.png', 'Spline-Path-Control scene (PNG)'],
	['svg', 'drawing.svg', 'SVG paths'],
	['wan2gp', 'trajectory.npy', 'Wan2GP trajectory (.npy)'],
] as const)
	test(`tracks of ${title} are imported as tracks to edit`, async ({ servePage }) => {
		const { page, studio } = await begin(servePage);
		await page
			.getByLabel('Tracks file', { exact: true })
			.setInputFiles(fileOf(name, sampleFiles[format]));
		await expect(page.getByText(`Imported 3 tracks: ${title}`)).toBeVisible();
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(3);
		await page.keyboard.press('Control+z');
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(0);
	});

test('every sample can be kept, and pairs of numbers be read as points', async ({ servePage }) => {
	const { page, studio } = await begin(servePage);
	const input = page.getByLabel('Tracks file', { exact: true });
	await input.setInputFiles(fileOf('bear.pth', sampleFiles['ati-pth']));
	await studio.button('Keep every sample').click();
	const points = () =>
		page.evaluate(() => window.wanAti!.getDocument().tracks.map((track) => track.points.length));
	await expect.poll(points).toEqual([121, 121, 121]);
	await input.setInputFiles(fileOf('lists.json', '[[[100,100],[200,150],[300,100]]]'));
	await studio.button('Read as DragAnything lists').click();
	await expect.poll(points).toEqual([121, 121, 121, 3]);
});

test('what is refused is told with its reason, and the shot stays', async ({ servePage }) => {
	const { page } = await begin(servePage);
	const input = page.getByLabel('Tracks file', { exact: true });
	await input.setInputFiles(fileOf('paths.json', '{"paths":[{"points":[{"x":1}]}]}'));
	await expect(page.getByText('paths[0].points[0].y is missing.')).toBeVisible();
	await input.setInputFiles(fileOf('a.pth', Buffer.from('PK\x03\x04 broken')));
	await expect(page.getByText('The zip part is damaged at byte 0.')).toBeVisible();
	expect(await page.evaluate(() => window.wanAti!.getDocument().tracks.length)).toBe(0);
});

test('files of tracks are dropped on the window, text of them is pasted', async ({ servePage }) => {
	const { page, studio } = await begin(servePage);
	await expect(studio.canvas).toBeVisible();
	const svg = '<svg viewBox="0 0 832 480"><path d="M100 100C200 0 300 200 400 100"/></svg>';
	const dropped = await page.evaluateHandle((text) => {
		const data = new DataTransfer();
		data.items.add(new File([text], 'a.svg', { type: 'image/svg+xml' }));
		return data;
	}, svg);
	await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(1);
	const text = String(sampleFiles['kj-points']);
	await page.evaluate((pasted) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', pasted);
		document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
	}, text);
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(4);
});

test('tracks leave in another format, its space and count said', async ({ servePage }) => {
	const { page, studio } = await begin(servePage);
	await studio.drawWithPen([
		{ x: 200, y: 200 },
		{ x: 500, y: 260 },
	]);
	await studio.button('Export as…').click();
	const dialog = page.getByRole('dialog', { name: 'Export tracks as' });
	await expect(dialog).toContainText('1 track');
	await expect(dialog).toContainText('Frame px');
	await expect(dialog).toContainText('121 samples');
	await studio.choose('Format', 'Table (CSV)');
	await dialog.getByRole('radio', { name: 'Shares 0 to 1' }).check({ force: true });
	await dialog.getByRole('radio', { name: '81 frames' }).check({ force: true });
	const csv = String(await studio.download('Save file'));
	expect(csv.split('\n')[0]).toBe('frame,track,share_x,share_y,visible');
	expect(csv.trim().split('\n')).toHaveLength(82);

	await studio.button('Export as…').click();
	await studio.choose('Format', 'Wan-Move tracks and visibility (.npy)');
	await expect(dialog.getByText('81 frames')).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		studio.button('Save file').click(),
	]);
	expect(download.suggestedFilename()).toMatch(/ tracks\.zip$/);
	const zip = await readFile(await download.path());
	expect(zip.toString('latin1')).toContain('visibility.npy');
});

test('“Export tracks” gives ATI JSON at once, as ever', async ({ servePage }) => {
	const { page, studio } = await begin(servePage);
	await page
		.getByLabel('Tracks file', { exact: true })
		.setInputFiles(fileOf('a.svg', sampleFiles.svg));
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(3);
	const json = String(await studio.download('Export tracks'));
	expect(json).toBe(await studio.exportedTracks());
	expect(JSON.parse(json)).toHaveLength(3);
});
