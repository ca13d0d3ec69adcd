import { expect, test } from 'vitest';
import type { ComfyPlatform, SocketLike } from '#comfy/transport/platform.ts';
import { emptyDocument } from '#core/document/document.ts';
import type { Engine, EngineContext, EngineOutcome } from '../engine.ts';
import { createRunLog } from './createRunLog.ts';
import { loggedEngine } from './loggedEngine.ts';

const input = {
	document: emptyDocument,
	seed: 7,
	samples: [],
	tracksJson: '[]',
	startFrame: () => Promise.reject(new Error('not asked for')),
};
const never = new AbortController().signal;
const context: EngineContext = { jobId: 'job-1', cancel: never, detach: never, emit: () => {} };

class QuietSocket implements SocketLike {
	binaryType = '';
	readonly listeners = new Map<string, () => void>();
	send(): void {}
	close(): void {
		this.listeners.get('close')?.();
	}
	addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
		this.listeners.set(type, listener as () => void);
	}
}

const platform: ComfyPlatform = {
	fetch: async (url) => {
		if (url.endsWith('/dead')) throw new TypeError('fetch failed', { cause: new Error('refused') });
		return new Response('{}', { status: url.endsWith('/secret') ? 401 : 200 });
	},
	WebSocket: QuietSocket,
	now: () => 1000,
	setTimeout: () => 0 as unknown as ReturnType<typeof setTimeout>,
	clearTimeout: () => {},
	randomBytes: (length) => new Uint8Array(length),
};

/** An engine that does what `work` does with its platform. */
const logged = (work: (on: ComfyPlatform, context: EngineContext) => Promise<EngineOutcome>) => {
	const log = createRunLog();
	const create = (on: ComfyPlatform): Engine => ({
		id: 'comfy',
		run: (_input, given) => work(on, given),
	});
	return { log, engine: loggedEngine({ log, platform, create }) };
};

test('requests carry the job, the phase they fell in and their status, and no secret', async () => {
	const { log, engine } = logged(async (on, { emit }) => {
		await emit({ type: 'state', state: 'uploading' });
		await on.fetch('http://x/upload?token=abc', { method: 'POST', headers: { A: 'Bearer b' } });
		await emit({ type: 'state', state: 'running' });
		await emit({ type: 'progress', fraction: 0.5, node: 'KSampler' });
		await on.fetch('http://x/secret');
		await on.fetch('http://x/dead').catch(() => undefined);
		return { state: 'lost' };
	});
	expect(await engine.run(input, context)).toEqual({ state: 'lost' });
	expect(log.entries('job-1').map(({ time, jobId, ...rest }) => rest)).toMatchObject([
		{ phase: 'waiting', message: 'start: 832 x 480, 81 frames, 0 tracks, seed 7' },
		{ phase: 'uploading', message: 'uploading' },
		{
			phase: 'uploading',
			httpStatus: 200,
			level: 'debug',
			message: 'POST http://x/upload?token=[redacted] in 0 ms',
		},
		{ phase: 'running', message: 'running' },
		{ phase: 'running', node: 'KSampler', message: 'node KSampler' },
		{ phase: 'running', node: 'KSampler', httpStatus: 401, level: 'warn' },
		{ level: 'warn', message: 'GET http://x/dead failed after 0 ms: fetch failed: refused' },
		{ phase: 'lost', level: 'warn', message: 'lost' },
	]);
	expect(log.text()).not.toContain('Bearer b');
});

test('the socket that is used is the real one, and its life is told', async () => {
	const { log, engine } = logged(async (on) => {
		const socket = new on.WebSocket('ws://x/ws');
		expect(socket).toBeInstanceOf(QuietSocket);
		socket.close();
		return { state: 'cancelled' };
	});
	await engine.run(input, context);
	expect(log.entries().map((entry) => entry.message)).toContain('socket ws://x/ws closed');
});

test('a failure keeps its facts, without the folders of the server', async () => {
	const { log, engine } = logged(async () => ({
		state: 'failed',
		error: {
			kind: 'execution',
			node: 'VAE',
			nodeType: 'VAELoader',
			exception: 'OSError',
			message: 'no file /home/ann/ComfyUI/models/vae/a.safetensors',
			outOfMemory: false,
		},
	}));
	await engine.run(input, context);
	const last = log.entries().at(-1);
	expect(last).toMatchObject({ level: 'error', phase: 'failed' });
	expect(last?.message).toContain('…/a.safetensors');
	expect(last?.message).not.toContain('ann');
});
