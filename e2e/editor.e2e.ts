import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Track } from '../src/core/document/document.ts';
import { encodePicture } from '../src/media/node/pictures.ts';
import { expect, test } from './support/fixtures.ts';
import { type StudioPage, studioPage } from './support/studioPage.ts';

// Each test is named after a row of the issue "The best motion-path editor there is".

const picture = 'public/examples/fox.webp';

const tracksOf = (page: Page): Promise<readonly Track[]> =>
	page.evaluate(() => window.wanAti!.getDocument().tracks);

/** An own picture, 1248 x 720, with nothing on it. */
async function emptyShot(page: Page): Promise<StudioPage> {
	const studio = studioPage(page);
	await studio.openImage(picture);
	await expect(studio.tracks.getByRole('listitem')).toHaveCount(0);
	await expect(studio.button('Snap')).toBeVisible();
	await studio.canvas.focus();
	return studio;
}

/** Puts tracks there as a script does. */
const addTracks = (page: Page, lists: readonly (readonly (readonly [number, number])[])[]) =>
	page.evaluate(
		(all) =>
			window.wanAti!.dispatch(
				all.map((points, i) => ({
					type: 'track/add' as const,
					track: {
						id: `t${i}`,
						name: `Track ${i + 1}`,
						color: i + 1,
						visible: true,
						locked: false,
						kind: 'path' as const,
						points: points.map(([x, y]) => ({ x, y, mode: 'corner' as const })),
						closed: false,
						timing: { start: 0, end: 1, easing: 'linear' as const },
					},
				})),
			),
		lists,
	);

const two = [
	[
		[300, 200],
		[600, 200],
	],
	[
		[300, 400],
		[600, 460],
		[900, 400],
	],
] as const;

const snapOff = async (studio: StudioPage) => {
	const snap = studio.button('Snap');
	if ((await snap.getAttribute('aria-pressed')) === 'true') await snap.click();
	await expect(snap).toHaveAttribute('aria-pressed', 'false');
};

