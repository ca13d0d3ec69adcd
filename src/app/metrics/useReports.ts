import { useEffect } from 'react';
import type { Studio } from '../studio/createStudio.ts';
import { createMetricsRunner } from './createMetricsRunner.ts';
import { metricsRequest } from './metricsRequest.ts';
import { openResultDatabase } from './resultDatabase.ts';
import { watchReports } from './watchReports.ts';

/** Measures finished videos and keeps their reports, for as long as it is mounted. */
export function useReports(studio: Studio): void {
	useEffect(() => {
		let isWanted = true;
		let stop: (() => void) | undefined;
		void openResultDatabase().then((database) => {
			if (!isWanted) return database.close();
			const runner = createMetricsRunner();
			const leave = watchReports({
				generation: studio.generation,
				database,
				runner,
				request: (job) => metricsRequest(studio, job),
				isAutomatic: () => studio.preferences.get().measureResults,
				since: performance.timeOrigin,
				alone,
			});
			stop = () => {
				leave();
				runner.dispose();
				database.close();
			};
		});
		return () => {
			isWanted = false;
			stop?.();
		};
	}, [studio]);
}

/** Plain-http pages have no locks: there two tabs may measure the same video twice. */
async function alone(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
	if (navigator.locks) await navigator.locks.request(name, { signal }, work);
	else await work();
}
