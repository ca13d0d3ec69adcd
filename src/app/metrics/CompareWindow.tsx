import { useEffect } from 'react';
import { CompareView } from '#generation/compare/CompareView.tsx';
import type { Comparing } from '#generation/jobs/createGenerationStore.ts';
import { useJobs } from '#generation/jobs/useJobs.ts';
import { useResultsText } from '#generation/metrics/useResultsText.ts';
import { Switch } from '#ui/controls/Switch.tsx';
import { useMediaQuery } from '../hooks/useMediaQuery.ts';
import { usePreferences } from '../hooks/usePreferences.ts';
import { FullWindow } from '../layout/FullWindow.tsx';
import type { Studio } from '../studio/createStudio.ts';
import { isMeasurable } from './watchReports.ts';

/** Results over the whole window, measured and beside each other. */
export default function CompareWindow({
	studio: { generation, jobs: manager, preferences },
	comparing,
}: {
	readonly studio: Studio;
	readonly comparing: Comparing;
}) {
	const { compare: t, score } = useResultsText();
	const { measureResults } = usePreferences(preferences);
	const isNarrow = useMediaQuery('(max-width: 1023px)');
	const jobs = useJobs(manager).filter(isMeasurable);
	const find = (id: string | null) => jobs.find((job) => job.id === id);
	const [a, b] = [find(comparing.a), find(comparing.b)];
	const { compare } = generation.getState();
	const close = () => compare(null);
	// Deleted meanwhile, here or in another tab.
	useEffect(() => {
		if (!a) compare(null);
	}, [a, compare]);
	if (!a) return null;
	return (
		<FullWindow title={t.region} onClose={close}>
			<CompareView
				generation={generation}
				jobs={jobs}
				a={a}
				b={b}
				isNarrow={isNarrow}
				onPick={compare}
				onClose={close}
			>
				<Switch
					label={score.auto}
					checked={measureResults}
					onChange={(checked) => preferences.set({ measureResults: checked })}
				/>
			</CompareView>
		</FullWindow>
	);
}
