import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Standin, startStandin } from '../createStandin.ts';
import { cannotRender, plainPicture, pngOf, rawRequest, upload } from '../testing/testClient.ts';

let standin: Standin;
beforeEach(async () => {
	standin = await startStandin();
	return () => standin.close();
});

const saved = async (...args: Parameters<typeof upload> extends [string, ...infer R] ? R : never) =>
	(await upload(standin.url, ...args)).json();

describe('an upload', () => {
	test('keeps its name when new or the same, and gets a number when other bytes have it', async () => {
		expect(await saved('one', 'x.png')).toEqual({ name: 'x.png', subfolder: '', type: 'input' });
		expect(await saved('one', 'x.png')).toMatchObject({ name: 'x.png' });
		expect(await saved('two', 'x.png')).toMatchObject({ name: 'x (1).png' });
		expect(await saved('three', 'x.png')).toMatchObject({ name: 'x (2).png' });
		expect(await saved('two', 'x.png')).toMatchObject({ name: 'x (1).png' });
	});

	test.each([
		['true', 'x.png'],
		['1', 'x.png'],
		['True', 'x (1).png'],
	])('with overwrite %s becomes %s', async (overwrite, name) => {
		await saved('one', 'x.png');
		expect(await saved('two', 'x.png', { overwrite })).toMatchObject({ name });
	});

	test('goes to its subfolder and type', async () => {
		const fields = { subfolder: 'motion/tracks', type: 'temp' };
		expect(await saved('one', 'x.png', fields)).toEqual({ name: 'x.png', ...fields });
		const path = '/view?filename=x.png&type=temp&subfolder=motion/tracks';
		expect((await rawRequest(standin.port, 'GET', path)).body.toString()).toBe('one');
	});

	test('may be anything under any name', async () => {
		expect(await saved('', 'empty.png')).toMatchObject({ name: 'empty.png' });
		expect(await saved('<svg/>', '画 像.svg')).toMatchObject({ name: '画 像.svg' });
	});

	test.each([
		['../../x.png', {}, 400],
		['x.png', { subfolder: '../../etc' }, 400],
		['x.png', { subfolder: '/tmp' }, 400],
		['x.png', { type: 'bogus' }, 500],
	])('named %s with %j is refused: %i', async (name, fields, status) => {
		expect((await upload(standin.url, 'one', name, fields)).status).toBe(status);
	});

	test('without a picture part is refused', async () => {
		const url = `${standin.url}/upload/image`;
		const form = new FormData();
		form.set('type', 'input');
		expect((await fetch(url, { method: 'POST', body: form })).status).toBe(400);
		form.set('image', 'text');
		expect((await fetch(url, { method: 'POST', body: form })).status).toBe(500);
		expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(400);
	});

	test('over the limit gets 413 in plain text', async () => {
		const small = await startStandin({ maxUploadBytes: 1000 });
		const answer = await upload(small.url, new Uint8Array(1001));
		expect(answer.status).toBe(413);
		expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
		expect(await answer.text()).toBe('Maximum request body size 1000 exceeded.');
		await small.close();
	});
});

