import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { convertWorkflow } from './convertWorkflow.ts';
import { type GoldenIndex, parseGolden } from './testing/goldenPairs.ts';
import { judgeGraph } from './testing/judgeGraph.ts';

const read = (file: URL): unknown => parseGolden(readFileSync(file, 'utf8'));

// Our share: made by page 1.58.1 with ComfyUI 0.33.0.
const ownPairs = new URL('./fixtures/', import.meta.url);
const wholeSet = new URL('../../../../shared/comfyui/conversion/', import.meta.url);
const places = [
	{ name: 'own pairs', folder: ownPairs, objectInfo: new URL('objectInfo.json', ownPairs) },
	// Beside the repository on the machines of its makers; the repository needs only its own.
	{ name: 'whole set', folder: wholeSet, objectInfo: new URL('../object_info.json', wholeSet) },
].filter(({ folder }) => existsSync(folder));

describe.each(places)('$name: what the page makes of it', ({ folder, objectInfo }) => {
	const { clock, workflows } = read(new URL('index.json', folder)) as GoldenIndex;
	const classes = read(objectInfo);
	const options = { heal: false, now: new Date(clock) };

	test.each(Object.entries(workflows))('%s', (name, entry) => {
		const converted = convertWorkflow(read(new URL(`${name}.ui.json`, folder)), classes, options);
		expect(converted).toMatchObject({ ok: true });
		if (!converted.ok) return;
		expect(converted.value.unknownClasses).toEqual(entry.missingTypes ?? []);
		if (entry.missingTypes) return;
		const golden = read(new URL(`${name}.api.json`, folder));
		expect(judgeGraph(golden, converted.value.graph, entry)).toEqual([]);
	});
});
