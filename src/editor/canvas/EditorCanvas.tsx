import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { Stage } from 'react-konva/lib/ReactKonvaCore';
import { paintCanvas2d } from '#render/painters/canvas2d.ts';
import type { Theme } from '#render/palette.ts';
import type { Mark } from '#render/scene/mark.ts';
import { useText } from '#ui/text/useText.tsx';
import { attachClipboardInput } from '../input/clipboardInput.ts';
import { attachKeyboardInput } from '../input/keyboardInput.ts';
import { attachPointerInput } from '../input/pointerInput.ts';
import { useKeyWords } from '../input/useKeyWords.ts';
import { attachWheelInput } from '../input/wheelInput.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { hintOf } from '../tools/hintOf.ts';
import { loadToolkit, toolkit } from '../tools/loadToolkit.ts';
import type { Toolkit } from '../tools/toolkit.ts';
import { toolCursor } from '../tools/toolRegistry.ts';
import { useEditor } from '../useEditor.ts';
import { CanvasStatus } from './CanvasStatus.tsx';
import {
	activeMarks,
	areManyHeads,
	createInactiveViews,
	frameMarks,
	headMarks,
	inactiveMarks,
	showsHeads,
} from './canvasScene.ts';
import type { RestPainter } from './createRestPainter.ts';
import styles from './EditorCanvas.module.css';
import { type Picture, paintPicture } from './paintPicture.ts';
import { type Paint, SceneLayer } from './SceneLayer.tsx';
import { useDevicePixelRatio } from './useDevicePixelRatio.ts';
import { useTheme } from './useTheme.ts';

export interface EditorCanvasProps {
	readonly store: EditorStore;
	/** The start image; a smaller copy will do, it is drawn over image space. */
	readonly picture: Picture | null;
	/** Drawn over the picture and below the tracks. */
	readonly underlay?: CanvasUnderlay | undefined;
	/** Drawn over the tracks; lets the pointer through. */
	readonly overlay?: ReactNode;
}

/** A layer from elsewhere; see `SceneLayer`. Keep its identity. */
export interface CanvasUnderlay {
	readonly watch: (state: EditorState) => readonly unknown[];
	readonly paint: (context: CanvasRenderingContext2D, state: EditorState, theme: Theme) => void;
}

/** The picture with the tracks on it, and the hand on them. */
export function EditorCanvas({ store, picture, underlay, overlay }: EditorCanvasProps) {
	const text = useText().editor;
	const container = useRef<HTMLDivElement>(null);
	const size = useEditor(store, (state) => state.canvas);
	const hint = useEditor(store, hintOf);
	useInput(container, store);
	useToolkit(store, picture !== null);
	const withKeys = useKeyWords(store);
	return (
		<div
			ref={container}
			className={styles.canvas}
			role="application"
			aria-label={text.canvas}
			aria-description={withKeys(text.hints[hint])}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: an application region takes the keyboard itself
			tabIndex={0}
		>
			{size.width > 0 && (
				<Stage width={size.width} height={size.height} listening={false}>
					<Layers store={store} picture={picture} underlay={underlay} />
				</Stage>
			)}
			{overlay}
			<CanvasStatus store={store} />
		</div>
	);
}