describe('/view', () => {
	const bytes = 'abcdefghij'.repeat(10);
	const get = (query: string, headers = {}) =>
		rawRequest(standin.port, 'GET', `/view?${query}`, headers);
	const clip = 'filename=c.mp4&type=output';
	beforeEach(() => upload(standin.url, bytes, 'c.mp4', { type: 'output' }));

	test('serves a video with what a player needs', async () => {
		const { status, headers, body } = await get(clip);
		expect([status, body.toString()]).toEqual([200, bytes]);
		expect(headers).toMatchObject({
			'content-type': 'video/mp4',
			'accept-ranges': 'bytes',
			'content-length': '100',
			'content-disposition': 'filename="c.mp4"',
			'x-content-type-options': 'nosniff',
		});
		expect(headers['cache-control']).toBeUndefined();
		const again = await get(clip, { 'If-None-Match': String(headers.etag) });
		expect([again.status, again.body.length]).toEqual([304, 0]);
	});

	test('answers HEAD with the length and no body', async () => {
		const { status, headers, body } = await rawRequest(standin.port, 'HEAD', `/view?${clip}`);
		expect([status, headers['content-length'], body.length]).toEqual([200, '100', 0]);
	});

	test.each([
		['bytes=0-9', 'bytes 0-9/100', 'abcdefghij'],
		['bytes=95-', 'bytes 95-99/100', 'fghij'],
		['bytes=-5', 'bytes 95-99/100', 'fghij'],
		['bytes=98-500', 'bytes 98-99/100', 'ij'],
	])('%s gives 206 %s', async (range, contentRange, text) => {
		const { status, headers, body } = await get(clip, { Range: range });
		expect([status, headers['content-range'], body.toString()]).toEqual([206, contentRange, text]);
	});

	test.each(['bytes=100-', 'bytes=0-9,20-29', 'lines=1-2'])('%s gives 416', async (range) => {
		const { status, headers } = await get(clip, { Range: range });
		expect([status, headers['content-range']]).toEqual([416, 'bytes */100']);
	});

	test.each([
		['', 404],
		['filename=none.png', 404],
		['filename=../../etc/passwd', 400],
		['filename=..%2f..%2fetc%2fpasswd', 400],
		['filename=/etc/passwd', 400],
		['filename=c.mp4&subfolder=../../../etc', 403],
		['filename=c.mp4&type=models', 400],
		['filename=c.mp4', 200],
		['filename=c.mp4%20[output]&type=input', 200],
		['filename=any/folder/c.mp4', 200],
		['filename=c.mp4&rand=0.5', 200],
		['filename=c.mp4&preview=webp', 500],
	])('%s gives %i', async (query, status) => {
		expect((await get(query)).status).toBe(status);
		expect((await rawRequest(standin.port, 'GET', `/api/view?${query}`)).status).toBe(status);
	});

	test('never serves what a browser would run', async () => {
		await upload(standin.url, '<script>1</script>', 'e.html');
		await upload(standin.url, '<svg/>', 'e.svg');
		const html = await get('filename=e.html&type=input');
		expect(html.headers).toMatchObject({
			'content-type': 'application/octet-stream',
			'content-disposition': 'attachment; filename="e.html"',
			'cache-control': 'no-store',
		});
		const svg = await get('filename=e.svg&type=input', { 'Sec-Fetch-Dest': 'image' });
		expect(svg.headers['content-type']).toBe('image/svg+xml');
		expect((await get('filename=e.svg&type=input')).headers['content-type']).toBe(
			'application/octet-stream',
		);
	});

	test.skipIf(cannotRender)('re-encodes a picture on request', async () => {
		await upload(standin.url, await pngOf(plainPicture(8, 8)), 'p.png');
		const { status, headers } = await get('filename=p.png&type=input&preview=webp;80');
		expect([status, headers['content-type']]).toEqual([200, 'image/webp']);
	});
});

describe('an app folder', () => {
	let served: Standin;
	beforeAll(async () => {
		const app = new URL('../fixtures/app/', import.meta.url).pathname;
		served = await startStandin({ app });
	});
	afterAll(() => served.close());
	const get = (path: string) => rawRequest(served.port, 'GET', path);

	test.each([
		['/', 200, 'text/html'],
		['/index.html', 200, 'text/html'],
		['/assets/a.mjs', 200, 'application/javascript'],
		['/extensions/wan-ati/index.html', 200, 'text/html'],
		['/extensions/wan-ati/assets/a.mjs', 200, 'application/javascript'],
		['/assets/', 403, 'text/plain; charset=utf-8'],
		['/extensions/wan-ati/', 403, 'text/plain; charset=utf-8'],
		['/some/client/route', 404, 'application/octet-stream'],
		['/api/index.html', 404, 'application/octet-stream'],
		['/%2e%2e/originRule.test.ts', 404, 'application/octet-stream'],
		['/features', 200, 'application/json; charset=utf-8'],
	])('%s gives %i %s', async (path, status, type) => {
		const answer = await get(path);
		expect([answer.status, answer.headers['content-type']]).toEqual([status, type]);
	});

	test('the page is never stored', async () => {
		expect((await get('/')).headers['cache-control']).toBe('no-store, must-revalidate');
	});
});
