import type { Page } from '@playwright/test';
import { decodeVideo } from '../src/media/node/decodeVideo.ts';
import { decodePicture } from '../src/media/node/pictures.ts';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

const documentOf = (page: Page) => page.evaluate(() => window.wanAti!.getDocument());

test('row 12, frame: presets and sizes snap to 16, fit and fill; tracks keep to the content', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.openImage('public/examples/fox.webp');
	await page.evaluate(() => {
		const points = [
			{ x: 300, y: 300, mode: 'corner' as const },
			{ x: 620, y: 360, mode: 'corner' as const },
		];
		window.wanAti!.dispatch({
			type: 'track/add',
			track: {
				id: 't',
				name: 'Track 1',
				color: 1,
				visible: true,
				locked: false,
				kind: 'path',
				points,
				closed: false,
				timing: { start: 0, end: 1, easing: 'linear' },
			},
		});
	});
	await expect(studio.button('Snap')).toBeVisible();
	const { tracks } = await documentOf(page);
	const starts = async () => {
		const [track] = JSON.parse(await studio.exportedTracks()) as { x: number; y: number }[][];
		return track![0]!;
	};
	await page.getByRole('button', { name: /^Frame settings/ }).click();
	await studio.choose('Size', '480 × 832');
	expect((await documentOf(page)).frame).toMatchObject({ width: 480, height: 832 });
	const width = page.getByRole('textbox', { name: 'Width', exact: true });
	await width.fill('633');
	await width.press('Enter');
	expect((await documentOf(page)).frame.width).toBe(640);
	await studio.button('Fit frame to picture').click();
	const fitted = (await documentOf(page)).frame;
	expect([fitted.width % 16, fitted.height % 16]).toEqual([0, 0]);
	const whole = await starts();
	expect(whole.x / fitted.width).toBeCloseTo(300 / 1248, 2);
	expect(whole.y / fitted.height).toBeCloseTo(300 / 720, 2);
	await page.keyboard.press('Escape');
	await studio.pickTool('Select');

	await test.step('the crop is dragged on the image', async () => {
		const corner = await studio.screen({ x: 1248, y: 720 });
		await page.mouse.move(corner.x + 5, corner.y + 5);
		await page.mouse.down();
		await page.mouse.move(corner.x - 160, corner.y - 100, { steps: 4 });
		await page.mouse.up();
		const { crop } = (await documentOf(page)).frame;
		expect(crop.zoom).toBeGreaterThan(1.1);
		const cropped = await starts();
		expect(cropped.x).toBeCloseTo(whole.x * crop.zoom, 0);
		await studio.button('Undo').click();
		expect((await documentOf(page)).frame).toEqual(fitted);
	});
	expect((await documentOf(page)).tracks).toEqual(tracks);
});

test('row 12, continue this shot: the last frame, exactly, with the tracks where they ended; one undo step', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	const before = await documentOf(page);
	const exported = JSON.parse(await studio.exportedTracks()) as { x: number; y: number }[][];
	await studio.button('Generate').click();
	await studio.waitFor('done');
	const video = await studio.download('Download video');
	await studio.button('Continue this shot').click();
	await expect(page.getByText(/begins with the last frame/)).toBeVisible();
	await expect(studio.canvas).toBeVisible();
	const next = await documentOf(page);
	expect(next).toMatchObject({
		name: `${before.name} 2`,
		image: { width: 832, height: 480 },
		frame: { width: 832, height: 480, crop: { x: 0.5, y: 0.5, zoom: 1 } },
		shot: before.shot,
	});

	await test.step('every track begins where it ended', async () => {
		const starts = JSON.parse(await studio.exportedTracks()) as { x: number; y: number }[][];
		const ends = exported
			.map((samples) => samples.at(-1)!)
			.filter(({ x, y }) => x >= 0 && y >= 0 && x < 832 && y < 480);
		expect(starts).toHaveLength(ends.length);
		for (const [n, samples] of starts.entries()) {
			expect(samples[0]!.x).toBeCloseTo(ends[n]!.x, 1);
			expect(samples[0]!.y).toBeCloseTo(ends[n]!.y, 1);
		}
	});

	await test.step('the start image has the pixels of the last frame', async () => {
		let last: { width: number; height: number; rgba: Uint8Array | Uint8ClampedArray } | undefined;
		for await (const frame of decodeVideo(video)) last = frame;
		const png = await page.evaluate(async (sha256) => {
			const db = await new Promise<IDBDatabase>((resolve) => {
				const request = indexedDB.open('wan-ati-studio');
				request.onsuccess = () => resolve(request.result);
			});
			const stored = await new Promise<{ bytes: Uint8Array }>((resolve) => {
				const request = db.transaction('images').objectStore('images').get(sha256);
				request.onsuccess = () => resolve(request.result);
			});
			db.close();
			return stored.bytes.reduce((text, byte) => text + String.fromCharCode(byte), '');
		}, next.image!.sha256);
		const shown = await decodePicture(Buffer.from(png, 'latin1'));
		if (!shown.ok) throw new Error(shown.error);
		const { width, height, rgba } = shown.value;
		expect({ width, height }).toEqual({ width: last!.width, height: last!.height });
		let sum = 0;
		for (let i = 0; i < rgba.length; i++) sum += Math.abs(rgba[i]! - last!.rgba[i]!);
		// Two decoders round colours differently by a step or so; another frame would differ by far more.
		expect(sum / rgba.length).toBeLessThan(1.5);
	});

	await test.step('one step back is the shot before, and both are kept', async () => {
		await studio.button('Undo').click();
		expect(await documentOf(page)).toEqual(before);
		await studio.button('Redo').click();
		await page.getByRole('button', { name: 'Shot menu' }).click();
		await page.getByRole('menuitem', { name: 'Projects', exact: true }).click();
		const dialog = page.getByRole('dialog', { name: 'Projects' });
		await expect(dialog.getByRole('button', { name: `Open ${before.name} 2` })).toBeVisible();
	});
});
