import { readFile } from 'node:fs/promises';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { chromiumArgs, findChromium } from '../scripts/findChromium.mjs';
import { emptyDocument } from '../src/core/document/document.ts';
import { expect, test } from './support/fixtures.ts';
import { type StudioPage, studioPage } from './support/studioPage.ts';

const executablePath = findChromium();

// A name of another computer for the browser: there is a plain-http page in here, too.
test.use({
	launchOptions: {
		args: [...chromiumArgs, '--host-resolver-rules=MAP studio.lan 127.0.0.1'],
		...(executablePath === undefined ? {} : { executablePath }),
	},
});

const fox = 'public/examples/fox.webp';
const nameOf = (page: Page) => page.evaluate(() => window.wanAti!.getDocument().name);

/** A picture of one's own with one track on it, saved. */
async function foxShot(page: Page): Promise<StudioPage> {
	const studio = studioPage(page);
	await studio.openImage(fox);
	await addTrack(page, 1);
	await saved(page);
	return studio;
}

/** As a script puts it there: how one is drawn is not what is tested here. */
async function addTrack(page: Page, count: number): Promise<void> {
	await page.evaluate((n) => {
		const points = [300, 520].map((x) => ({ x, y: 200 + 100 * n, mode: 'corner' as const }));
		window.wanAti!.dispatch({
			type: 'track/add',
			track: {
				id: `t${n}`,
				name: `Track ${n}`,
				color: n,
				visible: true,
				locked: false,
				kind: 'path',
				points,
				closed: false,
				timing: { start: 0, end: 1, easing: 'linear' },
			},
		});
	}, count);
	await expect(studioPage(page).tracks.getByRole('listitem')).toHaveCount(count);
}

const saved = (page: Page) =>
	expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();

