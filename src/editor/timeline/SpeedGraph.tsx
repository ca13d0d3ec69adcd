import { type CSSProperties, useEffect, useRef } from 'react';
import { useText } from '#ui/text/useText.tsx';
import { subscribeCalmly } from '../calmly.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import styles from './SpeedGraph.module.css';
import { SpeedKeys } from './SpeedKeys.tsx';
import { sampleSpeeds, speedPath } from './speed.ts';
import { useTimeText } from './useTimeText.ts';

/** Speed of the selected track over the clip; written straight into the page, as it changes with every step of a drag. */
export function SpeedGraph({
	store,
	trackId,
	color,
}: {
	readonly store: EditorStore;
	readonly trackId: string;
	readonly color: number;
}) {
	const text = useText().editor;
	const time = useTimeText();
	const area = useRef<HTMLDivElement>(null);
	const line = useRef<SVGPathElement>(null);
	const fill = useRef<SVGPathElement>(null);
	const top = useRef<HTMLSpanElement>(null);
	const now = useRef<HTMLSpanElement>(null);
	useEffect(() => {
		let handle = 0;
		let lowest = 0;
		let speeds: Float64Array = new Float64Array(0);
		const draw = () => {
			handle = 0;
			const document = store.getDocument();
			const track = document.tracks.find((t) => t.id === trackId);
			if (!track) return;
			speeds = sampleSpeeds(track, document);
			const highest = speeds.reduce((a, b) => Math.max(a, b), 0);
			const path = speedPath(speeds, highest);
			line.current?.setAttribute('d', path);
			fill.current?.setAttribute('d', `${path}V1H0Z`);
			lowest = speeds.reduce((a, b) => Math.min(a, b), highest);
			write(top.current, String(Math.round(highest)));
			writeNow(store.getState());
		};
		const writeNow = ({ playhead }: EditorState) => {
			const at = Math.min(speeds.length - 1, Math.floor(playhead * speeds.length));
			write(now.current, `${text.speedNow(speeds[at] ?? 0)} · ${time.speedRange(lowest)}`);
		};
		draw();
		const unsubscribe = subscribeCalmly(store, (state, before) => {
			if (state.history.present !== before.history.present)
				handle ||= window.requestAnimationFrame(draw);
			else if (state.playhead !== before.playhead) writeNow(state);
		});
		return () => {
			unsubscribe();
			window.cancelAnimationFrame(handle);
		};
	}, [store, trackId, text, time]);
	return (
		<>
			<div className={styles.labels}>
				<span>{text.speed}</span>
				<span ref={top} className={styles.number} />
				<span ref={now} className={styles.now} />
				<span className={styles.number}>0</span>
			</div>
			<div
				className={styles.graph}
				style={{ '--bar': `var(--track-ui-${color})` } as CSSProperties}
			>
				<div ref={area} className={styles.area}>
					<svg
						aria-hidden="true"
						viewBox="0 0 120 1"
						preserveAspectRatio="none"
						className={styles.svg}
					>
						<path ref={fill} className={styles.fill} />
						<path ref={line} className={styles.line} />
					</svg>
					<SpeedKeys store={store} trackId={trackId} area={area} />
				</div>
			</div>
		</>
	);
}

/** Writing the same words again would still lay out the page. */
function write(element: HTMLElement | null, words: string): void {
	if (element && element.textContent !== words) element.textContent = words;
}
