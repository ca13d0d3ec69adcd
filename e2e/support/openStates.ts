import { type Browser, expect, type Page } from '@playwright/test';
import type { RunningProcess } from './startProcess.ts';
import { studioPage } from './studioPage.ts';
import { type StateName, type StudioState, studioStates } from './studioStates.ts';
import { watchConsole } from './watchConsole.ts';

export type { StateName };

export const stateNames = Object.keys(studioStates) as readonly StateName[];

export interface StateView {
	readonly names: readonly StateName[];
	readonly theme: 'dark' | 'light';
	readonly width: number;
	readonly height: number;
}

type Start = (...args: string[]) => Promise<RunningProcess>;

/**
 * Brings a fresh page into each of these states and hands it over; those that the size does not have are left out.
 * Each has a browser's storage of its own. Nothing moves by itself but videos.
 */
export async function openStates(
	browser: Browser,
	{ startServe, startStandin }: { readonly startServe: Start; readonly startStandin: Start },
	{ names, theme, width, height }: StateView,
	look: (page: Page, name: StateName) => Promise<void>,
): Promise<void> {
	const alone = await startServe();
	for (const name of names) {
		const state: StudioState = studioStates[name];
		const isPhone = width < 768;
		if (state.onlyWide && isPhone) continue;
		// A stand-in of its own, so that no run of another state is in its queue.
		const serve = state.needsServer
			? await startServe('--comfyui', (await startStandin('--step-ms', '700')).url)
			: alone;
		const context = await browser.newContext({
			viewport: { width, height },
			colorScheme: theme,
			reducedMotion: 'reduce',
			locale: 'en-US',
			hasTouch: isPhone,
		});
		try {
			const watch = await watchConsole(context);
			const page = await context.newPage();
			await page.goto(`${serve.url}/`);
			const studio = studioPage(page);
			await studio.ready();
			await expect(studio.tracks).toBeVisible();
			await state.reach(page, studio);
			await look(page, name);
			expect(watch.problems, `console in the state ${name}`).toEqual([]);
			watch.close();
		} finally {
			await context.close();
		}
	}
}
