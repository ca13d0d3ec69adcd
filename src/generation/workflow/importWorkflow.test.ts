import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guessBinding } from '#comfy/binding/guessBinding.ts';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { fail, ok } from '#core/result.ts';
import { importWorkflow } from './importWorkflow.ts';
import { workflowId } from './workflowId.ts';

const fixture = (name: string): Buffer =>
	readFileSync(new URL(`../../comfy/conversion/fixtures/${name}`, import.meta.url));
const never = new AbortController().signal;

/** A server that answers with these documents, and refuses all else. */
const serverWith = (documents: Readonly<Record<string, string>>) =>
	({
		baseUrl: 'http://gpu',
		document: async (path: string) => {
			const text = documents[path];
			return text === undefined
				? fail({ kind: 'http' as const, url: `http://gpu${path}`, status: 404, text: '' })
				: ok(text);
		},
	}) as unknown as ComfyClient;

const objectInfo = fixture('objectInfo.json').toString();
const server = serverWith({
	'/object_info': objectInfo,
	'/templates/video_wan_ati.json': fixture('video_wan_ati.ui.json').toString(),
});

test('a file in either format, and the server’s template, give one and the same workflow', async () => {
	const ids = [];
	for (const source of [fixture('video_wan_ati.ui.json'), 'template'] as const) {
		const imported = await importWorkflow(source, server, never);
		if (!imported.ok) throw new Error(JSON.stringify(imported.error));
		const { id, graph, info, unknown, foreign } = imported.value;
		expect({ unknown, foreign }).toEqual({ unknown: [], foreign: [] });
		expect(guessBinding(graph, info).places.tracks).toEqual([{ node: '247', input: 'value' }]);
		ids.push(id);
	}
	expect(new Set(ids).size).toBe(1);
	expect(ids[0]).toMatch(/^[0-9a-f]{16}$/);
});

test('another graph has another id, big numbers included', () => {
	const of = (seed: bigint) => workflowId({ '1': { class_type: 'K', inputs: { seed } } });
	expect(of(2n ** 64n - 1n)).not.toBe(of(2n ** 64n - 2n));
	expect(of(5n)).toBe(of(5n));
});

test('the workflow inside a video is read', async () => {
	const imported = await importWorkflow(fixture('embedded/saveVideo.mp4'), server, never);
	expect(imported.ok).toBe(true);
});

test('what is wrong is said of the file or of the server', async () => {
	const text = new TextEncoder().encode('{"a": 1}');
	expect(await importWorkflow(text, server, never)).toMatchObject({
		error: { of: 'file', error: { kind: 'notAWorkflow' } },
	});
	const bare = serverWith({ '/object_info': objectInfo });
	expect(await importWorkflow('template', bare, never)).toMatchObject({
		error: { of: 'server', error: { kind: 'http', status: 404 } },
	});
	const odd = serverWith({ '/object_info': '[]' });
	expect(await importWorkflow(fixture('video_wan_ati.ui.json'), odd, never)).toMatchObject({
		error: { of: 'server', error: { kind: 'protocol' } },
	});
});

test('a file in API format needs no server; one in UI format says that it does', async () => {
	const api = await importWorkflow(fixture('video_wan_ati.api.json'), undefined, never);
	if (!api.ok) throw new Error(JSON.stringify(api.error));
	expect(api.value).toMatchObject({ unknown: [], foreign: [], notes: [] });
	expect(guessBinding(api.value.graph, api.value.info).places).toMatchObject({
		tracks: [{ node: '247', input: 'value' }],
		image: [{ node: '240', input: 'image' }],
		seed: [{ node: '3', input: 'seed' }],
	});
	const video = await importWorkflow(fixture('embedded/saveVideo.mp4'), undefined, never);
	expect(video.ok).toBe(true);
	for (const source of [fixture('video_wan_ati.ui.json'), 'template'] as const)
		expect(await importWorkflow(source, undefined, never)).toEqual(fail({ of: 'noServer' }));
});