test('row 1, tools: pen with handles, line, shapes, freehand at the speed of the hand', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	await test.step('dragging with the pen draws handles', async () => {
		await studio.pickTool('Pen');
		await studio.clickAt({ x: 200, y: 500 });
		await studio.drag([
			{ x: 500, y: 300 },
			{ x: 580, y: 320 },
		]);
		await page.keyboard.press('Enter');
		const [track] = await tracksOf(page);
		expect(track!.points[1]!.mode).toBe('bezier');
		expect(track!.points[1]!.handleOut!.x).toBeCloseTo(80, 0);
		expect(track!.points[1]!.handleIn!.x).toBeCloseTo(-80, 0);
	});
	await test.step('a knob bends the path, Alt breaks the pair', async () => {
		await studio.pickTool('Select');
		await studio.clickAt({ x: 500, y: 300 });
		await page.keyboard.down('Alt');
		await studio.drag([
			{ x: 580, y: 320 },
			{ x: 500, y: 400 },
		]);
		await page.keyboard.up('Alt');
		const point = (await tracksOf(page))[0]!.points[1]!;
		expect(point.handleOut!.y).toBeCloseTo(100, 0);
		expect(point.handleIn!.x).toBeCloseTo(-80, 0);
		await page.keyboard.press('1');
		expect((await tracksOf(page))[0]!.points[1]!.mode).toBe('smooth');
		await page.keyboard.press('3');
		expect((await tracksOf(page))[0]!.points[1]!.mode).toBe('bezier');
	});
	await test.step('a line with Shift keeps to 45 degrees', async () => {
		await page.keyboard.press('Escape');
		await page.keyboard.press('l');
		await expect(studio.button('Line')).toHaveAttribute('aria-pressed', 'true');
		await page.keyboard.down('Shift');
		await studio.drag([
			{ x: 700, y: 600 },
			{ x: 900, y: 620 },
		]);
		await page.keyboard.up('Shift');
		const line = (await tracksOf(page)).at(-1)!;
		expect(line.points[1]!.y).toBe(line.points[0]!.y);
	});
	await test.step('shapes are dragged out; O takes the next one', async () => {
		await page.keyboard.press('o');
		await expect(studio.button('Shapes')).toHaveAttribute('aria-pressed', 'true');
		await studio.drag([
			{ x: 900, y: 100 },
			{ x: 1100, y: 200 },
		]);
		expect((await tracksOf(page)).at(-1)).toMatchObject({ closed: true });
		for (const [shape, paths, closed] of [
			['Spiral', 1, false],
			['Orbit', 1, true],
			['Arc', 1, false],
			['Polygon', 1, true],
			['Zoom box', 4, false],
		] as const) {
			const before = (await tracksOf(page)).length;
			await studio.choose('Shape', shape);
			await studio.drag([
				{ x: 100, y: 100 },
				{ x: 300, y: 250 },
			]);
			const made = (await tracksOf(page)).slice(before);
			expect(made, shape).toHaveLength(paths);
			expect(made[0], shape).toMatchObject({ closed });
			await page.keyboard.press('Control+z');
			expect((await tracksOf(page)).length, shape).toBe(before);
		}
	});
	await test.step('the zoom tool shows the dragged part, Space is the hand meanwhile', async () => {
		const place = { x: 700, y: 400 };
		await studio.pickTool('Zoom');
		const narrow = (await studio.screen({ x: 800, y: 400 })).x - (await studio.screen(place)).x;
		await studio.drag([
			{ x: 600, y: 300 },
			{ x: 800, y: 500 },
		]);
		const wide = (await studio.screen({ x: 800, y: 400 })).x - (await studio.screen(place)).x;
		expect(wide).toBeGreaterThan(2 * narrow);
		const { x, y } = await studio.screen(place);
		await page.mouse.move(x, y);
		await page.keyboard.down('Space');
		await page.mouse.down();
		await page.mouse.move(x + 40, y + 30, { steps: 3 });
		await page.mouse.up();
		await page.keyboard.up('Space');
		expect((await studio.screen(place)).x).toBeCloseTo(x + 40, 0);
		await page.keyboard.press('Shift+1');
	});
	await test.step('freehand keeps the speed of the hand', async () => {
		await studio.pickTool('Freehand');
		await studio.button('Keep my speed').click();
		const from = await studio.screen({ x: 200, y: 620 });
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		// The hand is slower in the second half: the page's own clock is waited for.
		const clock = () => page.evaluate(() => performance.now());
		for (let i = 1; i <= 12; i++) {
			await page.mouse.move(from.x + i * 20, from.y - 25 * Math.sin(i));
			const until = (await clock()) + (i < 6 ? 10 : 60);
			await page.waitForFunction((end) => performance.now() >= end, until);
		}
		await page.mouse.up();
		const drawn = (await tracksOf(page)).at(-1)!;
		expect(drawn.points.some((point) => point.time !== undefined)).toBe(true);
	});
});

