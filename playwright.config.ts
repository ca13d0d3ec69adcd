import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/findChromium.mjs';

const executablePath = findChromium();

// Flows start their own servers on free ports (e2e/support), so no webServer here.
export default defineConfig({
	testDir: 'e2e',
	testMatch: '**/*.e2e.ts',
	outputDir: 'test-results',
	// A test that passes at the second try is a bug seen once.
	retries: 0,
	workers: 2,
	forbidOnly: process.env.CI !== undefined,
	// Generous: an assertion may not depend on speed, and a draft is rendered on two shared cores.
	timeout: 180_000,
	// Tests tagged @long (touch, pen, all sizes, themes) are for `npm run test:long browser`.
	...(process.env.LONG === undefined ? { grepInvert: /@long/ } : {}),
	expect: { timeout: 60_000 },
	reporter: [['list']],
	use: {
		locale: 'en-US',
		viewport: { width: 1440, height: 900 },
		trace: 'retain-on-failure',
		screenshot: 'only-on-failure',
		launchOptions: {
			args: chromiumArgs,
			...(executablePath === undefined ? {} : { executablePath }),
		},
	},
	projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
});
