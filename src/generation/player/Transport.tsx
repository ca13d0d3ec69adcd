import { Pause, Play, Repeat, StepBack, StepForward } from 'lucide-react';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { Slider } from '#ui/controls/Slider.tsx';
import { useText } from '#ui/text/useText.tsx';
import { timeCode } from '../format/timeCode.ts';
import styles from './Transport.module.css';
import type { Playback, VideoClip } from './useVideoPlayback.ts';

export interface TransportProps {
	readonly playback: Playback;
	readonly clip: VideoClip;
	readonly loop: boolean;
	readonly onLoop: (loop: boolean) => void;
	readonly speed: number;
	readonly onSpeed: (speed: number) => void;
}

const speeds = [0.25, 0.5, 1, 2];

/** Play, step, scrub, loop and speed of a video. */
export function Transport({ playback, clip, loop, onLoop, speed, onSpeed }: TransportProps) {
	const t = useText().generation.player;
	const { frame, playing } = playback;
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
			<div className={styles.scrub}>
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