async function menu(page: Page, item: string): Promise<void> {
	await page.getByRole('button', { name: 'Shot menu' }).click();
	await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function openProjects(page: Page): Promise<Locator> {
	await menu(page, 'Projects');
	const dialog = page.getByRole('dialog', { name: 'Projects' });
	await expect(dialog).toBeVisible();
	return dialog;
}

const cards = (dialog: Locator) =>
	dialog.getByRole('list', { name: 'Projects' }).getByRole('listitem');

/** Another name by the field in the header, then away from it. */
async function rename(page: Page, name: string): Promise<void> {
	const field = page.getByRole('textbox', { name: 'Shot name' });
	await field.fill(name);
	await field.press('Enter');
}

async function cardMenu(page: Page, dialog: Locator, name: string, item: string): Promise<void> {
	await dialog.getByRole('button', { name: `More for ${name}`, exact: true }).click();
	await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('row 16, projects: a list with pictures; new, open, rename, duplicate, delete and take back', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = await foxShot(page);
	await rename(page, 'Fox walks');
	await menu(page, 'New shot');
	await expect(page.getByRole('heading', { name: 'Draw how a picture moves' })).toBeVisible();
	await page.getByRole('button', { name: /A walk/ }).click();
	await expect(studio.canvas).toBeVisible();
	await rename(page, 'Starter walks');

	const dialog = await openProjects(page);
	await expect(cards(dialog)).toHaveCount(2);
	await expect(cards(dialog).first()).toContainText('Starter walks');
	await expect(cards(dialog).first()).toContainText('Open now');
	await expect(cards(dialog).last()).toContainText('1 track');
	await test.step('each has its picture', async () => {
		for (const card of await cards(dialog).all())
			await expect
				.poll(() => card.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
				.toBeGreaterThan(100);
	});

	await test.step('rename one that is not open, by its menu and by F2', async () => {
		await cardMenu(page, dialog, 'Fox walks', 'Rename');
		const field = dialog.getByRole('textbox', { name: 'New name of Fox walks' });
		await expect(field).toBeFocused();
		await field.fill('Fox runs');
		await field.press('Enter');
		await dialog.getByRole('button', { name: 'Open Fox runs' }).focus();
		await page.keyboard.press('F2');
		await dialog.getByRole('textbox', { name: 'New name of Fox runs' }).press('Escape');
		await expect(dialog.getByRole('button', { name: 'Open Fox runs' })).toBeVisible();
	});

	await test.step('duplicate', async () => {
		await cardMenu(page, dialog, 'Fox runs', 'Duplicate');
		await expect(cards(dialog)).toHaveCount(3);
		await expect(dialog.getByRole('button', { name: 'Open Fox runs 2' })).toBeVisible();
	});

	await test.step('delete, and take back', async () => {
		await cardMenu(page, dialog, 'Fox runs', 'Delete');
		await expect(cards(dialog)).toHaveCount(2);
		await expect(dialog.getByRole('status')).toContainText('Deleted Fox runs');
		await dialog.getByRole('button', { name: 'Take back' }).click();
		await expect(cards(dialog)).toHaveCount(3);
		await dialog.getByRole('button', { name: 'Open Starter walks' }).press('Delete');
		await expect(cards(dialog)).toHaveCount(2);
		expect(await nameOf(page)).not.toBe('Starter walks');
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Take back' }).click();
		await expect.poll(() => nameOf(page)).toBe('Starter walks');
	});

	await test.step('open, and it is there after a reload', async () => {
		const again = await openProjects(page);
		await again.getByRole('button', { name: 'Open Fox runs', exact: true }).click();
		await expect(again).toBeHidden();
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(1);
		expect(await nameOf(page)).toBe('Fox runs');
		await page.reload();
		await studio.ready();
		expect(await nameOf(page)).toBe('Fox runs');
	});
});

test('row 16, projects: a new shot keeps the one before, and undo goes back into it', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = await foxShot(page);
	const before = await page.evaluate(() => window.wanAti!.getDocument());
	await studio.openImage('public/examples/koi.webp');
	const message = page.getByRole('status').filter({ hasText: 'New shot: koi' });
	await message.getByRole('button', { name: 'Take back' }).click();
	expect(await page.evaluate(() => window.wanAti!.getDocument())).toEqual(before);
	await studio.button('Redo').click();
	await saved(page);
	const dialog = await openProjects(page);
	await expect(dialog.getByRole('button', { name: 'Open fox' })).toBeVisible();
	await expect(dialog.getByRole('button', { name: 'Open koi' })).toHaveAttribute(
		'aria-current',
		'true',
	);
});

test('row 16, share: the picture holds the project, and opens when it is dropped back in', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = await foxShot(page);
	const document = await page.evaluate(() => window.wanAti!.getDocument());
	await menu(page, 'Share');
	const dialog = page.getByRole('dialog', { name: 'Share this shot' });
	const save = async () => {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			dialog.getByRole('button', { name: 'Save PNG' }).click(),
		]);
		expect(download.suggestedFilename()).toBe('fox.png');
		return readFile(await download.path());
	};
	const drawn = await save();
	await dialog.getByRole('checkbox', { name: 'Draw the tracks on it' }).uncheck();
	const plain = await save();
	const tracksShow = await page.evaluate(
		async (pngs) => {
			const [a, b] = await Promise.all(
				pngs.map(async (base64) => {
					const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
					const bitmap = await createImageBitmap(new Blob([bytes]));
					const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
					const context = canvas.getContext('2d')!;
					context.drawImage(bitmap, 0, 0);
					return context.getImageData(0, 0, bitmap.width, bitmap.height);
				}),
			);
			let differing = 0;
			for (let i = 0; i < a!.data.length; i += 4) if (a!.data[i] !== b!.data[i]) differing++;
			return { width: a!.width, height: a!.height, differing };
		},
		[drawn.toString('base64'), plain.toString('base64')],
	);
	expect(tracksShow).toMatchObject({ width: 832, height: 480 });
	expect(tracksShow.differing).toBeGreaterThan(200);
	await page.keyboard.press('Escape');

	await menu(page, 'New shot');
	await test.step('dropped on the window', async () => {
		const transfer = await page.evaluateHandle(
			(bytes) => {
				const dropped = new DataTransfer();
				dropped.items.add(new File([new Uint8Array(bytes)], 'sent.png', { type: 'image/png' }));
				return dropped;
			},
			[...drawn],
		);
		await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(1);
		expect(await page.evaluate(() => window.wanAti!.getDocument())).toEqual(document);
	});
	await test.step('one that was changed on its way says so', async () => {
		const broken = Buffer.from(plain);
		broken[broken.length - 40] = broken[broken.length - 40]! ^ 255;
		await studio.offerFile({ name: 'sent.png', mimeType: 'image/png', buffer: broken });
		await expect(page.getByText('The project inside this PNG is damaged.')).toBeVisible();
	});
});

