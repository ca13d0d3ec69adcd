import { type PointerEvent, useEffect, useRef } from 'react';
import { clipSeconds, shareToFrame } from '#core/trajectory/time.ts';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { useEditor } from '../useEditor.ts';
import { createSlide } from './createSlide.ts';
import { LoopBand } from './LoopBand.tsx';
import styles from './Ruler.module.css';
import { scrubByKey, shareUnder } from './scrub.ts';
import { type RulerUnit, rulerTicks } from './ticks.ts';
import { useTimeText } from './useTimeText.ts';
import { useWidth } from './useWidth.ts';

/**
 * Seconds, frames or samples, and latent steps. Dragging on it scrubs, and so do the arrow keys on its playhead; with Shift
 * it makes the loop range.
 */
export function Ruler({ store, unit }: { readonly store: EditorStore; readonly unit: RulerUnit }) {
	const text = useTimeText();
	const span = useRef<HTMLDivElement>(null);
	const width = useWidth(span);
	const frame = useEditor(store, (state) => state.history.present.frame);
	/** Where a drag with Shift began, which makes the loop range. */
	const rangeFrom = useRef<number | null>(null);
	const shareOf = (event: PointerEvent) =>
		span.current ? shareUnder(event, span.current, frame.length) : 0;
	const scrub = (event: PointerEvent) => store.setPlayhead(shareOf(event));
	return (
		<div
			className={styles.ruler}
			onPointerDown={(event) => {
				if (event.button !== 0) return;
				event.currentTarget.setPointerCapture(event.pointerId);
				rangeFrom.current = event.shiftKey ? shareOf(event) : null;
				if (!event.shiftKey) scrub(event);
			}}
			onPointerMove={(event) => {
				if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
				const from = rangeFrom.current;
				if (from === null) scrub(event);
				else {
					const to = shareOf(event);
					store.setLoopRange({ start: Math.min(from, to), end: Math.max(from, to) });
				}
			}}
		>
			<div ref={span} className={styles.span}>
				{rulerTicks(frame, width, unit).map((tick) => (
					<span
						key={tick.share}
						className={styles.tick}
						data-kind={tick.kind}
						data-last={tick.share > 0.97 ? '' : undefined}
						style={{ left: `${tick.share * 100}%` }}
					>
						{tick.label !== undefined && (
							<span className={styles.label}>
								{unit === 'seconds' ? text.rulerSecond(tick.label) : tick.label}
							</span>
						)}
					</span>
				))}
				<LoopBand store={store} />
				<PlayheadGrip store={store} width={width} />
			</div>
		</div>
	);
}
/** The playhead's head, as a slider. */
function PlayheadGrip({ store, width }: { readonly store: EditorStore; readonly width: number }) {
	const text = useText().editor;
	const grip = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const element = grip.current;
		if (!element) return;
		const slide = createSlide(element, width);
		const write = ({ playhead, history, isPlaying }: EditorState) => {
			slide.to(playhead);
			if (isPlaying) return;
			const clip = history.present.frame;
			const at = shareToFrame(playhead, clip.length);
			element.setAttribute('aria-valuenow', String(at));
			element.setAttribute('aria-valuemax', String(clip.length - 1));
			element.setAttribute(
				'aria-valuetext',
				`${text.clock(playhead * clipSeconds(clip))}, ${text.frameOf(at + 1, clip.length)}`,
			);
		};
		write(store.getState());
		const stop = store.subscribe((state, before) => {
			if (
				state.playhead !== before.playhead ||
				state.isPlaying !== before.isPlaying ||
				state.history.present.frame !== before.history.present.frame
			)
				write(state);
		});
		return () => {
			stop();
			slide.dispose();
		};
	}, [store, text, width]);
	return (
		<div
			ref={grip}
			className={styles.grip}
			role="slider"
			tabIndex={0}
			aria-label={text.playhead}
			aria-valuemin={0}
			aria-valuenow={0}
			onKeyDown={(event) => {
				if (scrubByKey(store, event)) event.preventDefault();
			}}
		/>
	);
}
