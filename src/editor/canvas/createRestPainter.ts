import { flattenTrack } from '#core/trajectory/samplePath.ts';
import { paintCanvas2d, paintSteps } from '#render/painters/canvas2d.ts';
import type { Theme } from '#render/palette.ts';
import { inactiveScene } from '#render/scene/inactiveScene.ts';
import type { TrackView } from '#render/scene/trackView.ts';
import type { Viewport } from '#render/scene/viewport.ts';
import type { EditorState } from '../store/editorState.ts';

/** Points of paths that are drawn at once, about 24 tracks of ten control points: 20 ms without a GPU. */
const mostPointsAtOnce = 6000;
/** Points of a step: a few ms, less while somebody drags something. */
const pointsPerStep = { pressed: 1200, free: 4000 } as const;
/** Lines of a mark that are drawn in one go. */
const linesPerPart = 4;
/** Between two steps the page sees to its own. */
const pauseMs = { pressed: 4, free: 0 } as const;
/** Ms between two looks at a drawing that is not done. */
const progressMs = 100;

/** What a bitmap shows. */
interface Content {
	readonly views: readonly TrackView[];
	readonly viewport: Viewport;
	/** CSS px. */
	readonly width: number;
	readonly height: number;
	/** Pixels of the bitmap a CSS px. */
	readonly ratio: number;
}

interface Bitmap {
	readonly canvas: HTMLCanvasElement;
	content: Content | null;
}

/**
 * Draws the tracks at rest. Few are drawn as they are; many from a bitmap that is drawn anew in steps of a few ms while
 * the old one is shown: moved and scaled to the view, with the tracks that it lacks on top. So a track that is taken up
 * among hundreds stays at its old place for a moment instead of holding the hand up.
 */
export interface RestPainter {
	readonly paint: (
		context: CanvasRenderingContext2D,
		views: readonly TrackView[],
		state: EditorState,
		/** Called later, when there is more to paint. */
		redraw: () => void,
	) => void;
	readonly dispose: () => void;
}

export function createRestPainter(theme: Theme): RestPainter {
	let tell = () => {};
	let front: Bitmap | null = null;
	let back: Bitmap | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let steps: Generator<number, void, undefined> | null = null;
	let isPressed = false;
	let told = 0;

	const stop = (): void => {
		clearTimeout(timer);
		steps = null;
	};
	const forget = (): void => {
		stop();
		front = null;
		back = null;
	};
	const start = (content: Content): void => {
		stop();
		back = prepare(back, content);
		const context = back.canvas.getContext('2d');
		if (!context) return;
		const { ratio, width, height } = content;
		context.setTransform(ratio, 0, 0, ratio, 0, 0);
		context.clearRect(0, 0, width, height);
		steps = paintSteps(
			context,
			inactiveScene(content.views, content.viewport, theme),
			linesPerPart,
		);
		told = performance.now();
		timer = setTimeout(step, pauseMs[pace()]);
	};
	const pace = () => (isPressed ? 'pressed' : 'free');
	const step = (): void => {
		let points = 0;
		while (steps && points < pointsPerStep[pace()]) {
			const next = steps.next();
			if (next.done) {
				finish();
				return;
			}
			points += next.value;
		}
		if (performance.now() - told > progressMs) {
			told = performance.now();
			tell();
		}
		timer = setTimeout(step, pauseMs[pace()]);
	};
	const finish = (): void => {
		steps = null;
		[front, back] = [back, front];
		tell();
	};

	return {
		paint(context, views, state, redraw) {
			tell = redraw;
			const { width, height } = state.canvas;
			if (pointsOf(views) <= mostPointsAtOnce) {
				forget();
				paintCanvas2d(context, inactiveScene(views, state.viewport, theme));
				return;
			}
			isPressed = state.isPressed;
			const ratio = context.getTransform().a;
			const wanted = { views, viewport: state.viewport, width, height, ratio };
			if (!isSame(front?.content, wanted)) {
				// A view that moves on waits for the bitmap under way; other tracks make that one worthless.
				const isUnderWay = steps !== null && back?.content?.views === views;
				if (!isUnderWay) start(wanted);
			} else stop();
			paintBitmaps(context, wanted);
		},
		dispose: forget,
	};

	function paintBitmaps(context: CanvasRenderingContext2D, content: Content): void {
		const shown = new Set(front?.content?.views.map(({ track }) => track));
		const missing = content.views.filter(({ track }) => !shown.has(track));
		if (pointsOf(missing) > mostPointsAtOnce) {
			// Another document, or very much of it: what is drawn so far says more than the old bitmap.
			if (back && steps) paintBitmap(context, back, content.viewport);
			return;
		}
		if (front) paintBitmap(context, front, content.viewport);
		paintCanvas2d(context, inactiveScene(missing, content.viewport, theme));
	}
}

const isSame = (a: Content | null | undefined, b: Content): boolean =>
	a?.views === b.views &&
	a.viewport === b.viewport &&
	a.width === b.width &&
	a.height === b.height &&
	a.ratio === b.ratio;

/** A bitmap of the right size; the given one, made new where there is none. */
function prepare(before: Bitmap | null, content: Content): Bitmap {
	const bitmap = before ?? { canvas: document.createElement('canvas'), content: null };
	const { canvas } = bitmap;
	const width = Math.round(content.width * content.ratio);
	const height = Math.round(content.height * content.ratio);
	if (canvas.width !== width) canvas.width = width;
	if (canvas.height !== height) canvas.height = height;
	bitmap.content = content;
	return bitmap;
}

/** Where a bitmap's picture lies in another view. */
function paintBitmap(
	context: CanvasRenderingContext2D,
	{ canvas, content }: Bitmap,
	viewport: Viewport,
): void {
	if (!content) return;
	const scale = viewport.scale / content.viewport.scale;
	context.drawImage(
		canvas,
		viewport.x - content.viewport.x * scale,
		viewport.y - content.viewport.y * scale,
		content.width * scale,
		content.height * scale,
	);
}

const pointsOf = (views: readonly TrackView[]): number =>
	views.reduce((sum, { track }) => (track.visible ? sum + flattenTrack(track).length / 2 : sum), 0);
