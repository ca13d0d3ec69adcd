import { Dialog } from 'radix-ui';
import { useEffect } from 'react';
import { CompareView } from '#generation/compare/CompareView.tsx';
import type { Comparing } from '#generation/jobs/createGenerationStore.ts';
import { useJobs } from '#generation/jobs/useJobs.ts';
import { useResultsText } from '#generation/metrics/useResultsText.ts';
import { Switch } from '#ui/controls/Switch.tsx';
import { useMediaQuery } from '../hooks/useMediaQuery.ts';
import { usePreferences } from '../hooks/usePreferences.ts';
import type { Studio } from '../studio/createStudio.ts';
import styles from './CompareWindow.module.css';
import { isMeasurable } from './watchReports.ts';

/**
 * Results over the whole window: focus trapped, Escape goes back.
 * Without Radix's Overlay, whose scroll lock adds a `style` element that the content policy refuses.
 */
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
		<Dialog.Root open onOpenChange={(open) => !open && close()}>
			<Dialog.Portal>
				<Dialog.Content
					className={styles.window}
					aria-describedby={undefined}
					// The window itself has the focus first, so that its keys work at once.
					onOpenAutoFocus={(event) => {
						event.preventDefault();
						(event.currentTarget as HTMLElement).querySelector('section')?.focus();
					}}
				>
					<Dialog.Title className="visually-hidden">{t.region}</Dialog.Title>
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
				</Dialog.Content>
			</Dialog.Portal>
		</Dialog.Root>
	);
}
