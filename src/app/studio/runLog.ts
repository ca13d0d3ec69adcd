import { createRunLog } from '#jobs/runLog/createRunLog.ts';

/** What the runs of this page did; it goes with the page. */
export const runLog = createRunLog();
