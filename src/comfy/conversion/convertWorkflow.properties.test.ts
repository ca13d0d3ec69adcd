import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convertWorkflow } from './convertWorkflow.ts';
import { parseLosslessJson } from './json/parseLosslessJson.ts';
import { stringifyLosslessJson } from './json/stringifyLosslessJson.ts';
import { converted, objectInfo } from './testing/flow.ts';
import { type GoldenIndex, parseGolden } from './testing/goldenPairs.ts';
import { canonical, shape } from './testing/judgeGraph.ts';
import { type Rewriting, rewriteWorkflow } from './testing/rewriteWorkflow.ts';

const read = (name: string): unknown =>
	parseGolden(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
const classes = read('objectInfo');
const { workflows } = read('index') as GoldenIndex;
const flows = Object.entries(workflows)
	// A file name may ask for "the first node of this title": there the order means something.
	.filter(([, { features }]) => !features.includes('dateText'))
	.map(([name]) => ({ name, flow: read(`${name}.ui`) }));
const before = new Map(flows.map(({ name, flow }) => [name, converted(flow, {}, classes).graph]));

const nothing: Rewriting = {
	nodeId: (id) => id,
	linkId: (id) => id,
	shuffle: (items) => items,
	extra: {},
};
const anyFlow = fc.constantFrom(...flows);
const after = (flow: unknown, rewriting: Partial<Rewriting>) =>
	converted(rewriteWorkflow(flow, { ...nothing, ...rewriting }), {}, classes).graph;

/** An order by a seed: the same one each time it is asked for. */
const shuffled = (seed: number): Rewriting['shuffle'] => {
	return (items) =>
		items
			.map((item, index) => ({ item, key: Math.imul(index + 1, seed | 1) >>> 7 }))
			.sort((a, b) => a.key - b.key)
			.map(({ item }) => item);
};

test('renaming nodes and links renames the result, and no more', () => {
	fc.assert(
		fc.property(
			anyFlow,
			fc.integer({ min: 1, max: 9999 }),
			fc.boolean(),
			({ name, flow }, shift, text) => {
				const rename = (id: unknown): unknown => (text ? `n${id}_${shift}` : Number(id) + shift);
				const linkId = (id: unknown): unknown => Number(id) * 3 + shift;
				// Promotions hold ids as text of numbers, which the page reads from their names.
				const keep = text && stringifyLosslessJson(flow).includes('proxyWidgets');
				const graph = after(flow, { nodeId: keep ? (id) => id : rename, linkId });
				expect(shape(graph)).toBe(shape(before.get(name) ?? {}));
			},
		),
		{ numRuns: 60 },
	);
});

test('the order of nodes and links means nothing', () => {
	fc.assert(
		fc.property(anyFlow, fc.integer(), ({ name, flow }, seed) => {
			const graph = after(flow, { shuffle: shuffled(seed) });
			expect(shape(graph)).toBe(shape(before.get(name) ?? {}));
		}),
		{ numRuns: 60 },
	);
});

test('fields that nobody knows mean nothing', () => {
	const keys = fc.string().map((key) => `x-${key}`);
	fc.assert(
		fc.property(anyFlow, fc.dictionary(keys, fc.jsonValue()), ({ name, flow }, extra) => {
			expect(canonical(after(flow, { extra }))).toBe(canonical(before.get(name) ?? {}));
		}),
		{ numRuns: 60 },
	);
});

test('no JSON makes it throw', () => {
	fc.assert(
		fc.property(fc.jsonValue({ maxDepth: 6 }), fc.jsonValue(), (workflow, info) => {
			convertWorkflow(workflow, info);
			convertWorkflow(workflow, objectInfo);
			convertWorkflow({ nodes: workflow, links: workflow, definitions: workflow }, info);
		}),
		{ numRuns: 300 },
	);
});

test('no damage to a file makes it throw', () => {
	fc.assert(
		fc.property(anyFlow, fc.nat(), fc.jsonValue(), ({ flow }, place, junk) => {
			const text = stringifyLosslessJson(flow);
			const values = [...text.matchAll(/(?<=[:,[])(?:-?\d+|"[^"\\]*"|\[\]|null|\{\})(?=[,\]}])/g)];
			const hit = values[place % values.length];
			if (!hit) return;
			const damaged =
				text.slice(0, hit.index) + JSON.stringify(junk) + text.slice(hit.index + hit[0].length);
			const parsed = parseLosslessJson(damaged);
			if (parsed.ok) convertWorkflow(parsed.value, classes);
		}),
		{ numRuns: 300 },
	);
});

test('no damage to object_info makes it throw', () => {
	const text = stringifyLosslessJson(classes);
	const values = [...text.matchAll(/(?<=[:,[])(?:-?\d+|"[^"\\]*"|\[\]|null|\{\})(?=[,\]}])/g)];
	fc.assert(
		fc.property(anyFlow, fc.nat(), fc.jsonValue(), ({ flow }, place, junk) => {
			const hit = values[place % values.length];
			if (!hit) return;
			const damaged =
				text.slice(0, hit.index) + JSON.stringify(junk) + text.slice(hit.index + hit[0].length);
			const parsed = parseLosslessJson(damaged);
			if (parsed.ok) convertWorkflow(flow, parsed.value);
		}),
		{ numRuns: 300 },
	);
});
