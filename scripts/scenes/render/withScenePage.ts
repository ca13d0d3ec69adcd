import { chromium, type Page } from '@playwright/test';
import { chromiumArgs, findChromium } from '../../findChromium.mjs';
import { pixelsPerUnit } from '../kit/scene.ts';

/** Starts a Chromium with one page that draws scenes at the size of their pictures, and ends it whatever happens. */
export async function withScenePage<T>(
	work: (page: Page) => Promise<T>,
	scale = pixelsPerUnit,
): Promise<T> {
	const executablePath = findChromium();
	const browser = await chromium.launch({
		args: chromiumArgs,
		...(executablePath === undefined ? {} : { executablePath }),
	});
	try {
		return await work(await browser.newPage({ deviceScaleFactor: scale }));
	} finally {
		await browser.close();
	}
}
