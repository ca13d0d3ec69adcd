import { fail, ok, type Result } from '#core/result.ts';
import { readUpstreams, splitUpstreamTexts } from '#serve/upstream.ts';
import type { Credentials } from '../platform/nodePlatform.ts';
import { describeServeError } from '../serve/describeServeError.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';

/** The ComfyUI to use. */
export interface ChosenServer {
	/** Without a slash at the end. */
	readonly baseUrl: string;
	readonly credentials?: Credentials;
}

const usual = 'http://127.0.0.1:8188';

/** From the options, else the first of `WAN_ATI_COMFYUI`, else the usual address. Tokens as `wan-ati serve` takes them. */
export function chooseServer(
	flags: { readonly comfyui?: string; readonly tokenFile?: string },
	environment: NodeJS.ProcessEnv,
): Result<ChosenServer, Failure> {
	const given = flags.comfyui ?? splitUpstreamTexts(environment.WAN_ATI_COMFYUI)[0] ?? usual;
	const text = withScheme(given);
	const name = /^([A-Za-z0-9_-]{1,32})=/.exec(text)?.[1] ?? 'comfyui';
	const files = flags.tokenFile === undefined ? [] : [`${name}=${flags.tokenFile}`];
	const read = readUpstreams([text], files, environment);
	if (!read.ok)
		return fail({
			exitCode: exitCodes.usage,
			kind: 'usage',
			message: describeServeError(read.error),
		});
	const upstream = read.value[0]!;
	const { url, authorization } = upstream;
	return ok({
		baseUrl: url.href.replace(/\/+$/, ''),
		...(authorization === undefined ? {} : { credentials: { origin: url.origin, authorization } }),
	});
}

/** `gpu.lan:8188` as people type it. */
const withScheme = (text: string): string => {
	const [, name = '', rest = text] = /^([A-Za-z0-9_-]{1,32}=)(.*)$/s.exec(text) ?? [];
	return /^[a-z][a-z0-9+.-]*:\/\//i.test(rest) ? text : `${name}http://${rest}`;
};
