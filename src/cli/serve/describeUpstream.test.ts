import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { describeUpstream } from './describeUpstream.ts';

async function answering(status: number, body: string): Promise<string> {
	const server = createServer((_request, response) => {
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(body);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	return describeUpstream({ name: 'a', url, authorization: 'Bearer s3cret' });
}

test('names the version of a ComfyUI that answers, never its token', async () => {
	const line = await answering(200, '{"system":{"comfyui_version":"0.33.0"}}');
	expect(line).toMatch(/answers, version 0\.33\.0$/);
	expect(line).not.toContain('s3cret');
});

test('prints nothing that could steer a terminal', async () => {
	const line = await answering(200, '{"system":{"comfyui_version":"\\u001b[2J0.33"}}');
	expect(line).toMatch(/answers$/);
});

test('says the status of a refusal', async () => {
	expect(await answering(401, '{}')).toMatch(/answers with 401$/);
});

test('a ComfyUI that is down is no fault', async () => {
	const line = await describeUpstream({ name: 'a', url: new URL('http://127.0.0.1:1/') });
	expect(line).toMatch(/does not answer yet; it is picked up when it comes$/);
});
