import { useMemo } from 'react';
import type { Job } from '#jobs/job.ts';
import { useText } from '#ui/text/useText.tsx';
import { type GenerationStore, useReport } from '../jobs/createGenerationStore.ts';
import { causeWords } from '../metrics/causeWords.ts';
import { reportOf } from '../metrics/reportState.ts';
import { resultPlan } from '../metrics/resultPlan.ts';
import { useMetricsText } from '../metrics/useResultsText.ts';
import { jobName } from '../results/jobWords.ts';
import type { ResultSide } from './resultSide.ts';

/** What there is to say of a result; the same value until its job or report changes. */
export function useResultSide<J extends Job | undefined>(
	generation: GenerationStore,
	job: J,
	letter: ResultSide['letter'],
): J extends Job ? ResultSide : ResultSide | undefined;
export function useResultSide(
	generation: GenerationStore,
	job: Job | undefined,
	letter: ResultSide['letter'],
): ResultSide | undefined {
	const text = useText();
	const metrics = useMetricsText();
	const report = reportOf(useReport(generation, job?.id ?? ''));
	return useMemo(() => {
		if (!job) return undefined;
		const tracks = resultPlan(job);
		const names = tracks.map(({ name }) => name);
		return {
			letter,
			job,
			name: jobName(text, job),
			tracks,
			report,
			causes: report?.causes.map((cause) => causeWords(cause, names, metrics, text.findings)) ?? [],
		};
	}, [job, letter, report, text, metrics]);
}
