import draft from '../workers/draftWorker.ts?worker&url';
import metrics from '../workers/metricsWorker.ts?worker&url';
import region from '../workers/regionWorker.ts?worker&url';
import resultsZip from '../workers/resultsZipWorker.ts?worker&url';
import videoTracks from '../workers/videoTracksWorker.ts?worker&url';

/*
 * The page's one Trusted Types policy, `wan-ati`: the addresses of our workers pass, everything else is refused, so no
 * string ever becomes markup or a script. Browsers without Trusted Types get the same check.
 */

/** Every worker of the app, by its address as the build names it. */
const workerUrls = { draft, metrics, region, resultsZip, videoTracks } as const;

interface ScriptUrlPolicy {
	createScriptURL(url: string): unknown;
}
interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}
declare global {
	var trustedTypes: TrustedTypes | undefined;
}

/** @throws {TypeError} for an address that is no worker of this app. */
export function judgeWorkerUrl(url: string): string {
	if (!Object.values(workerUrls).includes(url))
		throw new TypeError(`${url} is no worker of this app`);
	return url;
}

let policy: ScriptUrlPolicy | undefined;

/** Starts a worker of ours under the page's policy. @throws what `new Worker` throws. */
export function createWorker(name: keyof typeof workerUrls): Worker {
	policy ??= globalThis.trustedTypes?.createPolicy('wan-ati', { createScriptURL: judgeWorkerUrl });
	const url = policy?.createScriptURL(workerUrls[name]) ?? judgeWorkerUrl(workerUrls[name]);
	// TypeScript's DOM knows strings only; where there are Trusted Types this is a TrustedScriptURL.
	return new Worker(url as string, { type: 'module', name });
}
