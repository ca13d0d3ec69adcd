/** `npm run screens`: pictures of the real app in docs/screens, named state-theme-size.webp. Run after `npm run build`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { startProcess } from '../e2e/support/startProcess.ts';
import { studioPage } from '../e2e/support/studioPage.ts';
import { decodePicture, encodePicture } from '../src/media/node/pictures.ts';
import { chromiumArgs, findChromium } from './findChromium.mjs';

type Theme = 'dark' | 'light';
interface Size {
	readonly width: number;
	readonly height: number;
}

const folder = 'docs/screens';
const sizes: readonly Size[] = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 },
];
const themes: readonly Theme[] = ['dark', 'light'];

/** On a phone the panels are tabs; elsewhere all are in sight. */
async function showPanel(page: Page, name: string): Promise<void> {
	const tab = page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name });
	if (await tab.isVisible()) await tab.click();
}

/** How each state is reached from a fresh page; each returns when it can be seen. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
	async empty(page) {
		await page.getByRole('button', { name: 'Shot menu' }).click();
		await page.getByRole('menuitem', { name: 'New shot' }).click();
		await page.getByText('Draw how a picture moves').waitFor();
	},
	async editing(page) {
		const studio = studioPage(page);
		await studio.clickAt({ x: 540, y: 145 });
		await page.keyboard.press('End');
		for (let i = 0; i < 40; i++) await page.keyboard.press(',');
	},
	async generating(page) {
		const studio = studioPage(page);
		await showPanel(page, 'Shot');
		await studio.choose('Engine', 'ComfyUI');
		await studio.button('Generate').click();
		await page
			.getByRole('region', { name: /^Run/ })
			.getByText(/step (9|1\d) of 20/)
			.first()
			.waitFor({ timeout: 120_000 });
	},
	async playing(page) {
		const studio = studioPage(page);
		await showPanel(page, 'Results');
		await studio.button('Generate').click();
		await studio.waitFor('done');
		await studio.video.waitFor();
		await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 1.5);
	},
	async error(page) {
		const studio = studioPage(page);
		await studio.openImage({
			name: 'notes.pdf',
			mimeType: 'application/pdf',
			buffer: Buffer.from('%PDF-1.7'),
		});
		await page.evaluate(() =>
			window.wanAti!.dispatch({ type: 'frame/set', patch: { length: 121 } }),
		);
		await page.getByRole('alert').waitFor();
		await showPanel(page, 'Checks');
	},
	async connect(page) {
		const connect = page.getByRole('button', { name: 'ComfyUI connection' });
		if (await connect.isVisible()) await connect.click();
		else {
			await page.getByRole('button', { name: 'Shot menu' }).click();
			await page.getByRole('menuitem', { name: 'ComfyUI connection' }).click();
		}
		await page.getByRole('dialog').waitFor();
		await page.getByText(/answered in/).waitFor();
	},
};

const only = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const executablePath = findChromium();
const standin = await startProcess(['src/standin/main.ts', '--port', '0', '--step-ms', '700']);
const serve = await startProcess([
	'dist/cli/wan-ati.mjs',
	'serve',
	'--port',
	'0',
	'--comfyui',
	standin.url,
]);
const browser = await chromium.launch({
	args: chromiumArgs,
	...(executablePath ? { executablePath } : {}),
});
try {
	for (const [state, reach] of Object.entries(states))
		for (const theme of themes)
			for (const size of sizes)
				if (only.length === 0 || only.includes(state)) await shoot(state, reach, theme, size);
} finally {
	await browser.close();
	await serve.stop();
	await standin.stop();
}

async function shoot(
	state: string,
	reach: (page: Page) => Promise<void>,
	theme: Theme,
	size: Size,
): Promise<void> {
	const context = await browser.newContext({
		viewport: size,
		colorScheme: theme,
		locale: 'en-US',
		hasTouch: size.width < 768,
	});
	const name = `${folder}/${state}-${theme}-${size.width}x${size.height}.webp`;
	try {
		const page = await context.newPage();
		await page.goto(`${serve.url}/`);
		await studioPage(page).canvas.waitFor();
		await reach(page);
		await page.mouse.move(size.width / 2, 2);
		const picture = await decodePicture(await page.screenshot());
		if (!picture.ok) throw new Error(picture.error);
		const webp = await encodePicture(picture.value, 'webp', 82);
		if (!webp.ok) throw new Error(webp.error);
		writeFileSync(name, webp.value);
		console.log(name);
	} finally {
		await context.close();
	}
}
