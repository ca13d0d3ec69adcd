import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { decodePicture, type Pixels } from '../src/media/node/pictures.ts';
import { expect, test } from './support/fixtures.ts';
import { openStates, type Size, stateNames, themes, wearTheme } from './support/openStates.ts';

/*
 * Every panel against kept pictures. They are small, so that neither fonts nor a time of day count, but a part that is
 * away, moved or of another colour does. After a change that is meant: KEEP_PICTURES=1 LONG=1 npx playwright test visual
 */

const folder = 'e2e/pictures';
const names = stateNames.filter((name) => !name.startsWith('tool-') && name !== 'comfy');

/** Of the pixels that may differ: times, seeds, file names. */
const tolerance = 0.03;

for (const [device, sizes, scale] of [
	[
		'window',
		[
			{ width: 1280, height: 800 },
			{ width: 1920, height: 1080 },
		],
		0.25,
	],
	['phone', [{ width: 390, height: 844 }], 0.5],
] as const)
	test(`row 15, every panel looks as it did in both themes: ${device} @long`, async ({
		browser,
		startServe,
		startStandin,
	}) => {
		test.setTimeout(1_800_000);
		mkdirSync(folder, { recursive: true });
		const changed: string[] = [];
		const start = { startServe, startStandin };
		await openStates(browser, start, { names, size: sizes[0] }, async (page, name) => {
			await hidePreview(page);
			for (const size of sizes) {
				await page.setViewportSize(size);
				for (const theme of themes) {
					await wearTheme(page, theme);
					const shot = `${name}-${theme}-${size.width}x${size.height}`;
					const share = await compare(await takeSmall(page, size, scale), `${folder}/${shot}.webp`);
					if (share > tolerance) changed.push(`${shot}: ${(share * 100).toFixed(1)} %`);
				}
			}
		});
		expect(changed).toEqual([]);
	});

/** The picture of a run that goes on: its noise is another at each step. */
const hidePreview = (page: Page) =>
	page
		.getByRole('region', { name: /^Run/ })
		.locator('img')
		.evaluateAll((pictures) => {
			for (const picture of pictures) picture.style.visibility = 'hidden';
		});

/** What the window shows, made small by the browser itself; WebP. */
async function takeSmall(page: Page, size: Size, scale: number): Promise<Buffer> {
	// Two frames: the first may still be of the last size or theme.
	await page.evaluate(
		() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))),
	);
	const session = await page.context().newCDPSession(page);
	const { data } = await session.send('Page.captureScreenshot', {
		format: 'webp',
		quality: 80,
		clip: { x: 0, y: 0, ...size, scale },
	});
	await session.detach();
	return Buffer.from(data, 'base64');
}

/** Share of the pixels, 0..1, that differ from the kept picture; keeps this one instead when that is wished. */
async function compare(now: Buffer, file: string): Promise<number> {
	if (process.env.KEEP_PICTURES !== undefined) {
		writeFileSync(file, now);
		return 0;
	}
	return existsSync(file)
		? changedShare(await pixelsOf(now), await pixelsOf(readFileSync(file)))
		: 1;
}

async function pixelsOf(bytes: Uint8Array): Promise<Pixels> {
	const picture = await decodePicture(bytes);
	if (!picture.ok) throw new Error(picture.error);
	return picture.value;
}

/** Of the pixels, those that differ by more than 40 of 255 in some colour; all when the sizes differ. */
function changedShare(a: Pixels, b: Pixels): number {
	if (a.width !== b.width || a.height !== b.height) return 1;
	let changed = 0;
	for (let i = 0; i < a.rgba.length; i += 4)
		if ([0, 1, 2].some((channel) => Math.abs(a.rgba[i + channel]! - b.rgba[i + channel]!) > 40))
			changed++;
	return changed / (a.width * a.height);
}
