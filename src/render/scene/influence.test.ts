import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type WanDocument } from '#core/document/document.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { defaultTheme } from '../palette.ts';
import { type HeatTheme, heatTable, writeHeat } from './influenceColors.ts';
import { footprintMarks, spanMarks } from './influenceMarks.ts';

const heat: HeatTheme = {
	stops: [
		[0, 0, 0, 0],
		[20, 140, 180, 0.2],
		[60, 190, 215, 0.4],
		[200, 240, 255, 0.6],
	],
	over: 'red',
};

test('a weight has the colour of its stop, and of the last one above 1', () => {
	const pixels = new Uint8ClampedArray(5 * 4);
	writeHeat([0, 0.25, 0.5, 1, 1.7], heatTable(heat), pixels);
	expect([...pixels.slice(0, 4)]).toEqual([0, 0, 0, 0]);
	// The table has 256 steps: 0.25 and 0.5 fall between two.
	const near = (at: number, color: readonly number[]) =>
		color.forEach((value, i) => {
			expect(Math.abs(pixels[at * 4 + i]! - value)).toBeLessThanOrEqual(1);
		});
	near(1, [20, 140, 180, 51]);
	near(2, [60, 190, 215, 102]);
	near(3, [200, 240, 255, 153]);
	near(4, [200, 240, 255, 153]);
});

test('a heavier weight is never more transparent', () => {
	const table = heatTable(heat);
	for (let i = 1; i < 256; i++) expect(table[i * 4 + 3]).toBeGreaterThanOrEqual(table[i * 4 - 1]!);
});

const image = {
	sha256: 'a'.repeat(64),
	width: 1664,
	height: 960,
	name: 'a.png',
	mediaType: 'image/png',
};
const empty: WanDocument = { ...emptyDocument, image };
const track = createTrack(empty, 'a', 'path', [
	{ x: 100, y: 480, mode: 'smooth' },
	{ x: 1300, y: 480, mode: 'smooth' },
]);
const document: WanDocument = { ...empty, tracks: [track] };
const view = { scale: 0.5, x: 10, y: 20 };

test('the footprint has its true size in the picture: 13.5 frame px at 480p', () => {
	const first = (samples: Float64Array) => ({ x: samples[0]!, y: samples[1]! });
	const marks = footprintMarks(document, [track], first, view, defaultTheme);
	// 2 image px a frame px, half of it on the screen.
	expect(marks).toMatchObject([
		{ type: 'discs', centers: [60, 260] },
		{ type: 'discs', centers: [60, 260], dash: [3, 3] },
	]);
	for (const mark of marks) expect(mark).toHaveProperty('radius', expect.closeTo(13.47, 2));
	expect(
		footprintMarks(document, [{ ...track, visible: false }], first, view, defaultTheme),
	).toEqual([]);
});

test('the mark of a bad stretch lies beside it, 6 px away, from the first to the last of its samples', () => {
	const span = { trackId: 'a', fromSample: 30, toSample: 60 };
	const [, dash] = spanMarks(document, [span], view, defaultTheme);
	if (dash?.type !== 'path') throw new Error('no dash');
	expect(dash).toMatchObject({ stroke: defaultTheme.danger, lineWidth: 2 });
	const line = Array.from(dash.subpaths[0]!);
	const samples = sampleTrack(track);
	expect(line[0]).toBeCloseTo(samples[60]! * 0.5 + 10, 0);
	expect(line.at(-2)).toBeCloseTo(samples[120]! * 0.5 + 10, 0);
	for (let i = 1; i < line.length; i += 2) expect(line[i]).toBeCloseTo(260 - 6, 5);
	expect(spanMarks(document, [{ ...span, trackId: 'gone' }], view, defaultTheme)).toEqual([]);
});