test('row 2, points: numbers in three units, split, join, reverse, simplify, soft edit', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	await addTracks(page, two);
	await studio.clickAt({ x: 600, y: 460 });
	await test.step('a place is typed in percent of the picture', async () => {
		await page.getByRole('radio', { name: '%', exact: true }).click();
		const x = page.getByLabel('Position X', { exact: true });
		await x.fill('50');
		await x.press('Enter');
		expect((await tracksOf(page))[1]!.points[1]!.x).toBeCloseTo(624, 1);
	});
	await test.step('a path is split at its point and joined again', async () => {
		await studio.button('Split at point').click();
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(3);
		await studio.button('Join paths').click();
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(2);
	});
	await test.step('reversed twice it runs as before', async () => {
		const before = await studio.exportedTracks();
		await page.keyboard.press('Shift+R');
		expect(await studio.exportedTracks()).not.toBe(before);
		await page.keyboard.press('Shift+R');
		expect(await studio.exportedTracks()).toBe(before);
	});
	await test.step('a double click inserts, Delete heals, arrows nudge, keys change the mode', async () => {
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		const { x, y } = await studio.screen({ x: 400, y: 200 });
		await page.mouse.dblclick(x, y);
		const first = async () => (await tracksOf(page))[0]!.points;
		expect(await first()).toHaveLength(3);
		const at = (await first())[1]!.x;
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Shift+ArrowRight');
		expect((await first())[1]!.x).toBeCloseTo(at + 11, 6);
		await page.keyboard.press('2');
		expect((await first())[1]!.mode).toBe('corner');
		await page.keyboard.press('Delete');
		expect(await first()).toHaveLength(2);
	});
	await test.step('points are aligned, the path is closed, simplifying is seen while the slider moves', async () => {
		await studio.tracks.getByRole('button', { name: 'Track 2', exact: true }).click();
		await studio.canvas.focus();
		await page.keyboard.press('n');
		await page.keyboard.press('Control+a');
		const second = async () => (await tracksOf(page))[1]!;
		await studio.button('Align top').click();
		expect(new Set((await second()).points.map((point) => point.y)).size).toBe(1);
		await page.keyboard.press('Control+z');
		await page.keyboard.press('Shift+C');
		expect((await second()).closed).toBe(true);
		await page.keyboard.press('Control+z');
		const slider = page.getByRole('slider', { name: 'Simplify' });
		await slider.focus();
		const count = (await second()).points.length;
		const box = (await slider.boundingBox())!;
		await page.mouse.move(box.x + 8, box.y + box.height / 2);
		await page.mouse.down();
		await page.mouse.move(box.x + box.width - 8, box.y + box.height / 2, { steps: 4 });
		await expect.poll(async () => (await second()).points.length).toBeLessThanOrEqual(count);
		await page.mouse.up();
		await studio.canvas.focus();
		await page.keyboard.press('Control+z');
		expect((await second()).points.map((point) => point.y)).toEqual([400, 460, 400]);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
	});
	await test.step('neighbours follow softly', async () => {
		await studio.canvas.focus();
		const soft = page.getByLabel('Soft radius', { exact: true });
		await soft.fill('600');
		await soft.press('Enter');
		await snapOff(studio);
		await studio.drag([
			{ x: 624, y: 460 },
			{ x: 624, y: 520 },
		]);
		const ys = (await tracksOf(page))[1]!.points.map((point) => point.y);
		expect(ys[1]).toBeCloseTo(520, 0);
		expect(ys[0]).toBeGreaterThan(405);
	});
});

test('row 3, selection: repeated clicks cycle, lasso, same colour', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	await addTracks(page, [
		[
			[300, 300],
			[700, 300],
		],
		[
			[300, 302],
			[700, 302],
		],
	]);
	const current = studio.tracks.locator('[aria-current="true"]');
	await studio.clickAt({ x: 500, y: 301 });
	const first = await current.getAttribute('data-track');
	// Later than a double click would be, by the page's own clock.
	const later = (await page.evaluate(() => performance.now())) + 450;
	await page.waitForFunction((end) => performance.now() > end, later);
	await studio.clickAt({ x: 500, y: 301 });
	await expect(current).not.toHaveAttribute('data-track', first!);
	await page.keyboard.press('Escape');
	await studio.button('Lasso').click();
	await studio.drag([
		{ x: 250, y: 250 },
		{ x: 760, y: 250 },
		{ x: 760, y: 360 },
		{ x: 250, y: 360 },
	]);
	await expect(current).toHaveCount(2);
	await test.step('a rectangle selects, the rest is selected instead, what is locked is not', async () => {
		await page.keyboard.press('Escape');
		await studio.button('Lasso').click();
		await studio.drag([
			{ x: 250, y: 270 },
			{ x: 760, y: 340 },
		]);
		await expect(current).toHaveCount(2);
		await page.evaluate(() =>
			window.wanAti!.dispatch({ type: 'track/set', trackIds: ['t1'], patch: { locked: true } }),
		);
		await studio.canvas.focus();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+a');
		await expect(current).toHaveCount(1);
		await page.keyboard.press('Control+Shift+i');
		await expect(current).toHaveCount(0);
		await page.evaluate(() =>
			window.wanAti!.dispatch({ type: 'track/set', trackIds: ['t1'], patch: { locked: false } }),
		);
	});
	await test.step('all of one colour', async () => {
		await page.evaluate(() =>
			window.wanAti!.dispatch({ type: 'track/set', trackIds: ['t1'], patch: { color: 1 } }),
		);
		await studio.canvas.focus();
		await page.keyboard.press('Escape');
		await studio.tracks.getByText('Track 1').click();
		await expect(current).toHaveCount(1);
		await page.keyboard.press('Shift+A');
		await expect(current).toHaveCount(2);
	});
});

