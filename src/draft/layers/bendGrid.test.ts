import { expect, test } from 'vitest';
import { bendVertices, createBendGrid } from './bendGrid.ts';

const box = { x: 10, y: 20, width: 60, height: 40 };
const handles = [
	{ x: 22, y: 32 },
	{ x: 58, y: 44 },
	{ x: 34, y: 56 },
];

test('a common turn and shift moves every vertex the same way', () => {
	const grid = createBendGrid(box, handles, 12);
	const move = (x: number, y: number) => [
		x * Math.cos(0.4) - y * Math.sin(0.4) + 30,
		x * Math.sin(0.4) + y * Math.cos(0.4) - 5,
	];
	const paths = handles.map(({ x, y }) => Float64Array.from([x, y, ...move(x, y)]));
	const out = new Float64Array(grid.rest.length);
	bendVertices(grid, paths, 1, out);
	for (let v = 0; v < out.length; v += 2) {
		const [x, y] = move(grid.rest[v]!, grid.rest[v + 1]!);
		expect(out[v]).toBeCloseTo(x!, 6);
		expect(out[v + 1]).toBeCloseTo(y!, 6);
	}
});

test('at rest every vertex is at rest', () => {
	const grid = createBendGrid(box, handles, 12);
	const out = new Float64Array(grid.rest.length);
	bendVertices(
		grid,
		handles.map(({ x, y }) => Float64Array.of(x, y)),
		0,
		out,
	);
	for (let v = 0; v < out.length; v++) expect(out[v]).toBeCloseTo(grid.rest[v]!, 6);
});

test('a handle on a vertex takes it exactly where its track says', () => {
	const grid = createBendGrid(box, [{ x: 22, y: 32 }, ...handles.slice(1)], 12);
	const paths = [
		Float64Array.of(22, 32, 30, 25),
		Float64Array.of(58, 44, 58, 44),
		Float64Array.of(34, 56, 20, 60),
	];
	const out = new Float64Array(grid.rest.length);
	bendVertices(grid, paths, 1, out);
	const at = grid.rest.findIndex(
		(x, i) => i % 2 === 0 && x === 22 && grid.rest[i + 1] === 32 + 1 / 3,
	);
	const near = at >= 0 ? at : nearest(grid.rest, 22, 32);
	expect(Math.hypot(out[near]! - 30, out[near + 1]! - 25)).toBeLessThan(6);
});

function nearest(rest: Float64Array, x: number, y: number): number {
	let best = 0;
	for (let v = 0; v < rest.length; v += 2)
		if (
			Math.hypot(rest[v]! - x, rest[v + 1]! - y) < Math.hypot(rest[best]! - x, rest[best + 1]! - y)
		)
			best = v;
	return best;
}
