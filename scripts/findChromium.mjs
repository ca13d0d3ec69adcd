import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];

/** What every Chromium of the tests is started with: containers have no user namespaces, no GPU and no outside. */
export const chromiumArgs = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-domain-reliability',
	'--disable-sync',
	'--no-first-run',
	'--no-pings',
];

/**
 * The Chromium that tests use: $CHROMIUM_PATH, else a system one on PATH (or in macOS's /Applications),
 * else one that Playwright downloaded earlier. Plain JavaScript: set-up runs it before anything is installed.
 * @returns {string | undefined} Path of an executable; undefined when there is none.
 */
export function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named && isExecutable(named)) return named;
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	const system = names.flatMap((name) => folders.map((folder) => join(folder, name)));
	const mac = [
		'Chromium.app/Contents/MacOS/Chromium',
		'Google Chrome.app/Contents/MacOS/Google Chrome',
	];
	const candidates = [
		...system,
		...mac.map((path) => join('/Applications', path)),
		...playwrightOnes(),
	];
	return candidates.find(isExecutable);
}

/** Newest first. Source: playwright-core's registry (`chromium-REVISION` below its cache folder). */
function playwrightOnes() {
	const cache =
		process.env.PLAYWRIGHT_BROWSERS_PATH ??
		(process.platform === 'darwin'
			? join(homedir(), 'Library/Caches/ms-playwright')
			: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright'));
	const inside = [
		'chrome-linux/chrome',
		'chrome-linux64/chrome',
		'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
		'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
		'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
	];
	return list(cache)
		.filter((name) => /^chromium-\d+$/.test(name))
		.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
		.flatMap((name) => inside.map((path) => join(cache, name, path)));
}

function list(folder) {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
