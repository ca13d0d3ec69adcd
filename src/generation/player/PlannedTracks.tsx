import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { paintCanvas2d } from '#render/painters/canvas2d.ts';
import { defaultTheme } from '#render/palette.ts';
import { plannedScene } from '#render/scene/plannedScene.ts';
import styles from './PlannedTracks.module.css';

export interface PlannedTracksHandle {
	/** Draws the tracks with their heads at a share of the clip, 0..1. */
	draw(share: number): void;
}

export interface PlannedTracksProps {
	/** The document of the job: its tracks as they were when Generate was pressed. */
	readonly document: WanDocument;
	/** Where the heads stand, 0..1; undefined: where `draw` put them last. */
	readonly share?: number | undefined;
	readonly ref?: Ref<PlannedTracksHandle>;
}

/**
 * The planned tracks over a video or preview of a job; fills its positioned parent, whose aspect is the frame's.
 * Drawn from outside by `draw`, in step with the video's frames and not with React's. Cost of a draw: O(points).
 */
export function PlannedTracks({ document, share, ref }: PlannedTracksProps) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const state = useRef({ document, share: share ?? 0 });
	state.current.document = document;
	useImperativeHandle(ref, () => ({
		draw(next) {
			state.current.share = next;
			paint(canvas.current, state.current);
		},
	}));
	useEffect(() => {
		const element = canvas.current;
		if (!element) return;
		const observer = new ResizeObserver(() => paint(element, state.current));
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	// biome-ignore lint/correctness/useExhaustiveDependencies: painted again when either changes
	useEffect(() => {
		if (share !== undefined) state.current.share = share;
		paint(canvas.current, state.current);
	}, [document, share]);
	return <canvas ref={canvas} className={styles.canvas} />;
}

function paint(
	canvas: HTMLCanvasElement | null,
	{ document, share }: { readonly document: WanDocument; readonly share: number },
): void {
	const context = canvas?.getContext('2d');
	if (!canvas || !context || !document.image) return;
	const width = canvas.clientWidth;
	const height = canvas.clientHeight;
	const ratio = globalThis.devicePixelRatio || 1;
	if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
	if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
	context.setTransform(ratio, 0, 0, ratio, 0, 0);
	context.clearRect(0, 0, width, height);
	const { rect } = createFrameMapping(document.image, document.frame);
	const scale = width / rect.width;
	const viewport = { scale, x: -rect.x * scale, y: -rect.y * scale };
	paintCanvas2d(context, plannedScene(document, share, viewport, defaultTheme));
}
