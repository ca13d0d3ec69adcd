import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { serveCommand } from './serve/serveCommand.ts';

// Two folders up from src/cli and from dist/cli alike.
const packageRoot = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as {
	version: string;
};
const appFolder = fileURLToPath(new URL('dist/app', packageRoot));

const program = new Command('wan-ati')
	.description('Draw motion paths over a picture, generate the video with Wan 2.1 ATI.')
	.version(version)
	.showHelpAfterError('(wan-ati --help shows every option)')
	.addCommand(serveCommand({ version, appFolder }));

await program.parseAsync();
