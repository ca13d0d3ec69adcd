import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, type Fixtures, test } from './support/fixtures.ts';
import {
	openStates,
	type Size,
	type StateName,
	stateNames,
	themes,
	wearTheme,
} from './support/openStates.ts';

const short: readonly StateName[] = ['empty', 'editing', 'palette', 'playing'];

/**
 * A badge bears its track's number, the preset button its value: their documented names say what they do. The detail of an
 * option is its description.
 */
const ownNames = /aria-label="(Colour of|Steps preset)|role="option"[^>]* aria-describedby/;

/** Menus and tooltips stand at the end of the body, so that nothing cuts them off: they belong to their button. */
const isFloating = (page: Page, selector: string) =>
	page
		.locator(selector)
		.first()
		.evaluate((part) => part.closest('[data-radix-popper-content-wrapper]') !== null);

/** What axe finds in these states in both themes, one line each: rule, what is wrong, where. */
async function findings(
	browser: Browser,
	start: Pick<Fixtures, 'startServe' | 'startStandin'>,
	view: { readonly names: readonly StateName[]; readonly size: Size },
): Promise<string[]> {
	const found: string[] = [];
	await openStates(browser, start, view, async (page, name) => {
		for (const theme of themes) {
			await wearTheme(page, theme);
			const { violations } = await new AxeBuilder({ page }).analyze();
			for (const { id, help, nodes } of violations)
				for (const { target, html, failureSummary } of nodes) {
					const selector = target.join(' ');
					if (id === 'label-content-name-mismatch' && ownNames.test(html)) continue;
					if (id === 'region' && (await isFloating(page, selector))) continue;
					const where = `${name}, ${theme}`;
					found.push(`${where}: ${id}: ${help}: ${selector}: ${html}: ${failureSummary}`);
				}
		}
	});
	return found;
}

test('row 15, axe finds nothing: the main states', async ({
	browser,
	startServe,
	startStandin,
}) => {
	test.setTimeout(600_000);
	const start = { startServe, startStandin };
	const view = { names: short, size: { width: 1440, height: 900 } };
	expect(await findings(browser, start, view)).toEqual([]);
});

for (const [device, width, height] of [
	['window', 1440, 900],
	['phone', 390, 844],
] as const)
	test(`row 15, axe finds nothing: every state, ${device} @long`, async ({
		browser,
		startServe,
		startStandin,
	}) => {
		test.setTimeout(1_800_000);
		const start = { startServe, startStandin };
		const view = { names: stateNames, size: { width, height } };
		expect(await findings(browser, start, view)).toEqual([]);
	});
