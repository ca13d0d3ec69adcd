import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root, runNode, seconds, tools } from './steps.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ timeoutMs: number, env?: Record<string, string> }} SuiteOptions
 * @typedef {{ name: string, run: (options: SuiteOptions) => Promise<Counts> }} Suite
 */

/** Checks of the code as it is written: each counts as one. */
export const checks = [
	check('biome', [tools.biome, 'ci', '--error-on-warnings']),
	check('types', [tools.tsc, '-b']),
	check('knip', [tools.knip, '--no-progress']),
];
export const unit = vitest('unit');
export const browser = vitest('browser');
/** Our stand-in and, with COMFYUI_URL, a real ComfyUI. */
export const contract = vitest('contract');
/** The seeded schedules of faults: how many by FAULT_SCHEDULES, from FAULT_SEED on. */
export const schedules = vitest('unit', ['src/jobs/schedules.test.ts']);
/** A batch that is killed; how often by BATCH_KILLS. */
export const fleet = vitest('unit', ['src/cli/batch/batch.test.ts']);
export const buildSuite = {
	name: 'build',
	run: async () => {
		try {
			await build();
			return one(true);
		} catch (error) {
			console.error(error.message);
			return one(false);
		}
	},
};
export const e2e = {
	name: 'e2e',
	run: ({ timeoutMs, env }) => {
		const file = reportFile('e2e');
		return counted(
			[tools.playwright, 'test', '--reporter=list,json'],
			{ timeoutMs, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
			() => {
				const { stats } = readReport(file);
				const failed = stats.unexpected + stats.flaky;
				return { passed: stats.expected, failed, skipped: stats.skipped };
			},
		);
	},
};

/**
 * Runs suites one after the other; the next runs whatever the last one gave.
 * @param {readonly Suite[]} suites
 * @param {{ limitMs?: number, env?: Record<string, string> }} [options] All of them together end after `limitMs`.
 * @returns {Promise<Counts & { lines: string[] }>}
 */
export async function runSuites(suites, { limitMs = Number.POSITIVE_INFINITY, env = {} } = {}) {
	const sum = { passed: 0, failed: 0, skipped: 0 };
	const lines = [];
	const start = performance.now();
	for (const suite of suites) {
		const began = performance.now();
		const left = limitMs - (began - start);
		console.log(`\n== ${suite.name}`);
		const counts =
			left > 0
				? await suite.run({ timeoutMs: Math.min(left, 2 ** 31 - 1), env })
				: { passed: 0, failed: 1, skipped: 0 };
		for (const key of ['passed', 'failed', 'skipped']) sum[key] += counts[key];
		const { passed, failed, skipped } = counts;
		lines.push(
			`${suite.name.padEnd(10)}${seconds(performance.now() - began).padStart(8)}  ${passed} passed, ${failed} failed, ${skipped} skipped${left > 0 ? '' : ' (no time left)'}`,
		);
	}
	lines.push(`${'together'.padEnd(10)}${seconds(performance.now() - start).padStart(8)}`);
	return { ...sum, lines };
}

/** Prints the seconds of each suite and, last, the counts; sets the exit code. */
export function report({ passed, failed, skipped, lines }) {
	console.log(`\n${lines.join('\n')}\n`);
	console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
	process.exitCode = failed === 0 ? 0 : 1;
}

function check(name, args) {
	return {
		name,
		run: async ({ timeoutMs, env }) => one((await runNode(args, { timeoutMs, env })) === 0),
	};
}

/** @param {string} project @param {readonly string[]} [files] */
function vitest(project, files = []) {
	return {
		name: project,
		run: ({ timeoutMs, env }) => {
			const file = reportFile(project);
			const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
			return counted(
				[tools.vitest, 'run', '--project', project, ...files, ...reporters],
				{ timeoutMs, env },
				() => {
					const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } =
						readReport(file);
					const skipped = numPendingTests + (numTodoTests ?? 0);
					return { passed: numPassedTests, failed: numFailedTests, skipped };
				},
			);
		},
	};
}

/** Counts of a runner's report; a runner that fails without a failed test, or writes no report, is one failure. */
async function counted(args, options, read) {
	const code = await runNode(args, options);
	let counts = { passed: 0, failed: 0, skipped: 0 };
	try {
		counts = read();
	} catch {
		counts.failed = 1;
	}
	if (code !== 0 && counts.failed === 0) counts.failed = 1;
	return counts;
}

const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** An old report must not count for a run that writes none. */
function reportFile(name) {
	const folder = join(root, '.cache', 'reports');
	mkdirSync(folder, { recursive: true });
	const file = join(folder, `${name}.json`);
	rmSync(file, { force: true });
	return file;
}

const readReport = (file) => JSON.parse(readFileSync(file, 'utf8'));