/** The four layers: picture, tracks at rest, tracks under work, playhead heads. */
function Layers({ store, picture, underlay }: EditorCanvasProps) {
	const theme = useTheme();
	const text = useText().editor;
	const pixelRatio = useDevicePixelRatio();
	const paints = useMemo(() => {
		const inactive = createInactiveViews();
		const paintImage: Paint = (context, state) => {
			paintPicture(context, picture, state, 'rgb(128 132 140 / .16)');
			if (state.view.dimImage) {
				context.fillStyle = 'rgb(0 0 0 / .4)';
				context.fillRect(0, 0, state.canvas.width, state.canvas.height);
			}
			paintCanvas2d(context, frameMarks(state, theme, text));
		};
		const unlessHidden =
			(marks: (state: EditorState) => Mark[]): Paint =>
			(context, state) => {
				if (!state.view.hidesOverlay) paintCanvas2d(context, marks(state));
			};
		let rest: RestPainter | null = null;
		const paintBase: Paint = (context, state, redraw) => {
			if (state.view.hidesOverlay) return;
			const views = inactive(state);
			rest ??= toolkit()?.createRestPainter(theme) ?? null;
			if (rest) rest.paint(context, views, state, redraw);
			else paintCanvas2d(context, inactiveMarks(views, state, theme));
		};
		const dispose = () => rest?.dispose();
		const paintActive = unlessHidden((state) => activeMarks(state, theme, text));
		let stamp: ReturnType<Toolkit['createHeadStamps']> | null = null;
		const paintHeads: Paint = (context, state) => {
			if (state.view.hidesOverlay) return;
			paintCanvas2d(context, headMarks(state, theme, text));
			if (!areManyHeads(state) || !showsHeads(state)) return;
			stamp ??= toolkit()?.createHeadStamps(theme) ?? null;
			stamp?.(context, state);
		};
		return { paintImage, paintBase, paintActive, paintHeads, dispose };
	}, [picture, theme, text]);
	useEffect(() => paints.dispose, [paints]);
	const watchBase = useMemo(() => {
		const inactive = createInactiveViews();
		return (state: EditorState) => [
			inactive(state),
			state.viewport,
			state.canvas,
			state.view.hidesOverlay,
		];
	}, []);
	const paintUnderlay = useMemo<Paint>(
		() => (context, state) => {
			if (!state.view.hidesOverlay) underlay?.paint(context, state, theme);
		},
		[underlay, theme],
	);
	const shared = { store, pixelRatio };
	return (
		<>
			<SceneLayer {...shared} watch={watchImage} paint={paints.paintImage} />
			{underlay && <SceneLayer {...shared} watch={underlay.watch} paint={paintUnderlay} />}
			<SceneLayer {...shared} watch={watchBase} paint={paints.paintBase} />
			<SceneLayer {...shared} watch={watchActive} paint={paints.paintActive} />
			<SceneLayer {...shared} watch={watchHeads} paint={paints.paintHeads} />
		</>
	);
}

const watchImage = (state: EditorState) => [
	state.history.present.image,
	state.history.present.frame,
	state.viewport,
	state.canvas,
	state.view.dimImage,
	// Thirds come and go with the drag of the frame.
	state.tool.id === 'select' && state.tool.state.name === 'extra',
	toolkit(),
];

const watchActive = (state: EditorState) => [
	state.selection.trackIds.length > 0 || state.hover ? state.history.present : null,
	state.selection,
	state.hover,
	state.tool,
	state.viewport,
	state.canvas,
	state.frameDots,
	state.options.box,
	state.options.pivot,
	state.view,
	state.hover?.type === 'path' ? state.pointer : null,
	state.crosshair,
	toolkit(),
];

const watchHeads = (state: EditorState) => [
	state.playhead,
	state.isPlaying,
	state.playhead === 0 && state.view.onionSkin === 0 ? null : state.history.present.tracks,
	state.history.present.camera,
	state.view,
	state.selection.trackIds,
	state.viewport,
	state.canvas,
];

/** Fetches what a plain drag does not need, once the picture has been painted. */
function useToolkit(store: EditorStore, isPictureThere: boolean) {
	useEffect(() => {
		if (!isPictureThere) return;
		const timer = setTimeout(() => {
			loadToolkit().then(
				// The layers look again at what they draw.
				() => store.setView({}),
				// Fetched again when a tool is taken up.
				() => undefined,
			);
		}, toolkitDelayMs);
		return () => clearTimeout(timer);
	}, [store, isPictureThere]);
}

const toolkitDelayMs = 100;

/** Listens to the element and the page, measures the element, sets its cursor. */
function useInput(container: { readonly current: HTMLDivElement | null }, store: EditorStore) {
	useEffect(() => {
		const element = container.current;
		if (!element) return;
		const measure = () =>
			store.setCanvasSize({ width: element.clientWidth, height: element.clientHeight });
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		measure();
		const point = (state: EditorState) => {
			const isResting = !state.heldTool && state.tool.state.name === 'idle';
			const cursor =
				(isResting && state.handleCursor) || toolCursor(state.heldTool ?? state.tool, state.hover);
			if (element.style.cursor !== cursor) element.style.cursor = cursor;
		};
		point(store.getState());
		const stops = [
			store.subscribe(point),
			attachPointerInput(element, store),
			attachWheelInput(element, store),
			attachKeyboardInput(window, element, store),
			attachClipboardInput(window, element, store),
			() => observer.disconnect(),
		];
		return () => {
			for (const stop of stops) stop();
		};
	}, [container, store]);
}
