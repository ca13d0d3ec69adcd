import type { Locator, Page } from '@playwright/test';
import { encodeGif } from '../src/media/node/encodeGif.ts';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

type Points = readonly { readonly x: number; readonly y: number }[];

test('7 tracks from a video: a draft that is dropped in gives back the motion it was made with', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(7);
	const known: Points[] = JSON.parse(await studio.exportedTracks());
	await studio.button('Generate').click();
	await studio.waitFor('done');
	const clip = await studio.download('Download video');

	const dialog = page.getByRole('dialog', { name: 'Tracks from this video' });
	const list = dialog.getByRole('list', { name: 'Tracks found' });
	await test.step('a video that is dropped on the window is opened for its tracks', async () => {
		await dropOn(page, clip, 'draft.mp4', 'video/mp4');
		await expect(dialog.getByRole('application', { name: 'Clip' })).toBeVisible();
		await expect(dialog.getByText('832 × 480, 81 frames, 5.00 s')).toBeVisible();
	});

	await test.step('the clip is let pick, and the tracks are chosen', async () => {
		await dialog.getByRole('textbox', { name: 'Points' }).fill('5');
		await dialog.getByRole('button', { name: 'Pick points' }).click();
		await expect(list.getByRole('listitem')).toHaveCount(5);
		await expect(list.getByText('seen throughout')).toHaveCount(5);
		await list.getByRole('checkbox', { name: 'Track 5' }).click();
		await dialog.getByRole('button', { name: 'Add 4 tracks' }).click();
		await expect(page.getByText('4 tracks added from draft.mp4')).toBeVisible();
	});

	await test.step('they follow the known motion', async () => {
		const all: Points[] = JSON.parse(await studio.exportedTracks());
		const added = all.slice(known.length);
		expect(added).toHaveLength(4);
		for (const track of added) {
			const misses = known.map((other) => worstMiss(track, other));
			expect(Math.min(...misses)).toBeLessThan(1.5);
			// Not one of the pins: what was picked moves.
			expect(worstMiss(track, [track[0]!])).toBeGreaterThan(20);
		}
	});

	await test.step('and are one undo step', async () => {
		await studio.button('Undo').click();
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(7);
	});
});

test('7 tracks from a video: picked by hand on any frame, smoothed, cut, scaled and moved to this picture', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	const dialog = await openDialog(page);
	const list = dialog.getByRole('list', { name: 'Tracks found' });
	const slider = (name: string) => dialog.getByRole('slider', { name });
	await dialog
		.getByLabel('Video file')
		.setInputFiles({ name: 'square.gif', mimeType: 'image/gif', buffer: await movingSquare() });
	const clip = dialog.getByRole('application', { name: 'Clip' });
	await expect(clip).toBeVisible();

	await test.step('a place is clicked in a later frame, another is chosen with the keys', async () => {
		await slider('Clip frame').fill('8');
		const box = (await clip.boundingBox())!;
		// The square's upper left corner, by then 40 px farther right.
		await clip.click({ position: { x: (box.width * 100) / 320, y: (box.height * 60) / 192 } });
		await expect(list.getByRole('listitem')).toHaveCount(1);
		// The cross begins in the middle; this is plain ground.
		await clip.press('Shift+ArrowUp');
		await clip.press('ArrowUp');
		await clip.press('Enter');
		await expect(dialog.getByText('There is nothing to hold on to at that place')).toBeVisible();
		await expect(list.getByRole('listitem')).toHaveCount(1);
	});

	await test.step('smoothing, the part, its pace and its place are set', async () => {
		await slider('Smooth').fill('0');
		await slider('Out point').fill('16');
		await expect(dialog.getByText('1.00 s of the clip become the shot’s 5.00 s')).toBeVisible();
		await dialog.getByRole('textbox', { name: 'Scale' }).fill('50');
		await dialog.getByRole('textbox', { name: 'Move X' }).fill('100');
		await dialog.getByRole('textbox', { name: 'Move X' }).press('Enter');
	});
	await dialog.getByRole('button', { name: 'Add 1 track' }).click();

	// 320 x 192 fits 832 x 480 2.5 times; half of that about the middle, then 100 px to the right.
	const toFrame = (x: number, y: number) => ({
		x: 416 + (x - 160) * 1.25 + 100,
		y: 240 + (y - 96) * 1.25,
	});
	const track = (JSON.parse(await studio.exportedTracks()) as Points[]).at(-1)!;
	expect(track).toHaveLength(121);
	for (const [sample, x] of [
		[0, 60],
		[60, 100],
		[120, 140],
	] as const) {
		const wanted = toFrame(x, 60);
		expect(Math.hypot(track[sample]!.x - wanted.x, track[sample]!.y - wanted.y)).toBeLessThan(2);
	}
});

