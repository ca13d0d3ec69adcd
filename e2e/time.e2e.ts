import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

type Samples = readonly { readonly x: number; readonly y: number }[];

const line = [
	{ x: 200, y: 300 },
	{ x: 500, y: 300 },
	{ x: 600, y: 300 },
	{ x: 1000, y: 300 },
];

/** The fox with one straight track of four corners through it, selected. */
async function drawLine(page: Page) {
	const studio = studioPage(page);
	await studio.openImage('public/examples/fox.webp');
	await studio.drawWithPen(line);
	await studio.pickTool('Select');
	await studio.tracks.getByRole('button', { name: 'Track 1', exact: true }).click();
	const exported = async () => JSON.parse(await studio.exportedTracks()) as Samples[];
	const document = () => page.evaluate(() => window.wanAti!.getDocument());
	const track = async (n = 0) => (await document()).tracks[n]!;
	const undoes = async (change: () => Promise<unknown>) => {
		const before = await studio.exportedTracks();
		await change();
		const after = await studio.exportedTracks();
		expect(after).not.toBe(before);
		await studio.button('Undo').click();
		expect(await studio.exportedTracks()).toBe(before);
		await studio.button('Redo').click();
		expect(await studio.exportedTracks()).toBe(after);
	};
	return { studio, exported, document, track, undoes };
}

/** Drags an element sideways by so many px, with a key held. */
async function dragBy(page: Page, name: string, dx: number, dy = 0, key?: string) {
	const box = (await page.getByRole('slider', { name, exact: true }).boundingBox())!;
	const x = box.x + box.width / 2;
	const y = box.y + box.height / 2;
	await page.mouse.move(x, y);
	await page.mouse.down();
	if (key) await page.keyboard.down(key);
	await page.mouse.move(x + dx, y + dy, { steps: 5 });
	await page.mouse.up();
	if (key) await page.keyboard.up(key);
}

test('row 8: timeline: ruler, trim, slide, stretch, loop range, speed, zoom', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const { studio, track, undoes } = await drawLine(page);
	const timeline = page.getByRole('region', { name: 'Timeline' });

	await test.step('the ruler counts seconds, frames and samples', async () => {
		await expect(timeline.getByText('5 s', { exact: true })).toBeVisible();
		await studio.choose('Ruler', 'Samples');
		await expect(timeline.getByText('120', { exact: true })).toBeVisible();
		await studio.choose('Ruler', 'Frames');
		await expect(timeline.getByText('81', { exact: true })).toBeVisible();
		await studio.choose('Ruler', 'Seconds');
	});

	await test.step('an edge trims, with Alt it stretches the time keys too, the body slides', async () => {
		await undoes(() => dragBy(page, 'End of Track 1', -200));
		const trimmed = (await track()).timing.end;
		expect(trimmed).toBeLessThan(0.9);
		await page.evaluate(() =>
			window.wanAti!.dispatch({
				type: 'point/retime',
				trackId: window.wanAti!.getDocument().tracks[0]!.id,
				index: 1,
				time: 0.4,
			}),
		);
		await dragBy(page, 'End of Track 1', -100, 0, 'Alt');
		const stretched = await track();
		const factor = stretched.timing.end / trimmed;
		expect(factor).toBeLessThan(1);
		expect(stretched.points[1]!.time).toBeCloseTo(0.4 * factor, 6);
		const bar = (await timeline.getByRole('slider', { name: 'Start of Track 1' }).boundingBox())!;
		await undoes(async () => {
			await page.mouse.move(bar.x + 40, bar.y + bar.height / 2);
			await page.mouse.down();
			await page.mouse.move(bar.x + 120, bar.y + bar.height / 2, { steps: 4 });
			await page.mouse.up();
		});
		const slid = await track();
		expect(slid.timing.end - slid.timing.start).toBeCloseTo(stretched.timing.end, 6);
		expect(slid.points[1]!.time! - slid.timing.start).toBeCloseTo(0.4 * factor, 6);
	});

	await test.step('Alt I and Alt O loop a part, which the keyboard changes', async () => {
		await studio.canvas.focus();
		await page.keyboard.press('Home');
		for (let i = 0; i < 8; i++) await page.keyboard.press('.');
		await page.keyboard.press('Alt+i');
		for (let i = 0; i < 8; i++) await page.keyboard.press('.');
		await page.keyboard.press('Alt+o');
		const start = page.getByRole('slider', { name: 'Loop start' });
		await expect(start).toHaveAttribute('aria-valuenow', '8');
		await expect(page.getByRole('slider', { name: 'Loop end' })).toHaveAttribute(
			'aria-valuenow',
			'16',
		);
		await start.focus();
		await page.keyboard.press('ArrowRight');
		await expect(start).toHaveAttribute('aria-valuenow', '9');
		await studio.button('Loop the whole clip').click();
		await expect(start).toBeHidden();
	});

	await test.step('the speed is chosen, and Ctrl with the wheel zooms at the pointer', async () => {
		await studio.choose('Playback speed', '2 ×');
		const lanes = timeline.locator('[data-part="lanes"]');
		const width = () => lanes.evaluate((element) => element.scrollWidth / element.clientWidth);
		expect(await width()).toBeCloseTo(1, 2);
		await lanes.hover({ position: { x: 700, y: 30 } });
		await page.keyboard.down('Control');
		await page.mouse.wheel(0, -100);
		await page.mouse.wheel(0, -100);
		await page.keyboard.up('Control');
		await expect.poll(width).toBeGreaterThan(1.2);
		const out = studio.button('Zoom the timeline out');
		await out.click();
		await expect.poll(width).toBeCloseTo(1, 2);
		await expect(out).toHaveAttribute('aria-disabled', 'true');
	});
});

