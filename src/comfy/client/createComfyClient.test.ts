import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createVirtualPlatform, type FakeAnswer } from '../testing/createVirtualPlatform.ts';
import { readRecording } from '../testing/readRecording.ts';
import { type Graph, graphSchema } from '../workflow/graph.ts';
import { createComfyClient } from './createComfyClient.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const template: Graph = graphSchema.parse(
	JSON.parse(read('../../../workflows/video_wan_ati.json')),
);

type Network = (url: string, init: RequestInit) => FakeAnswer | Promise<FakeAnswer>;
const clientOn = (network: Network, pageOrigin?: string, baseUrl = 'http://gpu:8188/ui') => {
	const virtual = createVirtualPlatform(network, () => undefined);
	const { platform } = virtual;
	const client = createComfyClient({
		platform,
		baseUrl,
		clientId: 'me',
		...(pageOrigin === undefined ? {} : { pageOrigin }),
	});
	return { client, virtual };
};
const json = (value: unknown, status = 200): FakeAnswer => ({
	status,
	body: JSON.stringify(value),
});
const dead = (): never => {
	throw new TypeError('fetch failed');
};

test('paths go below the prefix of the base URL', async () => {
	const { client, virtual } = clientOn(() => json({ queue_running: [], queue_pending: [] }));
	await client.queue();
	expect(virtual.requests[0]?.url).toBe('http://gpu:8188/ui/queue');
	const file = { filename: 'a b&c.mp4', subfolder: 'video', type: 'output' };
	expect(client.viewUrl(file, 'k')).toBe(
		'http://gpu:8188/ui/view?filename=a+b%26c.mp4&subfolder=video&type=output&key=k',
	);
});

test('the queue comes back in the order it runs, whatever the order it was sent in', async () => {
	const item = (number: number, id: string) => [number, id, {}, {}, []];
	const { client } = clientOn(() =>
		json({ queue_running: [item(38, 'r')], queue_pending: [item(39, 'b'), item(-5, 'a')] }),
	);
	expect(await client.queue()).toEqual({
		ok: true,
		value: {
			running: [{ number: 38, promptId: 'r' }],
			pending: [
				{ number: -5, promptId: 'a' },
				{ number: 39, promptId: 'b' },
			],
		},
	});
});

test('a dead network, a gateway error and silence are all: no answer', async () => {
	const { client } = clientOn(dead);
	expect(await client.systemStats()).toEqual({
		ok: false,
		error: { kind: 'unreachable', url: 'http://gpu:8188/ui' },
	});
	const behindProxy = clientOn(() => ({ status: 502, body: '<html>Bad gateway</html>' }));
	expect(await behindProxy.client.queue()).toMatchObject({ error: { kind: 'unreachable' } });
	const silent = clientOn(() => new Promise(() => undefined));
	const answer = silent.client.queue();
	await silent.virtual.advance(60_000);
	expect(await answer).toMatchObject({ error: { kind: 'unreachable' } });
	expect(silent.virtual.open()).toEqual({ timers: 0, sockets: 0, requests: 0 });
});

test("a 403 without a body is a refused origin, one with words is the server's own", async () => {
	const page = 'http://127.0.0.1:5173';
	const refused = clientOn(() => ({ status: 403, body: '' }), page);
	expect(await refused.client.queue()).toEqual({
		ok: false,
		error: { kind: 'origin', url: 'http://gpu:8188/ui', pageOrigin: page },
	});
	const told = clientOn(() => ({ status: 403, body: 'no key' }), page);
	expect(await told.client.queue()).toMatchObject({
		error: { kind: 'http', status: 403, text: 'no key' },
	});
});

test('a server that answers but hides is told from a dead one by a no-cors request', async () => {
	const page = 'http://127.0.0.1:5173';
	const hiding = clientOn(
		(_, init) => (init.mode === 'no-cors' ? { status: 0, body: '' } : dead()),
		page,
	);
	expect(await hiding.client.queue()).toMatchObject({ error: { kind: 'origin' } });
	const gone = clientOn(dead, page);
	expect(await gone.client.queue()).toMatchObject({ error: { kind: 'unreachable' } });
	const sameOrigin = clientOn(dead, 'http://gpu:8188');
	await sameOrigin.client.queue();
	expect(sameOrigin.virtual.requests).toHaveLength(1);
});

test('one lost answer of a readable server is no refused origin', async () => {
	const once = clientOn(
		(url) => (url.endsWith('/queue') ? dead() : json({ system: {} })),
		'http://127.0.0.1:5173',
	);
	expect(await once.client.queue()).toMatchObject({ error: { kind: 'unreachable' } });
});

test('a web page instead of JSON, and JSON of another shape, are not ComfyUI', async () => {
	const page = clientOn(() => ({ status: 200, body: '<!doctype html>', contentType: 'text/html' }));
	expect(await page.client.systemStats()).toMatchObject({ error: { kind: 'protocol' } });
	const other = clientOn(() => json({ hello: 'world' }));
	expect(await other.client.systemStats()).toMatchObject({ error: { kind: 'protocol' } });
});

test("the caller's own abort rejects, everything else is a value", async () => {
	const { client, virtual } = clientOn(() => new Promise(() => undefined));
	const owner = new AbortController();
	const call = client.queue({ signal: owner.signal });
	owner.abort();
	await expect(call).rejects.toMatchObject({ name: 'AbortError' });
	expect(virtual.open()).toEqual({ timers: 0, sockets: 0, requests: 0 });
});

