import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type WanDocument } from '#core/document/document.ts';
import { paintCanvas2d } from '#render/painters/canvas2d.ts';
import { defaultTheme } from '#render/palette.ts';
import { inactiveScene } from '#render/scene/inactiveScene.ts';
import { numberTracks, type TrackView } from '#render/scene/trackView.ts';
import { type EditorState, initialState } from '../store/editorState.ts';
import { createRestPainter } from './createRestPainter.ts';

const size = { width: 600, height: 300 };
const viewport = { scale: 1, x: 0, y: 0 };

/** Bent paths side by side, so that each has pixels of its own. */
function manyTracks(count: number): WanDocument {
	const tracks = Array.from({ length: count }, (_, n) =>
		createTrack(
			emptyDocument,
			`t${n}`,
			'path',
			Array.from({ length: 60 }, (_, i) => ({
				x: 20 + n * 9 + 3 * Math.sin(i * 3),
				y: 20 + i * 4,
				mode: 'smooth' as const,
			})),
		),
	);
	return { ...emptyDocument, tracks };
}

function createCanvas() {
	const canvas = Object.assign(document.createElement('canvas'), size);
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no context');
	const read = () => context.getImageData(0, 0, size.width, size.height).data;
	return { context, read };
}

function createPainter(state: EditorState) {
	const painter = createRestPainter(defaultTheme);
	const { context, read } = createCanvas();
	const paint = (views: readonly TrackView[]): void => {
		context.clearRect(0, 0, size.width, size.height);
		painter.paint(context, views, state, () => paint(views));
	};
	return { paint, read, dispose: painter.dispose };
}

function atOnce(views: readonly TrackView[]): Uint8ClampedArray {
	const { context, read } = createCanvas();
	paintCanvas2d(context, inactiveScene(views, viewport, defaultTheme));
	return read();
}

/** Share of the pixels that differ by more than a shade: lines drawn in parts are darker where casings cross. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
	let count = 0;
	for (let i = 3; i < a.length; i += 4) if (Math.abs(a[i]! - b[i]!) > 60) count++;
	return count / (a.length / 4);
}

const state: EditorState = { ...initialState(), canvas: size, viewport };

test('many tracks come to look as if drawn at once', async () => {
	const views = numberTracks(manyTracks(60));
	const { paint, read, dispose } = createPainter(state);
	paint(views);
	await expect.poll(() => difference(read(), atOnce(views))).toBeLessThan(0.005);
	dispose();
});

test('a track taken up leaves a moment later, one put down is there at once', async () => {
	const all = numberTracks(manyTracks(60));
	const without = all.filter((_, n) => n !== 30);
	const { paint, read, dispose } = createPainter(state);
	paint(all);
	await expect.poll(() => difference(read(), atOnce(all))).toBeLessThan(0.005);
	paint(without);
	expect(difference(read(), atOnce(all))).toBeLessThan(0.005);
	const lone = difference(atOnce(all), atOnce(without));
	await expect.poll(() => difference(read(), atOnce(all))).toBeGreaterThan(lone / 2);
	paint(all);
	expect(difference(read(), atOnce(all))).toBeLessThan(lone / 2);
	dispose();
});

test('a view that moves takes the drawing along', async () => {
	const views = numberTracks(manyTracks(60));
	const painter = createRestPainter(defaultTheme);
	const { context, read } = createCanvas();
	const paint = (at: number, redraw: () => void = () => {}): void => {
		context.clearRect(0, 0, size.width, size.height);
		painter.paint(context, views, { ...state, viewport: { ...viewport, x: at } }, redraw);
	};
	await new Promise<void>((done) => paint(0, done));
	paint(0);
	const before = read();
	paint(24);
	const moved = read();
	const differing = before.findIndex(
		(value, i) => i % (4 * size.width) < 4 * 500 && moved[i + 96] !== value,
	);
	expect(differing).toBe(-1);
	painter.dispose();
});