test('row 9: timing: time keys, easings, curve, passes, release, speed graph', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const { studio, exported, track, undoes } = await drawLine(page);

	await test.step('K keys a point; at 1.0 s it lands on sample 24 at 81 frames, on 40 at 49', async () => {
		await studio.clickAt(line[1]!);
		await page.keyboard.press('k');
		const field = page.getByRole('textbox', { name: 'Time key' });
		await field.fill('1');
		await field.press('Enter');
		const key = (await track()).points[1]!;
		const frameX = (key.x * 832) / 1248;
		expect((await exported())[0]![24]!.x).toBeCloseTo(frameX, 0);
		await page.evaluate(() =>
			window.wanAti!.dispatch({ type: 'frame/set', patch: { length: 49 } }),
		);
		await field.fill('1');
		await field.press('Enter');
		expect((await exported())[0]![40]!.x).toBeCloseTo(frameX, 0);
		await studio.button('Undo').click();
		await studio.button('Undo').click();
	});

	await test.step('its diamond is dragged, and moved by the arrow keys; Delete lets it rove', async () => {
		const name = 'Time key of point 2, Track 1';
		await undoes(() => dragBy(page, name, 100));
		const diamond = page.getByRole('slider', { name, exact: true });
		const frame = Number(await diamond.getAttribute('aria-valuenow'));
		await diamond.focus();
		await page.keyboard.press('ArrowRight');
		await expect(diamond).toHaveAttribute('aria-valuenow', String(frame + 1));
		await page.keyboard.press('Delete');
		await expect(diamond).toBeHidden();
		await expect(page.getByRole('slider', { name: 'Point 2 of Track 1, roving' })).toBeVisible();
		expect((await track()).points[1]!.time).toBeUndefined();
		await studio.button('Undo').click();
	});

	await test.step('with Alt a dot is dragged along the path, and K keys the playhead’s place', async () => {
		await studio.tracks.getByRole('button', { name: 'Track 1', exact: true }).click();
		const before = await studio.exportedTracks();
		const { points } = await track();
		const moment = (await exported())[0]!.findIndex(({ x }) => x > (800 * 832) / 1248);
		await page.keyboard.down('Alt');
		await studio.drag([
			{ x: 800, y: 300 },
			{ x: 900, y: 300 },
		]);
		await page.keyboard.up('Alt');
		expect((await track()).points).toHaveLength(points.length + 1);
		expect((await exported())[0]![moment]!.x).toBeGreaterThan((880 * 832) / 1248);
		await studio.button('Undo').click();
		expect(await studio.exportedTracks()).toBe(before);
		await studio.tracks.getByRole('button', { name: 'Track 1', exact: true }).click();
		await studio.canvas.focus();
		await page.keyboard.press('Home');
		for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+.');
		await page.keyboard.press('k');
		expect((await track()).points).toHaveLength(points.length + 1);
		await studio.button('Undo').click();
	});

	await test.step('the speed graph changes speed and time', async () => {
		const start = page.getByRole('slider', { name: 'Speed at point 1, Track 1' });
		await undoes(() => dragBy(page, 'Speed at point 1, Track 1', 0, 20));
		expect((await track()).points[0]!.pace).toBeLessThan(1);
		await start.focus();
		const before = await studio.exportedTracks();
		await page.keyboard.press('ArrowUp');
		expect(await studio.exportedTracks()).not.toBe(before);
	});

	await test.step('a key is reached and left at speeds of their own: Alt breaks the pair', async () => {
		await studio.clickAt(line[1]!);
		const key = page.getByRole('slider', { name: 'Time key of point 2, Track 1' });
		if (!(await key.isVisible())) await page.keyboard.press('k');
		await expect(key).toBeVisible();
		const after = page.getByRole('slider', { name: 'Speed after point 2, Track 1' });
		const before = page.getByRole('slider', { name: 'Speed before point 2, Track 1' });
		await undoes(() => dragBy(page, 'Speed after point 2, Track 1', 0, 15));
		await after.focus();
		const speedOf = async (slider: Locator) => Number(await slider.getAttribute('aria-valuenow'));
		await expect.poll(async () => (await speedOf(before)) - (await speedOf(after))).toBe(0);
		const reached = await speedOf(before);
		await page.keyboard.press('Alt+Shift+ArrowDown');
		expect((await track()).points[1]!.paceIn).toBeDefined();
		await expect.poll(() => speedOf(before)).toBeCloseTo(reached, -1);
		expect(await speedOf(after)).toBeLessThan(reached);
		await page.keyboard.press('Control+z');
		await page.keyboard.press('Control+z');
		await studio.tracks.getByRole('button', { name: 'Track 1', exact: true }).click();
	});

	await test.step('easings: a curve by its handles, steps, hold', async () => {
		await undoes(() => studio.choose('Easing', 'Curve'));
		await page.getByRole('group', { name: 'Easing curve' }).getByRole('button').click();
		const knob = page.getByRole('slider', { name: 'First handle' });
		await knob.focus();
		const before = await studio.exportedTracks();
		await knob.press('Shift+ArrowUp');
		expect(await studio.exportedTracks()).not.toBe(before);
		await page.keyboard.press('Escape');
		await undoes(() => studio.choose('Easing', 'Steps'));
		await undoes(() => studio.choose('Easing', 'Elastic'));
		await studio.choose('Easing', 'Constant speed');
	});

	await test.step('passes go to and fro', async () => {
		await undoes(() => studio.choose('Repeat', 'To and fro'));
		const [samples] = await exported();
		expect(samples![120]!.x).toBeCloseTo(samples![0]!.x, 1);
		await studio.choose('Repeat', 'Once');
	});

	await test.step('a released track is exported short, says so, and comes in again', async () => {
		await studio.pickTool('Pin');
		await studio.clickAt({ x: 1100, y: 120 });
		await studio.pickTool('Select');
		await studio.tracks.getByRole('button', { name: 'Track 1', exact: true }).click();
		await undoes(() => page.getByRole('switch', { name: 'Release early' }).click());
		await expect(page.getByText('released', { exact: true })).toBeVisible();
		const field = page.getByRole('textbox', { name: 'Release at' });
		await field.fill('2.5');
		await field.press('Enter');
		expect((await exported()).map((samples) => samples.length)).toEqual([61, 121]);
		await page.getByRole('slider', { name: 'Release of Track 1' }).press('ArrowRight');
		expect((await exported())[0]).toHaveLength(62);
		const file = await studio.download('Export tracks');
		await page
			.getByLabel('Tracks file', { exact: true })
			.setInputFiles({ name: 'tracks.json', mimeType: 'application/json', buffer: file });
		await expect(studio.tracks.getByRole('listitem')).toHaveCount(4);
		expect((await exported()).map((samples) => samples.length)).toEqual([62, 121, 62, 121]);
	});
});

