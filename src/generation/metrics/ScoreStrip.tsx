import { ChartSpline } from 'lucide-react';
import type { Job } from '#jobs/job.ts';
import type { Report } from '#metrics/report/report.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Tooltip } from '#ui/controls/Tooltip.tsx';
import { useText } from '#ui/text/useText.tsx';
import { type GenerationStore, useReport } from '../jobs/createGenerationStore.ts';
import { causeWords } from './causeWords.ts';
import { MeasureState } from './MeasureState.tsx';
import { scoreTone } from './reportState.ts';
import { resultPlan } from './resultPlan.ts';
import styles from './ScoreStrip.module.css';
import { useMetricsText, useResultsText } from './useResultsText.ts';

export interface ScoreStripProps {
	/** A job that is done. */
	readonly job: Job;
	readonly generation: GenerationStore;
}

/** Under a video: how well it followed its tracks in a line, beside what ATI's authors report and what a frozen video scores. */
export function ScoreStrip({ job, generation }: ScoreStripProps) {
	const t = useResultsText().score;
	const state = useReport(generation, job.id);
	if (!state) return null;
	return (
		<section className={styles.strip} aria-label={t.region}>
			{state.state === 'done' ? (
				<Score job={job} report={state.report} />
			) : (
				<MeasureState job={job} generation={generation} />
			)}
			<span className={styles.grow} />
			<Button
				size="s"
				icon={ChartSpline}
				onClick={() => generation.getState().compare({ a: job.id, b: null })}
			>
				{t.details}
			</Button>
		</section>
	);
}

function Score({ job, report }: { readonly job: Job; readonly report: Report }) {
	const { common, findings } = useText();
	const t = useResultsText().score;
	const metrics = useMetricsText();
	const { adherence, control, causes, noiseFloorPx, yardstick } = report;
	const { acc1, meanErrorPx } = adherence;
	const [cause] = causes;
	const lost = adherence.tracks.filter(({ meanErrorPx: px }) => px === null).length;
	const paper = t.paper(
		common.percent(yardstick.acc1),
		common.percent(yardstick.acc5),
		common.percent(yardstick.appearanceRate),
	);
	return (
		<>
			{acc1 !== null && (
				<Tooltip content={`${t.within1(common.percent(acc1))}. ${paper}`}>
					<span className={styles.score} data-tone={scoreTone(acc1)}>
						{common.percent(acc1)} <span className={styles.unit}>{t.adherence}</span>
					</span>
				</Tooltip>
			)}
			<ul className={styles.facts}>
				{meanErrorPx !== null && <li>{t.meanError(meanErrorPx.toFixed(1))}</li>}
				<li>{t.lostTracks(lost)}</li>
				<li>
					{metrics.report.columns.ati} {common.percent(yardstick.acc1)}
				</li>
				{control.acc1 !== null && <li>{t.frozen(common.percent(control.acc1))}</li>}
				<li>{t.noise(noiseFloorPx)}</li>
			</ul>
			{cause && (
				<span className={styles.cause}>
					{causeWords(
						cause,
						resultPlan(job).map(({ name }) => name),
						metrics,
						findings,
					)}
				</span>
			)}
		</>
	);
}
