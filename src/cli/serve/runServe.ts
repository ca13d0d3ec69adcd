import { createRunLog } from '#jobs/runLog/createRunLog.ts';
import { createServer, type RunningServer, type ServedAnswer } from '#serve/createServer.ts';
import { readUpstreams, splitUpstreamTexts, type Upstream } from '#serve/upstream.ts';
import { type LogFlags, logPrinter } from '../log/logOptions.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { describeServeError } from './describeServeError.ts';
import { describeUpstream } from './describeUpstream.ts';
import type { ServeFlags, ServeProduct } from './serveCommand.ts';

const defaultPort = 5173;
const lastPort = defaultPort + 100;

/** Serves until SIGINT or SIGTERM. */
export async function runServe(flags: ServeFlags, product: ServeProduct): Promise<void> {
	const texts =
		flags.comfyui.length > 0 ? flags.comfyui : splitUpstreamTexts(process.env.WAN_ATI_COMFYUI);
	const upstreams = readUpstreams(texts, flags.tokenFile, process.env);
	if (!upstreams.ok) return endWith(describeServeError(upstreams.error), exitCodes.usage);
	const server = await listen(product, flags, upstreams.value);
	if (server === undefined) return;
	for (const line of await Promise.all(upstreams.value.map(describeUpstream))) console.log(line);
	if (server.accessKey !== undefined) console.log(`access key: ${server.accessKey}`);
	stopOnSignal(server);
	console.log(`ready ${server.url}`);
}

/** On the port asked for, or from the default one up on the first that is free. */
async function listen(
	product: ServeProduct,
	flags: ServeFlags,
	servers: readonly Upstream[],
): Promise<RunningServer | undefined> {
	for (let port = flags.port ?? defaultPort; ; port++) {
		const { host, allowHost: allowHosts } = flags;
		const server = await createServer({
			...product,
			...{ servers, host, port, allowHosts },
			onAnswer: answerLogger(flags, `${host}:${port}`),
		});
		if (server.ok) return server.value;
		const mayTryNext =
			server.error.kind === 'portBusy' && flags.port === undefined && port < lastPort;
		if (!mayTryNext) {
			endWith(describeServeError(server.error), exitCodes.failed);
			return undefined;
		}
		console.log(`port ${port} is busy, trying ${port + 1}`);
	}
}

/**
 * What is served as lines of a run's log, on stderr.
 * @param host Stands in the lines; a bare path would be taken for a file's.
 */
export function answerLogger(
	flags: LogFlags,
	host: string,
	writeLine = (line: string): void => void process.stderr.write(`${line}\n`),
): (answer: ServedAnswer) => void {
	const log = createRunLog({ maxBytes: 0 });
	log.subscribe(logPrinter(flags, writeLine));
	return ({ method, path, status, tookMs }) =>
		log.add({
			time: Date.now(),
			level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
			httpStatus: status,
			message: `${method} http://${host}${path} in ${tookMs} ms`,
		});
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

function endWith(message: string, code: number): void {
	console.error(`wan-ati serve: ${message}`);
	process.exitCode = code;
}
