import { chromiumArgs, findChromium } from '../scripts/findChromium.mjs';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

const executablePath = findChromium();

// A name of another computer, as far as the browser knows: its pages are no secure context over plain http.
test.use({
	launchOptions: {
		args: [...chromiumArgs, '--host-resolver-rules=MAP studio.lan 127.0.0.1'],
		...(executablePath === undefined ? {} : { executablePath }),
	},
});

test('on a plain-http page of the network: draw, draft, ComfyUI, and one line that says what is lost', async ({
	page,
	startServe,
	startStandin,
	consoleWatch,
}) => {
	// Our servers cannot know whether something before them speaks https.
	consoleWatch.allow(/Cross-Origin-Opener-Policy header has been ignored/);
	const standin = await startStandin();
	const serve = await startServe('--allow-host', 'studio.lan', '--comfyui', standin.url);
	await page.goto(`http://studio.lan:${new URL(serve.url).port}/`);
	const studio = studioPage(page);
	await studio.ready();
	const lacks = await page.evaluate(() => ({
		secure: isSecureContext,
		uuid: 'randomUUID' in crypto,
		subtle: crypto.subtle !== undefined,
		locks: 'locks' in navigator,
		encoder: 'VideoEncoder' in window,
		clipboard: 'clipboard' in navigator,
		worker: 'serviceWorker' in navigator,
	}));
	expect(Object.values(lacks)).toEqual(Array(7).fill(false));
	await expect(page.getByRole('note').filter({ hasText: 'localhost' })).toBeVisible();

	await studio.drawWithPen([
		{ x: 300, y: 300 },
		{ x: 420, y: 320 },
	]);
	await studio.button('Generate').click();
	await studio.waitFor('done');
	await expect
		.poll(() => studio.video.evaluate((video: HTMLVideoElement) => video.readyState))
		.toBeGreaterThan(1);
	const seconds = await studio.video.evaluate((video: HTMLVideoElement) => video.duration);
	expect(seconds).toBeCloseTo(81 / 16, 1);

	const zip = await studio.download('Download frames');
	expect(zip.subarray(0, 2).toString('latin1')).toBe('PK');
	expect(zip.includes('frame_0080.png')).toBe(true);

	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	await studio.waitFor('running');
	await page.reload();
	await studio.waitFor('done');
	await expect(studio.newest).toHaveAttribute('data-engine', 'comfy');
});

test('nothing but our own workers is trusted, and no stranger is spoken to', async ({
	servePage,
	startStandin,
	consoleWatch,
}) => {
	consoleWatch.allow(
		/policy: |Content Security Policy|violates the following|Trusted(ScriptURL|HTML)/,
	);
	const stranger = await startStandin('--enable-cors-header', '*');
	const { page } = await servePage();
	await studioPage(page).ready();
	const answers = await page.evaluate(async (url) => {
		const attempt = async (work: () => unknown) => {
			try {
				await work();
				return 'went through';
			} catch (cause) {
				return (cause as Error).name;
			}
		};
		return {
			fetch: await attempt(() => fetch(`${url}/system_stats`)),
			markup: await attempt(() => {
				document.createElement('div').innerHTML = '<img src=x>';
			}),
			worker: await attempt(() => new Worker(`${location.origin}/assets/none.mjs`)),
			policy: await attempt(() =>
				(
					window as unknown as {
						trustedTypes: { createPolicy(name: string, rules: object): unknown };
					}
				).trustedTypes.createPolicy('other', {}),
			),
		};
	}, stranger.url);
	expect(answers).toEqual({
		fetch: 'TypeError',
		markup: 'TypeError',
		worker: 'TypeError',
		policy: 'TypeError',
	});
});

test('several direct ComfyUIs are kept with their health, and forgotten one by one', async ({
	page,
	startServe,
	startStandin,
}) => {
	const serve = await startServe();
	const [first, second] = await Promise.all([
		startStandin('--enable-cors-header', serve.url),
		startStandin('--enable-cors-header', serve.url, '--version-like', '0.3.64'),
	]);
	await page.goto(`${serve.url}/`);
	const studio = studioPage(page);
	const dialog = page.getByRole('dialog');
	const check = async (url: string) => {
		await dialog.getByRole('textbox', { name: 'Address' }).fill(url);
		await dialog.getByRole('button', { name: /^Check/ }).click();
		await expect(dialog.getByText(/answered in/)).toBeVisible();
		await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
	};
	await studio.choose('Engine', 'ComfyUI');
	await check(first.url);
	await studio.button('ComfyUI connection').click();
	await studio.choose('Server', 'Another address');
	await check(second.url);

	await studio.button('ComfyUI connection').click();
	await page.getByRole('combobox', { name: 'Server', exact: true }).click();
	const options = page.getByRole('option');
	await expect(options).toHaveCount(3);
	await expect(options.filter({ hasText: '0.33.0' })).toHaveCount(1);
	await expect(options.filter({ hasText: '0.3.64' })).toHaveCount(1);
	await page.keyboard.press('Escape');
	await dialog.getByRole('button', { name: /^Forget/ }).click();
	const about = (await (await fetch(`${serve.url}/wan-ati.json`)).json()) as { direct: string[] };
	expect(about.direct).toEqual([first.url]);
});