test('row 10: follow: a track rides on another, never in a circle', async ({ servePage }) => {
	const { page } = await servePage();
	const { studio, exported, document, undoes } = await drawLine(page);
	await studio.pickTool('Pin');
	await studio.clickAt({ x: 200, y: 420 });
	await studio.pickTool('Select');
	await studio.tracks.getByRole('button', { name: 'Pin 1', exact: true }).click();
	await undoes(() => studio.choose('Follows', 'Track 1'));
	const way = async (n: number) => {
		const samples = (await exported())[n]!;
		return samples[120]!.x - samples[0]!.x;
	};
	expect(await way(1)).toBeCloseTo(await way(0), 0);

	await test.step('editing the leader moves the follower', async () => {
		const id = (await document()).tracks[0]!.id;
		await page.evaluate(
			(trackId) =>
				window.wanAti!.dispatch({
					type: 'point/translate',
					trackId,
					indices: [3],
					dx: -150,
					dy: 0,
				}),
			id,
		);
		expect(await way(1)).toBeCloseTo(await way(0), 0);
	});

	await test.step('scale and delay change how it follows', async () => {
		const scale = page.getByRole('textbox', { name: 'Scale' });
		await scale.fill('50');
		await scale.press('Enter');
		expect(await way(1)).toBeCloseTo((await way(0)) / 2, 0);
		const delay = page.getByRole('textbox', { name: 'Delay' });
		await delay.fill('1');
		await delay.press('Enter');
		const samples = (await exported())[1]!;
		expect(samples[24]!.x).toBeCloseTo(samples[0]!.x, 1);
	});

	await test.step('the leader is not offered its follower', async () => {
		await studio.tracks.getByRole('button', { name: 'Track 1', exact: true }).click();
		await expect(page.getByRole('combobox', { name: 'Follows' })).toBeHidden();
	});
});

