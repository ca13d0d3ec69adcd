/* One thing in one file: the scenarios 57 to 60 of the research, each by its number: files that a person may import. */
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { convertWorkflow } from './conversion/convertWorkflow.ts';
import { readWorkflowFile } from './conversion/readWorkflowFile.ts';
import { flow, objectInfo } from './conversion/testing/flow.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** What a person is told of a file: the kind of error, or the graph. */
async function imported(file: Uint8Array) {
	const read = await readWorkflowFile(file);
	const result = read.ok ? convertWorkflow(read.value, objectInfo) : read;
	return result.ok ? { graph: result.value.graph } : { error: result.error.kind };
}
const importedJson = (value: unknown) => imported(utf8(JSON.stringify(value)));

test('scenario 57: a workflow of 200 MB is refused by its size, before it is read', async () => {
	const file = new Uint8Array(200 * 1024 * 1024).fill(0x20);
	expect(await imported(file)).toEqual({ error: 'tooLarge' });
});

test('scenario 57: ten thousand lists inside each other are refused and overflow nothing', async () => {
	const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
	for (const text of [
		deep,
		`{"version":0.4,"links":[],"nodes":${deep}}`,
		`{"1":{"inputs":${deep}}}`,
	])
		expect((await imported(utf8(text))).error).toMatch(/tooDeep|notJson/);
});

test('scenario 57: __proto__ as key, class, id and input name is a name like others', async () => {
	const text =
		'{"__proto__":{"class_type":"Load","inputs":{"__proto__":"x","name":"a"}},"2":{"class_type":"__proto__","inputs":{}}}';
	const { graph } = await imported(utf8(text));
	expect(Object.keys(graph ?? {})).toContain('2');
	expect(({} as Record<string, unknown>).class_type).toBeUndefined();
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('scenario 57: ids that occur twice, links in a circle and subgraphs in a circle are each named', async () => {
	const load = { id: 1, type: 'Load', widgets_values: ['a'] };
	const twice = flow([load, load]);
	expect(await importedJson(twice)).toEqual({ error: 'duplicateNode' });
	// Inside a subgraph no link is in doubt: its first one counts, as on ComfyUI's own page.
	const inside = { id: 'S', name: 'S', inputs: [], outputs: [], links: [] };
	const twiceInside = flow([{ id: 1, type: 'S' }], [], {
		definitions: {
			subgraphs: [{ ...inside, nodes: [load, { ...load, widgets_values: ['b'] }] }],
		},
	});
	const { graph } = await importedJson(twiceInside);
	expect(Object.values(graph ?? {}).map((node) => node.inputs.name)).toEqual(['a']);
	const circle = flow(
		[
			{ id: 1, type: 'Reroute' },
			{ id: 2, type: 'Reroute' },
			{ id: 3, type: 'Sample' },
		],
		[
			[1, 0, 2, ''],
			[2, 0, 1, ''],
			[2, 0, 3, 'model'],
		],
	);
	expect(await importedJson(circle)).toEqual({ error: 'linkCycle' });
	const nest = (id: string, inner: readonly string[]) => ({
		id,
		name: id,
		inputs: [],
		outputs: [],
		links: [],
		nodes: inner.map((type, index) => ({ id: 100 + index, type })),
	});
	const inItself = flow([{ id: 1, type: 'A' }], [], {
		definitions: { subgraphs: [nest('A', ['B']), nest('B', ['A'])] },
	});
	expect(await importedJson(inItself)).toEqual({ error: 'subgraphCycle' });
	const bomb = flow([{ id: 1, type: 'S0' }], [], {
		definitions: {
			subgraphs: Array.from({ length: 16 }, (_, i) => nest(`S${i}`, [`S${i + 1}`, `S${i + 1}`])),
		},
	});
	expect((await importedJson(bomb)).error).toMatch(/tooManyNodes|subgraphsTooDeep/);
});

test('scenario 58: a seed beyond 2^53 reaches the server to the last digit', async () => {
	const seed = '18446744073709551615';
	const api = `{"3":{"class_type":"Sample","inputs":{"seed":${seed},"steps":2}}}`;
	const { graph } = await imported(utf8(api));
	expect(graph?.['3']?.inputs.seed).toBe(BigInt(seed));
	const ui = JSON.stringify(
		flow([{ id: 3, type: 'Sample', widgets_values: ['SEED', 'fixed', 2, ''] }]),
	).replace('"SEED"', seed);
	const { graph: converted } = await imported(utf8(ui));
	expect(converted?.['3']?.inputs).toMatchObject({ seed: BigInt(seed), steps: 2 });
});

test('scenario 59: a file in API format and one in UI format are told apart by what is in them, not by their name', async () => {
	const api = { '1': { class_type: 'Load', inputs: { name: 'a' } } };
	const ui = flow([{ id: 1, type: 'Load', widgets_values: ['a'] }]);
	for (const value of [api, { prompt: api, client_id: 'x' }, ui])
		expect((await importedJson(value)).graph?.['1']).toMatchObject({
			class_type: 'Load',
			inputs: { name: 'a' },
		});
	for (const value of [null, 3, [], {}, 'text', { nodes: 3 }, { '1': { class_type: 3 } }])
		expect((await importedJson(value)).graph).toBeUndefined();
});

test('scenario 60: a picture or video with a huge or a lying chunk gives what can be read, or says that there is none', async () => {
	const chunk = (type: string, data: Uint8Array, told = data.length): Uint8Array => {
		const frame = Buffer.alloc(12 + data.length);
		frame.writeUInt32BE(told, 0);
		frame.write(type, 4, 'latin1');
		frame.set(data, 8);
		frame.writeUInt32BE(crc32(frame.subarray(4, 8 + data.length)), 8 + data.length);
		return frame;
	};
	const mark = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const png = (...chunks: readonly Uint8Array[]): Uint8Array => Buffer.concat([mark, ...chunks]);
	const prompt = chunk('tEXt', utf8('prompt\0{"1":{"class_type":"Load","inputs":{"name":"a"}}}'));
	const huge = chunk('tEXt', Buffer.concat([utf8('workflow\0'), Buffer.alloc(40 << 20, 0x61)]));
	expect((await imported(png(huge, prompt))).graph).toHaveProperty('1');
	expect(await imported(png(huge))).toEqual({ error: 'noWorkflow' });
	expect(await imported(png(chunk('tEXt', utf8('prompt\0{}'), 2 ** 32 - 1)))).toEqual({
		error: 'noWorkflow',
	});
	const box = (type: string, data: Uint8Array, size = 8 + data.length): Uint8Array => {
		const head = Buffer.alloc(8);
		head.writeUInt32BE(size, 0);
		head.write(type, 4, 'latin1');
		return Buffer.concat([head, data]);
	};
	const ftyp = box('ftyp', utf8('isom\0\0\0\0'));
	for (const moov of [
		box('moov', new Uint8Array(8), 2 ** 32 - 1),
		box('moov', box('udta', box('meta', Buffer.alloc(48 << 20, 0x61)))),
		box('moov', new Uint8Array(0), 0),
		box('moov', new Uint8Array(0), 1),
	])
		expect(await imported(Buffer.concat([ftyp, moov]))).toEqual({ error: 'noWorkflow' });
});
