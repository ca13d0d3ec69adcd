import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { decodePicture, encodePicture, type Pixels } from '../src/media/node/pictures.ts';
import { expect, test } from './support/fixtures.ts';
import { openStates, stateNames, themes, wearTheme } from './support/openStates.ts';
import { changedShare, shrink } from './support/shrunkPictures.ts';

/*
 * Every panel against kept pictures. They are small, so that neither fonts nor a time of day count, but a part that is
 * away, moved or of another colour does. After a change that is meant: KEEP_PICTURES=1 LONG=1 npx playwright test visual
 */

const names = stateNames.filter((name) => !name.startsWith('tool-') && name !== 'comfy');

/** Of the pixels that may differ: times, seeds, file names. */
const tolerance = 0.03;

for (const [device, sizes, factor] of [
	[
		'window',
		[
			{ width: 1280, height: 800 },
			{ width: 1920, height: 1080 },
		],
		4,
	],
	['phone', [{ width: 390, height: 844 }], 2],
] as const)
	test(`row 15, every panel looks as it did in both themes: ${device} @long`, async ({
		browser,
		startServe,
		startStandin,
	}) => {
		test.setTimeout(1_800_000);
		const changed: string[] = [];
		const start = { startServe, startStandin };
		await openStates(browser, start, { names, size: sizes[0] }, async (page, name) => {
			for (const size of sizes) {
				await page.setViewportSize(size);
				for (const theme of themes) {
					await wearTheme(page, theme);
					// Its noise is another at each step.
					const preview = page.getByRole('region', { name: /^Run/ }).locator('img');
					const png = await page.screenshot({ mask: [preview], maskColor: '#808080' });
					const now = shrink(await pixelsOf(png), factor);
					const shot = `${name}-${theme}-${size.width}x${size.height}`;
					const share = await compare(now, `e2e/pictures/${shot}.webp`);
					if (share > tolerance) changed.push(`${shot}: ${(share * 100).toFixed(1)} %`);
				}
			}
		});
		expect(changed).toEqual([]);
	});

/** How much differs from the kept picture; keeps this one instead when that is wished. */
async function compare(now: Pixels, file: string): Promise<number> {
	if (process.env.KEEP_PICTURES === undefined)
		return existsSync(file) ? changedShare(now, await pixelsOf(readFileSync(file))) : 1;
	const webp = await encodePicture(now, 'webp', 70);
	if (!webp.ok) throw new Error(webp.error);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, webp.value);
	return 0;
}

async function pixelsOf(bytes: Uint8Array): Promise<Pixels> {
	const picture = await decodePicture(bytes);
	if (!picture.ok) throw new Error(picture.error);
	return picture.value;
}
