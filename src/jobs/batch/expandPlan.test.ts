import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandPlan, mostJobs } from './expandPlan.ts';

const jobs = (plan: unknown) => {
	const expanded = expandPlan(plan);
	if (!expanded.ok) throw new Error(JSON.stringify(expanded.error));
	return expanded.value;
};

test("ATI's list is a plan: image, text and track", () => {
	const ati = [
		{ image: 'examples/images/fish.jpg', text: 'a pond', track: 'examples/tracks/fish.pth' },
		{ image: 'examples/images/bear.jpg', text: 'a bear', track: 'examples/tracks/bear.pth' },
	];
	expect(jobs(ati)).toEqual([
		{ name: '1-fish', image: ati[0]?.image, prompt: 'a pond', tracks: ati[0]?.track },
		{ name: '2-bear', image: ati[1]?.image, prompt: 'a bear', tracks: ati[1]?.track },
	]);
});

test('seeds multiply a job; defaults hold where a job says nothing', () => {
	const plan = {
		defaults: { steps: 10, cfg: 5 },
		jobs: [{ name: 'fox', tracks: 'fox.json', cfg: 3, seeds: [1, 2] }],
	};
	expect(jobs(plan)).toEqual([
		{ name: 'fox', tracks: 'fox.json', steps: 10, cfg: 3, seed: 1 },
		{ name: '2-fox-2', tracks: 'fox.json', steps: 10, cfg: 3, seed: 2 },
	]);
});

test('a grid is every combination, the last list changing fastest', () => {
	const grid = { tracks: ['a.json', 'b.json'], seed: 7, loras: [[], ['x.safetensors']] };
	expect(jobs({ grid }).map(({ tracks, loras }) => [tracks, loras?.length])).toEqual([
		['a.json', 0],
		['a.json', 1],
		['b.json', 0],
		['b.json', 1],
	]);
	expect(jobs({ grid: { tracks: 'a.json', loras: ['x', 'y'] } })).toHaveLength(1);
});

test.each([
	['text', [], 'notAPlan'],
	[[], [], 'noJobs'],
	[[{ image: 'a.jpg' }], [0], 'noTracks'],
	[{ jobs: [{ tracks: 'a', step: 3 }] }, ['jobs', 0, 'step'], 'unknownKey'],
	[{ job: [] }, ['job'], 'unknownKey'],
	[[{ tracks: 'a' }, { tracks: 'b', steps: 'many' }], [1, 'steps'], 'wrongValue'],
	[{ defaults: { seed: -1 }, jobs: [{ tracks: 'a' }] }, ['defaults', 'seed'], 'wrongValue'],
	[{ grid: { tracks: 'a', seed: [1, -2] } }, ['grid', 'seed', 1], 'wrongValue'],
	[[{ tracks: 'a', name: '../a' }], [0, 'name'], 'wrongValue'],
])('%j is refused at its place', (plan, path, problem) => {
	expect(expandPlan(plan)).toEqual({ ok: false, error: { path, problem } });
});

test('a grid that is too large is refused before it is written out', () => {
	const list = Array.from({ length: 1000 }, (_, n) => n);
	const grid = { tracks: 'a', seed: list, steps: list, topk: list };
	expect(expandPlan({ grid })).toMatchObject({ error: { problem: 'tooManyJobs' } });
	expect(mostJobs).toBeLessThan(1e5);
});

test('any value is a plan or an error; names are never twice', () => {
	const job = fc.record(
		{
			tracks: fc.constantFrom('a.json', 'x/a.json', 'b.pth'),
			name: fc.constantFrom('a', 'A', '2-a', 'b'),
			seeds: fc.array(fc.nat(3), { maxLength: 3 }),
		},
		{ requiredKeys: ['tracks'] },
	);
	fc.assert(
		fc.property(fc.oneof(fc.array(job), fc.jsonValue()), (plan) => {
			const expanded = expandPlan(plan);
			if (!expanded.ok) return;
			const names = expanded.value.map(({ name }) => name.toLowerCase());
			expect(new Set(names).size).toBe(names.length);
		}),
	);
});