test('row 4, transform box, copy and paste, group, spread', async ({ servePage, context }) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	await addTracks(page, two);
	await studio.clickAt({ x: 450, y: 200 });
	await test.step('flipping twice gives it back', async () => {
		const before = await studio.exportedTracks();
		await page.keyboard.press('Shift+H');
		expect(await studio.exportedTracks()).not.toBe(before);
		await page.keyboard.press('Shift+H');
		expect(await studio.exportedTracks()).toBe(before);
	});
	await test.step('a corner of the box scales, one undo step', async () => {
		await studio.clickAt({ x: 450, y: 408 });
		await page.keyboard.press('Escape');
		await studio.clickAt({ x: 450, y: 430 });
		const corner = await studio.screen({ x: 900, y: 460 });
		await page.mouse.move(corner.x + 14, corner.y + 14);
		await page.mouse.down();
		await page.mouse.move(corner.x + 60, corner.y + 60, { steps: 4 });
		await page.mouse.up();
		expect((await tracksOf(page))[1]!.points[2]!.x).toBeGreaterThan(920);
		await page.keyboard.press('Control+z');
		expect((await tracksOf(page))[1]!.points[2]!.x).toBe(900);
	});
	await test.step('Ctrl on a side slants, the moved pivot is turned about, a mirror copy lies across', async () => {
		const before = await studio.exportedTracks();
		const place = async (x: number, y: number, dx = 0, dy = 0) => {
			const at = await studio.screen({ x, y });
			return { x: at.x + dx, y: at.y + dy };
		};
		const dragFrom = async (
			from: { x: number; y: number },
			to: { x: number; y: number },
			key?: 'Control' | 'Alt',
		) => {
			await page.mouse.move(from.x, from.y);
			if (key) await page.keyboard.down(key);
			await page.mouse.down();
			await page.mouse.move(to.x, to.y, { steps: 4 });
			await page.mouse.up();
			if (key) await page.keyboard.up(key);
		};
		// The middle of the upper side, 14 px off the selection.
		const side = await place(600, 400, 0, -14);
		await dragFrom(side, { x: side.x + 60, y: side.y }, 'Control');
		expect((await tracksOf(page))[1]!.points[0]!.x).toBeGreaterThan(310);
		expect((await tracksOf(page))[1]!.points[1]!.x).toBeCloseTo(600, 0);
		await page.keyboard.press('Control+z');
		await dragFrom(await place(600, 430), await place(300, 400), 'Alt');
		const knob = await place(600, 400, 0, -34);
		await dragFrom(knob, { x: knob.x + 40, y: knob.y + 10 });
		expect((await tracksOf(page))[1]!.points[0]!.x).toBeCloseTo(300, 0);
		expect((await tracksOf(page))[1]!.points[2]!.y).toBeGreaterThan(410);
		await page.keyboard.press('Control+z');
		expect(await studio.exportedTracks()).toBe(before);
		await page.keyboard.press('Control+d');
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(3);
		await page.keyboard.press('Control+z');
		await studio.tracks.getByRole('button', { name: 'Track 2', exact: true }).click();
		await page.keyboard.press('Shift+M');
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(3);
		await page.keyboard.press('Control+z');
	});
	await test.step('copied tracks are pasted in another tab', async () => {
		await page.keyboard.press('Control+a');
		await page.keyboard.press('Control+c');
		const other = await context.newPage();
		await other.goto(page.url());
		await studioPage(other).ready();
		const before = (await tracksOf(other)).length;
		await studioPage(other).canvas.focus();
		await other.keyboard.press('Control+v');
		await expect.poll(async () => (await tracksOf(other)).length).toBe(before + 2);
		await other.close();
	});
	await test.step('a group is selected as one, Enter goes inside', async () => {
		await page.bringToFront();
		await studio.canvas.focus();
		await page.keyboard.press('Control+a');
		await page.keyboard.press('Control+g');
		await page.keyboard.press('Escape');
		await studio.clickAt({ x: 450, y: 200 });
		const current = studio.tracks.locator('[aria-current="true"]');
		await expect(current).toHaveCount(2);
		await page.keyboard.press('Enter');
		await expect(current).toHaveCount(1);
	});
	await test.step('one path becomes three', async () => {
		await studio.button('Make copies').click();
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(4);
	});
});

