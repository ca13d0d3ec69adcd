import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type {} from '../../src/app/automation/wanAti.ts';

export interface ImageXY {
	readonly x: number;
	readonly y: number;
}

/** Until the picture of this name is open with nothing on it: the sample that is open at first has tracks. */
export const openedEmpty = (page: Page, name: string) =>
	page.waitForFunction((file) => {
		const shot = window.wanAti?.getDocument();
		return shot?.image?.name === file && shot.tracks.length === 0;
	}, name);

/** What a person does in the app, by role and label. Points are image pixels. */
export function studioPage(page: Page) {
	const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
	const screen = (point: ImageXY) => page.evaluate((p) => window.wanAti!.imageToScreen(p), point);
	const results = page.getByRole('list', { name: 'Results' });
	const studio = {
		button,
		screen,
		video: page.getByRole('region', { name: /^Player/ }).locator('video'),
		canvas: page.getByRole('application', { name: 'Canvas' }),
		tracks: page.getByRole('list', { name: 'Tracks' }),
		results,
		newest: results.getByRole('listitem').last(),
		engine: page.getByRole('combobox', { name: 'Engine' }),

		/** Begins a new shot with the picture at this path; returns when it is open. */
		async openImage(path: string) {
			await studio.offerFile(path);
			await openedEmpty(page, basename(path));
		},
		/** Gives the app a file that it may well refuse. */
		async offerFile(file: string | { name: string; mimeType: string; buffer: Buffer }) {
			await studio.ready();
			await page.getByLabel('Start image', { exact: true }).setInputFiles(file);
		},
		async pickTool(name: string) {
			await button(name).click();
			await expect(button(name)).toHaveAttribute('aria-pressed', 'true');
		},
		async clickAt(point: ImageXY) {
			const { x, y } = await screen(point);
			await page.mouse.click(x, y);
		},
		async drag(points: readonly ImageXY[]) {
			const [first, ...rest] = await Promise.all(points.map(screen));
			await page.mouse.move(first!.x, first!.y);
			await page.mouse.down();
			for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 4 });
			await page.mouse.up();
		},
		async drawWithPen(points: readonly ImageXY[]) {
			await studio.pickTool('Pen');
			for (const point of points) await studio.clickAt(point);
			await page.keyboard.press('Enter');
		},
		async choose(box: string, option: string) {
			await page.getByRole('combobox', { name: box, exact: true }).click();
			await page.getByRole('option', { name: option }).click();
		},
		async waitFor(state: string) {
			await expect(studio.newest).toHaveAttribute('data-state', state, { timeout: 120_000 });
		},
		async exportedTracks(): Promise<string> {
			await studio.ready();
			return page.evaluate(() => window.wanAti!.exportTracks());
		},
		/** Until the app has opened its shot. */
		async ready() {
			await page.waitForFunction(() => window.wanAti !== undefined);
		},
		async download(name: string): Promise<Buffer> {
			const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
			return readFile(await download.path());
		},
	};
	return studio;
}

export type StudioPage = ReturnType<typeof studioPage>;
