import {
	ArrowLeftFromLine,
	ArrowRightFromLine,
	Pause,
	Play,
	Repeat,
	StepBack,
	StepForward,
	X,
} from 'lucide-react';
import type { CSSProperties } from 'react';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { Slider } from '#ui/controls/Slider.tsx';
import { useText } from '#ui/text/useText.tsx';
import { timeCode } from '../format/timeCode.ts';
import { useResultsText } from '../metrics/useResultsText.ts';
import styles from './Transport.module.css';
import type { LoopRange } from './useLoopRange.ts';
import type { Playback, VideoClip } from './useVideoPlayback.ts';

export interface TransportProps {
	readonly playback: Playback;
	readonly clip: VideoClip;
	readonly loop: boolean;
	readonly onLoop: (loop: boolean) => void;
	readonly speed: number;
	readonly onSpeed: (speed: number) => void;
	/** The stretch that is looped. */
	readonly range: LoopRange;
}

const speeds = [0.25, 0.5, 1, 2];

/** Play, step, scrub, loop and speed of a video. */
export function Transport({ playback, clip, loop, onLoop, speed, onSpeed, range }: TransportProps) {
	const t = useText().generation.player;
	const words = useResultsText().player;
	const { frame, playing } = playback;
	const last = Math.max(1, clip.frameCount - 1);
	return (
		<div className={styles.transport}>
			<IconButton
				icon={StepBack}
				label={t.previous}
				shortcut=","
				onClick={() => playback.seek(frame - 1)}
			/>
			<IconButton
				icon={playing ? Pause : Play}
				label={playing ? t.pause : t.play}
				shortcut="Space"
				onClick={playing ? playback.pause : playback.play}
			/>
			<IconButton
				icon={StepForward}
				label={t.next}
				shortcut="."
				onClick={() => playback.seek(frame + 1)}
			/>
			<IconButton icon={Repeat} label={t.loop} pressed={loop} onClick={() => onLoop(!loop)} />
			<IconButton
				icon={ArrowRightFromLine}
				label={words.loopStart}
				shortcut="Alt+I"
				onClick={() => range.startAt(frame)}
			/>
			<IconButton
				icon={ArrowLeftFromLine}
				label={words.loopEnd}
				shortcut="Alt+O"
				onClick={() => range.endAt(frame)}
			/>
			{!range.isWhole && (
				<>
					<span className={styles.range}>{words.loopRange(range.from + 1, range.to + 1)}</span>
					<IconButton icon={X} size="s" label={words.loopAll} onClick={range.clear} />
				</>
			)}
			<div
				className={styles.scrub}
				data-range={range.isWhole ? undefined : ''}
				style={{ '--from': range.from / last, '--to': range.to / last } as CSSProperties}
			>
				<Slider
					label={t.scrub}
					placement="hidden"
					min={0}
					max={Math.max(0, clip.frameCount - 1)}
					value={frame}
					format={(value) => t.frameOf(value, clip.frameCount)}
					onInput={playback.seek}
				/>
			</div>
			<span className={styles.time}>{timeCode(frame / clip.fps)}</span>
			<span className={styles.frame}>{t.frameOf(frame, clip.frameCount)}</span>
			<div className={styles.speed}>
				<Select
					flat
					size="s"
					label={t.speed}
					placement="hidden"
					value={String(speed)}
					options={speeds.map((value) => ({ value: String(value), label: `${value}×` }))}
					onChange={(value) => onSpeed(Number(value))}
				/>
			</div>
		</div>
	);
}