test('row 5, snapping: a point is drawn to another, not with Ctrl', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	await addTracks(page, two);
	await expect(studio.button('Snap')).toHaveAttribute('aria-pressed', 'true');
	await studio.drag([
		{ x: 600, y: 200 },
		{ x: 601, y: 300 },
		{ x: 604, y: 456 },
	]);
	expect((await tracksOf(page))[0]!.points[1]).toMatchObject({ x: 600, y: 460 });
	await page.keyboard.press('Control+z');
	await page.keyboard.down('Control');
	await studio.drag([
		{ x: 600, y: 200 },
		{ x: 601, y: 300 },
		{ x: 604, y: 456 },
	]);
	await page.keyboard.up('Control');
	expect((await tracksOf(page))[0]!.points[1]!.x).not.toBe(600);
});

test('row 5, snapping: the points of a path take even gaps', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	await addTracks(page, [
		[
			[150, 300],
			[270, 360],
			[700, 210],
		],
	]);
	await studio.drag([
		{ x: 700, y: 210 },
		{ x: 500, y: 400 },
		{ x: 393, y: 422 },
	]);
	expect((await tracksOf(page))[0]!.points[2]).toMatchObject({ x: 390, y: 420 });
});

test('row 6, track list: order by hand and by key, solo', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	await addTracks(page, two);
	const rows = studio.tracks.getByRole('listitem');
	const ids = async () => (await tracksOf(page)).map((track) => track.id).join(' ');
	await rows.nth(0).getByRole('button', { name: 'Track 1', exact: true }).click();
	await page.keyboard.press('Alt+ArrowDown');
	expect(await ids()).toBe('t1 t0');
	const from = (await rows.nth(1).getByText('Track 1').boundingBox())!;
	const to = (await rows.nth(0).getByText('Track 2').boundingBox())!;
	await page.mouse.move(from.x + 10, from.y + 8);
	await page.mouse.down();
	await page.mouse.move(to.x + 10, to.y + 2, { steps: 5 });
	await page.mouse.up();
	await expect.poll(ids).toBe('t0 t1');
	await page.keyboard.press('/');
	await expect(studio.button('Show all tracks')).toHaveAttribute('aria-pressed', 'true');
	await studio.button('Show all tracks').click();
});

test('row 7, history: any step can be gone to', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	await addTracks(page, two);
	await studio.clickAt({ x: 450, y: 200 });
	await page.keyboard.press('Shift+H');
	await page.keyboard.press('Delete');
	await studio.button('History').click();
	const steps = page.getByRole('list', { name: 'Steps' });
	await expect(steps.getByRole('button').first()).toHaveText('Delete track');
	await steps.getByRole('button', { name: 'Transform' }).click();
	expect(await tracksOf(page)).toHaveLength(2);
	await steps.getByRole('button', { name: 'Delete track' }).click();
	expect(await tracksOf(page)).toHaveLength(1);
});

test('row 12, frame: brackets are dragged, tracks stay on the content; it fits the picture', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	await addTracks(page, two);
	const before = await tracksOf(page);
	const corner = await studio.screen({ x: 0, y: 0 });
	await page.mouse.move(corner.x - 6, corner.y - 5);
	await page.mouse.down();
	await page.mouse.move(corner.x + 100, corner.y + 60, { steps: 4 });
	await page.mouse.up();
	const frame = () => page.evaluate(() => window.wanAti!.getDocument().frame);
	expect((await frame()).crop.zoom).toBeGreaterThan(1.1);
	expect(await tracksOf(page)).toEqual(before);
	await page.getByRole('button', { name: /^Frame settings/ }).click();
	await studio.button('Fill with picture').click();
	expect((await frame()).crop).toEqual({ x: 0.5, y: 0.5, zoom: 1 });
	await studio.button('Fit frame to picture').click();
	expect((await frame()).width % 16).toBe(0);
	await test.step('another picture under the tracks: they keep their places on it', async () => {
		const [track] = await tracksOf(page);
		const small = await page.evaluate(async () => {
			const canvas = new OffscreenCanvas(624, 360);
			canvas.getContext('2d')!.fillRect(0, 0, 624, 360);
			return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
		});
		await page.getByLabel('Replacement image', { exact: true }).setInputFiles({
			name: 'small.png',
			mimeType: 'image/png',
			buffer: Buffer.from(small),
		});
		await page.waitForFunction(() => window.wanAti?.getDocument().image?.width === 624);
		expect((await tracksOf(page))[0]!.points[0]).toMatchObject({
			x: track!.points[0]!.x / 2,
			y: track!.points[0]!.y / 2,
		});
	});
});

