import type { Page } from '@playwright/test';
import { buildExtension, editorOf, uploadPicture, watchImports } from './support/comfyPage.ts';
import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

/*
 * The editor inside ComfyUI. `e2e/host` is the part of ComfyUI's page that the extension uses, served by the stand-in under the
 * policy of `--disable-api-nodes`; extensionReal.e2e.ts does the same in ComfyUI's real page.
 */

let extension: Awaited<ReturnType<typeof buildExtension>>;
test.beforeAll(async () => {
	extension = await buildExtension();
});
test.afterAll(() => extension.remove());

const tracks = '[[{"x":393,"y":126},{"x":380,"y":140},{"x":360,"y":160}]]';

/** A node of the page: the values of its widgets, its links, what is kept with it; and how many steps can be undone. */
const nodeOf = (page: Page, id: number) =>
	page.evaluate((wanted) => {
		const { app } = window as unknown as {
			app: {
				graph: {
					getNodeById(id: number): {
						widgets: { name: string; value: unknown }[];
						inputs: { name: string; link: number | null }[];
						properties: Record<string, unknown>;
					};
				};
				extensionManager: {
					workflow: { activeWorkflow: { changeTracker: { undoQueue: unknown[] } } };
				};
			};
		};
		const node = app.graph.getNodeById(wanted);
		return {
			values: Object.fromEntries(node.widgets.map(({ name, value }) => [name, value])),
			links: Object.fromEntries(node.inputs.map(({ name, link }) => [name, link])),
			kept: node.properties.wanAtiStudio,
			steps: app.extensionManager.workflow.activeWorkflow.changeTracker.undoQueue.length,
		};
	}, id);

const drawFor = async (page: Page, id: number) => {
	await page
		.getByRole('region', { name: `Node ${id}` })
		.getByRole('button', { name: 'Draw tracks' })
		.click();
	return editorOf(page);
};

