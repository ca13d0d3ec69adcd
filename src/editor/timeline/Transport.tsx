import {
	Pause,
	Play,
	Repeat,
	Repeat1,
	SkipBack,
	StepBack,
	StepForward,
	ZoomIn,
	ZoomOut,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { clipSeconds, shareToFrame } from '#core/trajectory/time.ts';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { useText } from '#ui/text/useText.tsx';
import { ClockSwitch } from '../influence/ClockSwitch.tsx';
import { useShortcuts } from '../input/shortcuts.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { useEditor } from '../useEditor.ts';
import styles from './Transport.module.css';
import { type RulerUnit, rulerUnits } from './ticks.ts';
import { mostZoom } from './useTimelineZoom.ts';
import { useTimeText } from './useTimeText.ts';

/** Play, step, loop, and where the playhead is. */
export function Transport({
	store,
	unit,
	onUnit,
	zoom,
	onZoom,
}: {
	readonly store: EditorStore;
	readonly unit: RulerUnit;
	readonly onUnit: (unit: RulerUnit) => void;
	readonly zoom: number;
	readonly onZoom: (direction: 1 | -1) => void;
}) {
	const text = useText().editor;
	const time = useTimeText();
	const keys = useShortcuts(store);
	const rate = useEditor(store, (state) => state.playbackRate);
	const hasRange = useEditor(store, (state) => state.loopRange !== null);
	const isPlaying = useEditor(store, (state) => state.isPlaying);
	const isLooping = useEditor(store, (state) => state.isLooping);
	return (
		<div className={styles.transport}>
			<IconButton
				className={styles.first}
				label={text.firstFrame}
				icon={SkipBack}
				shortcut={keys('firstFrame')}
				onClick={store.toFirstFrame}
			/>
			<IconButton
				label={text.previousFrame}
				icon={StepBack}
				shortcut={keys('frameBack')}
				onClick={() => store.stepFrames(-1)}
			/>
			<IconButton
				label={isPlaying ? text.pause : text.play}
				icon={isPlaying ? Pause : Play}
				shortcut={keys('holdHand')}
				onClick={store.togglePlay}
			/>
			<IconButton
				label={text.nextFrame}
				icon={StepForward}
				shortcut={keys('frameForward')}
				onClick={() => store.stepFrames(1)}
			/>
			<IconButton label={text.loop} icon={Repeat} pressed={isLooping} onClick={store.toggleLoop} />
			{hasRange && (
				<IconButton
					label={time.clearLoop}
					icon={Repeat1}
					pressed
					onClick={() => store.setLoopRange(null)}
				/>
			)}
			<Clock store={store} />
			<span className={styles.grow} />
			<div className={styles.settings}>
				<ClockSwitch store={store} />
				<Select
					label={time.speed}
					placement="hidden"
					flat
					size="s"
					value={String(rate)}
					options={rates.map((value) => ({ value: String(value), label: time.speedOf(value) }))}
					onChange={(value) => store.setPlaybackRate(Number(value))}
				/>
				<Select<RulerUnit>
					label={time.unit}
					placement="hidden"
					flat
					size="s"
					value={unit}
					options={rulerUnits.map((value) => ({ value, label: time.units[value] }))}
					onChange={onUnit}
				/>
				<IconButton
					label={time.zoomOut}
					icon={ZoomOut}
					aria-disabled={zoom <= 1 || undefined}
					onClick={() => onZoom(-1)}
				/>
				<IconButton
					label={time.zoomIn}
					icon={ZoomIn}
					aria-disabled={zoom >= mostZoom || undefined}
					onClick={() => onZoom(1)}
				/>
			</div>
		</div>
	);
}

const rates = [0.25, 0.5, 1, 1.5, 2];

/** Written straight into the page, once for each frame of the clip: the screen's own frames come more often. */
function Clock({ store }: { readonly store: EditorStore }) {
	const text = useText().editor;
	const time = useRef<HTMLSpanElement>(null);
	const frame = useRef<HTMLSpanElement>(null);
	useEffect(() => {
		let written: string | undefined;
		const write = ({ playhead, history, isPlaying }: EditorState) => {
			const clip = history.present.frame;
			const count = text.frameOf(shareToFrame(playhead, clip.length) + 1, clip.length);
			const words = text.clock(playhead * clipSeconds(clip));
			if (written === (isPlaying ? count : count + words)) return;
			written = isPlaying ? count : count + words;
			if (time.current) time.current.textContent = words;
			if (frame.current) frame.current.textContent = count;
		};
		write(store.getState());
		return store.subscribe(write);
	}, [store, text]);
	return (
		<>
			<span ref={time} className={styles.time} />
			<span ref={frame} className={styles.frame} />
		</>
	);
}
