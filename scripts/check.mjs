import { setup } from './setup.mjs';
import { endWith } from './steps.mjs';
import { checks, report, runSuites, unit } from './suites.mjs';

/** `npm run check`: what has to be green before a commit. */
try {
	await setup();
	report(await runSuites([...checks, unit]));
} catch (error) {
	endWith(error);
}
