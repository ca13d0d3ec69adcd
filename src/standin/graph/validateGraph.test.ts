import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Standin, type StandinVersion, startStandin } from '../createStandin.ts';
import {
	cannotRender,
	type EditableGraph,
	plainPicture,
	pngOf,
	smallGraph,
	submit,
	until,
	upload,
} from '../testing/testClient.ts';

interface Answer {
	readonly status: number;
	readonly body?: { readonly node_errors: Readonly<Record<string, unknown>> };
	readonly text?: string;
}

const recorded = (version: StandinVersion): Readonly<Record<string, Answer>> =>
	JSON.parse(
		readFileSync(new URL(`../fixtures/validation.${version}.json`, import.meta.url), 'utf8'),
	) as Readonly<Record<string, Answer>>;

type Change = (graph: EditableGraph) => void;
const set =
	(id: string, inputs: Record<string, unknown>): Change =>
	(graph) => {
		Object.assign(graph[id]?.inputs ?? {}, inputs);
	};
const drop =
	(id: string, input: string): Change =>
	(graph) => {
		delete graph[id]?.inputs[input];
	};
const add =
	(id: string, node: unknown): Change =>
	(graph) => {
		graph[id] = node as EditableGraph[string];
	};

/** The recorded note and what was wrong with the graph; each answer was recorded. */
const cases: Readonly<Record<string, Change>> = {
	'model file name not installed': set('140', { unet_name: 'Wan2_1-ATI-nope.safetensors' }),
	'steps below min': set('3', { steps: 0 }),
	'width above max': set('248', { width: 20000 }),
	'width not a multiple of step 16 (720+5)': set('248', { width: 725 }),
	'steps not a number': set('3', { steps: 'many' }),
	'steps numeric string': set('3', { steps: '4' }),
	'steps float 4.7': set('3', { steps: 4.7 }),
	'bad combo': set('3', { sampler_name: 'nope' }),
	'missing required linked input': drop('3', 'model'),
	'missing required widget input': drop('3', 'cfg'),
	'start image file missing': set('240', { image: 'nope.png' }),
	'link to non-existing node': set('3', { model: ['999', 0] }),
	'link to wrong type': set('3', { model: ['39', 0] }),
	'link with bad slot index': set('3', { model: ['48', 9] }),
	'malformed link': set('3', { model: ['48'] }),
	'two errors at once': (graph) => {
		set('3', { steps: 0 })(graph);
		set('140', { unet_name: 'x' })(graph);
	},
	'tracks given as a JSON array not a string': set('247', { value: [[{ x: 1, y: 2 }]] }),
	'tracks array put straight into WanTrackToVideo.tracks': set('248', {
		tracks: [
			[
				{ x: 1, y: 2 },
				{ x: 1, y: 2 },
			],
		],
	}),
	'unknown class_type': add('900', { class_type: 'NoSuchNode', inputs: {} }),
	'node without class_type': add('900', { inputs: {} }),
	'UI-only node in the graph (MarkdownNote)': add('260', {
		class_type: 'MarkdownNote',
		inputs: {},
	}),
	'no output node': (graph) => {
		delete graph['258'];
	},
	cycle: set('48', { model: ['48', 0] }),
	'extra unknown input is ignored': set('3', { nonsense: 1 }),
	'one of two output nodes invalid (partial)': (graph) => {
		add('902', { class_type: 'LoadImage', inputs: { image: 'nope.png' } })(graph);
		add('901', { class_type: 'PreviewImage', inputs: { images: ['902', 0] } })(graph);
	},
};