test('row 16, share: a link opens as a copy and runs nothing; what is no link says why', async ({
	servePage,
	context,
}) => {
	const { page, serve } = await servePage();
	await foxShot(page);
	await menu(page, 'Share');
	const dialog = page.getByRole('dialog', { name: 'Share this shot' });
	const address = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
	expect(address.split('#')[1]!.length).toBeLessThanOrEqual(8192);
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await dialog.getByRole('button', { name: 'Copy link' }).click();
	await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

	const other = await context.newPage();
	await other.goto(address);
	const studio = studioPage(other);
	await expect(other.getByText('Opened a copy of fox')).toBeVisible();
	expect(await nameOf(other)).toBe('fox 2');
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(1);
	expect(other.url()).toBe(`${serve.url}/`);
	await expect(studio.results.getByRole('listitem')).toHaveCount(0);
	await rename(other, 'Mine now');
	await saved(other);
	const list = await openProjects(other);
	await expect(list.getByRole('button', { name: 'Open fox', exact: true })).toBeVisible();
	await expect(list.getByRole('button', { name: 'Open Mine now' })).toBeVisible();
	await other.reload();
	await studio.ready();
	expect(await nameOf(other)).toBe('Mine now');

	await test.step('pasted anywhere but in a field', async () => {
		await studio.canvas.focus();
		await other.keyboard.press('Control+V');
		await expect.poll(() => nameOf(other)).toBe('fox 2');
		await studio.button('Undo').click();
		expect(await nameOf(other)).toBe('Mine now');
	});
	await test.step('cut off', async () => {
		await other.goto(`${address.slice(0, -40)}`);
		await expect(other.getByText('It was cut off or changed on its way.')).toBeVisible();
		expect(await nameOf(other)).toBe('Mine now');
	});
	await test.step('too large for a link', async () => {
		await other.evaluate(() => {
			const points = Array.from({ length: 4000 }, (_, i) => ({
				x: Math.round(Math.sin(i * i) * 40_000) / 100 + 500,
				y: Math.round(Math.cos(i * 7) * 30_000) / 100 + 400,
				mode: 'smooth' as const,
			}));
			const [track] = window.wanAti!.getDocument().tracks;
			window.wanAti!.dispatch({ type: 'track/put', tracks: [{ ...track!, points }] });
		});
		await menu(other, 'Share');
		await expect(other.getByText(/This shot needs [\d.]+ kB, a link holds 8\./)).toBeVisible();
	});
});

/** What the second tab changed is refused, told, and kept beside. */
async function playTwoTabs(context: BrowserContext, url: string): Promise<void> {
	const first = await context.newPage();
	await first.goto(url);
	await foxShot(first);
	const second = await context.newPage();
	await second.goto(url);
	const studio = studioPage(second);
	await studio.ready();
	expect(await nameOf(second)).toBe('fox');
	await expect(second.getByText('This shot is open in another tab too')).toBeVisible();

	await rename(first, 'Fox of the first tab');
	await saved(first);
	await expect(second.getByText('This shot was changed in another tab')).toBeVisible();
	await addTrack(second, 2);
	await expect(second.getByText('Both versions are kept', { exact: true })).toBeVisible();
	await expect.poll(() => nameOf(second)).toBe('fox 2');
	await saved(second);
	const dialog = await openProjects(second);
	const [mine, theirs] = ['fox 2', 'Fox of the first tab'].map((name) =>
		cards(dialog).filter({ hasText: name }),
	);
	await expect(mine!).toContainText('2 tracks');
	await expect(theirs!).toContainText('1 track');
	expect(await first.evaluate(() => window.wanAti!.getDocument().tracks.length)).toBe(1);
	await first.close();
	await second.close();
}

test('row 16, two tabs: the later writer is warned, and both versions are kept', async ({
	startServe,
	context,
}) => {
	const serve = await startServe();
	await playTwoTabs(context, `${serve.url}/`);
});

test('row 16, two tabs on a plain-http page, where there are no locks', async ({
	startServe,
	context,
	consoleWatch,
}) => {
	consoleWatch.allow(/Cross-Origin-Opener-Policy header has been ignored/);
	const serve = await startServe('--allow-host', 'studio.lan');
	await playTwoTabs(context, `http://studio.lan:${new URL(serve.url).port}/`);
});

