import { createRunLog } from '#jobs/runLog/createRunLog.ts';
import { keepRunLog } from '#jobs/runLog/keepRunLog.ts';
import { browserPlatform } from '../platform/browserPlatform.ts';
import { createRunLogStorage } from './runLogStorage.ts';

/** What the runs on this computer did, the newest megabyte; as long as the page lives, and over reloads. */
export const runLog = keepRunLog(createRunLog(), createRunLogStorage(), browserPlatform());

window.addEventListener('pagehide', () => void runLog.flush());