test('7 tracks from a video: what is no clip is told, a dropped animation is offered', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	const gif = await movingSquare();
	await test.step('files that hold no video', async () => {
		const dialog = await openDialog(page);
		const input = dialog.getByLabel('Video file');
		const say = async (name: string, bytes: Buffer, sentence: string) => {
			await input.setInputFiles({ name, mimeType: 'video/mp4', buffer: bytes });
			await expect(dialog.getByRole('alert')).toContainText(sentence);
		};
		await say('notes.mp4', Buffer.from('Hello, this is text.'), 'It is not a video (text).');
		await say('nothing.mp4', Buffer.alloc(0), 'The file is empty.');
		await say('broken.gif', gif.subarray(0, 60), 'damaged');
		await dialog.getByRole('button', { name: 'Close' }).last().click();
	});
	await test.step('a GIF is opened as a picture, its motion is offered', async () => {
		await dropOn(page, gif, 'square.gif', 'image/gif');
		await expect(page.getByText('square.gif moves')).toBeVisible();
		// The focus holds the message, however busy the machine.
		await studio.button('Tracks from this video').press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Tracks from this video' });
		await expect(dialog.getByRole('radio', { name: 'Whole picture' })).toBeChecked();
		await dialog.getByRole('button', { name: 'Pick points' }).click();
		await expect(
			dialog.getByRole('list', { name: 'Tracks found' }).getByRole('listitem').first(),
		).toBeVisible();
	});
});

async function openDialog(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Shot menu' }).click();
	await page.getByRole('menuitem', { name: 'Tracks from a video…' }).click();
	return page.getByRole('dialog', { name: 'Tracks from a video' });
}

async function dropOn(page: Page, bytes: Buffer, name: string, type: string): Promise<void> {
	const dataTransfer = await page.evaluateHandle(
		([base64, fileName, mediaType]) => {
			const data = new DataTransfer();
			const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
			data.items.add(new File([content], fileName, { type: mediaType }));
			return data;
		},
		[bytes.toString('base64'), name, type] as const,
	);
	await page.dispatchEvent('body', 'drop', { dataTransfer });
}

/** Largest difference of what two tracks do from their starts, px; a shorter one stays where it ends. */
function worstMiss(track: Points, other: Points): number {
	const [a, b] = [track[0]!, other[0]!];
	return Math.max(
		...track.map(({ x, y }, i) => {
			const to = other[Math.min(i, other.length - 1)]!;
			return Math.hypot(x - a.x - (to.x - b.x), y - a.y - (to.y - b.y));
		}),
	);
}

/** A GIF of a square of 80 px with a mark in each corner that goes 5 px a frame to the right over plain ground. */
async function movingSquare(): Promise<Buffer> {
	const [width, height, frameCount] = [320, 192, 25];
	const frame = (k: number) => {
		const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
		const left = 60 + 5 * k;
		for (let y = 0; y < height; y++)
			for (let x = 0; x < width; x++) {
				const [u, v] = [x - left, y - 60];
				const isInside = u >= 0 && v >= 0 && u < 80 && v < 80;
				const isMark = (u < 20 || u >= 60) !== (v < 20 || v >= 60);
				rgba.fill(
					isInside ? (isMark ? 220 : 90) : 30,
					4 * (y * width + x),
					4 * (y * width + x) + 3,
				);
			}
		return rgba;
	};
	const gif = await encodeGif({ width, height, frameCount, fps: 16 }, frame);
	if (!gif.ok) throw new Error('a GIF is always written');
	return Buffer.from(gif.value.bytes);
}
