import { readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../core/result.ts';

/** One ComfyUI that the pass-through reaches; fixed at start, never taken from a request. */
export interface Upstream {
	/** Its name in `/comfy/NAME/`: letters, digits, `-`, `_`. */
	readonly name: string;
	/** http or https; the path is a prefix that ends in `/`; no credentials, no query. */
	readonly url: URL;
	/** Value of the Authorization header that we add; the page never sees it. */
	readonly authorization?: string;
}

export type UpstreamError =
	| { readonly kind: 'notAUrl'; readonly text: string }
	| { readonly kind: 'wrongScheme'; readonly text: string }
	| { readonly kind: 'credentialsInUrl'; readonly name: string }
	| { readonly kind: 'duplicateName'; readonly name: string }
	| { readonly kind: 'unknownName'; readonly name: string }
	| { readonly kind: 'badToken'; readonly name: string; readonly reason: string };

const namedUrl = /^([A-Za-z0-9_-]{1,32})=(.*)$/s;

/**
 * ComfyUIs out of `[NAME=]URL` texts and `NAME=PATH` token files.
 * Without a name the first is `comfyui`, the next `comfyui2`, ...
 * Tokens: a token file wins over the environment's `WAN_ATI_TOKEN_<NAME>` (upper case, `-` as `_`). A value that
 * starts with `Bearer ` or `Basic ` is sent as it is, any other as `Bearer VALUE`.
 */
export function readUpstreams(
	texts: readonly string[],
	tokenFiles: readonly string[],
	environment: Readonly<Record<string, string | undefined>>,
): Result<Upstream[], UpstreamError> {
	const upstreams: Upstream[] = [];
	for (const [index, text] of texts.entries()) {
		const parsed = parseUpstream(text, index === 0 ? 'comfyui' : `comfyui${index + 1}`);
		if (!parsed.ok) return parsed;
		if (upstreams.some((other) => other.name === parsed.value.name))
			return fail({ kind: 'duplicateName', name: parsed.value.name });
		upstreams.push(parsed.value);
	}
	const files = new Map<string, string>();
	for (const text of tokenFiles) {
		const [, name, path] = namedUrl.exec(text) ?? [];
		if (name === undefined || path === undefined || !upstreams.some((u) => u.name === name))
			return fail({ kind: 'unknownName', name: name ?? text });
		files.set(name, path);
	}
	const result: Upstream[] = [];
	for (const upstream of upstreams) {
		const path = files.get(upstream.name);
		const token =
			path === undefined
				? ok(environment[tokenVariable(upstream.name)])
				: readTokenFile(upstream.name, path);
		if (!token.ok) return token;
		if (token.value === undefined) {
			result.push(upstream);
			continue;
		}
		const authorization = parseToken(upstream.name, token.value);
		if (!authorization.ok) return authorization;
		result.push({ ...upstream, authorization: authorization.value });
	}
	return ok(result);
}

/** `WAN_ATI_COMFYUI`: `[NAME=]URL` texts separated by commas. */
export const splitUpstreamTexts = (text: string | undefined): string[] =>
	(text ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');

const tokenVariable = (name: string) => `WAN_ATI_TOKEN_${name.toUpperCase().replaceAll('-', '_')}`;

function parseUpstream(text: string, defaultName: string): Result<Upstream, UpstreamError> {
	const [, name = defaultName, rest = text] = namedUrl.exec(text) ?? [];
	if (!URL.canParse(rest)) return fail({ kind: 'notAUrl', text });
	const url = new URL(rest);
	if (url.username !== '' || url.password !== '') return fail({ kind: 'credentialsInUrl', name });
	if (url.protocol !== 'http:' && url.protocol !== 'https:')
		return fail({ kind: 'wrongScheme', text });
	url.search = '';
	url.hash = '';
	if (!url.pathname.endsWith('/')) url.pathname += '/';
	return ok({ name, url });
}

function readTokenFile(name: string, path: string): Result<string, UpstreamError> {
	try {
		return ok(readFileSync(path, 'utf8'));
	} catch (error) {
		return fail({
			kind: 'badToken',
			name,
			reason: (error as NodeJS.ErrnoException).code ?? 'unreadable',
		});
	}
}

function parseToken(name: string, text: string): Result<string, UpstreamError> {
	const token = text.trim();
	if (token === '') return fail({ kind: 'badToken', name, reason: 'empty' });
	// A line break here would add a header of its own to every request.
	if (!/^[\x20-\x7e]+$/.test(token))
		return fail({ kind: 'badToken', name, reason: 'not one line of printable ASCII' });
	return ok(/^(Bearer|Basic) /i.test(token) ? token : `Bearer ${token}`);
}
