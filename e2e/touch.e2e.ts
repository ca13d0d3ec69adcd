import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { type ImageXY, type StudioPage, studioPage } from './support/studioPage.ts';

const tracksOf = (page: Page) => page.evaluate(() => window.wanAti!.getDocument().tracks);

/** Fingers on the glass, by the browser's own protocol. Places are image pixels. */
function fingers(session: CDPSession, studio: StudioPage) {
	const send = async (type: string, places: readonly ImageXY[]) => {
		const points = await Promise.all(places.map((place) => studio.screen(place)));
		await touch(type, points);
	};
	const touch = (type: string, points: readonly ImageXY[]) =>
		session.send('Input.dispatchTouchEvent', {
			type: type as 'touchStart',
			touchPoints: points.map(({ x, y }, id) => ({ x, y, id, force: 0.5 })),
		});
	return {
		touch,
		async tap(place: ImageXY) {
			await send('touchStart', [place]);
			await touch('touchEnd', []);
		},
		async draw(places: readonly ImageXY[]) {
			const points = await Promise.all(places.map((place) => studio.screen(place)));
			await touch('touchStart', [points[0]!]);
			for (const [i, to] of points.slice(1).entries()) {
				const from = points[i]!;
				for (let k = 1; k <= 6; k++)
					await touch('touchMove', [
						{ x: from.x + ((to.x - from.x) * k) / 6, y: from.y + ((to.y - from.y) * k) / 6 },
					]);
			}
			await touch('touchEnd', []);
		},
	};
}

/** On a busy machine a tap may last as long as a long press, which takes up nothing: then again. */
const tapTool = (studio: StudioPage, name: string) =>
	expect(async () => {
		await studio.button(name).tap();
		await expect(studio.button(name)).toHaveAttribute('aria-pressed', 'true', { timeout: 2000 });
	}).toPass();

for (const [device, viewport] of [
	['a phone', { width: 390, height: 844 }],
	['a tablet', { width: 1024, height: 768 }],
] as const)
	test(`row 1, touch on ${device}: drawing, moving, pinch and two-finger pan @long`, async ({
		browser,
		startServe,
	}) => {
		const serve = await startServe();
		const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true });
		const page = await context.newPage();
		await page.goto(`${serve.url}/`);
		const studio = studioPage(page);
		await expect(studio.canvas).toBeVisible();
		await page.waitForFunction(() => (window.wanAti?.getDocument().tracks.length ?? 0) > 0);
		const session = await context.newCDPSession(page);
		const hand = fingers(session, studio);
		await page.evaluate(() =>
			window.wanAti!.dispatch({
				type: 'track/remove',
				trackIds: window.wanAti!.getDocument().tracks.map(({ id }) => id),
			}),
		);
		await test.step('a finger draws a path with the freehand tool', async () => {
			await tapTool(studio, 'Freehand');
			await hand.draw([
				{ x: 400, y: 300 },
				{ x: 600, y: 250 },
				{ x: 800, y: 400 },
			]);
			await expect.poll(() => tracksOf(page)).toHaveLength(1);
		});
		await test.step('taps of the pen set points', async () => {
			await tapTool(studio, 'Pen');
			for (const place of [
				{ x: 300, y: 550 },
				{ x: 600, y: 600 },
				{ x: 900, y: 550 },
			])
				await hand.tap(place);
			await expect.poll(async () => (await tracksOf(page))[1]?.points.length).toBe(3);
		});
		await test.step('a point is dragged, though the finger lands 15 px beside it', async () => {
			await tapTool(studio, 'Select');
			const { points } = (await tracksOf(page))[1]!;
			const from = await studio.screen(points[1]!);
			await hand.touch('touchStart', [{ x: from.x, y: from.y + 15 }]);
			for (let k = 1; k <= 5; k++)
				await hand.touch('touchMove', [{ x: from.x, y: from.y + 15 - k * 6 }]);
			await hand.touch('touchEnd', []);
			await expect
				.poll(async () => (await tracksOf(page))[1]!.points[1]!.y)
				.toBeLessThan(points[1]!.y - 10);
		});
		await test.step('two fingers zoom and move the view, and draw nothing', async () => {
			const before = await tracksOf(page);
			const box = (await studio.canvas.boundingBox())!;
			const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
			const pair = (half: number, dy = 0) => [
				{ x: middle.x - half, y: middle.y + dy },
				{ x: middle.x + half, y: middle.y + dy },
			];
			const width = async () =>
				(await studio.screen({ x: 800, y: 300 })).x - (await studio.screen({ x: 400, y: 300 })).x;
			const narrow = await width();
			await hand.touch('touchStart', pair(30));
			for (let k = 1; k <= 6; k++) await hand.touch('touchMove', pair(30 + 10 * k));
			await hand.touch('touchEnd', []);
			await expect.poll(width).toBeGreaterThan(narrow * 2);
			const high = (await studio.screen({ x: 400, y: 300 })).y;
			await hand.touch('touchStart', pair(60));
			for (let k = 1; k <= 6; k++) await hand.touch('touchMove', pair(60, 10 * k));
			await hand.touch('touchEnd', []);
			await expect
				.poll(async () => (await studio.screen({ x: 400, y: 300 })).y)
				.toBeGreaterThan(high + 40);
			expect(await tracksOf(page)).toEqual(before);
		});
		await test.step('whatever a finger presses is 44 px or larger', async () => {
			expect(await smallTargets(page)).toEqual([]);
		});
		await context.close();
	});

