import { fail, ok, type Result } from '#core/result.ts';
import { readUpstreams, splitUpstreamTexts } from '#serve/upstream.ts';
import type { Credentials } from '../platform/nodePlatform.ts';
import { describeServeError } from '../serve/describeServeError.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';

/** A ComfyUI to use. */
export interface ChosenServer {
	/** Without a slash at the end. */
	readonly baseUrl: string;
	readonly credentials?: Credentials;
}

export interface ServerFlags {
	/** `[NAME=]URL` each. */
	readonly comfyui?: readonly string[];
	/** `[NAME=]PATH` each; without a name it is the first server's. */
	readonly tokenFile?: readonly string[];
}

const usual = 'http://127.0.0.1:8188';

/**
 * From the options, else `WAN_ATI_COMFYUI`, else the usual address. Tokens as `wan-ati serve` takes them. One address twice is
 * one server.
 * @param all False: of several in the environment only the first.
 */
export function chooseServers(
	flags: ServerFlags,
	environment: NodeJS.ProcessEnv,
	all: boolean,
): Result<readonly ChosenServer[], Failure> {
	const inEnvironment = splitUpstreamTexts(environment.WAN_ATI_COMFYUI);
	const given = flags.comfyui ?? inEnvironment.slice(0, all ? undefined : 1);
	const texts = (given.length > 0 ? given : [usual]).map(withScheme);
	const firstName = nameOf(texts[0] ?? '') ?? 'comfyui';
	const files = (flags.tokenFile ?? []).map((text) =>
		nameOf(text) === undefined ? `${firstName}=${text}` : text,
	);
	const read = readUpstreams(texts, files, environment);
	if (!read.ok)
		return fail({
			exitCode: exitCodes.usage,
			kind: 'usage',
			message: describeServeError(read.error),
		});
	const servers = new Map<string, ChosenServer>();
	for (const { url, authorization } of read.value) {
		const baseUrl = url.href.replace(/\/+$/, '');
		if (servers.has(baseUrl)) continue;
		servers.set(baseUrl, {
			baseUrl,
			...(authorization === undefined
				? {}
				: { credentials: { origin: url.origin, authorization } }),
		});
	}
	return ok([...servers.values()]);
}

const nameOf = (text: string): string | undefined => /^([A-Za-z0-9_-]{1,32})=/.exec(text)?.[1];

/** `gpu.lan:8188` as people type it. */
const withScheme = (text: string): string => {
	const [, name = '', rest = text] = /^([A-Za-z0-9_-]{1,32}=)(.*)$/s.exec(text) ?? [];
	return /^[a-z][a-z0-9+.-]*:\/\//i.test(rest) ? text : `${name}http://${rest}`;
};
