import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ask, uploadForm } from './support/ask.ts';
import { forTargets } from './support/forTargets.ts';
import { greyPng } from './support/graphs.ts';

const folder = 'wanati-contract';
const fresh = (extension = 'png'): string => `${randomUUID()}.${extension}`;
const viewUrl = (url: string, query: Readonly<Record<string, string>>): string =>
	`${url}/view?${new URLSearchParams(query)}`;

forTargets((target) => {
	const upload = (
		name: string,
		bytes: Uint8Array | string,
		fields: Readonly<Record<string, string>> = {},
	) => uploadForm(target().url, { subfolder: folder, ...fields }, { name, bytes });
	const view = (query: Readonly<Record<string, string>>, headers = {}, method = 'GET') =>
		ask(viewUrl(target().url, query), { headers, method });
	const stored = async (name: string, bytes: Uint8Array | string) => {
		const answer = await upload(name, bytes);
		expect(answer.status, answer.text).toBe(200);
		return { filename: JSON.parse(answer.text).name as string, subfolder: folder, type: 'input' };
	};

	test('an upload answers name, subfolder and type, and can be read back', async () => {
		const [name, png] = [fresh(), greyPng()];
		const answer = await upload(name, png);
		expect(JSON.parse(answer.text)).toEqual({ name, subfolder: folder, type: 'input' });
		const back = await view({ filename: name, subfolder: folder, type: 'input' });
		expect(back.status).toBe(200);
		expect(back.headers['content-type']).toBe('image/png');
		expect(new Uint8Array(back.body)).toEqual(new Uint8Array(png));
	});

	test('the same name with the same bytes stays; with other bytes it is numbered; overwrite keeps it', async () => {
		const name = fresh();
		const [one, two] = [greyPng(), greyPng()];
		const named = async (bytes: Uint8Array, fields = {}) =>
			JSON.parse((await upload(name, bytes, fields)).text).name;
		expect(await named(one)).toBe(name);
		expect(await named(one)).toBe(name);
		expect(await named(two)).toBe(name.replace('.png', ' (1).png'));
		expect(await named(two, { overwrite: 'True' })).toBe(name.replace('.png', ' (1).png'));
		expect(await named(two, { overwrite: 'true' })).toBe(name);
		const back = await view({ filename: name, subfolder: folder, type: 'input' });
		expect(new Uint8Array(back.body)).toEqual(new Uint8Array(two));
	});

	test('any content is taken, and unicode, spaces and signs in names are kept', async () => {
		for (const name of [fresh('png'), fresh('txt'), `Ünï çødé ${fresh()}`, `a+b & c ${fresh()}`]) {
			expect(await stored(name, 'no picture')).toMatchObject({ filename: name });
		}
		expect((await upload(fresh(), '')).status).toBe(200);
	});

	test('uploads to temp are temp files', async () => {
		const name = fresh();
		const answer = await upload(name, greyPng(), { type: 'temp' });
		expect(JSON.parse(answer.text)).toMatchObject({ name, type: 'temp' });
		expect((await view({ filename: name, subfolder: folder, type: 'temp' })).status).toBe(200);
	});

	test('names and folders that lead outside are 400; no picture is 400; an unknown type or a text for a file is 500', async () => {
		const png = greyPng();
		expect((await upload(fresh(), png, { subfolder: '../outside' })).status).toBe(400);
		expect((await upload(fresh(), png, { subfolder: '/etc' })).status).toBe(400);
		expect((await uploadForm(target().url, { subfolder: folder })).status).toBe(400);
		expect((await upload(fresh(), png, { type: 'nope' })).status).toBe(500);
		expect((await uploadForm(target().url, { image: 'text', subfolder: folder })).status).toBe(500);
	});

	test('a body over the limit is 413 in plain text', async (context) => {
		const features = (await ask(`${target().url}/features`)).json();
		const limit: number = features.max_upload_size;
		if (limit > 200 * 2 ** 20) context.skip(`the limit is ${limit} bytes`);
		const answer = await upload(fresh(), new Uint8Array(limit + 1024));
		expect(answer.status).toBe(413);
		expect(answer.contentType).toMatch(/^text\/plain/);
		expect(answer.text).toContain('exceeded');
	});

	test('view serves ranges, validators and HEAD', async () => {
		const bytes = randomBytes(1000);
		const file = await stored(fresh('mp4'), bytes);
		const whole = await view(file);
		expect(whole.headers).toMatchObject({
			'content-type': 'video/mp4',
			'accept-ranges': 'bytes',
			'content-disposition': `filename="${file.filename}"`,
		});
		const part = await view(file, { range: 'bytes=100-199' });
		expect([part.status, part.headers['content-range']]).toEqual([206, 'bytes 100-199/1000']);
		expect(new Uint8Array(part.body)).toEqual(new Uint8Array(bytes.subarray(100, 200)));
		const end = await view(file, { range: 'bytes=-10' });
		expect([end.status, end.body.length]).toEqual([206, 10]);
		expect((await view(file, { range: 'bytes=1000-' })).status).toBe(416);
		const etag = String(whole.headers.etag);
		expect((await view(file, { 'if-none-match': etag })).status).toBe(304);
		const head = await view(file, {}, 'HEAD');
		expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
			200,
			'1000',
			0,
		]);
	});

	test('an unknown query, such as our cache key, changes nothing', async () => {
		const file = await stored(fresh(), greyPng());
		expect((await view({ ...file, key: 'some-run' })).status).toBe(200);
	});

	test('what is not there is 404; what leads outside is 400 or 403', async () => {
		const status = async (query: Readonly<Record<string, string>>) => (await view(query)).status;
		expect(await status({ filename: 'no-such-file.mp4', type: 'output' })).toBe(404);
		expect(await status({})).toBe(404);
		expect(await status({ filename: '../secret', type: 'input' })).toBe(400);
		expect(await status({ filename: '/etc/passwd', type: 'input' })).toBe(400);
		expect(await status({ filename: 'a.png', subfolder: '../..', type: 'input' })).toBe(403);
		expect(await status({ filename: 'a.png', type: 'nope' })).toBe(400);
	});

	test('a folder inside the file name is dropped', async () => {
		const file = await stored(fresh(), greyPng());
		expect((await view({ ...file, filename: `anything/${file.filename}` })).status).toBe(200);
		const inName = { filename: `${folder}/${file.filename}`, type: 'input' };
		expect((await view(inName)).status).toBe(404);
	});

	test('pages and styles are never served as such; drawings are, by old servers', async () => {
		for (const extension of ['html', 'css', 'svg']) {
			const file = await stored(fresh(extension), '<script>alert(1)</script>');
			const { headers } = await view(file);
			const type = headers['content-type'];
			if (target().modern) {
				expect(type, extension).toBe('application/octet-stream');
				expect(headers['content-disposition']).toMatch(/^attachment/);
				expect(headers['x-content-type-options']).toBe('nosniff');
			} else expect(type).toBe(extension === 'svg' ? 'image/svg+xml' : 'application/octet-stream');
		}
	});
});
