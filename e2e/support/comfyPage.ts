import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Frame, type Page } from '@playwright/test';
import type {} from '../../src/app/automation/wanAti.ts';

const root = resolve(import.meta.dirname, '../..');

/** The folder for custom_nodes, made of the app as it is built; the caller removes it. */
export async function buildExtension(): Promise<{
	readonly folder: string;
	remove(): Promise<void>;
}> {
	const parent = await mkdtemp(join(tmpdir(), 'wan-ati-extension-'));
	const folder = join(parent, 'wan-ati-studio');
	const script = ['scripts/buildComfyui.mjs', '--as-built', '--out', folder];
	await promisify(execFile)(process.execPath, script, { cwd: root });
	return { folder, remove: () => rm(parent, { recursive: true, force: true }) };
}

/** Puts the picture of a starter shot among the inputs of a ComfyUI. */
export async function uploadPicture(url: string, name: string, subfolder = ''): Promise<void> {
	const form = new FormData();
	const bytes = await readFile(join(root, 'public/examples/alley.webp'));
	form.set('image', new Blob([bytes], { type: 'image/webp' }), name);
	form.set('subfolder', subfolder);
	const answer = await fetch(`${url}/upload/image`, { method: 'POST', body: form });
	expect(answer.ok).toBe(true);
}

/** What ComfyUI's page fetched of the extension for itself, not for the editor's frame. */
export function watchImports(page: Page): readonly string[] {
	const paths: string[] = [];
	page.on('request', (request) => {
		const [, path] = request.url().split('/extensions/wan-ati-studio/');
		if (path !== undefined && request.frame() === page.mainFrame()) paths.push(path);
	});
	return paths;
}

/** The editor in the dialog of ComfyUI's page, once its shot is open. */
export async function editorOf(page: Page) {
	const dialog = page.getByRole('dialog', { name: 'Wan ATI Studio' });
	const inside = dialog.frameLocator('iframe');
	const banner = inside.getByRole('region', { name: 'Workflow node' });
	await expect(banner).toBeVisible();
	const frame = page.frames().find((each) => each.url().includes('comfyui-node')) as Frame;
	await frame.waitForFunction(() => window.wanAti !== undefined);
	const canvas = inside.getByRole('application', { name: 'Canvas' });
	await expect(canvas).toBeVisible();
	return {
		frame,
		inside,
		banner,
		document: () => frame.evaluate(() => window.wanAti!.getDocument()),
		exported: () => frame.evaluate(() => window.wanAti!.exportTracks()),
		/** With the pen, between two places of the canvas, from its middle, CSS pixels. */
		async draw() {
			const lastTrack = () =>
				frame.evaluate(() => {
					const { tracks } = window.wanAti!.getDocument();
					return [tracks.length, tracks.at(-1)?.points.length];
				});
			const [count = 0] = await lastTrack();
			await inside.getByRole('button', { name: 'Pen', exact: true }).click();
			const box = (await canvas.boundingBox())!;
			const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
			await page.mouse.click(x - 60, y + 40);
			await page.mouse.click(x + 40, y + 20);
			await page.keyboard.press('Enter');
			await expect.poll(lastTrack).toEqual([count + 1, 2]);
		},
		async use() {
			await banner.getByRole('button', { name: 'Use these tracks' }).click();
			await expect(dialog).toHaveCount(0);
		},
		async cancel() {
			await banner.getByRole('button', { name: 'Cancel' }).click();
			await expect(dialog).toHaveCount(0);
		},
	};
}
