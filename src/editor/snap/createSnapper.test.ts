import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toolContext } from '../store/toolContext.ts';
import { createDriver, documentWith, pathOf, pinOf } from '../testing/createDriver.ts';
import { createSnapper } from './createSnapper.ts';

const contextOf = (...tracks: ReturnType<typeof pathOf>[]) => {
	const { store } = createDriver(documentWith(tracks));
	store.setOptions({ snaps: true });
	return { context: toolContext(store.getState(), () => 'x'), store };
};
const whole = (id: string) => ({ trackIds: [id], points: null });
const one = (trackId: string, index: number) => ({
	trackIds: [trackId],
	points: { trackId, indices: [index] },
});

test('a pin is drawn to a control point within 6 screen px, and shows which', () => {
	const path = pathOf('a', [
		[200, 200],
		[330, 290],
	]);
	const { context } = contextOf(path, pinOf('p', 100, 100));
	const snap = createSnapper(context, whole('p'))!;
	expect(snap(103, 98)).toEqual({
		dx: 100,
		dy: 100,
		guides: [{ type: 'place', x: 200, y: 200 }],
	});
	expect(snap(120, 75)).toMatchObject({ dx: 120, dy: 75, guides: [] });
});

test('it is drawn to a path, to thirds of the picture, and to even gaps', () => {
	const { context } = contextOf(
		pathOf('a', [
			[100, 50],
			[500, 50],
		]),
		pinOf('p', 300, 300),
	);
	expect(createSnapper(context, whole('p'))!(13, -247)).toMatchObject({ dx: 13, dy: -250 });
	const thirds = contextOf(pinOf('p', 100, 100));
	expect(createSnapper(thirds.context, whole('p'))!(179, 60)).toMatchObject({
		dx: 832 / 3 - 100,
		dy: 60,
	});
	const even = contextOf(pinOf('a', 100, 130), pinOf('b', 150, 70), pinOf('p', 400, 405));
	expect(createSnapper(even.context, whole('p'))!(-198, -10)).toMatchObject({ dx: -200 });
});

test('a point is drawn to 45 degrees from its neighbour and to the place of equal spacing', () => {
	const { context } = contextOf(
		pathOf('a', [
			[90, 110],
			[150, 110],
			[300, 250],
		]),
	);
	const snap = createSnapper(context, one('a', 2))!;
	expect(snap(-90, -138)).toMatchObject({ dx: -90, dy: -140 });
	const ray = snap(0, 12);
	expect(ray.dx + 300 - 150).toBeCloseTo(ray.dy + 250 - 110, 6);
});

test('the grid holds what nothing else draws', () => {
	const { context, store } = contextOf(pinOf('p', 100, 100));
	store.setOptions({ grid: 10 });
	const snap = createSnapper(
		toolContext(store.getState(), () => 'x'),
		whole('p'),
	)!;
	expect(snap(23, 34)).toMatchObject({ dx: 20, dy: 30 });
	store.setOptions({ snaps: false });
	expect(
		createSnapper(
			toolContext(store.getState(), () => 'x'),
			whole('p'),
		),
	).toBeNull();
	expect(context.options.grid).toBe(0);
});

test('whatever lies around, a drag is moved by 6 screen px at most on each axis', () => {
	const place = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 460 }));
	fc.assert(
		fc.property(fc.array(place, { minLength: 2, maxLength: 8 }), place, place, (list, at, by) => {
			const { context } = contextOf(pathOf('a', list), pinOf('p', at[0], at[1]));
			const { dx, dy } = createSnapper(context, whole('p'))!(by[0], by[1]);
			expect(Math.abs(dx - by[0])).toBeLessThanOrEqual(6 + 1e-9);
			expect(Math.abs(dy - by[1])).toBeLessThanOrEqual(6 + 1e-9);
		}),
		{ numRuns: 80 },
	);
});