test('row 11: generators make editable keys, with a preview that Escape drops', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const { studio, track, undoes } = await drawLine(page);
	const before = await studio.exportedTracks();
	await studio.button('Make a motion').click();
	await expect.poll(() => studio.exportedTracks()).not.toBe(before);
	await page.keyboard.press('Escape');
	await expect.poll(() => studio.exportedTracks()).toBe(before);

	await test.step('a press on the canvas drops it too, whatever the tool does there', async () => {
		await studio.pickTool('Pin');
		await studio.button('Make a motion').click();
		await expect.poll(() => studio.exportedTracks()).not.toBe(before);
		await studio.clickAt({ x: 1100, y: 120 });
		await expect
			.poll(async () => JSON.parse(await studio.exportedTracks())[0])
			.toEqual(JSON.parse(before)[0]);
		await studio.pickTool('Select');
		await studio.tracks.getByRole('button', { name: 'Track 1', exact: true }).click();
	});

	for (const motion of ['Thrown', 'Bouncing', 'Pendulum', 'Spring', 'Walk', 'Handheld camera'])
		await test.step(motion, () =>
			undoes(async () => {
				await studio.button('Make a motion').click();
				await studio.choose('Motion', motion);
				await studio.button('Apply').click();
				await expect(studio.button('Apply')).toBeHidden();
			}),
		);
	const { points } = await track();
	expect(points[0]).toMatchObject({ x: expect.closeTo(line[0]!.x, 0) });
	expect(points.slice(1, -1).every(({ time }) => time !== undefined)).toBe(true);
	await expect(page.getByRole('slider', { name: 'Time key of point 2, Track 1' })).toBeVisible();
});

test('row 15: the command palette finds every command, ? lists the shortcuts', async ({
	servePage,
}) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	await studio.canvas.focus();
	await page.keyboard.press('Control+k');
	const search = page.getByRole('combobox', { name: 'Search for a command' });
	await expect(search).toBeFocused();
	await search.fill('topin');
	await expect(page.getByRole('option', { selected: true })).toContainText('Tool: Pin');
	await page.keyboard.press('Enter');
	await expect(search).toBeHidden();
	await expect(studio.button('Pin')).toHaveAttribute('aria-pressed', 'true');

	await page.keyboard.press('Control+k');
	await search.fill('light');
	await page.getByRole('option', { name: /Theme: Light/ }).click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');

	await page.keyboard.press('Control+k');
	await search.fill('servers');
	await page.keyboard.press('Enter');
	const connection = page.getByRole('dialog', { name: 'Connect to ComfyUI' });
	await expect(connection).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(connection).toBeHidden();

	await studio.canvas.focus();
	await page.keyboard.press('Shift+?');
	const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
	await expect(sheet).toContainText('Time key on or off');
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
});
