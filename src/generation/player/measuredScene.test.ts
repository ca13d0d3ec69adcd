import { expect, test } from 'vitest';
import { readPlan } from '#metrics/adherence/readPlan.ts';
import type { Report } from '#metrics/report/report.ts';
import { right, samplesOf } from '#metrics/testing/cases.ts';
import { defaultTheme } from '#render/palette.ts';
import { measuredScene } from './measuredScene.ts';

const [plan] = readPlan([samplesOf(50, 60, right)], 41);
const tracks = [{ id: 'a', name: 'A', color: 1, number: 1, plan: plan! }];
/** Found where it was planned, 10 px below, until frame 20. */
const places = Array.from({ length: 41 }, (_, k) =>
	k < 20 ? [plan!.places[2 * k]!, plan!.places[2 * k + 1]! + 10] : null,
);
const report = { adherence: { tracks: [{ places }] } } as unknown as Report;
const marks = (frame: number) =>
	measuredScene({ tracks, report, frame, scale: 2, planned: true, measured: true }, defaultTheme);
const ghost = (frame: number) =>
	marks(frame).find((mark) => 'stroke' in mark && mark.stroke === defaultTheme.danger);

test('a line leads from where the point was to be to where it is, at the scale of the screen', () => {
	const [x, y] = [plan!.places[20]! * 2, plan!.places[21]! * 2];
	expect(ghost(10)).toMatchObject({ subpaths: [[x, y, x, y + 20]] });
});

test('a lost point has no place and no line, but a cross where it was seen last', () => {
	expect(ghost(30)).toBeUndefined();
	const [x, y] = [plan!.places[38]! * 2, plan!.places[39]! * 2 + 20];
	const cross = marks(30).at(-1);
	expect(cross).toMatchObject({
		subpaths: [
			[x - 5, y - 5, x + 5, y + 5],
			[x - 5, y + 5, x + 5, y - 5],
		],
	});
});
