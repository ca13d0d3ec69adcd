import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './findChromium.mjs';
import {
	endWith,
	ensureHome,
	hasCommand,
	root,
	run,
	runNode,
	SetupError,
	step,
	tools,
} from './steps.mjs';

const stampPath = join(root, 'node_modules', '.wan-ati-lock');

/**
 * Everything that a clone needs before a command: packages and, for tests, a Chromium. Does only what is missing.
 * @param {{ chromium?: boolean }} [needs]
 */
export async function setup({ chromium = false } = {}) {
	checkNode();
	const home = ensureHome();
	if (home !== undefined) console.log(`HOME cannot be written: using ${home}`);
	await installPackages();
	if (chromium) await installChromium();
}

function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	throw new SetupError(
		`Node ${process.versions.node} is too old: Wan ATI Studio needs 20.19 or later.`,
	);
}

async function installPackages() {
	const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
	const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
	if (readOrEmpty(stampPath) === stamp) return;
	if (!isInstalled(JSON.parse(lock))) {
		await step('Install packages (npm ci)', async () => {
			const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
			if (code !== 0)
				throw new SetupError(
					'npm could not install the packages. The lines above say why; most often the network or the disk.',
				);
		});
	}
	writeFileSync(stampPath, stamp);
}

/** The npm that started us, by the same Node; else the one on PATH. */
function runNpm(args) {
	const own = process.env.npm_execpath;
	if (own?.endsWith('.js') && existsSync(own)) return run(process.execPath, [own, ...args]);
	return run('npm', args);
}

/**
 * Whether what npm last wrote to node_modules is what the lock asks for, for instance after `npm install`.
 * Optional packages of other platforms are not there, and need not be.
 */
function isInstalled(lock) {
	const text = readOrEmpty(join(root, 'node_modules', '.package-lock.json'));
	if (text === '') return false;
	const installed = JSON.parse(text).packages;
	return Object.entries(lock.packages).every(([path, wanted]) => {
		if (path === '') return true;
		const found = installed[path];
		if (found === undefined) return wanted.optional === true || wanted.peer === true;
		return found.version === wanted.version && found.integrity === wanted.integrity;
	});
}

async function installChromium() {
	if (findChromium() !== undefined) return;
	const isDebian = existsSync('/etc/debian_version') && hasCommand('apt-get');
	const isRoot = process.getuid?.() === 0;
	if (isDebian && isRoot) {
		await step('Install Chromium (apt-get)', async () => {
			const env = { DEBIAN_FRONTEND: 'noninteractive' };
			await run('apt-get', ['update', '-qq'], { env });
			const packages = ['chromium', 'fonts-liberation', 'ca-certificates'];
			await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
				env,
			});
		});
		if (findChromium() !== undefined) return;
	}
	await step('Install Chromium (Playwright)', async () => {
		// --with-deps asks for root on Linux; without it the libraries may already be there.
		const withDeps = isRoot || hasCommand('sudo') ? ['--with-deps'] : [];
		await runNode([tools.playwright, 'install', ...withDeps, 'chromium']);
	});
	if (findChromium() === undefined)
		throw new SetupError(
			'No Chromium was found and none could be installed. Install chromium or google-chrome, or name one in CHROMIUM_PATH.',
		);
}

function readOrEmpty(path) {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	await setup({ chromium: process.argv.includes('--chromium') }).catch(endWith);
