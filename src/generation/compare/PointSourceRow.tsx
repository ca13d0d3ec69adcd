import { useRef, useState } from 'react';
import { Button } from '#ui/controls/Button.tsx';
import { Tooltip } from '#ui/controls/Tooltip.tsx';
import type { GenerationStore } from '../jobs/createGenerationStore.ts';
import { useMetricsText, useResultsText } from '../metrics/useResultsText.ts';
import styles from './NumbersPanel.module.css';
import { readPoints } from './readPoints.ts';
import type { ResultSide } from './resultSide.ts';

export interface PointSourceRowProps {
	readonly side: ResultSide;
	readonly generation: GenerationStore;
	/** Whether another result stands beside it. */
	readonly isPair: boolean;
}

/** Whose points a report is of, and the way to measure with those of another tracker, or with our own again. */
export function PointSourceRow({ side, generation, isPair }: PointSourceRowProps) {
	const t = useResultsText().report;
	const words = useMetricsText();
	const input = useRef<HTMLInputElement>(null);
	const [problem, setProblem] = useState<string>();
	const { job, report, tracks } = side;
	if (!report) return null;
	const { measuredFrom, video } = report;
	const letter = isPair ? side.letter : '';
	const { putReport } = generation.getState();
	const choose = async (files: readonly File[]) => {
		const wanted = { tracks: tracks.length, frames: video.frameCount };
		const points = await readPoints(files, wanted, words, t.twoFiles);
		if (!points.ok) return setProblem(points.error);
		setProblem(undefined);
		putReport(job.id, { state: 'waiting', points: points.value });
	};
	return (
		<div className={styles.points}>
			<span className={styles.quiet}>
				{measuredFrom === undefined ? t.ownTracker(letter) : t.otherTracker(letter, measuredFrom)}
			</span>
			<input
				ref={input}
				type="file"
				hidden
				multiple
				accept=".npy,.npz"
				onChange={({ currentTarget }) => {
					const files = [...(currentTarget.files ?? [])];
					// The same file may be chosen again.
					currentTarget.value = '';
					if (files.length > 0) void choose(files);
				}}
			/>
			<Tooltip content={t.chooseHint}>
				<Button size="s" onClick={() => input.current?.click()}>
					{t.chooseTracks}
				</Button>
			</Tooltip>
			{measuredFrom !== undefined && (
				<Button
					size="s"
					variant="quiet"
					onClick={() => putReport(job.id, { state: 'waiting', points: 'own' })}
				>
					{t.useOwn}
				</Button>
			)}
			{problem && (
				<p className={styles.problem} role="alert">
					{problem}
				</p>
			)}
		</div>
	);
}