test('an upload sends no overwrite and uses the name that comes back', async () => {
	const { client, virtual } = clientOn(() =>
		json({ name: 'x (1).png', subfolder: 'wanati', type: 'input' }),
	);
	expect(await client.uploadImage(Uint8Array.of(1, 2), 'x.png', 'wanati')).toEqual({
		ok: true,
		value: { name: 'x (1).png', subfolder: 'wanati', imageValue: 'wanati/x (1).png' },
	});
	const form = virtual.requests[0]?.body as FormData;
	expect([...form.keys()].sort()).toEqual(['image', 'subfolder', 'type']);
	expect((form.get('image') as File).name).toBe('x.png');
});

test('a picture that is too large is an upload error with the server’s words', async () => {
	const body = 'Maximum request body size 104857600 exceeded';
	const { client } = clientOn(() => ({ status: 413, body, contentType: 'text/plain' }));
	expect(await client.uploadImage(new Uint8Array(), 'x.png', '')).toEqual({
		ok: false,
		error: { kind: 'upload', status: 413, text: body },
	});
});

test('a submission carries our ids and asks for previews', async () => {
	const { client, virtual } = clientOn(() => json({ prompt_id: 'p', number: 1, node_errors: {} }));
	expect(await client.submit(template, { promptId: 'p' })).toMatchObject({
		ok: true,
		value: { promptId: 'p' },
	});
	expect(virtual.requests[0]).toMatchObject({
		method: 'POST',
		body: { prompt_id: 'p', client_id: 'me', extra_data: { preview_method: 'auto' } },
	});
});

test('classes are asked one by one, and one that is missing is absent', async () => {
	const { client } = clientOn((url) =>
		url.endsWith('/KSampler')
			? json({ KSampler: { input: { required: { steps: ['INT', { min: 1 }] } } } })
			: url.endsWith('/Old')
				? { status: 404, body: '' }
				: json({}),
	);
	const info = await client.objectInfo(['KSampler', 'Nope', 'Old']);
	expect(info.ok && [...info.value.keys()]).toEqual(['KSampler']);
});

test('the jobs API is undefined where there is none', async () => {
	expect(await clientOn(() => ({ status: 404, body: '' })).client.cancelJob('p')).toEqual({
		ok: true,
		value: undefined,
	});
	expect(await clientOn(() => json({ cancelled: true })).client.cancelJob('p')).toEqual({
		ok: true,
		value: true,
	});
});

/** What each recorded refusal must become, by the recording's own note. */
const refusals: Readonly<Record<string, unknown>> = {
	'model file name not installed': {
		kind: 'missingModel',
		role: 'diffusion',
		folder: 'diffusion_models',
		file: 'Wan2_1-ATI-nope.safetensors',
		available: ['Wan2_1-I2V-ATI-14B_fp8_e4m3fn.safetensors'],
	},
	'steps below min': { kind: 'validation', problems: [{ node: 'Sampler', field: 'steps' }] },
	'width above max': { kind: 'validation', problems: [{ field: 'width', input: 'width' }] },
	'bad combo': { kind: 'validation', problems: [{ field: 'sampler' }] },
	'start image file missing': { kind: 'validation', problems: [{ field: 'image' }] },
	'unknown class_type': { kind: 'missingNodes', classes: ['NoSuchNode'] },
	'UI-only node in the graph (MarkdownNote)': { kind: 'missingNodes', classes: ['MarkdownNote'] },
	'no output node': { kind: 'validation', problems: [{ node: '' }] },
	'two errors at once': { kind: 'missingModel' },
	'tracks given as a JSON array not a string': {
		kind: 'validation',
		problems: [{ field: 'tracks', node: 'Tracks' }],
	},
};

for (const version of ['', '.v0_3_64']) {
	const lines = readRecording(read(`../fixtures/recordings/validation_errors${version}.jsonl`));
	const recorded = lines.flatMap((line) =>
		line.kind === 'http' && line.status === 400 && line.note !== undefined && line.note in refusals
			? [{ note: line.note, response: line.response }]
			: [],
	);
	test.each(recorded)(`recorded refusal${version}: $note`, async ({ note, response }) => {
		const { client } = clientOn(() => json(response, 400));
		const answer = await client.submit(template, { promptId: 'p' });
		expect(answer).toMatchObject({ ok: false, error: refusals[note] });
	});
	test(`every recorded refusal${version} is a value in words`, async () => {
		for (const line of lines) {
			if (line.kind !== 'http' || line.status !== 400) continue;
			const { client } = clientOn(() => json(line.response, 400));
			const answer = await client.submit(template, { promptId: 'p' });
			expect(answer.ok, line.note).toBe(false);
			if (!answer.ok && answer.error.kind === 'validation')
				for (const problem of answer.error.problems) expect(problem.message).not.toBe('');
			else if (!answer.ok) expect(['missingModel', 'missingNodes']).toContain(answer.error.kind);
		}
	});
}

test('recorded answers of system_stats, features and object_info are understood', async () => {
	const lines = readRecording(read('../fixtures/recordings/http_misc.jsonl'));
	const answerTo = (path: string): FakeAnswer => {
		const line = lines.find((l) => l.kind === 'http' && l.path === path);
		return json(line?.kind === 'http' ? line.response : undefined);
	};
	const { client } = clientOn((url) => answerTo(url.slice('http://gpu:8188/ui'.length)));
	const stats = await client.systemStats();
	expect(stats.ok && stats.value.system.comfyui_version).toBe('0.33.0');
	const features = await client.features();
	expect(features.ok && features.value.max_upload_size).toBe(104_857_600);
	const info = await client.objectInfo(['WanTrackToVideo', 'Nope']);
	expect(info.ok && [...info.value.keys()]).toEqual(['WanTrackToVideo']);
});
