import { expect, test } from 'vitest';
import { documentWith, pathOf, pinOf } from '../testing/createDriver.ts';
import { hitTest } from './hitTest.ts';

const one = { scale: 1, x: 0, y: 0 };
const line = pathOf('line', [
	[100, 100],
	[200, 100],
]);

test('a point is hit within 10 px, a start ring within 12, a path within 6', () => {
	const document = documentWith([line]);
	const at = (x: number, y: number) => hitTest(document, one, { x, y }, false)?.type;
	expect(at(200, 109)).toBe('point');
	expect(at(211, 100)).toBeUndefined();
	expect(at(89, 100)).toBe('point');
	expect(at(87, 100)).toBeUndefined();
	expect(at(150, 105)).toBe('path');
	expect(at(150, 107)).toBeUndefined();
});

test('a finger reaches further', () => {
	const document = documentWith([line]);
	expect(hitTest(document, one, { x: 150, y: 111 }, true)?.type).toBe('path');
	expect(hitTest(document, one, { x: 221, y: 100 }, true)?.type).toBe('point');
});

test('points beat pins, pins beat paths, whatever is nearer', () => {
	const document = documentWith([
		line,
		pinOf('pin', 150, 104),
		pathOf('p', [
			[158, 104],
			[300, 300],
		]),
	]);
	expect(hitTest(document, one, { x: 150, y: 104 }, false)).toMatchObject({ trackId: 'p' });
	expect(hitTest(document, one, { x: 143, y: 100 }, false)).toMatchObject({ type: 'pin' });
});

test('the nearest of a kind wins', () => {
	const document = documentWith([
		line,
		pathOf('near', [
			[208, 100],
			[400, 200],
		]),
	]);
	expect(hitTest(document, one, { x: 202, y: 100 }, false)).toMatchObject({ trackId: 'line' });
	expect(hitTest(document, one, { x: 206, y: 100 }, false)).toMatchObject({ trackId: 'near' });
});

test('radii are screen px at every zoom', () => {
	const document = documentWith([line]);
	const zoomed = { scale: 4, x: 10, y: 20 };
	const at = (y: number) => hitTest(document, zoomed, { x: 10 + 150 * 4, y: 20 + 400 + y }, false);
	expect(at(5)?.type).toBe('path');
	expect(at(7)).toBeNull();
});

test('a path hit says where a new point would come', () => {
	const bend = pathOf('bend', [
		[0, 0],
		[100, 0],
		[100, 100],
	]);
	expect(hitTest(documentWith([bend]), one, { x: 102, y: 60 }, false)).toMatchObject({
		type: 'path',
		segmentIndex: 1,
		point: { x: 100, y: 60 },
	});
});

test('locked and hidden tracks are never hit', () => {
	const document = documentWith([
		{ ...line, locked: true },
		{ ...line, id: 'hidden', visible: false },
	]);
	expect(hitTest(document, one, { x: 150, y: 100 }, false)).toBeNull();
});
