import { readFileSync } from 'node:fs';
import { build } from 'vite';
import { writeLibraryTypes } from './libraryTypes.mjs';
import { root } from './steps.mjs';

/** The builds of Vite: the app for browsers, by vite.config.ts, the command line for Node, and the library. */
const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const installed = Object.keys({ ...dependencies, ...peerDependencies });

await build({ root, logLevel: 'warn' });
await buildForNode('src/cli/main.ts', 'dist/cli', {
	banner: '#!/usr/bin/env node',
	entryFileNames: 'wan-ati.mjs',
	chunkFileNames: '[name]-[hash].mjs',
});
await buildForNode('src/index.ts', 'dist/lib', { entryFileNames: 'index.js' });
await writeLibraryTypes();

/** What is installed beside us stays outside, all else is bundled. */
function buildForNode(entry, outDir, output) {
	return build({
		root,
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		ssr: { noExternal: true, external: installed },
		build: {
			ssr: entry,
			outDir,
			emptyOutDir: true,
			target: 'node20',
			minify: false,
			reportCompressedSize: false,
			rolldownOptions: { output },
		},
	});
}
