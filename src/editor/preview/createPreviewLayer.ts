import type { WanDocument } from '#core/document/document.ts';
import { clipSeconds, shareToFrame } from '#core/trajectory/time.ts';
import type { CanvasUnderlay } from '../canvas/EditorCanvas.tsx';
import type { FrameClock } from '../playback/startPlayback.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { frameRectOf } from '../store/imageSpace.ts';

/** What paints the frames of a draft, of the size of the output frame. */
export interface PreviewPainter {
	/** The draft of a document at one of its frames; undefined while there is none. Valid until the next call. */
	paint(document: WanDocument, frame: number): CanvasImageSource | undefined;
	/** Called when `paint` would give something else for the same document. @returns stops it. */
	subscribe(listener: () => void): () => void;
}

export interface PreviewLayer extends CanvasUnderlay {
	dispose(): void;
}

/**
 * The draft over the picture, at the playhead. While something is dragged it plays, over and over, unless the person
 * asked for less motion: what a path does is seen while it is drawn.
 */
export function createPreviewLayer(
	store: EditorStore,
	painter: PreviewPainter,
	clock: FrameClock & { readonly wantsLessMotion: boolean },
): PreviewLayer {
	let round = 0;
	/** Share of the clip that is shown while something is dragged. */
	let playing: number | undefined;
	let began = 0;
	let handle: number | undefined;
	const repaint = () => {
		round++;
		// The layers look again at what they draw.
		store.setView({});
	};
	const tick = (timeMs: number) => {
		handle = undefined;
		if (!isDragging(store.getState())) {
			playing = undefined;
			repaint();
			return;
		}
		// Before the store is told, whose listener would ask for another.
		handle = clock.requestAnimationFrame(tick);
		began ||= timeMs;
		const seconds = clipSeconds(store.getDocument().frame);
		playing = seconds > 0 ? ((timeMs - began) / 1000 / seconds) % 1 : 0;
		repaint();
	};
	const stops = [
		painter.subscribe(repaint),
		store.subscribe((state) => {
			if (handle !== undefined || clock.wantsLessMotion || !isDragging(state)) return;
			began = 0;
			handle = clock.requestAnimationFrame(tick);
		}),
	];
	const frameOf = (state: EditorState): number =>
		shareToFrame(playing ?? state.playhead, state.history.present.frame.length);
	repaint();
	return {
		watch: (state) => [
			round,
			state.history.present,
			frameOf(state),
			state.viewport,
			state.canvas,
			state.view.hidesOverlay,
			state.view.dimImage,
		],
		paint(context, state) {
			const picture = painter.paint(state.history.present, frameOf(state));
			if (!picture) return;
			const { viewport } = state;
			const rect = frameRectOf(state.history.present);
			const x = rect.x * viewport.scale + viewport.x;
			const y = rect.y * viewport.scale + viewport.y;
			const width = rect.width * viewport.scale;
			const height = rect.height * viewport.scale;
			context.save();
			context.imageSmoothingEnabled = viewport.scale < 4;
			context.drawImage(picture, x, y, width, height);
			if (state.view.dimImage) {
				context.fillStyle = 'rgb(0 0 0 / .4)';
				context.fillRect(x, y, width, height);
			}
			context.restore();
		},
		dispose() {
			for (const stop of stops) stop();
			if (handle !== undefined) clock.cancelAnimationFrame(handle);
		},
	};
}

/** Something is changed by hand, while the clip does not play by itself. */
const isDragging = ({ history, isPlaying }: EditorState): boolean =>
	history.gesture !== null && !isPlaying;
