import {
	type Standin,
	type StandinVersion,
	startStandin,
} from '../../../src/standin/createStandin.ts';
import { cannotRender } from '../../../src/standin/testing/testClient.ts';

/** A ComfyUI that the contract is held against. */
export interface Target {
	/** No slash at the end. */
	readonly url: string;
	/** `0.33.0`. */
	readonly version: string;
	/** It has /api/jobs and what came with it. */
	readonly modern: boolean;
	/** It was started with `--enable-cors-header`: its origin check is off. */
	readonly open: boolean;
	/** Why runs cannot be made here, or false. */
	readonly cannotRun: string | false;
	close(): Promise<void>;
}

const realUrl = process.env.COMFYUI_URL?.replace(/\/+$/, '');

/** What to run against: the real server that COMFYUI_URL names, else both versions of the stand-in. */
export const targetNames: readonly string[] = realUrl
	? [`ComfyUI at ${realUrl}`]
	: ['stand-in like 0.33.0', 'stand-in like 0.3.64'];

export async function openTarget(name: string): Promise<Target> {
	if (realUrl) return describeServer(realUrl, false, async () => undefined);
	const versionLike = name.split(' ').at(-1) as StandinVersion;
	const standin: Standin = await startStandin({ versionLike, previewMethod: 'none' });
	return describeServer(standin.url, cannotRender, () => standin.close());
}

async function describeServer(
	url: string,
	cannotRun: string | false,
	close: () => Promise<void>,
): Promise<Target> {
	const stats = await fetch(`${url}/system_stats`);
	const { system } = (await stats.json()) as { system: { comfyui_version?: string } };
	const jobs = await fetch(`${url}/api/jobs?limit=1`);
	await jobs.arrayBuffer();
	return {
		url,
		version: system.comfyui_version ?? 'unknown',
		modern: jobs.status === 200,
		open: stats.headers.has('access-control-allow-origin'),
		cannotRun,
		close,
	};
}
