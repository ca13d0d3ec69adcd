import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { devPassThrough } from './scripts/devPassThrough.ts';
import { plainKonva } from './scripts/plainKonva.ts';
import { noncePlaceholder } from './src/serve/pageHeaders.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

// .mjs, not .js: ComfyUI's own page imports every .js below a custom node's WEB_DIRECTORY.
const names = {
	entryFileNames: 'assets/[name]-[hash].mjs',
	chunkFileNames: 'assets/[name]-[hash].mjs',
	assetFileNames: 'assets/[name]-[hash][extname]',
};

// What the page asks for at once is one file: sixty small ones, shared with parts that travel later, were 16 KiB more.
const firstVisit = { name: 'first', tags: ['$initial' as const] };

export default defineConfig(({ command }) => ({
	// Relative, so that the built app runs behind `serve`, below /extensions/NAME/ and as --front-end-root.
	base: './',
	plugins: [react(), devPassThrough(version), plainKonva()],
	// `serve` puts a fresh value here at each answer; see src/serve/pageHeaders.ts.
	html: command === 'build' ? { cspNonce: noncePlaceholder } : {},
	server: { host: '127.0.0.1', port: 5173 },
	worker: { format: 'es', rolldownOptions: { output: names } },
	build: {
		outDir: 'dist/app',
		target: 'es2023',
		emptyOutDir: true,
		// Inlined as data: URLs fonts would be refused by our own policy.
		assetsInlineLimit: 0,
		// An inline script, which the policy refuses; every browser we support preloads modules itself.
		modulePreload: { polyfill: false },
		reportCompressedSize: false,
		// What loads before the canvas is measured by `npm run bench`.
		chunkSizeWarningLimit: 1000,
		rolldownOptions: { output: { ...names, codeSplitting: { groups: [firstVisit] } } },
	},
}));
