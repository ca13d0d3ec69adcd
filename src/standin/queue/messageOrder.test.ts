import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { type Standin, type StandinVersion, startStandin } from '../createStandin.ts';
import { collapseSteps } from '../testing/messageTokens.ts';
import { haveRecordings, recordedRun } from '../testing/readRecording.ts';
import {
	cannotRender,
	getJson,
	nodes,
	openSocket,
	plainPicture,
	pngOf,
	smallGraph,
	submit,
	type TestSocket,
	upload,
} from '../testing/testClient.ts';

type Patch = Parameters<typeof smallGraph>[0];

interface Case {
	readonly recording: string;
	/** What ran before, so that the same nodes are cached; absent: nothing. */
	readonly before?: Patch;
	readonly patch?: Patch;
	readonly extraData?: Readonly<Record<string, unknown>>;
	readonly metadata?: boolean;
	readonly interrupt?: boolean;
}

const otherSeed: Patch = { [nodes.sampler]: { seed: 7 } };
const otherTracks: Patch = { [nodes.sampler]: { seed: 7 }, [nodes.tracks]: { value: '[]' } };

const cases: readonly Case[] = [
	{ recording: 'success_cold_run' },
	{ recording: 'success_previews_metadata', before: otherSeed },
	{ recording: 'success_previews_legacy', before: otherSeed, metadata: false },
	{ recording: 'success_no_previews', before: otherSeed, extraData: { preview_method: 'none' } },
	{ recording: 'success_fully_cached_rerun', before: {} },
	{ recording: 'runtime_error', before: otherTracks, patch: { [nodes.tracks]: { value: '5' } } },
	{
		recording: 'runtime_error_length_121',
		before: otherSeed,
		patch: { [nodes.guide]: { length: 121 } },
	},
	{
		recording: 'interrupt_mid_sampling',
		before: otherTracks,
		patch: { [nodes.sampler]: { steps: 60 } },
		interrupt: true,
	},
	{ recording: 'success_previews_metadata.v0_3_64', before: otherSeed },
	{ recording: 'success_fully_cached_rerun.v0_3_64', before: {} },
	{
		recording: 'runtime_error.v0_3_64',
		before: otherTracks,
		patch: { [nodes.tracks]: { value: '5' } },
	},
	{
		recording: 'interrupt_mid_sampling.v0_3_64',
		before: otherTracks,
		patch: { [nodes.sampler]: { steps: 60 } },
		interrupt: true,
	},
];

const expectedOrder = (recording: string): string[] =>
	readFileSync(new URL(`../fixtures/orders/${recording}.txt`, import.meta.url), 'utf8')
		.trim()
		.split('\n');

const versionOf = (recording: string): StandinVersion =>
	recording.endsWith('.v0_3_64') ? '0.3.64' : '0.33.0';

let standin: Standin | undefined;
let socket: TestSocket | undefined;
afterEach(async () => {
	await socket?.close();
	await standin?.close();
	standin = undefined;
	socket = undefined;
});

async function play(scene: Case): Promise<string[]> {
	standin = await startStandin({
		versionLike: versionOf(scene.recording),
		stepMs: scene.interrupt ? 40 : 1,
		previewMethod: 'auto',
		previewSize: 192,
	});
	const { url } = standin;
	await upload(url, await pngOf(plainPicture(240, 160)));
	if (scene.before) {
		const warm = await openSocket(url, 'warm', false);
		await submit(url, smallGraph(scene.before), { client_id: 'warm' });
		await warm.waitFor('executing null');
		await warm.close();
	}
	socket = await openSocket(url, 'me', scene.metadata ?? true);
	const start = socket.frames.length;
	const { promptId } = await submit(url, smallGraph(scene.patch), {
		client_id: 'me',
		...(scene.extraData ? { extra_data: scene.extraData } : {}),
	});
	if (scene.interrupt) {
		await socket.waitFor('progress 3 3/', start);
		const body = JSON.stringify({ prompt_id: promptId });
		await fetch(`${url}/interrupt`, { method: 'POST', body });
	}
	await socket.waitFor('executing null', start);
	return socket.tokens().slice(start);
}

describe.skipIf(cannotRender)('the order of messages is the recorded one', () => {
	test.each(cases)('$recording', async (scene) => {
		const wanted = expectedOrder(scene.recording);
		const heard = await play(scene);
		if (scene.interrupt) expect(collapseSteps(heard)).toEqual(collapseSteps(wanted));
		else expect(heard).toEqual(wanted);
	});

	test('an interrupted run is an error in /history and cancelled in /api/jobs', async () => {
		await play({
			recording: 'interrupt_mid_sampling',
			patch: { [nodes.sampler]: { steps: 60 } },
			interrupt: true,
		});
		const { url, runs } = standin as Standin;
		const id = runs.at(-1)?.item.promptId ?? '';
		const history = await getJson<Record<string, { status: Status }>>(`${url}/history/${id}`);
		expect(history[id]?.status.status_str).toBe('error');
		expect(history[id]?.status.messages.at(-1)?.[0]).toBe('execution_interrupted');
		expect(await getJson(`${url}/api/jobs/${id}`)).toMatchObject({ status: 'cancelled' });
	});
});

interface Status {
	readonly status_str: string;
	readonly messages: readonly (readonly [string, unknown])[];
}

describe.skipIf(!haveRecordings)('our extracts are what was recorded', () => {
	test.each(cases)('$recording', ({ recording }) => {
		const tokens = recordedRun(recording);
		const own = tokens.slice(tokens.indexOf('execution_start'));
		expect(expectedOrder(recording).slice(2)).toEqual(own);
	});
});
