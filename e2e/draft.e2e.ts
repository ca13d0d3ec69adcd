import { strFromU8, unzipSync } from 'fflate';
import { decodeVideo } from '../src/media/node/decodeVideo.ts';
import { expect, test } from './support/fixtures.ts';
import { measureVideo } from './support/measureVideo.ts';
import { type StudioPage, studioPage } from './support/studioPage.ts';

test('a first visit makes a draft that follows the sample, plays it and keeps it', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(7);
	const tracksJson = await studio.exportedTracks();

	await studio.button('Generate').click();
	await studio.waitFor('done');
	await expect(studio.newest).toHaveAttribute('data-engine', 'draft');

	await test.step('the pixels go where the exported samples say', async () => {
		const video = await measureVideo(await studio.download('Download video'), tracksJson);
		expect(video).toMatchObject({ width: 832, height: 480, frameCount: 81 });
		expect(video.worstPx).toBeLessThan(2);
		expect(video.changed).toBeGreaterThan(2);
	});

	await test.step('it plays, pauses and steps by single frames', async () => {
		const clip = studio.video;
		const time = () => clip.evaluate((video: HTMLVideoElement) => video.currentTime);
		await studio.button('Pause').click();
		await expect(studio.button('Play')).toBeVisible();
		const paused = await time();
		await studio.button('Next frame').click();
		await expect.poll(time).not.toBe(paused);
		await studio.button('Play').click();
		await expect(studio.button('Pause')).toBeVisible();
	});

	await test.step('its frames come as one PNG each', async () => {
		const frames = unzipSync(await studio.download('Download frames'));
		expect(Object.keys(frames).filter((name) => name.endsWith('.png'))).toHaveLength(81);
	});

	await test.step('shot and result survive a reload', async () => {
		await page.reload();
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(7);
		await studio.waitFor('done');
		expect(await studio.exportedTracks()).toBe(tracksJson);
		await studio.newest.getByRole('button').first().click();
		await expect(studio.video).toBeVisible();
	});
});

test('a draft is cancelled while it renders, and made again by Retry', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.button('Generate').click();
	await studio.newest.getByRole('button', { name: 'Cancel' }).click();
	await studio.waitFor('cancelled');
	await studio.newest.getByRole('button', { name: 'Retry' }).click();
	await studio.waitFor('done');
});

test('the draft is previewed on the canvas: at the playhead, and playing while a point is dragged', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	const preview = studio.button('Preview the draft');
	// The canvas alone; an element that keeps changing is never stable enough for its own screenshot.
	const clip = (await studio.canvas.boundingBox())!;
	const shot = () => page.screenshot({ clip });

	await test.step('off, the picture stays as it is; on, it moves with the playhead', async () => {
		await studio.canvas.focus();
		await page.keyboard.press('End');
		await expect(preview).toHaveAttribute('aria-pressed', 'false');
		const still = await shot();
		await preview.click();
		await expect(preview).toHaveAttribute('aria-pressed', 'true');
		await expect(preview).toHaveAttribute('aria-busy', 'false');
		await expect.poll(async () => still.equals(await shot())).toBe(false);
	});

	await test.step('while a point is dragged the clip plays, and stops when it is let go', async () => {
		const { point } = await page.evaluate(() => {
			const track = window.wanAti!.getDocument().tracks[0]!;
			return { point: track.points.at(-1)! };
		});
		const from = await studio.screen(point);
		await page.mouse.click(from.x, from.y);
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(from.x + 30, from.y + 20, { steps: 3 });
		const first = await shot();
		await expect.poll(async () => first.equals(await shot())).toBe(false);
		await page.mouse.up();
		await expect(preview).toHaveAttribute('aria-busy', 'false');
		await expect
			.poll(async () => {
				const before = await shot();
				return before.equals(await shot());
			})
			.toBe(true);
	});
});

