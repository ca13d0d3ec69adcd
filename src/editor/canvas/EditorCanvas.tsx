import { useEffect, useLayoutEffect, useRef } from 'react';
import { useText } from '#ui/text/useText.tsx';
import { attachKeyboardInput } from '../input/keyboardInput.ts';
import { attachPointerInput } from '../input/pointerInput.ts';
import { attachWheelInput } from '../input/wheelInput.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { toolCursor, toolHint } from '../tools/toolRegistry.ts';
import { useEditor } from '../useEditor.ts';
import { CanvasStatus } from './CanvasStatus.tsx';
import { createScene, type Scene } from './createScene.ts';
import styles from './EditorCanvas.module.css';
import type { Picture } from './paintPicture.ts';
import { useDevicePixelRatio } from './useDevicePixelRatio.ts';
import { useTheme } from './useTheme.ts';

export interface EditorCanvasProps {
	readonly store: EditorStore;
	/** The start image; a smaller copy will do, it is drawn over image space. */
	readonly picture: Picture | null;
}

/** The picture with the tracks on it, and the hand on them. */
export function EditorCanvas(props: EditorCanvasProps) {
	const { store } = props;
	const text = useText().editor;
	const container = useRef<HTMLDivElement>(null);
	const stage = useRef<HTMLDivElement>(null);
	const hint = useEditor(store, (state) => toolHint(state.heldTool ?? state.tool, state.hover));
	useScene(stage, props);
	useInput(container, store);
	return (
		<div
			ref={container}
			className={styles.canvas}
			role="application"
			aria-label={text.canvas}
			aria-description={text.hints[hint]}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: an application region takes the keyboard itself
			tabIndex={0}
		>
			<div ref={stage} />
			<CanvasStatus store={store} />
		</div>
	);
}

/** Keeps the Konva stage in an element: made with it, drawn in the page's colours and at the screen's resolution. */
function useScene(
	container: { readonly current: HTMLDivElement | null },
	{ store, picture }: EditorCanvasProps,
) {
	const theme = useTheme();
	const pixelRatio = useDevicePixelRatio();
	const scene = useRef<Scene>(null);
	useLayoutEffect(() => {
		if (!container.current) return;
		const created = createScene(container.current, store);
		scene.current = created;
		return created.dispose;
	}, [container, store]);
	// The store is named because its scene is a new one.
	// biome-ignore lint/correctness/useExhaustiveDependencies: see above
	useLayoutEffect(
		() => scene.current?.show({ picture, theme }, pixelRatio),
		[store, picture, theme, pixelRatio],
	);
}

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
			const cursor = toolCursor(state.heldTool ?? state.tool, state.hover);
			if (element.style.cursor !== cursor) element.style.cursor = cursor;
		};
		point(store.getState());
		const stops = [
			store.subscribe(point),
			attachPointerInput(element, store),
			attachWheelInput(element, store),
			attachKeyboardInput(window, element, store),
			() => observer.disconnect(),
		];
		return () => {
			for (const stop of stops) stop();
		};
	}, [container, store]);
}
