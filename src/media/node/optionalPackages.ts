import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, ok, type Result } from '#core/result.ts';
import { installLine } from './installLine.ts';

/** A canvas of `@napi-rs/canvas`, and its context; types only, the package is loaded when it is needed. */
export type { Canvas as NodeCanvas, SKRSContext2D as NodeContext } from '@napi-rs/canvas';

type CanvasModule = typeof import('@napi-rs/canvas');
type MediabunnyModule = typeof import('mediabunny');

/**
 * Drawing and picture codecs, from the optional package `@napi-rs/canvas`.
 * @returns The module, or a plain sentence naming the package that is missing.
 */
export async function loadCanvas(): Promise<Result<CanvasModule, string>> {
	try {
		return ok(await import('@napi-rs/canvas'));
	} catch {
		return fail(missing('Reading and writing pictures', '@napi-rs/canvas'));
	}
}

let video: Promise<Result<MediabunnyModule, string>> | undefined;

/**
 * Mediabunny with FFmpeg's codecs registered, from the optional package `@mediabunny/server`.
 * Registered once a process, on the CPU: probing for GPUs only writes noise to stderr.
 * @returns The module, or a plain sentence naming the package that is missing.
 */
export function loadVideoCodecs(): Promise<Result<MediabunnyModule, string>> {
	video ??= registerCodecs();
	return video;
}

async function registerCodecs(): Promise<Result<MediabunnyModule, string>> {
	try {
		const server = await import('@mediabunny/server');
		const mediabunny = await mediabunnyOfCodecs();
		server.registerMediabunnyServer({ hardwareContext: null });
		return ok(mediabunny);
	} catch {
		return fail(missing('Reading and writing videos', '@mediabunny/server'));
	}
}

/** The Mediabunny that the codecs themselves import: where all is installed globally, it lies elsewhere than ours. */
async function mediabunnyOfCodecs(): Promise<MediabunnyModule> {
	const load = createRequire(import.meta.url);
	const theirs = createRequire(load.resolve('@mediabunny/server')).resolve('mediabunny');
	if (theirs === load.resolve('mediabunny')) return import('mediabunny');
	const folder = theirs.slice(0, theirs.lastIndexOf(`${sep}dist${sep}`));
	const { module } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return import(/* @vite-ignore */ pathToFileURL(join(folder, module)).href);
}

const missing = (what: string, name: string): string =>
	`${what} needs the optional package ${name}, which is not installed here (${installLine([name])}).`;
