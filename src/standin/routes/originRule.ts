import type { StandinVersion } from '../options.ts';

export interface OriginHeaders {
	readonly host: string | undefined;
	readonly origin: string | undefined;
	readonly secFetchSite: string | undefined;
}

/**
 * Whether ComfyUI's origin check lets a request through (when `--enable-cors-header` is absent).
 * 1. 0.33.0 refuses `Sec-Fetch-Site: cross-site`, whatever Host is.
 * 2. Host and Origin must name the same host and port when Host is loopback; ports count only when both sides give one,
 *    the scheme never; `Origin: null` passes.
 * The real server also resolves names; here only `localhost` and loopback addresses count as loopback.
 * Source: recordings/http_origin of both versions.
 */
export function passesOriginRule(version: StandinVersion, headers: OriginHeaders): boolean {
	if (version !== '0.3.64' && headers.secFetchSite === 'cross-site') return false;
	if (headers.host === undefined || headers.origin === undefined) return true;
	const host = splitAuthority(headers.host.toLowerCase());
	const origin = splitAuthority(authorityOf(headers.origin));
	if (!isLoopback(host.name) || host.name === '' || origin.name === '') return true;
	if (host.name !== origin.name) return false;
	return host.port === '' || origin.port === '' || host.port === origin.port;
}

/** `http://localhost:5173` to `localhost:5173`; what is no URL has none. */
const authorityOf = (origin: string): string =>
	/^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(origin)?.[1]?.toLowerCase() ?? '';

function splitAuthority(authority: string): { name: string; port: string } {
	const match = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(authority);
	return { name: match?.[1] ?? '', port: match?.[2] ?? '' };
}

const isLoopback = (name: string): boolean =>
	name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
