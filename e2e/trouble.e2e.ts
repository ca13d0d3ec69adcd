import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

/** Where the video is not the point: one that is made at once. */
const takeSmallFrame = (page: Page) =>
	page.evaluate(() => {
		const shot = window.wanAti!.getDocument();
		const frame = { ...shot.frame, width: 416, height: 240, length: 17 };
		window.wanAti!.dispatch({ type: 'document/replace', document: { ...shot, frame } });
	});

test('a ComfyUI that is down says so, keeps the shot, and is picked up when it comes', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin();
	await standin.stop();
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	const before = await studio.exportedTracks();
	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	await studio.waitFor('failed');
	await expect(page.getByRole('alert')).toContainText('ComfyUI does not answer');
	expect(await studio.exportedTracks()).toBe(before);

	await startStandin('--port', new URL(standin.url).port);
	await studio.newest.getByRole('button', { name: 'Retry' }).click();
	await studio.waitFor('done');
});

test('a missing model is named with its folder', async ({ servePage, startStandin }) => {
	const standin = await startStandin('--missing-model', 'clip_vision_h.safetensors');
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	await studio.waitFor('failed');
	const alert = page.getByRole('alert').filter({ hasText: 'A model is missing' });
	await expect(alert).toContainText('clip_vision_h.safetensors');
	await expect(alert).toContainText('models/clip_vision');
});

test('a run is cancelled on the server', async ({ servePage, startStandin }) => {
	const standin = await startStandin('--step-ms', '1000');
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	await studio.waitFor('running');
	await studio.newest.getByRole('button', { name: 'Cancel' }).click();
	await studio.waitFor('cancelled');
	const queue = await (await fetch(`${standin.url}/queue`)).json();
	expect(queue).toMatchObject({ queue_running: [], queue_pending: [] });
});

test('a reload in the middle of a run finds it again and fetches its video', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin('--step-ms', '400');
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	await studio.waitFor('running');
	await page.reload();
	await studio.waitFor('done');
	const history = (await (await fetch(`${standin.url}/history`)).json()) as object;
	expect(Object.keys(history)).toHaveLength(1);
});

test('an answer out of the server’s cache is shown as such', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin();
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await takeSmallFrame(page);
	await page.getByRole('checkbox', { name: 'New seed each time' }).click();
	await studio.button('Generate').click();
	await studio.waitFor('done');
	await studio.button('Generate').click();
	await expect(studio.results.getByRole('listitem')).toHaveCount(2);
	await studio.waitFor('done');
	await expect(page.getByText('Same as run 1, nothing was rendered')).toBeVisible();
	await page.getByRole('button', { name: 'Use a new seed' }).click();
	await expect(studio.results.getByRole('listitem')).toHaveCount(3);
	await studio.waitFor('done');
});

test('scenario 44: in a browser that refuses its database all works until the page closes, and it says so', async ({
	page,
	startServe,
	consoleWatch,
}) => {
	consoleWatch.allow(/denied/);
	await page.addInitScript(() => {
		const refuse = () => {
			throw new DOMException('denied', 'SecurityError');
		};
		Object.defineProperty(window, 'indexedDB', { value: { open: refuse, deleteDatabase: refuse } });
	});
	const serve = await startServe();
	await page.goto(`${serve.url}/`);
	const studio = studioPage(page);
	await studio.ready();
	await expect(page.getByText('Not kept', { exact: true })).toBeVisible();
	await takeSmallFrame(page);
	await studio.button('Generate').click();
	await studio.waitFor('done');
	await expect(studio.video).toBeVisible();
	await studio.button('Run log').click();
	await expect(page.getByRole('log')).toContainText('video');
});

test('scenario 45: with localStorage switched off the app opens, draws and generates', async ({
	page,
	startServe,
}) => {
	await page.addInitScript(() => {
		const get = () => {
			throw new DOMException('denied', 'SecurityError');
		};
		Object.defineProperty(window, 'localStorage', { get });
		Object.defineProperty(window, 'sessionStorage', { get });
	});
	const serve = await startServe();
	await page.goto(`${serve.url}/`);
	const studio = studioPage(page);
	await studio.drawWithPen([
		{ x: 300, y: 300 },
		{ x: 420, y: 320 },
	]);
	await takeSmallFrame(page);
	await studio.button('Generate').click();
	await studio.waitFor('done');
});

test('a value that the server refused is said at its field, and Show goes there', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin();
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await page.evaluate(() =>
		window.wanAti!.dispatch({ type: 'shot/set', patch: { scheduler: 'made_up' } }),
	);
	await studio.button('Generate').click();
	await studio.waitFor('failed');
	const field = page.getByRole('combobox', { name: 'Scheduler', exact: true });
	await expect(field).toHaveAttribute('aria-invalid', 'true');
	await studio.button('Show').click();
	await expect(field).toBeFocused();
});

test('a workflow that is not on this computer is said to be missing: nobody is asked about it', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin();
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await expect(page.getByText('It has all that this shot needs.')).toBeVisible();
	await page.evaluate(() =>
		window.wanAti!.dispatch({ type: 'shot/set', patch: { workflow: 'f'.repeat(64) } }),
	);
	const checks = page.locator('[data-part="checks"]');
	await expect(
		checks.getByText('The workflow of this shot is not on this computer.'),
	).toBeVisible();
	await expect(checks.getByText('Asking what it has')).toHaveCount(0);
	await studio.button('Undo').click();
	await expect(page.getByText('It has all that this shot needs.')).toBeVisible();
});

test('scenario 46: a stored shot that is damaged or of a newer version is left as it is, and the app opens', async ({
	servePage,
	consoleWatch,
}) => {
	// A browser asks for it beside a picture that is opened as a page.
	consoleWatch.allow(/favicon\.ico/);
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	await expect.poll(() => page.evaluate(storedDocuments)).not.toEqual({});
	for (const damaged of ['rubbish', { version: 99, tracks: [] }, { version: 1, tracks: 'none' }]) {
		const keys = Object.keys(await page.evaluate(storedDocuments));
		// Somewhere else, so that the page does not write its own shot over it.
		await page.goto(new URL('favicon.svg', page.url()).href);
		await page.evaluate(storeDocuments, { keys, value: damaged });
		await page.goto(new URL('./', page.url()).href);
		await studio.ready();
		expect(await studio.exportedTracks()).toContain('[');
		const now = await page.evaluate(storedDocuments);
		for (const key of keys) expect(now[key]).toEqual(damaged);
	}
});

/** In the page: all stored shots by their keys. */
function storedDocuments(): Promise<Record<string, unknown>> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('wan-ati-studio');
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const db = opening.result;
			const store = db.transaction('documents').objectStore('documents');
			const [keys, values] = [store.getAllKeys(), store.getAll()];
			values.onsuccess = () => {
				db.close();
				resolve(Object.fromEntries(keys.result.map((key, at) => [String(key), values.result[at]])));
			};
		};
	});
}

/** In the page: the same value under each key. */
function storeDocuments({
	keys,
	value,
}: {
	readonly keys: readonly string[];
	readonly value: unknown;
}): Promise<void> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('wan-ati-studio');
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const db = opening.result;
			const transaction = db.transaction('documents', 'readwrite');
			for (const key of keys) transaction.objectStore('documents').put(value, key);
			transaction.oncomplete = () => {
				db.close();
				resolve();
			};
		};
	});
}
