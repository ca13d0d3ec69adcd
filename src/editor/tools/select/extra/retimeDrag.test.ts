import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { createDriver, documentWith, pathOf } from '../../../testing/createDriver.ts';

const line = pathOf('line', [
	[100, 100],
	[500, 100],
]);
const selected = () => createDriver(documentWith([line])).click(150, 100);
const alt = { alt: true };

test('a dot dragged along the path is there at its moment, one undo step', () => {
	const driver = selected().drag(200, 100, 350, 130, alt);
	const [track] = driver.tracks();
	expect(track?.points).toHaveLength(3);
	expect(track?.points[1]).toMatchObject({ x: expect.closeTo(350), y: 100, time: 0.25 });
	expect(sampleTrack(track!)[60]).toBeCloseTo(350, 6);
	expect(driver.undoLabels()).toEqual(['setTimeKey']);
	driver.store.undo();
	expect(driver.tracks()[0]).toBe(line);
});

test('a second drag of the same moment moves it instead of adding another', () => {
	const driver = selected().drag(200, 100, 350, 100, alt).click(150, 100);
	driver.drag(352, 100, 420, 100, alt);
	const times = driver.tracks()[0]?.points.map((p) => p.time);
	expect(times?.filter((time) => time !== undefined)).toEqual([0.25]);
	expect(sampleTrack(driver.tracks()[0]!)[60]).toBeCloseTo(420, 6);
});

test('Escape puts the path back, and beyond another time key nothing is set', () => {
	const driver = selected().pointerDown(200, 100, alt).pointerMove(240, 100).pointerMove(300, 100);
	driver.store.escape();
	expect(driver.tracks()[0]).toBe(line);
	const keyed = selected().drag(200, 100, 250, 100, alt).click(150, 100);
	const before = keyed.tracks()[0]!;
	keyed.drag(400, 100, 150, 100, alt);
	expect(keyed.tracks()[0]).toBe(before);
});

test('whatever is dragged where, the path keeps its shape and passes places in order', () => {
	const x = fc.integer({ min: 120, max: 480 });
	fc.assert(
		fc.property(fc.array(fc.tuple(x, x), { maxLength: 4 }), (drags) => {
			const driver = selected();
			for (const [from, to] of drags) driver.click(105, 100).drag(from, 100, to, 100, alt);
			const samples = sampleTrack(driver.tracks()[0]!);
			for (let i = 2; i < samples.length; i += 2) {
				expect(samples[i]).toBeGreaterThanOrEqual(samples[i - 2]! - 1e-6);
				expect(samples[i + 1]).toBeCloseTo(100, 6);
			}
		}),
		{ numRuns: 40 },
	);
});
