import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type RunningServer, type ServerOptions } from '../createServer.ts';
import { noncePlaceholder } from '../pageHeaders.ts';

/** A server on a free port with a small built app. */
export async function startServer(
	options: Partial<ServerOptions> = {},
): Promise<RunningServer & { readonly appFolder: string }> {
	const appFolder = mkdtempSync(join(tmpdir(), 'wan-ati-app-'));
	mkdirSync(join(appFolder, 'assets'));
	writeFileSync(
		join(appFolder, 'index.html'),
		`<!doctype html><meta property="csp-nonce" nonce="${noncePlaceholder}">`,
	);
	writeFileSync(join(appFolder, 'assets', 'index-abc.mjs'), 'export {};');
	writeFileSync(join(appFolder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
	writeFileSync(join(appFolder, '.secret'), 'secret');
	const started = await createServer({
		appFolder,
		version: '1.2.3',
		servers: [],
		port: 0,
		...options,
	});
	if (!started.ok) throw new Error(JSON.stringify(started.error));
	return {
		...started.value,
		appFolder,
		close: async () => {
			await started.value.close();
			rmSync(appFolder, { recursive: true });
		},
	};
}
