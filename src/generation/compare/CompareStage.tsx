import {
	type CSSProperties,
	type PointerEvent,
	type ReactNode,
	type RefObject,
	useRef,
	useState,
} from 'react';
import { Slider } from '#ui/controls/Slider.tsx';
import { Spinner } from '#ui/controls/Spinner.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { VideoSource } from '../jobs/useVideoUrl.ts';
import { useResultsText } from '../metrics/useResultsText.ts';
import { MeasuredTracks } from '../player/MeasuredTracks.tsx';
import type { Playback } from '../player/useVideoPlayback.ts';
import box from '../player/videoBox.module.css';
import styles from './CompareStage.module.css';
import type { ResultSide } from './resultSide.ts';
import { UnplayablePicture } from './UnplayablePicture.tsx';
import { followedFrame } from './usePairPlayback.ts';

export const compareModes = ['side', 'wipe', 'difference', 'flip'] as const;
export type CompareMode = (typeof compareModes)[number];

export interface StageVideo {
	readonly side: ResultSide;
	readonly video: RefObject<HTMLVideoElement | null>;
	readonly source: VideoSource;
}

export interface CompareStageProps {
	readonly a: StageVideo;
	readonly b: StageVideo | undefined;
	readonly mode: CompareMode;
	/** Which one is seen in the mode `flip`. */
	readonly front: 'A' | 'B';
	/** Where B begins in the mode `wipe`, 0..1 from the left. */
	readonly wipe: number;
	readonly onWipe: (wipe: number) => void;
	readonly playback: Playback;
	readonly loop: boolean;
	readonly overlay: { readonly planned: boolean; readonly measured: boolean };
}

/** One video, or two: beside each other, B over A up to a line, their difference, or one at a time. */
export function CompareStage(props: CompareStageProps) {
	const { a, b, mode, front, wipe, onWipe, playback, loop, overlay } = props;
	const t = useResultsText().compare;
	const stage = useRef<HTMLDivElement>(null);
	const shown = b ? mode : 'side';
	// The difference is of the pictures alone: lines over both would be in it.
	const lines = shown === 'difference' ? undefined : overlay;
	const drag = (event: PointerEvent) => {
		if (shown !== 'wipe' || event.buttons !== 1) return;
		const picture = stage.current?.querySelector('[data-picture]')?.getBoundingClientRect();
		if (picture) onWipe(Math.min(1, Math.max(0, (event.clientX - picture.left) / picture.width)));
	};
	const frameOfB = b
		? followedFrame(playback.frame, countOf(a.side), countOf(b.side))
		: playback.frame;
	return (
		<>
			<div
				ref={stage}
				className={styles.stage}
				data-mode={shown}
				data-front={front}
				data-single={b ? undefined : ''}
				style={{ '--wipe': wipe } as CSSProperties}
				onPointerDown={drag}
				onPointerMove={drag}
			>
				<Picture
					stage={a}
					frame={playback.frame}
					overlay={lines}
					onPress={shown === 'wipe' ? undefined : playback.playing ? playback.pause : playback.play}
				>
					<video
						ref={a.video}
						className={box.video}
						src={a.source.state === 'ready' ? a.source.url : undefined}
						aria-label={a.side.name}
						muted
						playsInline
						autoPlay={!matchMedia('(prefers-reduced-motion: reduce)').matches}
						loop={loop}
						tabIndex={-1}
						{...playback.handlers}
					/>
				</Picture>
				{b && (
					<Picture stage={b} frame={frameOfB} overlay={lines}>
						<video
							ref={b.video}
							className={box.video}
							src={b.source.state === 'ready' ? b.source.url : undefined}
							aria-label={b.side.name}
							muted
							playsInline
							tabIndex={-1}
						/>
					</Picture>
				)}
			</div>
			{shown === 'wipe' && (
				<div className={styles.wipe}>
					<Slider
						label={t.wipeAt}
						placement="hidden"
						min={0}
						max={100}
						value={Math.round(wipe * 100)}
						format={(value) => `${value} %`}
						onInput={(value) => onWipe(value / 100)}
					/>
				</div>
			)}
		</>
	);
}

function Picture({
	stage: { side, source },
	frame,
	overlay,
	onPress,
	children,
}: {
	readonly stage: StageVideo;
	readonly frame: number;
	readonly overlay: CompareStageProps['overlay'] | undefined;
	readonly onPress?: (() => void) | undefined;
	readonly children: ReactNode;
}) {
	const { player } = useText().generation;
	const { width, height } = side.job.video ?? side.job.document.frame;
	const [hasFailed, setFailed] = useState(false);
	const isPlayable =
		side.job.video?.playable !== false && source.state !== 'unplayable' && !hasFailed;
	return (
		<div className={styles.cell} data-letter={side.letter}>
			{/* biome-ignore lint/a11y/useKeyWithClickEvents: Space and the button play; this is for the mouse */}
			{/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
			<div
				className={box.picture}
				data-picture=""
				style={{ aspectRatio: `${width} / ${height}`, '--aspect': width / height } as CSSProperties}
				onClick={isPlayable ? onPress : undefined}
				onErrorCapture={() => setFailed(true)}
			>
				{isPlayable ? (
					children
				) : (
					<UnplayablePicture job={side.job} bytes={'bytes' in source ? source.bytes : undefined} />
				)}
				{source.state === 'loading' && (
					<span className={box.over}>
						<Spinner size={20} label={player.loading} />
					</span>
				)}
				{source.state === 'gone' && <span className={box.over}>{player.noVideo}</span>}
				{overlay && isPlayable && side.report && (
					<MeasuredTracks tracks={side.tracks} report={side.report} frame={frame} {...overlay} />
				)}
			</div>
		</div>
	);
}

const countOf = ({ job }: ResultSide) => ({ frameCount: job.video?.frameCount ?? 1 });
