import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metrics as english } from '#text/en/metrics.ts';
import { caseOf, right } from '../testing/cases.ts';
import { playScene } from '../testing/movingScene.ts';
import { measureVideo } from './measureVideo.ts';
import { reportToCsv } from './reportToCsv.ts';
import { reportToMarkdown } from './reportToMarkdown.ts';

const { scene, samples } = caseOf([{ x: 50, y: 60, plan: right }]);

test('a report survives JSON, and its forms hold the same numbers', async () => {
	const result = await measureVideo(playScene(scene), samples);
	if (!result.ok) throw new Error(result.error.kind);
	const report = result.value;
	expect(JSON.parse(JSON.stringify(report))).toEqual(report);
	const rows = reportToCsv(report).trimEnd().split('\n');
	expect(rows).toContain(`adherence,all,meanErrorPx,${report.adherence.meanErrorPx}`);
	expect(rows).toContain(`control,all,meanErrorPx,${report.control.meanErrorPx}`);
	expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([4]));
	const text = reportToMarkdown(report, english.report, ['A | *b*'], ['Because.']);
	expect(text).toContain('A \\| \\*b\\*');
	expect(text).toContain('- Because.');
	expect(text).toContain('34.7 %');
	expect(text).toContain(report.adherence.meanErrorPx!.toFixed(3));
});

test('no tracks, no frames and places of another shape are told', async () => {
	const nothing = async function* () {};
	expect(await measureVideo(playScene(scene), [])).toMatchObject({ error: { kind: 'noTracks' } });
	expect(await measureVideo(nothing(), samples)).toMatchObject({ error: { kind: 'noFrames' } });
	const measured = [{ places: new Float64Array(10) }];
	expect(await measureVideo(playScene(scene), samples, { measured })).toMatchObject({
		error: { kind: 'otherShape', frames: 5, wantedFrames: scene.frameCount },
	});
});

test('whatever is measured, a report is plain JSON: shares of 0..1, no number that is none', async () => {
	const place = fc.double({ min: -200, max: 300, noNaN: true });
	await fc.assert(
		fc.asyncProperty(
			fc.record({
				width: fc.integer({ min: 2, max: 70 }),
				height: fc.integer({ min: 2, max: 50 }),
				frameCount: fc.integer({ min: 1, max: 6 }),
				seed: fc.nat(),
			}),
			fc.array(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 5 }), {
				minLength: 1,
				maxLength: 3,
			}),
			async ({ width, height, frameCount, seed }, tracks) => {
				const frames = async function* () {
					for (let k = 0; k < frameCount; k++) {
						const values = Uint8Array.from({ length: width * height }, (_, i) => {
							return Math.imul(i ^ seed, 2654435761 + (seed % 3) * k) >>> 24;
						});
						yield { width, height, values };
					}
				};
				const plan = tracks.map((points) => Float64Array.from(points.flat()));
				const result = await measureVideo(frames(), plan);
				if (!result.ok) throw new Error(result.error.kind);
				const { adherence } = result.value;
				expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value);
				for (const share of [adherence.acc1, adherence.acc5, adherence.appearanceRate]) {
					expect(share ?? 0).toBeGreaterThanOrEqual(0);
					expect(share ?? 0).toBeLessThanOrEqual(1);
				}
			},
		),
		{ numRuns: 60 },
	);
});
