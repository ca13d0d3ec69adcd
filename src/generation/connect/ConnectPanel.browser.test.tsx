import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ComfyError } from '#comfy/client/comfyError.ts';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import type { NodeClassInfo } from '#comfy/protocol/objectInfo.ts';
import { modelRoles } from '#comfy/workflow/modelRoles.ts';
import { mount } from '#ui/testing/mount.tsx';
import { neededClasses } from '../server/neededClasses.ts';
import { ConnectPanel } from './ConnectPanel.tsx';

const models = {
	diffusion: 'ati.safetensors',
	weightType: 'default',
	textEncoder: 'umt5.safetensors',
	vae: 'vae.safetensors',
	clipVision: 'clip_vision_h.safetensors',
};

/** A server that has every class, and every model but those named. */
function infoWithout(absent: readonly string[]): ReadonlyMap<string, NodeClassInfo> {
	return new Map(
		neededClasses.map((name) => {
			const role = Object.entries(modelRoles).find(([, place]) => place.classType === name);
			const file = role && models[role[0] as keyof typeof models];
			const choices = file && !absent.includes(file) ? [file] : [];
			const inputs = role && {
				[role[1].input]: {
					kind: 'choice' as const,
					required: true,
					choices,
					default: undefined,
					upload: false,
				},
			};
			return [name, { name, displayName: name, isOutput: false, inputs: inputs ?? {} }];
		}),
	);
}

function setUp(answer: { readonly error?: ComfyError; readonly absent?: readonly string[] }) {
	const asked: string[] = [];
	const createClient = (baseUrl: string) => {
		asked.push(baseUrl);
		return {
			baseUrl,
			systemStats: async () =>
				answer.error
					? { ok: false, error: answer.error }
					: {
							ok: true,
							value: {
								system: { comfyui_version: '0.33.0' },
								devices: [
									{ name: 'cuda:0 RTX 4090 : native', type: 'cuda', vram_total: 24 * 2 ** 30 },
								],
							},
						},
			features: async () => ({ ok: true, value: { max_upload_size: 2 ** 20 } }),
			objectInfo: async () => ({ ok: true, value: infoWithout(answer.absent ?? []) }),
		} as unknown as ComfyClient;
	};
	const told = { onServer: vi.fn(), onDirect: vi.fn(), onUseDraft: vi.fn() };
	const queries = new QueryClient();
	onTestFinished(
		mount(
			<QueryClientProvider client={queries}>
				<ConnectPanel
					open
					onOpenChange={() => undefined}
					servers={[]}
					serverId={undefined}
					createClient={createClient}
					models={() => models}
					{...told}
				/>
			</QueryClientProvider>,
		),
	);
	onTestFinished(() => queries.clear());
	const check = async (address: string) => {
		await page.getByRole('textbox', { name: 'Address' }).fill(address);
		await page.getByRole('button', { name: /^Check/ }).click();
	};
	return { asked, told, check };
}

test('an address that answers is connected to, as it was understood', async () => {
	const { asked, told, check } = setUp({});
	await check(' 192.168.1.20:8188/ ');
	await expect.element(page.getByText(/^ComfyUI 0\.33\.0, answered in/)).toBeVisible();
	await expect.element(page.getByText('RTX 4090, 0.0 of 24 GB free')).toBeVisible();
	await expect.element(page.getByText('All 4 found')).toBeVisible();
	await page.getByRole('button', { name: 'Connect', exact: true }).click();
	expect(asked).toEqual(['http://192.168.1.20:8188']);
	expect(told.onDirect).toHaveBeenCalledWith('http://192.168.1.20:8188');
});

test('what is no address is said beside the field, and nothing is asked', async () => {
	const { asked, check } = setUp({});
	await check('ftp://gpu');
	await expect.element(page.getByText('The address begins with http:// or https://')).toBeVisible();
	await expect.element(page.getByRole('button', { name: 'Connect', exact: true })).toBeDisabled();
	expect(asked).toEqual([]);
});

test('a refused origin shows both ways out, with this very page and address', async () => {
	const url = 'http://gpu:8188';
	const { check } = setUp({ error: { kind: 'origin', url, pageOrigin: 'http://127.0.0.1:5173' } });
	await check(url);
	await expect.element(page.getByText(`npm start -- --comfyui ${url}`)).toBeVisible();
	await expect
		.element(page.getByText('--enable-cors-header http://127.0.0.1:5173', { exact: true }))
		.toBeVisible();
	expect(page.getByRole('button', { name: 'Copy command' }).elements()).toHaveLength(2);
	await expect.element(page.getByRole('button', { name: 'Connect', exact: true })).toBeDisabled();
});

test('a missing model is named with its folder', async () => {
	const { check } = setUp({ absent: ['clip_vision_h.safetensors'] });
	await check('gpu:8188');
	await expect.element(page.getByText(/^3 of 4 found/)).toBeVisible();
	await expect.element(page.getByText('clip_vision_h.safetensors')).toBeVisible();
	await expect.element(page.getByText('models/clip_vision')).toBeVisible();
});
