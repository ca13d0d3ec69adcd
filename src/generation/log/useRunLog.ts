import { useEffect, useState } from 'react';
import type { RunLog } from '#jobs/runLog/createRunLog.ts';

/** The log of a job as text, kept up to date while it grows. */
export function useRunLog(log: RunLog, jobId: string): string {
	const [text, setText] = useState(() => log.text(jobId));
	useEffect(() => {
		setText(log.text(jobId));
		return log.subscribe((entry) => {
			if (entry.jobId === jobId) setText(log.text(jobId));
		});
	}, [log, jobId]);
	return text;
}
