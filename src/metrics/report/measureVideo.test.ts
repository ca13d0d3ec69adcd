import { expect, test } from 'vitest';
import { bow, type Case, caseOf, right, still, type Thing } from '../testing/cases.ts';
import { failingCases } from '../testing/failingCases.ts';
import { playScene } from '../testing/movingScene.ts';
import type { Cause } from './cause.ts';
import { type MeasureOptions, measureVideo } from './measureVideo.ts';
import type { Report } from './report.ts';

const mover: Thing = { x: 50, y: 66, plan: right };
const other: Thing = { x: 50, y: 40, half: 18, plan: bow };
const pin: Thing = { x: 170, y: 92, half: 18, plan: still };

const measure = async ({ scene, samples }: Case, options?: MeasureOptions): Promise<Report> => {
	const result = await measureVideo(playScene(scene), samples, options);
	if (!result.ok) throw new Error(result.error.kind);
	return result.value;
};
const kindsOf = ({ causes }: Report): Cause['kind'][] => [...new Set(causes.map((c) => c.kind))];

const good: Record<string, Case> = {
	'a move to the right': caseOf([mover]),
	'a pin': caseOf([pin]),
	'a bow, and a pin': caseOf([{ ...other, y: 76 }, pin]),
	'eased in and out': caseOf([
		{ ...mover, plan: (s) => [80 * (s < 0.5 ? 2 * s * s : 1 - 2 * (1 - s) ** 2), 0] },
	]),
	'held, then moved, then held': caseOf([
		{ ...mover, plan: (s) => [70 * Math.min(1, Math.max(0, 2 * s - 0.5)), 0] },
	]),
	'turned by 40 degrees on its way': caseOf([{ ...mover, pose: (s) => ({ turn: 0.7 * s }) }]),
	'grown by 1.3': caseOf([{ ...mover, pose: (s) => ({ scale: 1 + 0.3 * s }) }]),
	'the camera pans': caseOf([{ ...mover, plan: (s) => [40 * s, 10 * s] }], {
		ground: (k) => ({ dx: k, dy: k / 4 }),
	}),
	'three tracks': caseOf([
		{ ...other, x: 30, y: 50, half: 16 },
		{ ...mover, y: 100, half: 15 },
		pin,
	]),
	'slowly brighter': caseOf([mover], { light: (k) => 0.8 * k }),
};

test.each(Object.entries(good))('finds nothing wrong with %s', async (_, video) => {
	const report = await measure(video);
	expect(report.causes).toEqual([]);
	expect(report.adherence.meanErrorPx).toBeLessThan(0.1);
	expect(report.adherence).toMatchObject({ acc5: 1, appearanceRate: 1 });
});

test.each(Object.entries(failingCases))(
	'%s: is told so, and of nothing else',
	async (_, [video, kind]) => {
		const report = await measure(video);
		expect(kindsOf(report)).toEqual([kind]);
	},
);
