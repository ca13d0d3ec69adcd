import type { Locator, Page } from '@playwright/test';
import { type StudioPage, studioPage } from './studioPage.ts';

/** A state of the app that is looked at: by axe, as a kept picture, and in docs/screens. */
export interface StudioState {
	/** Without its own ComfyUI the state cannot be reached. */
	readonly needsServer?: boolean;
	/** Not there on a phone. */
	readonly onlyWide?: boolean;
	/** From a fresh page with the sample open; returns when the state can be seen. */
	reach(page: Page, studio: StudioPage): Promise<unknown>;
}

/** A busy machine may take long. */
const shown = (part: Locator) => part.first().waitFor({ timeout: 60_000 });

/** Below 768 px the panels are tabs and some buttons of the header lines of its menu. */
const isPhone = (page: Page) => (page.viewportSize()?.width ?? 1440) < 768;

async function showPanel(page: Page, name: string): Promise<void> {
	if (!isPhone(page)) return;
	const tabs = page.getByRole('navigation', { name: 'Panels' });
	await tabs.getByRole('button', { name }).click();
}

const openMenu = (studio: StudioPage) => studio.button('Shot menu').click();

async function choose(page: Page, item: string): Promise<void> {
	await openMenu(studioPage(page));
	await page.getByRole('menuitem', { name: item, exact: true }).click();
}

const dialog = (item: string, name: string | RegExp = item): StudioState => ({
	async reach(page) {
		await choose(page, item);
		await shown(page.getByRole('dialog', { name }));
	},
});

const tool = (name: string): StudioState => ({
	async reach(page, studio) {
		await studio.pickTool(name);
		// The tooltip of its button lies over what is looked at.
		await page.mouse.move(700, 2);
	},
});

const track = (studio: StudioPage) =>
	studio.tracks.getByRole('button', { name: 'Red balloon', exact: true });

async function chooseComfy(page: Page, studio: StudioPage): Promise<void> {
	await showPanel(page, 'Shot');
	await studio.choose('Engine', 'ComfyUI');
}

async function runDraft(page: Page, studio: StudioPage): Promise<void> {
	await studio.button('Generate').click();
	await showPanel(page, 'Results');
	await studio.waitFor('done');
	await shown(studio.video);
	// In the middle of the clip, whether it plays by itself or not.
	await studio.video.evaluate(async (video: HTMLVideoElement) => {
		video.pause();
		const there = new Promise((seen) => video.addEventListener('seeked', seen, { once: true }));
		video.currentTime = 40.25 / 16;
		await there;
	});
	await shown(page.getByText('frame 41 of 81'));
}

