import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './scripts/findChromium.mjs';

const executablePath = findChromium();
const ignored = ['**/node_modules/**', 'dist/**', '.tsc/**', 'bench/peers/**'];

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.{ts,tsx}', '*.test.ts', 'scripts/**/*.test.ts'],
					exclude: ['**/*.browser.test.*', ...ignored],
					setupFiles: ['scripts/fastCheckSetup.ts'],
					// Generous: an assertion may not depend on speed, and CI has two shared cores.
					testTimeout: process.env.FC_RUNS === undefined ? 60_000 : 900_000,
					hookTimeout: 60_000,
				},
			},
			{
				// The stand-in and, with COMFYUI_URL, a real ComfyUI: the same tests.
				test: {
					name: 'contract',
					environment: 'node',
					include: ['e2e/contract/**/*.test.ts'],
					exclude: ignored,
					testTimeout: 120_000,
					hookTimeout: 120_000,
					// One server: its queue is everybody's.
					fileParallelism: false,
				},
			},
			{
				plugins: [react()],
				// Found up front: a dependency discovered while a test runs reloads the page under it.
				optimizeDeps: {
					entries: ['src/**/*.browser.test.{ts,tsx}'],
				},
				test: {
					name: 'browser',
					include: ['src/**/*.browser.test.{ts,tsx}'],
					exclude: ignored,
					testTimeout: 120_000,
					hookTimeout: 120_000,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								args: chromiumArgs,
								...(executablePath === undefined ? {} : { executablePath }),
							},
						}),
						instances: [{ browser: 'chromium' }],
					},
				},
			},
		],
	},
});
