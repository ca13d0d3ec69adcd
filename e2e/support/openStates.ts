import { type Browser, expect, type Page } from '@playwright/test';
import type { RunningProcess } from './startProcess.ts';
import { studioPage } from './studioPage.ts';
import { type StateName, type StudioState, studioStates } from './studioStates.ts';
import { watchConsole } from './watchConsole.ts';

export type { StateName };

export const stateNames = Object.keys(studioStates) as readonly StateName[];

export type Theme = 'dark' | 'light';
export const themes: readonly Theme[] = ['dark', 'light'];

export interface Size {
	readonly width: number;
	readonly height: number;
}

type Start = (...args: string[]) => Promise<RunningProcess>;

/**
 * Brings a fresh page into each of these states and hands it over; states that the size does not have are left out.
 * Each has servers and a browser's storage of its own. Nothing moves by itself but runs.
 */
export async function openStates(
	browser: Browser,
	{ startServe, startStandin }: { readonly startServe: Start; readonly startStandin: Start },
	{ names, size }: { readonly names: readonly StateName[]; readonly size: Size },
	look: (page: Page, name: StateName) => Promise<void>,
): Promise<void> {
	const isPhone = size.width < 768;
	for (const name of names) {
		const state: StudioState = studioStates[name];
		if (state.onlyWide && isPhone) continue;
		// Of its own, so that no run of another state is in its queue.
		const standin = state.needsServer && (await startStandin('--step-ms', '1500'));
		const serve = await startServe(...(standin ? ['--comfyui', standin.url] : []));
		const context = await browser.newContext({
			viewport: size,
			reducedMotion: 'reduce',
			locale: 'en-US',
			hasTouch: isPhone,
		});
		const watch = await watchConsole(context);
		try {
			const page = await context.newPage();
			await page.goto(`${serve.url}/`);
			const studio = studioPage(page);
			await studio.ready();
			await studio.tracks.waitFor();
			await state.reach(page, studio);
			await look(page, name);
			expect(watch.problems, `console in the state ${name}`).toEqual([]);
		} finally {
			watch.close();
			await context.close();
			await serve.stop();
			if (standin) await standin.stop();
		}
	}
}

/** The theme is the system's, so it can change while a page is open. */
export const wearTheme = (page: Page, theme: Theme) => page.emulateMedia({ colorScheme: theme });
