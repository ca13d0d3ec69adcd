import { readFileSync } from 'node:fs';
import { build } from 'vite';
import { root } from './steps.mjs';

/** The two builds of Vite: the app for browsers, by vite.config.ts, and the command line for Node. */
const { dependencies, peerDependencies } = JSON.parse(
	readFileSync(`${root}/package.json`, 'utf8'),
);
const installed = Object.keys({ ...dependencies, ...peerDependencies });

await build({ root, logLevel: 'warn' });
await build({
	root,
	configFile: false,
	logLevel: 'warn',
	publicDir: false,
	ssr: { noExternal: true, external: installed },
	build: {
		ssr: 'src/cli/main.ts',
		outDir: 'dist/cli',
		emptyOutDir: true,
		target: 'node20',
		minify: false,
		reportCompressedSize: false,
		rolldownOptions: {
			output: {
				banner: '#!/usr/bin/env node',
				entryFileNames: 'wan-ati.mjs',
				chunkFileNames: '[name]-[hash].mjs',
			},
		},
	},
});
