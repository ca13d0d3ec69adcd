import { expect, test } from 'vitest';
import type { Mark } from '../scene/mark.ts';
import { type Canvas2d, paintCanvas2d, paintSteps } from './canvas2d.ts';

/** Notes the calls, and the state at each fill and stroke. */
function createRecorder() {
	const calls: string[] = [];
	const note =
		(name: string) =>
		(...values: unknown[]): void =>
			void calls.push([name, ...values.map((v) => JSON.stringify(v))].join(' '));
	const context: Canvas2d = {
		fillStyle: '',
		strokeStyle: '',
		lineWidth: 1,
		lineJoin: '',
		lineCap: '',
		globalAlpha: 1,
		font: '',
		textAlign: '',
		textBaseline: '',
		beginPath: note('beginPath'),
		closePath: note('closePath'),
		moveTo: note('moveTo'),
		lineTo: note('lineTo'),
		arc: note('arc'),
		roundRect: note('roundRect'),
		fill: (rule) => void calls.push(`fill ${context.fillStyle} ${context.globalAlpha} ${rule}`),
		stroke: () => void calls.push(`stroke ${context.strokeStyle} ${context.lineWidth}`),
		setLineDash: note('setLineDash'),
		fillText: note('fillText'),
		save: note('save'),
		restore: note('restore'),
	};
	return { context, calls };
}

const paint = (...marks: Mark[]) => {
	const { context, calls } = createRecorder();
	paintCanvas2d(context, marks);
	return calls.slice(1, -1);
};

test('a mark is one path, filled before it is stroked', () => {
	expect(
		paint({
			type: 'path',
			subpaths: [
				[0, 0, 1, 0],
				[2, 2, 3, 3],
			],
			fill: 'red',
			stroke: 'blue',
			lineWidth: 3,
			alpha: 0.5,
		}),
	).toEqual([
		'beginPath',
		'moveTo 0 0',
		'lineTo 1 0',
		'moveTo 2 2',
		'lineTo 3 3',
		'fill red 0.5 nonzero',
		'stroke blue 3',
	]);
});

test('a dash is taken back', () => {
	const calls = paint({
		type: 'box',
		x: 0,
		y: 0,
		width: 4,
		height: 5,
		radius: 1,
		stroke: 'a',
		dash: [2, 4],
	});
	expect(calls).toEqual([
		'beginPath',
		'roundRect 0 0 4 5 1',
		'setLineDash [2,4]',
		'stroke a 1',
		'setLineDash []',
	]);
});

test('discs do not run into each other', () => {
	const calls = paint({ type: 'discs', centers: [10, 10, 30, 10], radius: 4, fill: 'a' });
	expect(calls.filter((c) => c.startsWith('moveTo'))).toEqual(['moveTo 14 10', 'moveTo 34 10']);
});

test('the context gets its state back', () => {
	const { context, calls } = createRecorder();
	paintCanvas2d(context, []);
	expect(calls).toEqual(['save', 'restore']);
});

test('very many opaque lines are stroked in parts, each line once; a see-through mark stays one', () => {
	const subpaths = Array.from({ length: 150 }, (_, i) => [i, 0, i, 1]);
	const calls = paint({ type: 'path', subpaths, stroke: 'a' });
	expect(calls.filter((call) => call.startsWith('stroke'))).toHaveLength(3);
	expect(calls.filter((call) => call.startsWith('moveTo'))).toHaveLength(150);
	const faint = paint({ type: 'path', subpaths, stroke: 'a', alpha: 0.5 });
	expect(faint.filter((call) => call.startsWith('stroke'))).toHaveLength(1);
});

test('steps draw what is drawn at once, and tell how much each was', () => {
	const lines = Array.from({ length: 5 }, (_, n) => [n, 0, n, 1, n, 2]);
	const marks: Mark[] = [
		{ type: 'path', subpaths: lines, stroke: 'red' },
		{ type: 'text', text: 'A', x: 0, y: 0, color: 'red', font: '1px a' },
	];
	const { context, calls } = createRecorder();
	expect([...paintSteps(context, marks, 2)]).toEqual([6, 6, 3, 8]);
	const drawn = (all: readonly string[]) =>
		all.filter((call) => /^(move|line)To|^fillText/.test(call));
	expect(drawn(calls)).toEqual(drawn(paint(...marks)));
	expect(calls.filter((call) => call.startsWith('stroke'))).toHaveLength(3);
});
