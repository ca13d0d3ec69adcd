import { useStore } from 'zustand';
import type { Job } from '#jobs/job.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { GenerationState, GenerationStore } from '../jobs/createGenerationStore.ts';
import { reportOf, scoreTone } from '../metrics/reportState.ts';
import { useResultsText } from '../metrics/useResultsText.ts';
import { jobName } from '../results/jobWords.ts';
import styles from './ResultPicker.module.css';
import { SideLetter } from './SideLetter.tsx';

export interface ResultPickerProps {
	readonly letter: 'A' | 'B';
	readonly generation: GenerationStore;
	/** Results with a video, oldest first. */
	readonly jobs: readonly Job[];
	/** Null: none. */
	readonly value: string | null;
	readonly onChange: (id: string | null) => void;
}

/** Which result is A or B, with its score. */
export function ResultPicker({ letter, generation, jobs, value, onChange }: ResultPickerProps) {
	const text = useText();
	const t = useResultsText();
	const reports = useStore(generation, (state) => state.reports);
	const own = value === null ? undefined : reportOf(reports[value]);
	const none = letter === 'B' ? [{ value: '', label: t.compare.nothing }] : [];
	return (
		<div className={styles.picker}>
			<SideLetter letter={letter} hidden />
			<Select
				flat
				label={t.compare.pick(letter)}
				placement="hidden"
				value={value ?? ''}
				options={[
					...none,
					...jobs.map((job) => ({
						value: job.id,
						label: jobName(text, job),
						detail: scoreWords(reports, job.id, text.common.percent),
					})),
				]}
				onChange={(id) => onChange(id === '' ? null : id)}
			/>
			{own?.adherence.acc1 != null && (
				<span className={styles.score} data-tone={scoreTone(own.adherence.acc1)}>
					{text.common.percent(own.adherence.acc1)}{' '}
					<span className={styles.quiet}>{t.score.adherence}</span>
				</span>
			)}
			{value !== null && !own && <MeasureState generation={generation} id={value} />}
		</div>
	);
}

function MeasureState({
	generation,
	id,
}: {
	readonly generation: GenerationStore;
	readonly id: string;
}) {
	const { common } = useText();
	const { score: t } = useResultsText();
	const state = useStore(generation, ({ reports }) => reports[id]);
	if (state?.state === 'measuring')
		return <span className={styles.quiet}>{t.measuring(common.percent(state.fraction))}</span>;
	if (state?.state === 'waiting') return <span className={styles.quiet}>{t.waiting}</span>;
	if (state?.state === 'failed') return <span className={styles.quiet}>{t.cannotMeasure}</span>;
	return (
		<Button size="s" onClick={() => generation.getState().putReport(id, { state: 'waiting' })}>
			{t.measure}
		</Button>
	);
}

const scoreWords = (
	reports: GenerationState['reports'],
	id: string,
	percent: (share: number) => string,
): string | undefined => {
	const acc1 = reportOf(reports[id])?.adherence.acc1;
	return acc1 == null ? undefined : percent(acc1);
};
