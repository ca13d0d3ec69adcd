import { expect, test } from 'vitest';
import { buildPyramid, type Plane } from '../pointTracking/pyramid.ts';
import { sceneFrames } from '../testing/movingScene.ts';
import { meanDifference } from './frameChange.ts';
import { gridFlow, warpBack } from './gridFlow.ts';
import { structuralSimilarity } from './structuralSimilarity.ts';

const planeOf = (dx: number, dy: number): Plane => {
	const scene = { width: 160, height: 96, frameCount: 1, movers: [], ground: () => ({ dx, dy }) };
	const [frame] = [...sceneFrames(scene)];
	return { width: 160, height: 96, values: Float32Array.from(frame!.values) };
};
const pyramid = (plane: Plane) => buildPyramid(plane, 3);

test('a shift of the whole is found at every point of the grid, and taken out', () => {
	const [before, now] = [planeOf(0, 0), planeOf(3.4, -2.2)];
	const flow = gridFlow(pyramid(before), pyramid(now));
	expect([flow.columns, flow.rows]).toEqual([10, 6]);
	for (let i = 0; i < flow.steps.length; i += 2) {
		expect(Math.abs(flow.steps[i]! - 3.4)).toBeLessThan(0.2);
		expect(Math.abs(flow.steps[i + 1]! + 2.2)).toBeLessThan(0.2);
	}
	const left = meanDifference(before, warpBack(now, flow, 1));
	expect(left).toBeLessThan(0.1 * meanDifference(before, now));
});

test('SSIM: 1 with itself, less when shifted, by the formula for two flat greys, null where nothing is meant', () => {
	const plane = planeOf(0, 0);
	expect(structuralSimilarity(plane, plane).whole).toBeCloseTo(1, 9);
	expect(structuralSimilarity(plane, planeOf(2, 0)).whole).toBeLessThan(0.8);
	const flat = (grey: number): Plane => ({
		width: 16,
		height: 16,
		values: new Float32Array(256).fill(grey),
	});
	const c1 = (0.01 * 255) ** 2;
	const expected = (2 * 100 * 50 + c1) / (100 * 100 + 50 * 50 + c1);
	expect(structuralSimilarity(flat(100), flat(50)).meant).toBeCloseTo(expected, 9);
	expect(structuralSimilarity(plane, plane, () => false).meant).toBe(null);
});
