import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWith, root, runNode, SetupError, step } from './steps.mjs';

const stampPath = join(root, 'dist', '.hash');

/** What the build reads. Tests and fixtures do not change it. */
const inputs = [
	'index.html',
	'package.json',
	'package-lock.json',
	'public',
	'scripts/build.mjs',
	'scripts/bundle.mjs',
	'scripts/devPassThrough.ts',
	'scripts/libraryTypes.mjs',
	'src',
	'tsconfig.base.json',
	'tsconfig.library.json',
	'vite.config.ts',
	'workflows',
];

/** Builds the app to dist/app, the command line to dist/cli and the library to dist/lib; nothing when no input changed. */
export async function build({ force = false } = {}) {
	const hash = hashInputs();
	if (!force && readOrEmpty(stampPath) === hash) return;
	await step('Build', async () => {
		rmSync(stampPath, { force: true });
		// A process of its own: it needs packages that a moment ago were not installed, and our Node.
		if ((await runNode([join(root, 'scripts', 'bundle.mjs')])) !== 0)
			throw new SetupError('The build failed. The lines above say why.');
		chmodSync(join(root, 'dist', 'cli', 'wan-ati.mjs'), 0o755);
		refuseScripts(join(root, 'dist', 'app'));
		mkdirSync(join(root, 'dist'), { recursive: true });
		writeFileSync(stampPath, hash);
	});
}

/** ComfyUI's own page imports each .js below a custom node's web folder, so the built app must hold none. */
function refuseScripts(folder) {
	const found = list(folder).filter((path) => path.endsWith('.js'));
	if (found.length > 0) throw new SetupError(`The built app holds .js files: ${found.join(', ')}`);
}

function hashInputs() {
	const hash = createHash('sha256');
	for (const input of inputs)
		for (const path of list(join(root, input))) {
			if (/\.(test|bench)\.tsx?$|\/fixtures\/|\/tsconfig\.json$/.test(path)) continue;
			hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
		}
	return hash.digest('hex');
}

/** Files below a path in a fixed order; the path itself when it is a file; none when it does not exist. */
function list(path) {
	try {
		return readdirSync(path, { withFileTypes: true })
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.flatMap((entry) => {
				const child = join(path, entry.name);
				return entry.isDirectory() ? list(child) : [child];
			});
	} catch (error) {
		if (error.code === 'ENOTDIR') return [path];
		if (error.code === 'ENOENT') return [];
		throw error;
	}
}

function readOrEmpty(path) {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	await build({ force: process.argv.includes('--force') }).catch(endWith);