test('a button on the node opens it in the editor, and what is drawn is written back', async ({
	page,
	startStandin,
}) => {
	const standin = await startStandin(
		...['--front-end', 'e2e/host', '--custom-node', extension.folder, '--disable-api-nodes'],
	);
	await uploadPicture(standin.url, 'alley.webp', 'shots');
	const imports = watchImports(page);
	await page.goto(`${standin.url}/`);
	const editor = await drawFor(page, 10);
	await expect(editor.banner).toContainText('Drawing for node 10 of the workflow');
	const opened = await editor.document();
	expect(opened.frame).toMatchObject({ width: 720, height: 480, length: 49 });
	expect(opened.shot).toMatchObject({ topk: 10, prompt: 'Bunting sways over the alley.' });
	expect(opened.image).toMatchObject({ name: 'alley.webp', width: 720, height: 1248 });
	expect(opened.tracks).toHaveLength(1);

	await test.step('unchanged it goes back to the last character', async () => {
		await editor.use();
		expect(await nodeOf(page, 10)).toMatchObject({ values: { tracks }, steps: 0 });
	});
	await test.step('drawn, it is what is exported, as one step of the page', async () => {
		const again = await drawFor(page, 10);
		await again.draw();
		const exported = await again.exported();
		await again.use();
		const { values, steps, kept } = await nodeOf(page, 10);
		expect(values.tracks).toBe(exported);
		expect(values).toMatchObject({ width: 720, height: 480, length: 49, topk: 10 });
		expect(steps).toBe(1);
		expect(kept).toBeDefined();
	});
	await test.step('it is edited again with the points it was drawn with, and undo begins anew', async () => {
		const again = await drawFor(page, 10);
		expect((await again.document()).tracks[1]!.points).toHaveLength(2);
		await expect(again.inside.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
		await again.draw();
		// One step a point.
		const undo = again.inside.getByRole('button', { name: 'Undo', exact: true });
		await undo.click();
		await undo.click();
		await expect(undo).toBeDisabled();
		expect((await again.document()).tracks).toHaveLength(2);
		await again.cancel();
		expect((await nodeOf(page, 10)).steps).toBe(1);
	});
	// The page itself imports the one script, never a chunk of the app.
	expect(imports).toEqual(['wanAtiStudio.js']);
});

test('through a reroute the tracks are written where they come from, with a new length', async ({
	page,
	startStandin,
}) => {
	const standin = await startStandin(
		...['--front-end', 'e2e/host', '--custom-node', extension.folder],
	);
	await page.goto(`${standin.url}/`);
	const editor = await drawFor(page, 11);
	await expect(editor.banner).toContainText('No start image is connected');
	expect((await editor.document()).image).toMatchObject({ width: 720, height: 480 });
	await editor.draw();
	await editor.frame.evaluate(() =>
		window.wanAti!.dispatch({ type: 'frame/set', patch: { length: 81 } }),
	);
	await expect(editor.banner).toContainText('Using these also sets the node’s length to 81');
	const exported = await editor.exported();
	await editor.use();
	expect((await nodeOf(page, 3)).values.value).toBe(exported);
	expect((await nodeOf(page, 11)).values).toMatchObject({ tracks: '[]', length: 81 });
});

test('what other nodes work out is told, and only the tracks’ link is taken away', async ({
	page,
	startStandin,
}) => {
	const standin = await startStandin(
		...['--front-end', 'e2e/host', '--custom-node', extension.folder],
	);
	await page.goto(`${standin.url}/`);
	const editor = await drawFor(page, 12);
	await expect(editor.banner).toContainText('using these takes that link away');
	await expect(editor.banner).toContainText('alley.webp cannot be read');
	await editor.draw();
	await editor.frame.evaluate(() =>
		window.wanAti!.dispatch({ type: 'frame/set', patch: { width: 640 } }),
	);
	await expect(editor.banner).toContainText(
		'Other nodes set the width of this node, and that stays',
	);
	const exported = await editor.exported();
	await editor.use();
	const { values, links } = await nodeOf(page, 12);
	expect(values).toMatchObject({ tracks: exported, width: 720 });
	expect(links).toMatchObject({ tracks: null, width: expect.any(Number) });
});

test('nobody else writes into the node, and a node that went is told', async ({
	page,
	startStandin,
}) => {
	const standin = await startStandin(
		...['--front-end', 'e2e/host', '--custom-node', extension.folder],
	);
	await page.goto(`${standin.url}/`);
	const editor = await drawFor(page, 10);
	const forged = { protocol: 'wan-ati-studio/1', kind: 'use', tracks: '[]', numbers: {} };
	// From the page itself, from a frame beside, and from the editor in another form.
	await page.evaluate((message) => {
		window.postMessage(message, '*');
		const other = document.createElement('iframe');
		document.body.append(other);
		const script = `parent.postMessage(${JSON.stringify(message)}, '*')`;
		(other.contentWindow as unknown as { eval(code: string): void }).eval(script);
	}, forged);
	await editor.frame.evaluate(() =>
		window.parent.postMessage({ protocol: 'wan-ati-studio/1', kind: 'use', tracks: 7 }, '*'),
	);
	// Nor is the editor told what to draw by anyone but the page around it.
	await editor.frame.evaluate(
		(message) => window.postMessage({ ...message, kind: 'used' }, '*'),
		forged,
	);
	await editor.draw();
	expect((await nodeOf(page, 10)).values.tracks).toBe(tracks);
	await page.evaluate(() =>
		(window as unknown as { app: { removeNode(id: number): void } }).app.removeNode(10),
	);
	await editor.banner.getByRole('button', { name: 'Use these tracks' }).click();
	await expect(editor.inside.getByText('The tracks are not in the workflow')).toBeVisible();
	await editor.cancel();
});

test('from the menu the whole app opens, with this ComfyUI as its engine, and plays under its policy', async ({
	page,
	context,
	startStandin,
}) => {
	const standin = await startStandin(
		...['--front-end', 'e2e/host', '--custom-node', extension.folder, '--disable-api-nodes'],
	);
	await page.goto(`${standin.url}/`);
	const [opened] = await Promise.all([
		context.waitForEvent('page'),
		page.getByRole('button', { name: 'Open Wan ATI Studio' }).click(),
	]);
	const studio = studioPage(opened);
	await studio.ready();
	await expect(studio.engine).toHaveText(/ComfyUI/);
	await expect(opened.getByRole('region', { name: 'Workflow node' })).toHaveCount(0);
	// Small, since it is rendered twice.
	await opened.evaluate(() =>
		window.wanAti!.dispatch({
			type: 'frame/set',
			patch: { width: 416, height: 240, length: 17 },
		}),
	);
	for (const engine of ['comfy', 'draft']) {
		if (engine === 'draft') await studio.choose('Engine', 'Draft');
		await studio.button('Generate').click();
		await studio.waitFor('done');
		await expect(studio.newest).toHaveAttribute('data-engine', engine);
		await expect(studio.video).toHaveAttribute('src', /\/view\?filename=.*type=temp/);
		await expect
			.poll(() => studio.video.evaluate((video: HTMLVideoElement) => video.readyState))
			.toBeGreaterThan(1);
	}
});