test('motion is exported as guides for other models, and as tracks over the picture', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	await page.evaluate(() => {
		window.wanAti!.dispatch({ type: 'frame/set', patch: { length: 9 } });
		window.wanAti!.dispatch({ type: 'shot/set', patch: { prompt: 'a balloon rises' } });
	});

	await test.step('Time-to-Move', async () => {
		const files = unzipSync(await exported(studio, page, 'Time-to-Move guide'));
		expect(Object.keys(files).sort()).toEqual([
			'first_frame.png',
			'mask.mp4',
			'motion_signal.mp4',
			'prompt.txt',
		]);
		expect(strFromU8(files['prompt.txt']!)).toBe('a balloon rises');
		const mask = await lastFrameOf(files['mask.mp4']!);
		expect(mask.frames).toBe(9);
		expect(mask.whitest).toBeGreaterThan(235);
		expect(mask.blackest).toBeLessThan(20);
	});

	await test.step('VACE', async () => {
		const files = unzipSync(await exported(studio, page, 'VACE control and mask'));
		expect(Object.keys(files).sort()).toEqual([
			'control.mp4',
			'first_frame.png',
			'mask.mp4',
			'prompt.txt',
		]);
	});

	await test.step('white dots on black', async () => {
		const dots = await lastFrameOf(await exported(studio, page, 'Wan Fun Control dots'));
		expect(dots).toMatchObject({ frames: 9, width: 832, height: 480 });
		expect(dots.whitest).toBeGreaterThan(235);
		expect(dots.mean).toBeLessThan(20);
	});

	await test.step('tracks over the picture as MP4, GIF and PNG', async () => {
		const video = await lastFrameOf(await exported(studio, page, 'Tracks over the picture', 'MP4'));
		expect(video.frames).toBe(9);
		const gif = await exported(studio, page, 'Tracks over the picture', 'GIF');
		expect(gif.subarray(0, 6).toString('latin1')).toBe('GIF89a');
		const pictures = unzipSync(
			await exported(studio, page, 'Tracks over the picture', 'PNG sequence'),
		);
		expect(Object.keys(pictures)).toHaveLength(9);
	});
});

test('an export can be cancelled', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	await openExport(studio, page);
	const dialog = page.getByRole('dialog', { name: 'Export motion' });
	await studio.choose('Export as', 'Time-to-Move guide');
	await dialog.getByRole('button', { name: 'Export', exact: true }).click();
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expect(dialog.getByRole('progressbar')).toHaveCount(0);
	await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
});

test('a browser that writes no videos gets the draft as a ZIP of pictures, and is told so', async ({
	servePage,
}) => {
	const { page } = await servePage();
	await page.addInitScript(() => {
		Object.defineProperty(window, 'VideoEncoder', { value: undefined });
		Object.defineProperty(window, 'MediaRecorder', { value: undefined });
	});
	await page.reload();
	const studio = studioPage(page);
	await studio.ready();
	await page.evaluate(() => window.wanAti!.dispatch({ type: 'frame/set', patch: { length: 9 } }));
	await studio.button('Generate').click();
	await studio.waitFor('done');
	await expect(page.getByText('A ZIP of pictures instead of a video')).toBeVisible();
	const files = unzipSync(await studio.download('Download video'));
	expect(Object.keys(files)).toHaveLength(9);
});

type TestPage = Parameters<typeof studioPage>[0];

async function openExport(studio: StudioPage, page: TestPage): Promise<void> {
	await studio.button('Shot menu').click();
	await page.getByRole('menuitem', { name: 'Export motion…' }).click();
}

async function exported(
	studio: StudioPage,
	page: TestPage,
	kind: string,
	format?: string,
): Promise<Buffer> {
	await openExport(studio, page);
	await studio.choose('Export as', kind);
	if (format) await page.getByRole('radio', { name: format }).check({ force: true });
	return studio.download('Export');
}

/** What a video holds: its size, how many frames, and the grey values of its last frame. */
async function lastFrameOf(bytes: Uint8Array) {
	let frames = 0;
	let last: { width: number; height: number; rgba: Uint8ClampedArray } | undefined;
	for await (const frame of decodeVideo(bytes)) {
		frames++;
		last = frame;
	}
	const { width, height, rgba } = last!;
	let [sum, whitest, blackest] = [0, 0, 255];
	for (let at = 0; at < rgba.length; at += 4) {
		sum += rgba[at]!;
		whitest = Math.max(whitest, rgba[at]!);
		blackest = Math.min(blackest, rgba[at]!);
	}
	return { frames, width, height, mean: (4 * sum) / rgba.length, whitest, blackest };
}
