import { expect, test } from 'vitest';
import { readObjectInfo } from '../../src/comfy/protocol/readObjectInfo.ts';
import { featuresSchema, systemStatsSchema } from '../../src/comfy/protocol/responses.ts';
import { ask, post } from './support/ask.ts';
import { forTargets } from './support/forTargets.ts';

/** What a run of ours is made of, and what these tests make runs of. */
const coreClasses = ['LoadImage', 'PreviewImage', 'EmptyImage', 'CreateVideo', 'SaveVideo'];

forTargets((target) => {
	test('system_stats tells version and devices', async () => {
		const { status, json } = await ask(`${target().url}/system_stats`);
		expect(status).toBe(200);
		const stats = systemStatsSchema.parse(json());
		expect(stats.system.comfyui_version).toMatch(/^\d+\.\d+/);
		expect(stats.devices?.[0]?.type).toBeTypeOf('string');
	});

	test('features tells the upload limit and previews with metadata', async () => {
		const features = featuresSchema.parse((await ask(`${target().url}/features`)).json());
		expect(features.supports_preview_metadata).toBe(true);
		expect(features.max_upload_size).toBeGreaterThan(1_000_000);
	});

	test.each([
		'/system_stats',
		'/features',
		'/queue',
		'/prompt',
		'/models',
		'/object_info/LoadImage',
	])('%s answers the same under /api, as JSON', async (path) => {
		const [bare, prefixed] = await Promise.all([
			ask(target().url + path),
			ask(`${target().url}/api${path}`),
		]);
		expect([bare.status, prefixed.status]).toEqual([200, 200]);
		expect(bare.headers['content-type']).toMatch(/^application\/json/);
		expect(Object.keys(prefixed.json())).toEqual(Object.keys(bare.json()));
	});

	test('object_info of one class holds that class; an unknown one holds nothing', async () => {
		for (const name of coreClasses) {
			const one = (await ask(`${target().url}/object_info/${name}`)).json();
			expect(Object.keys(one)).toEqual([name]);
			expect(one[name]).toMatchObject({ name, input: {}, output: expect.any(Array) });
		}
		const unknown = await ask(`${target().url}/object_info/NoSuchClass`);
		expect([unknown.status, unknown.text()]).toEqual([200, '{}']);
	});

	test('the whole object_info is read by our own reader', async () => {
		const info = readObjectInfo((await ask(`${target().url}/object_info`)).json());
		if (!info.ok) throw new Error(info.error);
		for (const name of coreClasses) expect(info.value.has(name), name).toBe(true);
	});

	test('the jobs API is there or not, as a whole', async () => {
		const job = await ask(`${target().url}/api/jobs/11111111-1111-4111-8111-111111111111`);
		expect(job.status).toBe(404);
		const cancel = await post(
			`${target().url}/api/jobs/11111111-1111-4111-8111-111111111111/cancel`,
			{},
		);
		if (target().modern) {
			expect(cancel.json()).toEqual({ cancelled: false });
			expect((await ask(`${target().url}/api/jobs?status=nope`)).status).toBe(400);
		} else expect([404, 405]).toContain(cancel.status);
	});

	test('an unknown path is 404, and history_v2 is one', async () => {
		for (const path of ['/no/such/path', '/history_v2']) {
			expect((await ask(target().url + path)).status).toBe(404);
		}
	});

	test('models tells folders, and a folder its files', async () => {
		const folders: string[] = (await ask(`${target().url}/models`)).json();
		expect(folders).toEqual(expect.arrayContaining(['diffusion_models', 'vae', 'loras']));
		expect((await ask(`${target().url}/models/vae`)).json()).toEqual(expect.any(Array));
		expect((await ask(`${target().url}/models/no_such_folder`)).status).toBe(404);
	});
});
