import { useMemo, useState } from 'react';
import { Segmented } from '#ui/controls/Segmented.tsx';
import { Select } from '#ui/controls/Select.tsx';
import type { ChartLine } from '../metrics/charts/createLineChart.ts';
import { Histogram } from '../metrics/charts/Histogram.tsx';
import { LineChart } from '../metrics/charts/LineChart.tsx';
import { NumberTable } from '../metrics/charts/NumberTable.tsx';
import { useResultsText } from '../metrics/useResultsText.ts';
import styles from './ChartsPanel.module.css';
import { errorLines, frameTable, histogramBars, speedLines } from './chartLines.ts';
import type { ResultSide } from './resultSide.ts';

export interface ChartsPanelProps {
	readonly sides: readonly ResultSide[];
	/** In the order of A's plan; null: the mean of all. */
	readonly track: number | null;
	readonly onTrack: (track: number | null) => void;
	readonly frame: number;
	readonly onSeek: (frame: number) => void;
}

/** Error over time, speed planned and measured, and how errors spread; as charts or as tables. */
export function ChartsPanel({ sides, track, onTrack, frame, onSeek }: ChartsPanelProps) {
	const t = useResultsText().charts;
	const [view, setView] = useState<'chart' | 'table'>('chart');
	const [first] = sides;
	const fps = first?.job.video?.fps ?? 16;
	const speedTrack = track ?? 0;
	const errors = useMemo(() => errorLines(sides, track), [sides, track]);
	const speeds = useMemo(
		() => speedLines(sides, speedTrack, fps, t.planned),
		[sides, speedTrack, fps, t],
	);
	const spread = useMemo(() => histogramBars(sides, t), [sides, t]);
	const floor = first?.report?.noiseFloorPx;
	if (!first || errors.length === 0) return null;
	const nameOf = (index: number) => first.tracks[index]?.name ?? '';
	return (
		<section className={styles.charts}>
			<header className={styles.bar}>
				<Select
					flat
					size="s"
					label={t.track}
					placement="hidden"
					value={track === null ? 'all' : String(track)}
					options={[
						{ value: 'all', label: t.allTracks },
						...first.tracks.map(({ name }, i) => ({ value: String(i), label: name })),
					]}
					onChange={(value) => onTrack(value === 'all' ? null : Number(value))}
				/>
				<Segmented
					label={t.view}
					size="s"
					value={view}
					segments={[
						{ value: 'chart', label: t.chart },
						{ value: 'table', label: t.table },
					]}
					onChange={setView}
				/>
			</header>
			<div className={styles.row}>
				<figure className={styles.figure}>
					<figcaption className={styles.caption}>
						<b>{t.error}</b> {track === null ? t.allTracks : nameOf(track)}, {t.errorUnit}
						<Legend lines={errors} />
						{floor !== undefined && <span className={styles.floor}>{t.noise}</span>}
					</figcaption>
					{view === 'chart' ? (
						<LineChart
							label={t.error}
							lines={errors}
							fps={fps}
							floor={floor}
							frame={frame}
							onSeek={onSeek}
						/>
					) : (
						<NumberTable label={t.error} {...frameTable(errors, fps, t)} />
					)}
				</figure>
				<figure className={styles.figure}>
					<figcaption className={styles.caption}>
						<b>{t.speed}</b> {nameOf(speedTrack)}, {t.speedUnit}
						<Legend lines={speeds} />
					</figcaption>
					{view === 'chart' ? (
						<LineChart label={t.speed} lines={speeds} fps={fps} frame={frame} onSeek={onSeek} />
					) : (
						<NumberTable label={t.speed} {...frameTable(speeds, fps, t)} />
					)}
				</figure>
				<figure className={styles.figure}>
					<figcaption className={styles.caption}>
						<b>{t.histogram}</b> {t.histogramUnit}
					</figcaption>
					{view === 'chart' ? (
						<Histogram label={t.histogram} bars={spread} />
					) : (
						<NumberTable
							label={t.histogram}
							head={[t.errorRange, ...sides.map(({ letter }) => `${letter}, %`)]}
							rows={spread.map(({ label, shares }) => [
								label,
								...shares.map((share) => (share * 100).toFixed(1)),
							])}
						/>
					)}
				</figure>
			</div>
		</section>
	);
}

function Legend({ lines }: { readonly lines: readonly ChartLine[] }) {
	return (
		<span className={styles.legend}>
			{lines.map(({ label, color, dash }) => (
				<span key={label} className={styles.key}>
					<span
						className={styles.stroke}
						data-dashed={dash ? '' : undefined}
						style={{ color: `var(${color})` }}
					/>
					{label}
				</span>
			))}
		</span>
	);
}
