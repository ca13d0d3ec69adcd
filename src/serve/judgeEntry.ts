import type { IncomingHttpHeaders } from 'node:http';

/** The names under which we answer. */
export interface OwnNames {
	/** The port we listen on; loopback names must carry it. */
	readonly port: number;
	/** `NAME` (any port: a reverse proxy may stand in front) or `NAME:PORT`, lower case. */
	readonly allowHosts: readonly string[];
}

/** What is asked for: the page and its files, ComfyUI's answers, or a WebSocket. */
export type Zone = 'page' | 'comfy' | 'upgrade';

export type EntryRefusal = 'host' | 'fetchSite' | 'origin';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];
const hostPattern = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/;

/**
 * Whether a request comes from our own page, by its headers alone. Undefined means it may enter.
 * - Host is one of our names: a page that rebinds its own name to 127.0.0.1 is refused.
 * - Sec-Fetch-Site, when sent, is `same-origin`; `none` (typed, opened from a terminal) only for the page.
 * - Origin equals ours on everything but GET and HEAD, and on the upgrade; when sent on a GET it must be ours too.
 * Source: Fetch metadata (W3C), and what ComfyUI itself checks (docs/adr/0003-serve.md).
 */
export function judgeEntry(
	method: string,
	headers: IncomingHttpHeaders,
	own: OwnNames,
	zone: Zone,
): EntryRefusal | undefined {
	const host = headers.host?.toLowerCase() ?? '';
	const kind = ownHost(host, own);
	if (kind === undefined) return 'host';
	const site = headers['sec-fetch-site'];
	if (site !== undefined && site !== 'same-origin' && !(site === 'none' && zone === 'page'))
		return 'fetchSite';
	const needsOrigin = zone === 'upgrade' || (method !== 'GET' && method !== 'HEAD');
	if (headers.origin === undefined) return needsOrigin ? 'origin' : undefined;
	// https only where a proxy that ends TLS may stand in front; we ourselves speak http.
	const ours =
		headers.origin === `http://${host}` ||
		(kind === 'allowed' && headers.origin === `https://${host}`);
	return ours ? undefined : 'origin';
}

function ownHost(host: string, own: OwnNames): 'loopback' | 'allowed' | undefined {
	const [, name, port = '80'] = hostPattern.exec(host) ?? [];
	if (name === undefined) return undefined;
	if (own.allowHosts.includes(host) || own.allowHosts.includes(name)) return 'allowed';
	return loopbackNames.includes(name) && Number(port) === own.port ? 'loopback' : undefined;
}