/** Buttons and the like that can be seen and whose own box is below 44 px on both sides. */
const smallTargets = (page: Page) =>
	page.evaluate(() =>
		[
			...document.querySelectorAll<HTMLElement>(
				'button, [role="combobox"], [role="radio"], [role="tab"], [role="switch"], input[type="checkbox"]',
			),
		].flatMap((element) => {
			const { width, height } = element.getBoundingClientRect();
			const isSeen = width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true });
			if (!isSeen || element.closest('[aria-hidden="true"]') || element.tabIndex < 0) return [];
			// What surrounds a control may take its presses: a pseudo-element or its label.
			const after = getComputedStyle(element, '::after');
			const grown = after.content !== 'none' && after.position === 'absolute';
			const label = element.closest('label')?.getBoundingClientRect();
			const tall = Math.max(
				height,
				label?.height ?? 0,
				grown ? Number.parseFloat(after.height) : 0,
			);
			const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
			// A row of the list has a line of 1 px below.
			return tall < 43 ? [`${name.trim()} ${Math.round(width)} x ${Math.round(tall)}`] : [];
		}),
	);

test('row 1, pen: a stroke of a pen is fitted, its palm does not draw @long', async ({
	browser,
	startServe,
}) => {
	const serve = await startServe();
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		hasTouch: true,
	});
	const page = await context.newPage();
	await page.goto(`${serve.url}/`);
	const studio = studioPage(page);
	await page.waitForFunction(() => (window.wanAti?.getDocument().tracks.length ?? 0) > 0);
	const count = (await tracksOf(page)).length;
	await studio.button('Freehand').click();
	await expect(studio.button('Freehand')).toHaveAttribute('aria-pressed', 'true');
	const session = await context.newCDPSession(page);
	const pen = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', place: ImageXY) => {
		const { x, y } = await studio.screen(place);
		await session.send('Input.dispatchMouseEvent', {
			type,
			x,
			y,
			button: 'left',
			buttons: type === 'mouseReleased' ? 0 : 1,
			clickCount: 1,
			pointerType: 'pen',
			force: 0.7,
			tiltX: 20,
		});
	};
	const hand = fingers(session, studio);
	await pen('mousePressed', { x: 300, y: 300 });
	for (let i = 1; i <= 10; i++) await pen('mouseMoved', { x: 300 + 30 * i, y: 300 + 8 * i });
	// The heel of the hand comes down beside it.
	await hand.tap({ x: 700, y: 600 });
	for (let i = 11; i <= 20; i++) await pen('mouseMoved', { x: 300 + 30 * i, y: 300 + 8 * i });
	await pen('mouseReleased', { x: 900, y: 460 });
	await expect.poll(async () => (await tracksOf(page)).length).toBe(count + 1);
	const drawn = (await tracksOf(page)).at(-1)!;
	expect(drawn.points[0]!.x).toBeCloseTo(300, -1);
	expect(drawn.points.at(-1)!.x).toBeCloseTo(900, -1);
	await context.close();
});
