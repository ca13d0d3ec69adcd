import { expect, test } from 'vitest';
import { readPlan } from '#metrics/adherence/readPlan.ts';
import { measureVideo } from '#metrics/report/measureVideo.ts';
import type { Report } from '#metrics/report/report.ts';
import { caseOf, right } from '#metrics/testing/cases.ts';
import { failingCases } from '#metrics/testing/failingCases.ts';
import { sceneFrames } from '#metrics/testing/movingScene.ts';
import { errorHistogram, errorOverTime, measuredSpeed, plannedSpeed } from './chartData.ts';

async function reportOf({ scene, samples }: ReturnType<typeof caseOf>): Promise<Report> {
	const frames = (async function* () {
		yield* sceneFrames(scene);
	})();
	const result = await measureVideo(frames, samples);
	if (!result.ok) throw new Error(result.error.kind);
	return result.value;
}

const good = caseOf([{ x: 50, y: 66, plan: right }]);
const followed = reportOf(good);
const hidden = reportOf(failingCases['something in front of it']![0]);

test('of what follows its plan the error is near 0 in each frame, all in the first bar', async () => {
	const errors = errorOverTime(await followed, 0);
	expect(errors).toHaveLength(41);
	expect(Math.max(...errors.map((error) => error ?? 99))).toBeLessThan(1);
	expect(errorHistogram(await followed)).toMatchObject({ lost: 0 });
	expect(errorHistogram(await followed).bars[0]).toBe(1);
});

test('where a point is lost there is no number, and its frames are counted as lost', async () => {
	const report = await hidden;
	const lost = report.adherence.tracks[0]!.places.filter((place) => place === null).length;
	expect(lost).toBeGreaterThan(3);
	expect(errorOverTime(report, 0).filter((error) => error === null)).toHaveLength(lost);
	const { bars, lost: share } = errorHistogram(report);
	expect(share).toBeCloseTo(lost / 40, 5);
	expect(bars.reduce((sum, bar) => sum + bar, share)).toBeCloseTo(1, 9);
});

test('the mean of all tracks leaves out what was lost', async () => {
	const report = await hidden;
	expect(errorOverTime(report, null)).toEqual(errorOverTime(report, 0));
});

test('an even motion has an even planned speed, and the same measured but for the node’s steps', async () => {
	const [plan] = readPlan(good.samples, 41);
	// 80 px in 40 frames at 16 fps.
	for (const speed of plannedSpeed(plan!, 16)) expect(speed).toBeCloseTo(32, 3);
	const measured = measuredSpeed(await followed, 0, 16).map((speed) => speed ?? 0);
	const mean = measured.reduce((sum, speed) => sum + speed, 0) / measured.length;
	expect(Math.abs(mean - 32)).toBeLessThan(2);
});
