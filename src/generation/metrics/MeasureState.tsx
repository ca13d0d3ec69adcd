import type { Job } from '#jobs/job.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Progress } from '#ui/controls/Progress.tsx';
import { useText } from '#ui/text/useText.tsx';
import { type GenerationStore, useReport } from '../jobs/createGenerationStore.ts';
import styles from './MeasureState.module.css';
import { useResultsText } from './useResultsText.ts';

export interface MeasureStateProps {
	/** A job that is done. */
	readonly job: Job;
	readonly generation: GenerationStore;
}

/** Where there is no report: how far measuring is, why there is none, or the way to ask for one. Nothing where there is one. */
export function MeasureState({ job, generation }: MeasureStateProps) {
	const { common } = useText();
	const t = useResultsText().score;
	const state = useReport(generation, job.id);
	switch (state?.state) {
		case 'failed':
			return (
				<span className={styles.quiet}>
					{t.cannotMeasure}. {state.error.kind === 'cannotDecode' && t.cannotDecode}
				</span>
			);
		case 'measuring':
			return (
				<span className={styles.busy}>
					<span className={styles.quiet}>{t.measuring(common.percent(state.fraction))}</span>
					<Progress label={t.region} fraction={state.fraction} />
				</span>
			);
		case 'waiting':
			return <span className={styles.quiet}>{t.waiting}</span>;
		case 'none':
			return (
				<>
					<span className={styles.quiet}>{t.none}</span>
					<Button
						size="s"
						onClick={() => generation.getState().putReport(job.id, { state: 'waiting' })}
					>
						{t.measure}
					</Button>
				</>
			);
		default:
			return null;
	}
}