/** All states, by the name that pictures of them carry. */
export const studioStates = {
	empty: {
		async reach(page) {
			await choose(page, 'New shot');
			await shown(page.getByText('Draw how a picture moves'));
		},
	},
	editing: {
		async reach(page, studio) {
			await track(studio).click();
			await studio.canvas.focus();
			for (let second = 0; second < 2; second++) await page.keyboard.press('Shift+.');
		},
	},
	'tool-select': tool('Select'),
	'tool-pen': tool('Pen'),
	'tool-freehand': tool('Freehand'),
	'tool-line': tool('Line'),
	'tool-shapes': tool('Shapes'),
	'tool-pin': tool('Pin'),
	'tool-hand': tool('Hand'),
	'tool-zoom': tool('Zoom'),
	'shot-panel': {
		async reach(page) {
			await showPanel(page, 'Shot');
			await shown(page.getByRole('textbox', { name: 'Prompt', exact: true }));
		},
	},
	'checks-panel': {
		async reach(page) {
			await page.evaluate(() =>
				window.wanAti!.dispatch({ type: 'frame/set', patch: { length: 121 } }),
			);
			await showPanel(page, 'Checks');
			await shown(page.getByRole('list', { name: 'Checks' }).getByRole('listitem').first());
		},
	},
	camera: {
		async reach(page) {
			const row = page.getByRole('list', { name: 'Camera' });
			await row.getByRole('button', { name: 'Camera', exact: true }).click();
			await showPanel(page, 'Shot');
			const panel = page.getByRole('region', { name: 'Camera' });
			await panel.getByRole('button', { name: 'Push in' }).click();
			await shown(panel.getByRole('textbox', { name: 'Zoom' }));
		},
	},
	timing: {
		async reach(page, studio) {
			await track(studio).click();
			await showPanel(page, 'Shot');
			await studio.choose('Easing', 'Bounce');
		},
	},
	'context-menu': {
		async reach(page, studio) {
			await track(studio).click({ button: 'right' });
			await shown(page.getByRole('menu'));
		},
	},
	'shot-menu': {
		async reach(page, studio) {
			await openMenu(studio);
			await shown(page.getByRole('menu'));
		},
	},
	'settings-menu': {
		onlyWide: true,
		async reach(page, studio) {
			await studio.button('Settings').click();
			await shown(page.getByRole('menu'));
		},
	},
	'frame-settings': {
		onlyWide: true,
		async reach(page) {
			await page.getByRole('button', { name: /^Frame settings/ }).click();
			await shown(page.getByRole('dialog'));
		},
	},
	history: {
		onlyWide: true,
		async reach(page, studio) {
			await page.evaluate(() =>
				window.wanAti!.dispatch({ type: 'shot/set', patch: { steps: 21 } }),
			);
			await studio.button('History').click();
			await shown(page.getByRole('dialog'));
		},
	},
	palette: {
		async reach(page, studio) {
			await studio.canvas.focus();
			await page.keyboard.press('Control+k');
			await shown(page.getByRole('dialog', { name: 'Commands' }));
		},
	},
	shortcuts: {
		async reach(page, studio) {
			await studio.canvas.focus();
			await page.keyboard.press('Shift+?');
			await shown(page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
		},
	},
	projects: {
		async reach(page) {
			await choose(page, 'Projects');
			await shown(page.getByRole('dialog', { name: 'Projects' }).locator('img'));
		},
	},
	starters: dialog('Starter shots'),
	share: dialog('Share'),
	'export-as': dialog('Export as…', /./),
	'list-in-dialog': {
		async reach(page) {
			await choose(page, 'Export as…');
			await page.getByRole('combobox', { name: 'Format' }).click();
			await shown(page.getByRole('option'));
		},
	},
	'export-motion': dialog('Export motion…', /./),
	workflows: dialog('Workflows', /./),
	explain: dialog('What ComfyUI will get'),
	connect: {
		needsServer: true,
		async reach(page, studio) {
			if (isPhone(page)) await choose(page, 'ComfyUI connection');
			else await studio.button('ComfyUI connection').click();
			await shown(page.getByRole('dialog'));
			await shown(page.getByText(/answered in/));
		},
	},
	comfy: { needsServer: true, reach: chooseComfy },
	generating: {
		needsServer: true,
		async reach(page, studio) {
			await chooseComfy(page, studio);
			await studio.button('Generate').click();
			await shown(
				page
					.getByRole('region', { name: /^Run/ })
					.getByText(/step ([5-9]|1\d) of 20/)
					.first(),
			);
		},
	},
	queue: {
		needsServer: true,
		async reach(page, studio) {
			await chooseComfy(page, studio);
			for (let i = 0; i < 2; i++) await studio.button('Generate').click();
			await showPanel(page, 'Checks');
			await studio.button('Queue').click();
			await shown(page.getByRole('list', { name: 'On the server' }));
		},
	},
	playing: { reach: runDraft },
	gallery: {
		async reach(page, studio) {
			await runDraft(page, studio);
			await choose(page, 'Gallery');
			const dialog = page.getByRole('dialog', { name: 'Gallery' });
			await dialog.getByRole('option').first().press('Home');
			await dialog.getByRole('option').first().press('3');
			// Its video is in place of the start image.
			await shown(dialog.locator('video'));
		},
	},
	'run-log': {
		needsServer: true,
		async reach(page, studio) {
			await chooseComfy(page, studio);
			await studio.button('Generate').click();
			await studio.button('Run log').click();
			await shown(page.getByRole('dialog'));
		},
	},
	failed: {
		needsServer: true,
		async reach(page, studio) {
			await chooseComfy(page, studio);
			await page.evaluate(() =>
				window.wanAti!.dispatch({ type: 'shot/set', patch: { sampler: 'made_up' } }),
			);
			await studio.button('Generate').click();
			await studio.waitFor('failed');
		},
	},
	error: {
		async reach(page, studio) {
			await studio.offerFile({
				name: 'notes.pdf',
				mimeType: 'application/pdf',
				buffer: Buffer.from('%PDF-1.7'),
			});
			await page.evaluate(() =>
				window.wanAti!.dispatch({ type: 'frame/set', patch: { length: 121 } }),
			);
			await shown(page.getByRole('alert'));
			await showPanel(page, 'Checks');
		},
	},
} as const satisfies Readonly<Record<string, StudioState>>;

export type StateName = keyof typeof studioStates;
