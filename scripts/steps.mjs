import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Plain JavaScript on built-in modules only: these scripts run before anything is installed. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Runs one named step and prints how long it took.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work What it returns is returned; a text is shown behind the name.
 * @returns {Promise<Awaited<T>>}
 */
export async function step(name, work) {
	const start = performance.now();
	try {
		const result = await work();
		const note = typeof result === 'string' ? ` (${result})` : '';
		console.log(`${name}${note}: ${seconds(performance.now() - start)}`);
		return result;
	} catch (error) {
		console.log(`${name}: failed after ${seconds(performance.now() - start)}`);
		throw error;
	}
}

export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Something the user can mend: printed without a stack. */
export class SetupError extends Error {}

/** Ends the process as a failed command does; a bug keeps its stack. */
export function endWith(error) {
	console.error(error instanceof SetupError ? `\n${error.message}` : error);
	process.exitCode = 1;
}

/** Node of our devDependencies (24), else the one that runs us. */
export function nodePath() {
	const own = join(root, 'node_modules', '.bin', 'node');
	return existsSync(own) ? own : process.execPath;
}

/** A script of a package, run by our Node: `tool('vitest')` is [node, node_modules/vitest/vitest.mjs]. */
export const tools = {
	biome: 'node_modules/@biomejs/biome/bin/biome',
	tsc: 'node_modules/typescript/bin/tsc',
	knip: 'node_modules/knip/bin/knip.js',
	vitest: 'node_modules/vitest/vitest.mjs',
	playwright: 'node_modules/@playwright/test/cli.js',
};

/**
 * Runs a command to its end with our terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, timeoutMs?: number }} [options]
 * @returns {Promise<number>} Exit code; 124 when it ran past its time.
 */
export function run(command, args, { env = {}, timeoutMs } = {}) {
	return new Promise((done) => {
		const child = spawn(command, args, {
			cwd: root,
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, PATH: path(), ...env },
			// Its own group, so that what it started ends with it.
			detached: timeoutMs !== undefined,
		});
		let late = false;
		const timer =
			timeoutMs === undefined
				? undefined
				: setTimeout(() => {
						late = true;
						console.error(`${command} ran past ${seconds(timeoutMs)}`);
						if (child.pid !== undefined) endGroup(child.pid);
					}, timeoutMs);
		const forward = (signal) => {
			if (timeoutMs === undefined) child.kill(signal);
			else if (child.pid !== undefined) endGroup(child.pid);
		};
		process.once('SIGINT', forward).once('SIGTERM', forward);
		const finish = (code) => {
			clearTimeout(timer);
			process.off('SIGINT', forward).off('SIGTERM', forward);
			done(late ? 124 : code);
		};
		child.on('error', (error) => {
			console.error(`${command}: ${error.message}`);
			finish(127);
		});
		child.on('close', (code) => finish(code ?? 1));
	});
}

export const runNode = (args, options) => run(nodePath(), args, options);

function endGroup(pid) {
	try {
		process.kill(-pid, 'SIGTERM');
		setTimeout(() => process.kill(-pid, 'SIGKILL'), 5000).unref();
	} catch {
		// It ended by itself meanwhile.
	}
}

/** Whether a command exists on PATH. */
export const hasCommand = (name) =>
	spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { stdio: 'ignore' })
		.status === 0;

function path() {
	return [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
}

/**
 * npm, Playwright and Chromium all write below HOME. Where it does not exist or cannot be written, a folder
 * of ours below the system's temporary one takes its place for us and all that we start.
 */
export function ensureHome() {
	const home = process.env.HOME ?? homedir();
	if (isWritable(home)) return undefined;
	let name = 'user';
	try {
		name = String(userInfo().uid);
	} catch {
		// A user id without an entry in passwd, as containers have.
	}
	const instead = join(tmpdir(), `wan-ati-home-${name}`);
	mkdirSync(instead, { recursive: true, mode: 0o700 });
	// Everyone can write to the temporary folder: a home that another user laid there is not used.
	const isOurs = lstatSync(instead).isDirectory() && lstatSync(instead).uid === process.getuid?.();
	process.env.HOME = isOurs ? instead : mkdtempSync(`${instead}-`);
	for (const name of ['npm_config_cache', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME'])
		if (process.env[name] !== undefined && !isWritable(process.env[name])) delete process.env[name];
	return process.env.HOME;
}

function isWritable(folder) {
	try {
		accessSync(folder, constants.W_OK | constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
