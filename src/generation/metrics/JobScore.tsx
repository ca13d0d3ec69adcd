import { Tooltip } from '#ui/controls/Tooltip.tsx';
import { useText } from '#ui/text/useText.tsx';
import { type GenerationStore, useReport } from '../jobs/createGenerationStore.ts';
import styles from './JobScore.module.css';
import { scoreTone } from './reportState.ts';
import { useResultsText } from './useResultsText.ts';

/** On a result's card: the share of track frames within 1 % of the diagonal, or how far measuring is. */
export function JobScore({
	generation,
	jobId,
}: {
	readonly generation: GenerationStore;
	readonly jobId: string;
}) {
	const { common } = useText();
	const t = useResultsText().score;
	const report = useReport(generation, jobId);
	if (report?.state === 'measuring')
		return (
			<span className={styles.busy} title={t.measuring(common.percent(report.fraction))}>
				{common.percent(report.fraction)}
			</span>
		);
	if (report?.state !== 'done') return null;
	const { adherence, yardstick } = report.report;
	if (adherence.acc1 === null) return null;
	const score = common.percent(adherence.acc1);
	const { acc1, acc5, appearanceRate } = yardstick;
	const paper = t.paper(common.percent(acc1), common.percent(acc5), common.percent(appearanceRate));
	return (
		<Tooltip content={`${t.within1(score)}. ${paper}`} side="top">
			<span
				className={styles.score}
				data-tone={scoreTone(adherence.acc1)}
				data-score={adherence.acc1}
			>
				{score}
				<span className="visually-hidden"> {t.adherence}</span>
			</span>
		</Tooltip>
	);
}