describe.each(['0.33.0', '0.3.64'] as const)('a prompt posted to %s', (versionLike) => {
	let standin: Standin;
	beforeAll(async () => {
		standin = await startStandin({ versionLike, stepMs: 0, behaviour: { dieAtStep: 1 } });
		await upload(standin.url, 'a picture, as far as validation knows');
	});
	afterAll(() => standin.close());

	const post = async (body: unknown): Promise<{ status: number; text: string }> => {
		const response = await fetch(`${standin.url}/prompt`, {
			method: 'POST',
			body: typeof body === 'string' ? body : JSON.stringify(body),
		});
		return { status: response.status, text: await response.text() };
	};
	const expectAnswer = (note: string, answer: { status: number; text: string }): void => {
		const wanted = recorded(versionLike)[note] as Answer;
		expect(answer.status).toBe(wanted.status);
		if (wanted.text !== undefined) {
			expect(answer.text).toBe(wanted.text);
			return;
		}
		const { prompt_id, number, ...body } = JSON.parse(answer.text) as Record<string, unknown>;
		expect(withoutTraceback(body)).toEqual(wanted.body);
	};

	test.each(Object.keys(cases).filter((note) => recorded(versionLike)[note]))(
		'%s',
		async (note) => {
			const graph = smallGraph();
			cases[note]?.(graph);
			expectAnswer(note, await post({ prompt: graph }));
		},
	);

	test.each([
		['empty prompt', { prompt: {} }],
		['no prompt key', {}],
		['body not JSON', 'hello'],
		['JSON with text/plain content type', '{"prompt": {}}'],
		['prompt_id not a uuid', { prompt: smallGraph(), prompt_id: 'abc' }],
		[
			'prompt_id uppercase uuid',
			{ prompt: smallGraph(), prompt_id: 'A1C35BB6-1068-4455-9525-E15AA38B32C8' },
		],
		['UI-format workflow posted as prompt', { prompt: { id: 'x', nodes: [], version: 0.4 } }],
	])('%s', async (note, body) => {
		expectAnswer(note, await post(body));
	});

	test('literals are coerced in the graph that /queue shows', async () => {
		await post({ prompt: smallGraph({ 3: { steps: '4', cfg: '2.5' } }), prompt_id: idOf(1) });
		const run = standin.runs.findLast((r) => r.item.promptId === idOf(1));
		expect(run?.graph['3']?.inputs).toMatchObject({ steps: 4, cfg: 2.5 });
	});
});

test.each([
	['0.33.0', { format: 'auto', codec: 'auto' }, 'success'],
	['0.33.0', { format: 'auto', 'format.codec': 'auto' }, 'success'],
	['0.33.0', { format: 'mp4' }, 'success'],
	['0.33.0', { codec: 'auto' }, 'error'],
	['0.33.0', { format: 'gif', codec: 'auto' }, 'error'],
	['0.33.0', { format: 'webm', codec: 'h264' }, 'error'],
	['0.3.64', { format: 'auto', codec: 'auto' }, 'success'],
	['0.3.64', { format: 'auto', codec: 'auto', 'format.codec': 'auto' }, 'success'],
	['0.3.64', { format: 'auto', 'format.codec': 'auto' }, 400],
	['0.3.64', { format: 'mp4' }, 400],
	['0.3.64', { format: 'gif', codec: 'auto' }, 'error'],
] as const)('SaveVideo on %s with %j: %s', async (versionLike, inputs, end) => {
	const standin = await startStandin({ versionLike, stepMs: 0 });
	await upload(standin.url, cannotRender ? 'x' : await pngOf(plainPicture(240, 160)));
	const graph = smallGraph();
	const { video } = graph['258']?.inputs ?? {};
	graph['258'] = { class_type: 'SaveVideo', inputs: { video, filename_prefix: 'v', ...inputs } };
	const { status } = await submit(standin.url, graph);
	expect(status).toBe(end === 400 ? 400 : 200);
	if (end !== 400 && !cannotRender) {
		await until(() => standin.runs[0]?.endTime !== undefined);
		expect(standin.runs[0]?.state).toBe(end);
	}
	await standin.close();
});

test('a missing model or class is missed by name', async () => {
	const standin = await startStandin({
		missingModels: ['wan_2.1_vae.safetensors', 'clip_vision'],
		missingNodes: ['CreateVideo'],
	});
	const info = async (name: string): Promise<unknown> =>
		(await fetch(`${standin.url}/object_info/${name}`)).json();
	expect(await info('CreateVideo')).toEqual({});
	expect(await info('VAELoader')).toMatchObject({
		VAELoader: { input: { required: { vae_name: [['pixel_space']] } } },
	});
	expect(await (await fetch(`${standin.url}/models/clip_vision`)).json()).toEqual([]);
	expect(await (await fetch(`${standin.url}/models/vae`)).json()).toEqual([]);
	await standin.close();
});

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function withoutTraceback(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value, (key, v) => (key === 'traceback' ? undefined : v)));
}
