import { afterEach, expect, test } from 'vitest';
import { type Standin, type StandinOptions, startStandin } from '#standin/createStandin.ts';
import { runCli } from '../testing/runCli.ts';

let standin: Standin | undefined;
afterEach(async () => {
	await standin?.close();
	standin = undefined;
});

interface Told {
	readonly kind: string;
	readonly state: string;
	readonly remedy?: string;
}
async function doctor(options: StandinOptions, ...args: string[]) {
	standin = await startStandin({ stepMs: 1, ...options });
	const { code, out } = await runCli(['doctor', '--json', '--comfyui', standin.url, ...args]);
	const checks = JSON.parse(out).checks as Told[];
	return { code, of: (kind: string) => checks.find((check) => check.kind === kind) };
}

test('a server that has everything is well', async () => {
	const { code, of } = await doctor({});
	expect(code).toBe(0);
	for (const kind of ['node', 'server', 'version', 'nodes', 'models'])
		expect([kind, of(kind)?.state]).toEqual([kind, 'ok']);
});

test('what a server lacks is 5, with the folder that it belongs in; a refused origin is a warning', async () => {
	const missing = { missingModels: ['wan_2.1_vae.safetensors'] };
	const { code, of } = await doctor(missing, '--origin', 'http://localhost:5173');
	expect(code).toBe(5);
	expect(of('models')).toMatchObject({
		state: 'error',
		remedy: expect.stringContaining('models/vae'),
	});
	expect(of('origin')).toMatchObject({
		state: 'warning',
		remedy: expect.stringContaining('--enable-cors-header http://localhost:5173'),
	});
});

test('nobody there is 4', async () => {
	const { code, of } = await doctor({ behaviour: { down: true } });
	expect([code, of('server')?.state]).toEqual([4, 'error']);
});
