import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { buildExtension, editorOf, uploadPicture, watchImports } from './support/comfyPage.ts';
import { expect, test } from './support/fixtures.ts';

/*
 * The extension in ComfyUI's real page: COMFYUI_FRONTEND names a folder with it, `static` of the package comfyui-frontend-package,
 * which the stand-in serves; or COMFYUI_WITH_EXTENSION the address of a ComfyUI in whose custom_nodes the built folder lies.
 */
const frontEnd = process.env.COMFYUI_FRONTEND;
const running = process.env.COMFYUI_WITH_EXTENSION;

interface Widget {
	readonly name: string;
	value: unknown;
	/** Where it was drawn last. */
	readonly last_y: number;
}

interface Node {
	readonly id: number;
	readonly type: string;
	pos: [number, number];
	readonly size: readonly [number, number];
	readonly widgets: readonly Widget[];
	readonly widgets_values?: unknown[];
}

interface App {
	readonly graph: { readonly _nodes: readonly Node[]; getNodeById(id: number): Node };
	readonly canvas: {
		readonly canvas: HTMLCanvasElement;
		readonly ds: { offset: [number, number]; scale: number };
		selectNode(node: Node): void;
		setDirty(foreground: boolean, background: boolean): void;
	};
	loadGraphData(workflow: unknown): Promise<unknown>;
}

declare global {
	interface Window {
		comfyAPI?: { readonly app: { readonly app: App } };
	}
}

/** WanTrackToVideo and the text that its tracks are in, of the official template. */
const trackNode = 248;
const textNode = 247;

test.describe('in the real page', () => {
	test.skip(!frontEnd && !running, 'COMFYUI_FRONTEND names no folder');

	let extension: Awaited<ReturnType<typeof buildExtension>>;
	test.beforeAll(async () => {
		extension = await buildExtension();
	});
	test.afterAll(() => extension.remove());

	test('a menu entry, a button on the node, and the tracks written back as one step', async ({
		page,
		context,
		startStandin,
		consoleWatch,
	}) => {
		// What that page asks of the stand-in, or of hosts that are not reached, in vain.
		consoleWatch.allow(/Failed to load resource|core workflow templates|api\.comfy\.org/);
		// And what it throws in code of its own.
		consoleWatch.allow(/^uncaught(?![\s\S]*extensions\/wan-ati-studio)/);
		const url =
			running ??
			(
				await startStandin(
					...['--front-end', frontEnd!, '--custom-node', extension.folder, '--disable-api-nodes'],
				)
			).url;
		const name = `wan-ati-extension-${Date.now()}.webp`;
		await uploadPicture(url, name);
		const settings = { 'Comfy.TutorialCompleted': true, 'Comfy.UseNewMenu': 'Top' };
		await fetch(`${url}/api/settings`, { method: 'POST', body: JSON.stringify(settings) });
		const imports = watchImports(page);
		await page.goto(`${url}/`);
		await openTemplate(page, name);

		const before = await textOf(page);
		await pressWidget(page, 'Draw tracks');
		const editor = await editorOf(page);
		const opened = await editor.document();
		expect(opened.frame).toMatchObject({ width: 720, height: 480, length: 81 });
		expect(opened.image).toMatchObject({ name });
		await editor.draw();
		const exported = await editor.exported();
		await editor.use();
		expect(await textOf(page)).toBe(exported);

		await page.mouse.click(700, 700);
		await page.keyboard.press('Control+z');
		await expect.poll(() => textOf(page)).toBe(before);
		expect(imports).toEqual(['wanAtiStudio.js']);

		await menuButton(page).click();
		await page.getByText('Wan ATI Studio', { exact: true }).first().hover();
		const [studio] = await Promise.all([
			context.waitForEvent('page'),
			page.getByText('Open Wan ATI Studio', { exact: true }).click(),
		]);
		await expect(studio.getByRole('application', { name: 'Canvas' })).toBeVisible();
		await expect(studio.getByRole('combobox', { name: 'Engine' })).toHaveText(/ComfyUI/);
	});
});

/** Loads the template with its nodes side by side and the node of the tracks in sight. */
async function openTemplate(page: Page, picture: string): Promise<void> {
	await page.waitForFunction(() => window.comfyAPI?.app.app.graph !== undefined);
	// The page opens a workflow of its own when it has started; what comes before is lost.
	await expect(menuButton(page)).toBeVisible();
	const file = new URL('../src/standin/fixtures/video_wan_ati.json', import.meta.url);
	const workflow = JSON.parse(await readFile(file, 'utf8')) as { nodes: Node[] };
	for (const node of workflow.nodes)
		if (node.type === 'LoadImage') node.widgets_values![0] = picture;
	for (const [n, node] of workflow.nodes.entries())
		node.pos = [(n % 5) * 320, Math.floor(n / 5) * 440];
	await expect(async () => {
		await page.evaluate((json) => window.comfyAPI!.app.app.loadGraphData(json), workflow);
		await page.evaluate((id) => {
			const { canvas, graph } = window.comfyAPI!.app.app;
			const node = graph.getNodeById(id);
			canvas.ds.scale = 1;
			canvas.ds.offset = [400 - node.pos[0], 200 - node.pos[1]];
			canvas.selectNode(node);
			canvas.setDirty(true, true);
		}, trackNode);
	}).toPass();
}

/** The logo that the page's menus hang from. Newer pages name it. */
const menuButton = (page: Page) =>
	page
		.getByRole('button', { name: 'Menu', exact: true })
		.or(page.locator('.comfyui-logo-wrapper'))
		.first();

const textOf = (page: Page) =>
	page.evaluate(
		(id) => String(window.comfyAPI!.app.app.graph.getNodeById(id).widgets[0]!.value),
		textNode,
	);

/** Presses where the page has painted a widget of the node. */
async function pressWidget(page: Page, name: string): Promise<void> {
	const place = () =>
		page.evaluate(
			([id, wanted]) => {
				const { canvas, graph } = window.comfyAPI!.app.app;
				const node = graph.getNodeById(id as number);
				const y = node.widgets.find((widget) => widget.name === wanted)?.last_y;
				if (y === undefined) return undefined;
				const { left, top } = canvas.canvas.getBoundingClientRect();
				const [dx, dy] = canvas.ds.offset;
				return {
					x: left + dx + node.pos[0] + node.size[0] / 2,
					y: top + dy + node.pos[1] + y + 10,
				};
			},
			[trackNode, name] as const,
		);
	await expect.poll(place).toBeDefined();
	const { x, y } = (await place())!;
	await page.mouse.click(x, y);
}
