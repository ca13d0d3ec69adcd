import { Command, InvalidArgumentError } from 'commander';
import { addLogOptions, type LogFlags } from '../log/logOptions.ts';

/** What this copy of the program is. */
export interface ServeProduct {
	readonly version: string;
	readonly appFolder: string;
}

export interface ServeFlags extends LogFlags {
	readonly port?: number;
	readonly host: string;
	readonly comfyui: readonly string[];
	readonly tokenFile: readonly string[];
	readonly allowHost: readonly string[];
}

/** `wan-ati serve`: the app in the browser, and the way to each ComfyUI. Runs until SIGINT or SIGTERM. */
export function serveCommand(product: ServeProduct): Command {
	const collect = (value: string, all: readonly string[]) => [...all, value];
	const command = new Command('serve')
		.description('Serve the app, and pass its requests on to each ComfyUI.')
		.option('--port <n>', 'port; default 5173, or the next free one', parsePort)
		.option(
			'--host <address>',
			'address to listen on; other than loopback needs --allow-host',
			'127.0.0.1',
		)
		.option(
			'--comfyui <[name=]url>',
			'a ComfyUI to reach; repeatable [env: WAN_ATI_COMFYUI, comma separated]',
			collect,
			[],
		)
		.option(
			'--token-file <name=path>',
			'file with the token of that ComfyUI [env: WAN_ATI_TOKEN_<NAME>]',
			collect,
			[],
		)
		.option(
			'--allow-host <name>',
			'a name, or name:port, under which browsers reach this server; repeatable',
			collect,
			[],
		);
	return addLogOptions(command)
		.addHelpText(
			'after',
			`
Examples:
  $ wan-ati serve --comfyui http://127.0.0.1:8188
  $ wan-ati serve --comfyui gpu=http://gpu.lan:8188 --token-file gpu=token.txt --log-level info
  $ wan-ati serve --host 0.0.0.0 --allow-host studio.lan`,
		)
		.action(async (flags: ServeFlags) => (await import('./runServe.ts')).runServe(flags, product));
}

function parsePort(text: string): number {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65535)
		throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
	return port;
}
