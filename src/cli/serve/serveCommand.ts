import { Command, InvalidArgumentError } from 'commander';
import { createServer, type RunningServer } from '#serve/createServer.ts';
import { readUpstreams, splitUpstreamTexts, type Upstream } from '#serve/upstream.ts';
import { describeServeError } from './describeServeError.ts';
import { describeUpstream } from './describeUpstream.ts';

const defaultPort = 5173;
const lastPort = defaultPort + 100;

/** What this copy of the program is. */
interface Product {
	readonly version: string;
	readonly appFolder: string;
}

interface ServeFlags {
	readonly port?: number;
	readonly host: string;
	readonly comfyui: readonly string[];
	readonly tokenFile: readonly string[];
	readonly allowHost: readonly string[];
}

/** `wan-ati serve`: the app in the browser, and the way to each ComfyUI. Runs until SIGINT or SIGTERM. */
export function serveCommand(product: Product): Command {
	const collect = (value: string, all: readonly string[]) => [...all, value];
	return new Command('serve')
		.description('Serve the app, and pass its requests on to each ComfyUI.')
		.option('--port <n>', `port; default ${defaultPort}, or the next free one`, parsePort)
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
		)
		.action(async (flags: ServeFlags) => {
			const texts =
				flags.comfyui.length > 0 ? flags.comfyui : splitUpstreamTexts(process.env.WAN_ATI_COMFYUI);
			const upstreams = readUpstreams(texts, flags.tokenFile, process.env);
			if (!upstreams.ok) return endWith(describeServeError(upstreams.error));
			const server = await listen(product, flags, upstreams.value);
			if (server === undefined) return;
			for (const line of await Promise.all(upstreams.value.map(describeUpstream)))
				console.log(line);
			if (server.accessKey !== undefined) console.log(`access key: ${server.accessKey}`);
			stopOnSignal(server);
			console.log(`ready ${server.url}`);
		});
}

/** On the port asked for, or from the default one up on the first that is free. */
async function listen(
	product: Product,
	flags: ServeFlags,
	servers: readonly Upstream[],
): Promise<RunningServer | undefined> {
	for (let port = flags.port ?? defaultPort; ; port++) {
		const { host, allowHost: allowHosts } = flags;
		const server = await createServer({ ...product, servers, host, port, allowHosts });
		if (server.ok) return server.value;
		const mayTryNext =
			server.error.kind === 'portBusy' && flags.port === undefined && port < lastPort;
		if (!mayTryNext) {
			endWith(describeServeError(server.error));
			return undefined;
		}
		console.log(`port ${port} is busy, trying ${port + 1}`);
	}
}

function stopOnSignal(server: RunningServer): void {
	let stopping = false;
	const stop = () => {
		// A second signal means now.
		if (stopping) process.exit(1);
		stopping = true;
		void server.close();
	};
	process.on('SIGINT', stop).on('SIGTERM', stop);
}

function endWith(message: string): void {
	console.error(`wan-ati serve: ${message}`);
	process.exitCode = 1;
}

function parsePort(text: string): number {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65535)
		throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
	return port;
}
