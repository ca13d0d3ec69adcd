import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { Button } from '#ui/controls/Button.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { useMetricsText, useResultsText } from '../metrics/useResultsText.ts';
import type { ResultSide } from './resultSide.ts';
import styles from './WhyPanel.module.css';

export interface WhyPanelProps {
	readonly side: ResultSide;
	/** Whether another one stands beside it. */
	readonly isPair: boolean;
	/** Shows the frame at which it begins, and that track. */
	readonly onShow: (frame: number, track: number | undefined) => void;
}

/** Why a result fell short, in words, each with the way to its place in the video. */
export function WhyPanel({ side, isPair, onShow }: WhyPanelProps) {
	const t = useResultsText().report;
	const { noCauses } = useMetricsText().report;
	const { report, causes, letter } = side;
	if (!report) return null;
	const { frameCount } = report.video;
	return (
		<section className={styles.why}>
			{causes.length > 0 && <h3 className={styles.title}>{isPair ? t.why(letter) : t.whyOnly}</h3>}
			{causes.length === 0 ? (
				<p className={styles.good}>
					<Icon of={CircleCheck} />
					{isPair ? t.good(letter, noCauses) : noCauses}
				</p>
			) : (
				<ul className={styles.list}>
					{report.causes.map((cause, i) => {
						const sentence = causes[i] ?? '';
						const from = cause.fromFrame ?? placeOf(side, cause.track, frameCount);
						return (
							<li
								key={sentence}
								className={styles.cause}
								data-cause={cause.kind}
								data-rule={cause.finding?.rule}
							>
								<span
									className={styles.icon}
									data-kind={cause.kind === 'finding' ? 'hint' : 'warn'}
								>
									<Icon of={cause.kind === 'finding' ? Info : TriangleAlert} />
								</span>
								<span>{sentence}</span>
								<Button
									variant="quiet"
									size="s"
									aria-label={t.showPlace(sentence)}
									onClick={() =>
										onShow(
											cause.finding?.span
												? spanFrame(cause.finding.span.fromSample, frameCount)
												: from,
											cause.track,
										)
									}
								>
									{t.show}
								</Button>
							</li>
						);
					})}
				</ul>
			)}
		</section>
	);
}

/** Where the error of a track, or of all, is largest. */
function placeOf({ report }: ResultSide, track: number | undefined, frameCount: number): number {
	const found = track === undefined ? undefined : report?.adherence.tracks[track];
	if (!found) return 0;
	const lost = found.lostFrom;
	if (found.meanErrorPx === null) return lost ?? 0;
	let [worst, most] = [0, -1];
	for (let k = 0; k < frameCount; k++) {
		const error = found.errorPx[k] ?? -1;
		if (error > most) [worst, most] = [k, error];
	}
	return worst;
}

const spanFrame = (sample: number, frameCount: number): number =>
	Math.round((sample / 120) * (frameCount - 1));
