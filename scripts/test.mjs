import { setup } from './setup.mjs';
import { endWith } from './steps.mjs';
import { browser, buildSuite, checks, contract, e2e, report, runSuites, unit } from './suites.mjs';

/** Twelve minutes on two quiet cores are promised; a busy machine may take three times as long before we give up. */
const limitMs = 36 * 60_000;

/** `npm test`: everything, with its own set-up. The last line is `N passed, N failed, N skipped`. */
try {
	await setup({ chromium: true });
	report(await runSuites([...checks, unit, contract, browser, buildSuite, e2e], { limitMs }));
} catch (error) {
	endWith(error);
	console.log('0 passed, 1 failed, 0 skipped');
}
