import { randomInt } from 'node:crypto';
import { setup } from './setup.mjs';
import { endWith } from './steps.mjs';
import { browser, buildSuite, e2e, fleet, report, runSuites, schedules, unit } from './suites.mjs';

const limitMs = 40 * 60_000;
const rounds = Number(process.env.ROUNDS ?? '3');

/**
 * Parts of `npm run test:long PART`: the tests of `npm test` at full count. A later issue adds its part here.
 * A round is repeated by `ROUNDS=1 FC_SEED=... npm run test:long fuzz`.
 */
const parts = {
	fuzz: {
		what: 'properties at 50 times their runs, a new seed each round',
		suites: () => {
			const named = process.env.FC_SEED;
			return repeated((round) => {
				const seed = named ?? String(randomInt(2 ** 31));
				return [
					withEnv(unit, `fuzz ${round}`, { FC_RUNS: process.env.FC_RUNS ?? '50', FC_SEED: seed }),
				];
			});
		},
	},
	faults: {
		what: '1000 new seeded schedules of faults; each is named by its seed',
		suites: () => [
			withEnv(schedules, 'faults', {
				FAULT_SCHEDULES: process.env.FAULT_SCHEDULES ?? '1000',
				FAULT_SEED: process.env.FAULT_SEED ?? String(randomInt(2 ** 31)),
			}),
		],
	},
	fleet: {
		what: 'a batch killed at 50 moments and begun again: every job is done once',
		suites: () => [withEnv(fleet, 'fleet', { BATCH_KILLS: process.env.BATCH_KILLS ?? '50' })],
	},
	browser: {
		what: 'browser tests and flows, those tagged @long too, several times',
		suites: () => [
			buildSuite,
			...repeated((round) => [
				withEnv(browser, `browser ${round}`, {}),
				withEnv(e2e, `e2e ${round}`, { LONG: '1' }),
			]),
		],
	},
};

const name = process.argv[2] ?? '';
const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
if (part === undefined) {
	console.error(
		name === '' ? 'Name a part: npm run test:long PART' : `There is no part "${name}".`,
	);
	for (const [known, { what }] of Object.entries(parts))
		console.error(`  ${known.padEnd(10)}${what}`);
	process.exitCode = 1;
} else {
	try {
		await setup({ chromium: true });
		report(await runSuites(part.suites(), { limitMs }));
	} catch (error) {
		endWith(error);
	}
}

function repeated(suitesOf) {
	return Array.from({ length: rounds }, (_, index) => suitesOf(index + 1)).flat();
}

/** The same suite under another name; what it is run with is printed, so that it can be run again. */
function withEnv(suite, name, env) {
	return {
		name,
		run: (options) => {
			const shown = Object.entries(env).map(([key, value]) => `${key}=${value}`);
			if (shown.length > 0) console.log(shown.join(' '));
			return suite.run({ ...options, env: { ...options.env, ...env } });
		},
	};
}
