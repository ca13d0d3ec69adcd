import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/runCli.ts';
import { answerLogger } from './runServe.ts';

test('writes one redacted line an answer, of the levels asked for', async () => {
	const folder = temporaryFolder();
	const lines: string[] = [];
	try {
		mkdirSync(join(folder.path, 'app'));
		writeFileSync(join(folder.path, 'app', 'index.html'), '<!doctype html>');
		const { createServer } = await import('#serve/createServer.ts');
		const server = await createServer({
			appFolder: join(folder.path, 'app'),
			version: '0',
			servers: [],
			port: 0,
			onAnswer: answerLogger({ logLevel: 'warn' }, 'studio', (line) => lines.push(line)),
		});
		if (!server.ok) throw new Error(server.error.kind);
		try {
			await fetch(server.value.url);
			await fetch(`${server.value.url}comfy/none/history/a?token=s3cret`);
		} finally {
			await server.value.close();
		}
	} finally {
		folder.dispose();
	}
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(
		/^\S+ warn {2}- 404 GET http:\/\/studio\/comfy\/none\/history\/a\?token=\[redacted\] in \d+ ms$/,
	);
});
