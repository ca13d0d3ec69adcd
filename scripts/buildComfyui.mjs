import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { endWith, root, SetupError, step } from './steps.mjs';

/**
 * `npm run build:comfyui`: the folder for ComfyUI's custom_nodes, dist/comfyui/wan-ati-studio.
 * `--as-built` takes the app as it lies in dist/app; `--out DIR` writes elsewhere.
 */
export async function buildComfyui({ out = join(root, 'dist', 'comfyui', 'wan-ati-studio') } = {}) {
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const source = join(root, 'comfyui');
	const web = join(out, 'web');
	rmSync(out, { recursive: true, force: true });
	mkdirSync(web, { recursive: true });
	cpSync(join(root, 'dist', 'app'), join(web, 'app'), { recursive: true });
	await bundleEntry(join(source, 'web', 'wanAtiStudio.ts'), web, version);
	for (const name of ['__init__.py', 'README.md']) cpSync(join(source, name), join(out, name));
	cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
	const project = readFileSync(join(source, 'pyproject.toml'), 'utf8');
	writeFileSync(join(out, 'pyproject.toml'), project.replace('"0.0.0"', JSON.stringify(version)));
	refuseOtherScripts(web);
}

/** One file, which ComfyUI's page imports; what it shares with the app is small enough to be in both. */
async function bundleEntry(entry, outDir, version) {
	// Only now: packages may have been installed a moment ago.
	const vite = await import('vite');
	const page = readFileSync(join(root, 'dist', 'app', 'index.html'));
	const fingerprint = createHash('sha256').update(page).digest('hex').slice(0, 8);
	await vite.build({
		root,
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		define: { APP_VERSION: JSON.stringify(`${version}-${fingerprint}`) },
		build: {
			outDir,
			emptyOutDir: false,
			target: 'es2022',
			reportCompressedSize: false,
			lib: { entry, formats: ['es'], fileName: () => 'wanAtiStudio.js' },
		},
	});
}

/** ComfyUI's page imports each .js below `web`. */
function refuseOtherScripts(web) {
	const found = readdirSync(web, { recursive: true }).filter((path) => path.endsWith('.js'));
	if (found.join() !== 'wanAtiStudio.js')
		throw new SetupError(`ComfyUI's page would import ${found.join(', ')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const args = process.argv.slice(2);
	const out = args.includes('--out') ? args[args.indexOf('--out') + 1] : undefined;
	try {
		if (!args.includes('--as-built')) await build();
		await step('Folder for ComfyUI', () => buildComfyui(out === undefined ? {} : { out }));
	} catch (error) {
		endWith(error);
	}
}