test('row 16, a tab that crashes loses at most what was done in its last second', async ({
	servePage,
	context,
}) => {
	const { page, serve } = await servePage();
	await foxShot(page);
	await test.step('changes that never pause are written all the same', async () => {
		await page.evaluate(() => {
			let n = 0;
			setInterval(() => {
				window.wanAti!.dispatch({ type: 'document/rename', name: `${Date.now()} ${++n}` });
			}, 50);
		});
		await page.waitForFunction(() => Number(window.wanAti!.getDocument().name.split(' ')[1]) > 60);
	});
	const last = Number((await nameOf(page)).split(' ')[0]);
	const crashed = page.waitForEvent('crash');
	const session = await context.newCDPSession(page);
	session.send('Page.crash').catch(() => undefined);
	await crashed;
	const again = await context.newPage();
	await again.goto(`${serve.url}/`);
	await studioPage(again).ready();
	const [written, n] = (await nameOf(again)).split(' ').map(Number);
	expect(n).toBeGreaterThan(1);
	expect(last - written!).toBeLessThan(1000);
	expect(await again.evaluate(() => window.wanAti!.getDocument().tracks.length)).toBe(1);
});

test('row 16, storage: a warning before it is full; when it is, the shot is told as not saved, then saved', async ({
	page,
	startServe,
}) => {
	const serve = await startServe();
	await page.addInitScript(() => {
		const put = IDBObjectStore.prototype.put;
		Object.assign(window, { isFull: false });
		IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
			if ((window as unknown as { isFull: boolean }).isFull && this.name === 'documents')
				throw new DOMException('no room', 'QuotaExceededError');
			return put.apply(this, args);
		};
		navigator.storage.estimate = async () => ({ usage: 990_000_000, quota: 1_000_000_000 });
	});
	await page.goto(`${serve.url}/`);
	await expect(page.getByText('The browser is almost out of room')).toBeVisible();
	await expect(page.getByText(/^10 MB left\./)).toBeVisible();
	await foxShot(page);
	const setFull = (isFull: boolean) =>
		page.evaluate((value) => void Object.assign(window, { isFull: value }), isFull);
	await setFull(true);
	await rename(page, 'Not written');
	const message = page.getByRole('alert').filter({ hasText: 'The shot could not be saved' });
	await expect(message).toBeVisible();
	await expect(page.getByRole('button', { name: 'Not saved' })).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		message.getByRole('button', { name: 'Save project file' }).click(),
	]);
	expect(download.suggestedFilename()).toBe('Not written.wanati.json');
	await setFull(false);
	// By itself, without another change.
	await saved(page);
	await page.reload();
	await studioPage(page).ready();
	expect(await nameOf(page)).toBe('Not written');
});

test('row 16, the shot of an earlier version is the first of the projects, its picture with it', async ({
	page,
	startServe,
}) => {
	const serve = await startServe();
	// A page of the same origin that is not the app.
	await page.route('**/blank.html', (route) =>
		route.fulfill({ body: '<link rel="icon" href="data:,">', contentType: 'text/html' }),
	);
	await page.goto(`${serve.url}/blank.html`);
	const old = {
		...emptyDocument,
		name: 'From before',
		image: {
			sha256: 'c'.repeat(64),
			width: 64,
			height: 48,
			name: 'old.png',
			mediaType: 'image/png',
		},
	};
	await page.evaluate(async (document) => {
		const canvas = new OffscreenCanvas(64, 48);
		canvas.getContext('2d')!.fillRect(0, 0, 64, 48);
		const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
		await new Promise<void>((resolve, reject) => {
			const request = indexedDB.open('wan-ati-studio', 2);
			request.onerror = () => reject(request.error);
			request.onupgradeneeded = () => {
				const db = request.result;
				db.createObjectStore('documents');
				db.createObjectStore('images', { keyPath: 'sha256' });
				db.createObjectStore('jobs', { keyPath: 'id' });
				db.createObjectStore('videos');
				db.createObjectStore('workflows', { keyPath: 'id' });
			};
			request.onsuccess = () => {
				const work = request.result.transaction(['documents', 'images'], 'readwrite');
				work.objectStore('documents').put(document, 'current');
				work
					.objectStore('images')
					.put({ sha256: document.image.sha256, bytes, mediaType: 'image/png' });
				work.oncomplete = () => {
					request.result.close();
					resolve();
				};
			};
		});
	}, old);
	await page.goto(`${serve.url}/`);
	const studio = studioPage(page);
	await studio.ready();
	expect(await page.evaluate(() => window.wanAti!.getDocument())).toEqual(old);
	await expect(studio.canvas).toBeVisible();
	const dialog = await openProjects(page);
	await expect(cards(dialog)).toHaveCount(1);
	await expect(dialog.getByRole('button', { name: 'Open From before' })).toBeVisible();
});
