import { ArrowLeft, Columns2, Diff, FlipHorizontal2, SquareSplitHorizontal } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Job } from '#jobs/job.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Segmented } from '#ui/controls/Segmented.tsx';
import { ToggleButton } from '#ui/controls/ToggleButton.tsx';
import type { Comparing, GenerationStore } from '../jobs/createGenerationStore.ts';
import { MeasureState } from '../metrics/MeasureState.tsx';
import { useResultsText } from '../metrics/useResultsText.ts';
import { playerKey } from '../player/playerKeys.ts';
import { Transport } from '../player/Transport.tsx';
import { ChartsPanel } from './ChartsPanel.tsx';
import { type CompareMode, CompareStage, compareModes } from './CompareStage.tsx';
import styles from './CompareView.module.css';
import { DifferencesPanel } from './DifferencesPanel.tsx';
import { MoreNumbers, NumbersPanel } from './NumbersPanel.tsx';
import { ReportMenu } from './ReportMenu.tsx';
import { ResultPicker } from './ResultPicker.tsx';
import { SideLetter } from './SideLetter.tsx';
import { TracksTable } from './TracksTable.tsx';
import { usePair } from './usePair.ts';
import { useResultSide } from './useResultSide.ts';
import { WhyPanel } from './WhyPanel.tsx';

export interface CompareViewProps {
	readonly generation: GenerationStore;
	/** Results with a video, oldest first. */
	readonly jobs: readonly Job[];
	readonly a: Job;
	readonly b: Job | undefined;
	/** No room for two beside each other. */
	readonly isNarrow: boolean;
	readonly onPick: (comparing: Comparing) => void;
	readonly onClose: () => void;
	/** Settings of the app, at the end. */
	readonly children?: ReactNode;
}

/** A result alone or two in sync, with charts, numbers, causes and what differs; fills the window. */
export function CompareView(props: CompareViewProps) {
	const { generation, jobs, a: jobA, b: jobB, isNarrow, onPick, onClose, children } = props;
	const { compare: t } = useResultsText();
	const a = useResultSide(generation, jobA, 'A');
	const b = useResultSide(generation, jobB, 'B');
	const sides = b ? [a, b] : [a];
	const [chosen, setMode] = useState<CompareMode>('side');
	const [front, setFront] = useState<'A' | 'B'>('A');
	const [track, setTrack] = useState<number | null>(null);
	const [overlay, setOverlay] = useState({ planned: true, measured: true });
	const mode = isNarrow && chosen === 'side' ? 'flip' : chosen;
	const player = usePair(generation, a, b);
	const { playback, clip } = player;
	const flip = () => setFront(front === 'A' ? 'B' : 'A');
	const onKey = (event: KeyboardEvent) => {
		const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
		const isTyping = (event.target as HTMLElement).closest(typing);
		const wanted = compareModes[Number(event.key) - 1];
		if (isPlain && !isTyping && b && wanted) setMode(wanted);
		else if (isPlain && !isTyping && b && event.key.toLowerCase() === 'f') {
			setMode('flip');
			flip();
		} else if (!playerKey(event, playback, clip, player.range)) return;
		event.preventDefault();
		event.stopPropagation();
	};
	const pick = (which: 'a' | 'b', id: string | null) => {
		const next = { a: jobA.id, b: jobB?.id ?? null, [which]: id };
		onPick(next.b === next.a ? { a: next.a, b: which === 'a' ? jobA.id : null } : next);
	};
	return (
		<section className={styles.view} aria-label={t.region} tabIndex={-1} onKeyDown={onKey}>
			<header className={styles.head}>
				<h2 className={styles.title}>{t.title}</h2>
				{b && (
					<div className={styles.modes}>
						<Segmented
							label={t.layout}
							value={mode}
							segments={[
								{
									value: 'side',
									label: t.side,
									icon: Columns2,
									iconOnly: isNarrow,
									disabled: isNarrow,
								},
								{ value: 'wipe', label: t.wipe, icon: SquareSplitHorizontal, iconOnly: isNarrow },
								{ value: 'difference', label: t.difference, icon: Diff, iconOnly: isNarrow },
								{ value: 'flip', label: t.flip, icon: FlipHorizontal2, iconOnly: isNarrow },
							]}
							onChange={setMode}
						/>
					</div>
				)}
				<span className={styles.actions}>
					<ReportMenu sides={sides} isNarrow={isNarrow} />
					<Button variant="primary" icon={ArrowLeft} onClick={onClose}>
						{t.back}
					</Button>
				</span>
			</header>
			<div className={styles.body}>
				<div className={styles.main}>
					<div className={styles.player}>
						<div className={styles.pickers}>
							<ResultPicker
								letter="A"
								generation={generation}
								jobs={jobs}
								value={jobA.id}
								onChange={(id) => pick('a', id)}
							/>
							<ResultPicker
								letter="B"
								generation={generation}
								jobs={jobs}
								value={jobB?.id ?? null}
								onChange={(id) => pick('b', id)}
							/>
						</div>
						<CompareStage
							key={`${jobA.id} ${jobB?.id}`}
							{...player.stage}
							mode={mode}
							front={front}
							playback={playback}
							overlay={overlay}
						/>
						<div className={styles.transport}>
							<Transport playback={playback} clip={clip} {...player.transport} />
							<ToggleButton
								label={t.showPlanned}
								pressed={overlay.planned}
								onPressedChange={(planned) => setOverlay({ ...overlay, planned })}
							/>
							<ToggleButton
								label={t.showMeasured}
								pressed={overlay.measured}
								onPressedChange={(measured) => setOverlay({ ...overlay, measured })}
							/>
							{b && mode === 'flip' && (
								<Button size="s" shortcut="F" onClick={flip}>
									{t.flipTo(front === 'A' ? 'B' : 'A')}
								</Button>
							)}
							<span className="visually-hidden" role="status">
								{b && mode === 'flip' && t.showing(front)}
							</span>
						</div>
					</div>
					<ChartsPanel
						sides={sides}
						track={track}
						onTrack={setTrack}
						frame={playback.frame}
						onSeek={playback.seek}
					/>
					<div className={styles.tracks}>
						<TracksTable sides={sides} chosen={track} onChoose={setTrack} />
					</div>
				</div>
				<aside className={styles.side}>
					{sides
						.filter(({ report }) => !report)
						.map(({ job, letter }) => (
							<div key={letter} className={styles.unmeasured}>
								{b && <SideLetter letter={letter} />}
								<MeasureState job={job} generation={generation} />
							</div>
						))}
					<NumbersPanel sides={sides} generation={generation} />
					{sides.map((side) => (
						<WhyPanel
							key={side.letter}
							side={side}
							isPair={b !== undefined}
							onShow={(frame, index) => {
								playback.seek(frame);
								const id = index === undefined ? undefined : side.tracks[index]?.id;
								const own = a.tracks.findIndex((other) => other.id === id);
								setTrack(own < 0 ? null : own);
								if (b && mode === 'flip') setFront(side.letter);
							}}
						/>
					))}
					{b && <DifferencesPanel a={a} b={b} />}
					<MoreNumbers sides={sides} />
					{children}
				</aside>
			</div>
		</section>
	);
}

/** Where a letter is text. */
const typing =
	'input:not([type=radio], [type=range]), [role="combobox"], [role="listbox"], [role="menu"]';
