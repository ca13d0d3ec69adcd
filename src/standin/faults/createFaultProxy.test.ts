import { expect, test } from 'vitest';
import { createVirtualPlatform, type FakeSocket } from '#comfy/testing/createVirtualPlatform.ts';
import { createFaultProxy } from './createFaultProxy.ts';
import { createSeededRandom } from './createSeededRandom.ts';
import { type Faults, htmlFor, plainFor } from './faults.ts';

/** A server that answers its path and counts, behind a proxy. */
function network(faults: Partial<Faults> = {}, seed = 1) {
	const served: string[] = [];
	const sockets: FakeSocket[] = [];
	const virtual = createVirtualPlatform(
		(url) => {
			served.push(new URL(url).pathname);
			return { status: 200, body: JSON.stringify({ path: new URL(url).pathname }) };
		},
		(socket) => {
			sockets.push(socket);
			virtual.at(1, () => socket.accept());
		},
	);
	const proxy = createFaultProxy({ platform: virtual.platform, later: virtual.at, seed, faults });
	const ask = (path: string, init?: RequestInit) => {
		let outcome: string | undefined;
		proxy.platform.fetch(`http://h${path}`, init).then(
			async (response) => {
				outcome = `${response.status} ${await response.text()}`;
			},
			(cause: Error) => {
				outcome = cause.name;
			},
		);
		return () => outcome;
	};
	const listen = () => {
		const heard: string[] = [];
		const socket = new proxy.platform.WebSocket('ws://h/ws');
		socket.addEventListener('open', () => heard.push('open'));
		socket.addEventListener('close', () => heard.push('close'));
		socket.addEventListener('message', ({ data }) => heard.push(String(data)));
		return { heard, socket };
	};
	return { virtual, proxy, served, sockets, ask, listen };
}

test('without faults everything passes', async () => {
	const { ask, listen, sockets, virtual, proxy } = network();
	const answer = ask('/queue');
	const { heard, socket } = listen();
	await virtual.advance(10);
	expect(answer()).toBe('200 {"path":"/queue"}');
	sockets[0]?.send('hello');
	socket.send('hi');
	await virtual.advance(10);
	expect(sockets[0]?.received).toEqual(['hi']);
	socket.close();
	await virtual.advance(10);
	expect(heard).toEqual(['open', 'hello', 'close']);
	expect(proxy.open()).toEqual({ sockets: 0, requests: 0 });
});

test('latency delays both ways, and frames keep their order', async () => {
	const { ask, listen, sockets, virtual } = network({ latencyMs: 100, jitterMs: 200 });
	const answer = ask('/x');
	const { heard } = listen();
	await virtual.advance(190);
	expect(answer()).toBeUndefined();
	await virtual.advance(500);
	expect(answer()).toMatch(/^200/);
	for (let i = 0; i < 20; i++) sockets[0]?.send(String(i));
	await virtual.advance(1_000);
	expect(heard.slice(1)).toEqual(Array.from({ length: 20 }, (_, i) => String(i)));
});

test('a cut fails what is on its way and closes sockets on both sides', async () => {
	const { ask, listen, proxy, sockets, virtual } = network({ latencyMs: 50 });
	const { heard } = listen();
	await virtual.advance(200);
	const answer = ask('/x');
	await virtual.advance(60);
	proxy.cut();
	await virtual.advance(100);
	expect(answer()).toBe('TypeError');
	expect(heard).toEqual(['open', 'close']);
	expect(sockets[0]?.state).toBe('closed');
});

test('a silent break is noticed by nobody, and by the server late', async () => {
	const { ask, listen, proxy, sockets, virtual } = network({ latencyMs: 50 });
	const { heard } = listen();
	await virtual.advance(200);
	const answer = ask('/x');
	proxy.breakSilently(5_000);
	sockets[0]?.send('lost');
	await virtual.advance(4_000);
	expect([answer(), heard]).toEqual([undefined, ['open']]);
	expect(sockets[0]?.state).toBe('open');
	await virtual.advance(2_000);
	expect(sockets[0]?.state).toBe('closed');
	expect(heard).toEqual(['open']);
	// A new connection works.
	const again = ask('/y');
	await virtual.advance(200);
	expect(again()).toMatch(/^200/);
});

test('while all is silent requests hang until their owner gives up', async () => {
	const { ask, virtual, proxy, served } = network({ silent: true });
	const leave = new AbortController();
	const answer = ask('/x', { signal: leave.signal });
	await virtual.advance(60_000);
	expect(answer()).toBeUndefined();
	leave.abort();
	await virtual.advance(1);
	expect(answer()).toBe('AbortError');
	expect(served).toEqual([]);
	expect(proxy.open().requests).toBe(0);
});

