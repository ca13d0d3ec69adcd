import { unzipSync } from 'fflate';
import { expect, test } from './support/fixtures.ts';
import { measureVideo } from './support/measureVideo.ts';
import { studioPage } from './support/studioPage.ts';

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
