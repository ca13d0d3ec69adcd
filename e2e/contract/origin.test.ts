import { expect, test } from 'vitest';
import { ask } from './support/ask.ts';
import { forTargets } from './support/forTargets.ts';

const isLoopback = (url: string): boolean =>
	['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

forTargets((target) => {
	const status = async (headers: Readonly<Record<string, string>>, path = '/system_stats') =>
		(await ask(target().url + path, { headers })).status;
	const upgrade = {
		connection: 'Upgrade',
		upgrade: 'websocket',
		'sec-websocket-version': '13',
		'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
	};

	test('without an Origin, and with the own one, everything passes', async () => {
		const { host } = new URL(target().url);
		expect(await status({})).toBe(200);
		expect(await status({ origin: `http://${host}` })).toBe(200);
		expect(await status({ ...upgrade, origin: `http://${host}` }, '/ws?clientId=origin')).toBe(101);
	});

	test('a foreign Origin on a loopback host is 403 without a body, the socket too', async (context) => {
		if (target().open || !isLoopback(target().url)) context.skip('this server does not check');
		for (const origin of ['http://evil.example', 'http://localhost:1', 'https://127.0.0.1:1']) {
			const refused = await ask(`${target().url}/system_stats`, { headers: { origin } });
			expect([refused.status, refused.text()]).toEqual([403, '']);
			expect(await status({ ...upgrade, origin }, '/ws?clientId=origin')).toBe(403);
		}
	});

	test('a null Origin passes', async () => {
		expect(await status({ origin: 'null' })).toBe(200);
	});

	test('cross-site by Sec-Fetch-Site is 403 on new servers, whatever the host', async (context) => {
		if (target().open) context.skip('this server does not check');
		const cross = await status({ 'sec-fetch-site': 'cross-site' });
		expect(cross).toBe(target().modern ? 403 : 200);
		expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(200);
	});
});