test('resets before the server leave no trace there, resets after it do', async () => {
	const before = network({ resetBefore: 1 });
	const lost = before.ask('/x');
	await before.virtual.advance(1);
	expect([lost(), before.served]).toEqual(['TypeError', []]);
	const after = network({ resetAfter: 1 });
	const unheard = after.ask('/x');
	await after.virtual.advance(1);
	expect([unheard(), after.served]).toEqual(['TypeError', ['/x']]);
});

test('a slow close keeps the server believing in the socket', async () => {
	const { listen, sockets, virtual } = network({ slowCloseMs: 3_000 });
	const { heard, socket } = listen();
	await virtual.advance(10);
	socket.close();
	await virtual.advance(2_000);
	expect([sockets[0]?.state, heard]).toEqual(['open', ['open']]);
	await virtual.advance(2_000);
	expect([sockets[0]?.state, heard]).toEqual(['closed', ['open', 'close']]);
});

test('a deaf socket opens and hears nothing; refused ones close', async () => {
	const { listen, proxy, sockets, virtual } = network({ deaf: true });
	const { heard } = listen();
	await virtual.advance(10);
	sockets[0]?.send('x');
	await virtual.advance(10);
	expect(heard).toEqual(['open']);
	proxy.set({ refuseSockets: true });
	const refused = listen();
	await virtual.advance(10);
	expect(refused.heard).toEqual(['close']);
});

test('frames come twice, late and among those of others, each at least once', async () => {
	const { listen, sockets, virtual } = network({ duplicate: 0.5, reorder: 0.5, foreign: 0.5 });
	const { heard } = listen();
	await virtual.advance(10);
	for (let i = 0; i < 50; i++) sockets[0]?.send(`n${i}`);
	await virtual.advance(10_000);
	const own = heard.filter((frame) => frame.startsWith('n'));
	expect(new Set(own).size).toBe(50);
	expect(own.length).toBeGreaterThan(55);
	expect(own.slice(0, 50)).not.toEqual(Array.from({ length: 50 }, (_, i) => `n${i}`));
	expect(heard.some((frame) => frame.includes('somebody-else'))).toBe(true);
});

test('something in between answers instead, before or after the server has done it', async () => {
	const { ask, proxy, served, virtual } = network({
		answers: [htmlFor(/^GET \/a/), plainFor(/^POST \/b/, 413, 'too large')],
	});
	const answers = [ask('/a'), ask('/b', { method: 'POST' }), ask('/b')];
	await virtual.advance(1);
	expect(answers.map((answer) => answer()?.slice(0, 13))).toEqual([
		'200 <!doctype',
		'413 too large',
		'200 {"path":"',
	]);
	expect(served).toEqual(['/b']);
	proxy.set({ answers: [htmlFor(/./, 504, true)] });
	const delivered = ask('/c');
	await virtual.advance(1);
	expect(delivered()).toMatch(/^504 </);
	expect(served).toEqual(['/b', '/c']);
});

test('node errors are merged into accepted prompts, history lags, downloads are cut', async () => {
	const { ask, proxy, virtual } = network({
		nodeErrors: { '258': {} },
		historyLagMs: 1_000,
		viewShare: 0.5,
	});
	const post = ask('/prompt', { method: 'POST' });
	const early = ask('/history/p');
	const view = ask('/view');
	await virtual.advance(1);
	expect(post()).toBe('200 {"path":"/prompt","node_errors":{"258":{}}}');
	expect(early()).toBe('200 {}');
	expect(view()).toBe('200 {"path":');
	await virtual.advance(1_000);
	const late = ask('/history/p');
	await virtual.advance(1);
	expect(late()).toBe('200 {"path":"/history/p"}');
	proxy.heal();
	const whole = ask('/view');
	await virtual.advance(1);
	expect(whole()).toBe('200 {"path":"/view"}');
});

test('the same seed gives the same chances', () => {
	const draw = (seed: number) => Array.from({ length: 20 }, createSeededRandom(seed));
	expect(draw(7)).toEqual(draw(7));
	expect(draw(7)).not.toEqual(draw(8));
	const many = Array.from({ length: 10_000 }, createSeededRandom(3));
	expect(many.every((x) => x >= 0 && x < 1)).toBe(true);
	expect(many.reduce((sum, x) => sum + x, 0) / many.length).toBeCloseTo(0.5, 1);
});
