import { Pause, Play, Repeat, SkipBack, StepBack, StepForward } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { clipSeconds, shareToFrame } from '#core/trajectory/time.ts';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { useEditor } from '../useEditor.ts';
import styles from './Transport.module.css';

/** Play, step, loop, and where the playhead is. */
export function Transport({ store }: { readonly store: EditorStore }) {
	const text = useText().editor;
	const isPlaying = useEditor(store, (state) => state.isPlaying);
	const isLooping = useEditor(store, (state) => state.isLooping);
	return (
		<div className={styles.transport}>
			<IconButton
				className={styles.first}
				label={text.firstFrame}
				icon={SkipBack}
				shortcut="Home"
				onClick={store.toFirstFrame}
			/>
			<IconButton
				label={text.previousFrame}
				icon={StepBack}
				shortcut=","
				onClick={() => store.stepFrames(-1)}
			/>
			<IconButton
				label={isPlaying ? text.pause : text.play}
				icon={isPlaying ? Pause : Play}
				shortcut="Space"
				onClick={store.togglePlay}
			/>
			<IconButton
				label={text.nextFrame}
				icon={StepForward}
				shortcut="."
				onClick={() => store.stepFrames(1)}
			/>
			<IconButton label={text.loop} icon={Repeat} pressed={isLooping} onClick={store.toggleLoop} />
			<Clock store={store} />
		</div>
	);
}

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
