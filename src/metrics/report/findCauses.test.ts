import { expect, test } from 'vitest';
import type { Finding } from '#core/lint/lintDocument.ts';
import { caseOf, right, still, type Thing } from '../testing/cases.ts';
import { playScene } from '../testing/movingScene.ts';
import { measureVideo } from './measureVideo.ts';

const findingOf = (rule: Finding['rule'], trackId?: string): Finding => ({
	rule,
	severity: 'warning',
	...(trackId === undefined ? {} : { trackId }),
	values: {},
	fixes: [],
});

const findings = [
	findingOf('flat-start', 'a'),
	findingOf('too-fast', 'a'),
	findingOf('too-fast', 'b'),
	findingOf('prompt-empty'),
];

async function causesOf(things: readonly Thing[]) {
	const { scene, samples } = caseOf(things);
	const options = { trackIds: ['a', 'b'], findings };
	const result = await measureVideo(playScene(scene), samples, options);
	if (!result.ok) throw new Error(result.error.kind);
	return result.value.causes.map(({ kind, track, finding }) => [kind, track, finding?.rule]);
}

const one: Thing = { x: 50, y: 70, plan: right };
const two: Thing = { x: 60, y: 30, half: 18, plan: right };

test('what the checks said is a cause only of a track that failed', async () => {
	expect(await causesOf([one, two])).toEqual([]);
	expect(await causesOf([{ ...one, real: still }, two])).toEqual([
		['stays', 0, undefined],
		['finding', 0, 'flat-start'],
		['finding', 0, 'too-fast'],
	]);
});

test('a start on nothing is never seen', async () => {
	const flat: Thing = { x: 50, y: 60, half: 40, flat: 90, plan: still };
	expect(await causesOf([flat])).toEqual([
		['neverSeen', 0, undefined],
		['finding', 0, 'flat-start'],
		['finding', 0, 'too-fast'],
	]);
});
