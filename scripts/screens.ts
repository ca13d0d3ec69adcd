/**
 * `npm run screens [-- state ...]`: pictures of the real app in docs/screens, named state-theme-size.webp. Run after
 * `npm run build`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import {
	openStates,
	type StateName,
	stateNames,
	themes,
	wearTheme,
} from '../e2e/support/openStates.ts';
import { startProcess } from '../e2e/support/startProcess.ts';
import { decodePicture, encodePicture } from '../src/media/node/pictures.ts';
import { chromiumArgs, findChromium } from './findChromium.mjs';

const folder = 'docs/screens';
const sizes = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 },
];
const shown: readonly StateName[] = [
	'empty',
	'editing',
	'timing',
	'camera',
	'generating',
	'playing',
	'error',
	'connect',
	'projects',
	'starters',
	'palette',
	'explain',
	'export-as',
];

/** All that are shown, or those named on the command line. */
const named = stateNames.filter((name) => process.argv.includes(name));
const names = named.length > 0 ? named : shown;
mkdirSync(folder, { recursive: true });
const executablePath = findChromium();
const browser = await chromium.launch({
	args: chromiumArgs,
	...(executablePath ? { executablePath } : {}),
});
const start = {
	startServe: (...args: string[]) =>
		startProcess(['dist/cli/wan-ati.mjs', 'serve', '--port', '0', ...args]),
	startStandin: (...args: string[]) =>
		startProcess(['src/standin/main.ts', '--port', '0', ...args]),
};
try {
	for (const size of sizes)
		await openStates(browser, start, { names, size }, async (page, name) => {
			for (const theme of themes) {
				await wearTheme(page, theme);
				const picture = await decodePicture(await page.screenshot());
				if (!picture.ok) throw new Error(picture.error);
				const webp = await encodePicture(picture.value, 'webp', 82);
				if (!webp.ok) throw new Error(webp.error);
				const file = `${folder}/${name}-${theme}-${size.width}x${size.height}.webp`;
				writeFileSync(file, webp.value);
				console.log(file);
			}
		});
} finally {
	await browser.close();
}