test('row 13, view: 5 to 3200 percent, onion skin, dimming, overlay hidden while Tab is held', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	await addTracks(page, two);
	const zoom = page.getByTitle('Zoom level');
	for (let i = 0; i < 40; i++) await page.keyboard.press('+');
	await expect(zoom).toHaveText(/3[,. ]?200\s?%/);
	for (let i = 0; i < 60; i++) await page.keyboard.press('-');
	await expect(zoom).toHaveText(/^5\s?%/);
	await page.keyboard.press('Shift+1');
	// The layers themselves: messages and tooltips stand over the canvas and go by themselves.
	const drawn = () =>
		studio.canvas.evaluate((canvas) =>
			[...canvas.querySelectorAll('canvas')].map((layer) => layer.toDataURL()).join(),
		);
	let shown = '';
	const settled = () =>
		expect
			.poll(async () => {
				const before = shown;
				shown = await drawn();
				return shown === before;
			})
			.toBe(true);
	await settled();
	const without = shown;
	await studio.button('View options').click();
	await page.getByRole('menuitemcheckbox', { name: '3 before and after' }).click();
	await expect.poll(async () => (await drawn()) === without).toBe(false);
	await studio.button('View options').click();
	await page.getByRole('menuitemcheckbox', { name: 'Dim picture' }).click();
	await studio.canvas.focus();
	await settled();
	await page.keyboard.down('Tab');
	await page.keyboard.down('Tab');
	await expect.poll(async () => (await drawn()) === shown).toBe(false);
	await page.keyboard.up('Tab');
	await expect.poll(async () => (await drawn()) === shown).toBe(true);
	await page.keyboard.press('Tab');
	await expect(studio.canvas).not.toBeFocused();
});

test('row 13, view: above 800 percent the pixels have a grid', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	const rgba = new Uint8ClampedArray(1248 * 720 * 4).fill(128);
	for (let i = 3; i < rgba.length; i += 4) rgba[i] = 255;
	const grey = await encodePicture({ width: 1248, height: 720, rgba }, 'png');
	if (!grey.ok) throw new Error(grey.error);
	const path = test.info().outputPath('grey.png');
	await writeFile(path, grey.value);
	await studio.openImage(path);
	await studio.canvas.focus();
	// The picture is of one colour, so all others are the grid's. At 100 percent its edges would be in sight.
	const colors = () =>
		studio.canvas.evaluate((canvas) => {
			const layer = canvas.querySelector('canvas')!;
			const { data } = layer.getContext('2d')!.getImageData(0, 0, layer.width, layer.height);
			return new Set(new Uint32Array(data.buffer)).size;
		});
	const zoom = async () =>
		Number.parseInt((await page.getByTitle('Zoom level').textContent()) || '0', 10);
	while ((await zoom()) < 500) await page.keyboard.press('+');
	await expect.poll(colors).toBe(1);
	await page.keyboard.press('+');
	await page.keyboard.press('+');
	await page.keyboard.press('+');
	await expect.poll(colors).toBeGreaterThan(1);
});

test('row 14, hover: the path says when it is there', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = await emptyShot(page);
	await addTracks(page, two);
	const away = await studio.screen({ x: 1000, y: 600 });
	await page.mouse.move(away.x, away.y);
	const before = await studio.canvas.screenshot();
	const on = await studio.screen({ x: 450, y: 200 });
	await page.mouse.move(on.x, on.y);
	await expect.poll(async () => (await studio.canvas.screenshot()).equals(before)).toBe(false);
});
