import { expect, test } from 'vitest';
import { emptyDocument, type Track } from '#core/document/document.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { defaultTheme, trackColor } from '../palette.ts';
import { type ActiveLook, activeScene } from './activeScene.ts';
import { frameScene } from './frameScene.ts';
import { arrowHead } from './glyphs.ts';
import { headsScene } from './headsScene.ts';
import { inactiveScene } from './inactiveScene.ts';
import type { DiscsMark, Mark } from './mark.ts';
import { screenLine } from './screenLine.ts';
import { findTrackView, numberTracks } from './trackView.ts';

const one = { scale: 1, x: 0, y: 0 };
const track = (id: string, patch: Partial<Track> = {}): Track => ({
	id,
	name: id,
	color: 2,
	visible: true,
	locked: false,
	kind: 'path',
	points: [
		{ x: 100, y: 100, mode: 'smooth' },
		{ x: 200, y: 140, mode: 'corner' },
		{ x: 340, y: 100, mode: 'smooth' },
	],
	closed: false,
	timing: { start: 0, end: 1, easing: 'linear' },
	...patch,
});
const pin = (id: string) => track(id, { kind: 'pin', points: [{ x: 50, y: 60, mode: 'smooth' }] });
const views = (...tracks: Track[]) => numberTracks({ ...emptyDocument, tracks });
const calm: ActiveLook = { selected: true, hovered: false, selectedPoints: [] };
const magenta = trackColor(defaultTheme, 2);

const discs = (marks: readonly Mark[], radius: number): readonly DiscsMark[] =>
	marks.filter((m): m is DiscsMark => m.type === 'discs' && m.radius === radius);

test('casings come before every line, so that marks read on any picture', () => {
	const marks = inactiveScene(views(track('a'), track('b', { color: 3 })), one, defaultTheme);
	const strokes = marks.flatMap((m) => ('stroke' in m && m.type === 'path' ? [m.stroke] : []));
	expect(strokes[0]).toBe(defaultTheme.casing);
	expect(strokes.indexOf(magenta)).toBeGreaterThan(0);
});

test('tracks of one colour share one line mark', () => {
	const marks = inactiveScene(views(track('a'), track('b'), track('c')), one, defaultTheme);
	const lines = marks.filter((m) => m.type === 'path' && m.stroke === magenta);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatchObject({ lineWidth: 2 });
});

test('hidden tracks are not drawn, locked ones are thin and faint', () => {
	expect(inactiveScene(views(track('a', { visible: false })), one, defaultTheme)).toEqual([]);
	const marks = inactiveScene(views(track('a', { locked: true })), one, defaultTheme);
	expect(marks).toContainEqual(
		expect.objectContaining({ stroke: magenta, lineWidth: 1.5, alpha: 0.6, type: 'path' }),
	);
});

test('badges show the numbers, counted by kind', () => {
	const marks = inactiveScene(views(pin('p'), track('a'), track('b')), one, defaultTheme);
	expect(marks.flatMap((m) => (m.type === 'text' ? [m.text] : []))).toEqual(['1', '2']);
	const document = { ...emptyDocument, tracks: [track('a'), pin('p'), pin('q')] };
	expect(findTrackView(document, 'q')?.number).toBe(2);
});

test('frame dots lie at the samples of the frame times, none on the last two', () => {
	const a = track('a');
	const clip = { length: 25, fps: 4 };
	const marks = activeScene(
		views(a)[0]!,
		{ ...calm, frameDots: clip },
		{ scale: 2, x: 5, y: 7 },
		defaultTheme,
	);
	const small = discs(marks, 1.6)[0]!.centers;
	const large = discs(marks, 3.25)[0]!.centers;
	expect((small.length + large.length) / 2).toBe(23);
	const samples = sampleTrack(a);
	// Frame 4 is the second at 1 s; frame k reads sample 5 k.
	expect(large[2]).toBeCloseTo(samples[2 * 20]! * 2 + 5, 9);
	expect(large[3]).toBeCloseTo(samples[2 * 20 + 1]! * 2 + 7, 9);
	expect(small[0]).toBeCloseTo(samples[2 * 5]! * 2 + 5, 9);
});

test('a track that has arrived has no more dots', () => {
	const a = track('a', { timing: { start: 0, end: 0.5, easing: 'linear' } });
	const marks = activeScene(
		views(a)[0]!,
		{ ...calm, frameDots: { length: 25, fps: 4 } },
		one,
		defaultTheme,
	);
	const count = discs(marks, 1.6)[0]!.centers.length + discs(marks, 3.25)[0]!.centers.length;
	expect(count / 2).toBe(12);
});

test('dots thin out to every 2nd, 4th, 8th frame when they would run together', () => {
	const count = (scale: number) => {
		const look = { ...calm, frameDots: { length: 161, fps: 40 } };
		const marks = activeScene(views(track('a'))[0]!, look, { scale, x: 0, y: 0 }, defaultTheme);
		return discs(marks, 1.6)[0]!.centers.length / 2;
	};
	expect(count(4)).toBeGreaterThan(count(1));
	expect(count(1)).toBeGreaterThan(count(0.25));
});

test('a point keeps its shape when it is selected', () => {
	const look = { ...calm, selectedPoints: [1] };
	const marks = activeScene(views(track('a'))[0]!, look, one, defaultTheme);
	const white = marks.find((m) => m.type === 'path' && m.fill === '#ffffff');
	expect(white).toMatchObject({ stroke: magenta, lineWidth: 2.5 });
	expect(white?.type === 'path' && white.subpaths[0]).toHaveLength(8);
});

test('heads are where the samples are, pins have none', () => {
	const a = track('a');
	const marks = headsScene([a, pin('p')], 0.5, ['a'], one, defaultTheme);
	const samples = sampleTrack(a);
	expect(discs(marks, 4.8)[0]!.centers).toEqual([samples[120], samples[121]]);
	expect(discs(marks, 5.5)[0]!.centers).toEqual([]);
});

test('only what of the picture lies outside the frame is dimmed', () => {
	const rect = { x: 0, y: 20, width: 100, height: 60 };
	const [dim] = frameScene(
		rect,
		{ width: 100, height: 100 },
		{ scale: 2, x: 1, y: 3 },
		defaultTheme,
	);
	expect(dim).toMatchObject({
		evenOdd: true,
		subpaths: [
			[1, 3, 201, 3, 201, 203, 1, 203],
			[1, 43, 201, 43, 201, 163, 1, 163],
		],
	});
});

test('an arrow points along the end of the line, a still line has none', () => {
	expect(arrowHead([0, 0, 50, 0])).toEqual([50, 0, 38, 5.5, 38, -5.5]);
	expect(arrowHead([5, 5, 5, 5])).toBeUndefined();
	expect(arrowHead([5, 5])).toBeUndefined();
});

test('a line on the screen keeps its ends and drops what is too near', () => {
	const points = Float64Array.from([0, 0, 0.1, 0, 0.2, 0, 5, 0, 5.1, 0]);
	expect([...screenLine(points, one)]).toEqual([0, 0, 5, 0, Math.fround(5.1), 0]);
});
