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
