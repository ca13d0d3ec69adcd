import * as z from 'zod/mini';
import { parseBaseUrl } from '#comfy/client/parseBaseUrl.ts';
import type { ServerRef } from '#generation/server/serverRef.ts';
import { serverOfPage } from './serverOfPage.ts';

const infoSchema = z.object({
	/** Absent in the file that a static build ships: no `serve` stands behind the page. */
	servers: z.optional(z.array(z.object({ name: z.string(), path: z.string() }))),
	/** Base URLs that the policy of this page names, besides its own host. */
	direct: z.optional(z.array(z.string())),
});

/** `wanati.config.json` beside a static build: ComfyUIs that every visitor is offered. */
const configSchema = z.object({
	servers: z.array(z.object({ name: z.optional(z.string()), url: z.string() })),
});

export interface Discovered {
	/** Those that `wan-ati serve` passes through to, the ComfyUI that serves the page, or those of `wanati.config.json`. */
	readonly servers: readonly ServerRef[];
	/** Base URLs that the page may speak to directly; undefined: any, since no `serve` made its policy. */
	readonly allowed: readonly string[] | undefined;
}

/**
 * The servers this page can reach without anything typed in.
 * @param pageUrl The page's address; the built app works below any path.
 */
export async function discoverServers(fetcher: typeof fetch, pageUrl: string): Promise<Discovered> {
	const body = await fetchJson(fetcher, new URL('wan-ati.json', pageUrl).href);
	const info = infoSchema.safeParse(body).data;
	if (info?.servers)
		return { servers: info.servers.map((server) => named(server, pageUrl)), allowed: info.direct };
	const [own, listed] = await Promise.all([
		sameOriginServer(fetcher, pageUrl),
		configuredServers(fetcher, pageUrl),
	]);
	return { servers: [...own, ...listed], allowed: undefined };
}

/** A server spoken to directly; `url` has been through `parseBaseUrl`. */
export const directServer = (url: string, name = url.replace(/^https?:\/\//, '')): ServerRef => ({
	id: `direct:${url}`,
	name,
	baseUrl: url,
	kind: 'direct',
});

const named = (
	{ name, path }: { readonly name: string; readonly path: string },
	pageUrl: string,
): ServerRef => ({
	id: `serve:${name}`,
	name,
	baseUrl: new URL(path.replace(/^\//, ''), new URL('./', pageUrl)).href.replace(/\/+$/, ''),
	kind: 'serve',
});

async function sameOriginServer(fetcher: typeof fetch, pageUrl: string): Promise<ServerRef[]> {
	const baseUrl = serverOfPage(pageUrl);
	const body = await fetchJson(fetcher, `${baseUrl}/system_stats`);
	const isComfy = z.object({ system: z.unknown() }).safeParse(body).success;
	return isComfy ? [{ id: 'sameOrigin', name: 'ComfyUI', baseUrl, kind: 'sameOrigin' }] : [];
}

async function configuredServers(fetcher: typeof fetch, pageUrl: string): Promise<ServerRef[]> {
	const body = await fetchJson(fetcher, new URL('wanati.config.json', pageUrl).href);
	return (configSchema.safeParse(body).data?.servers ?? []).flatMap(({ name, url }) => {
		const parsed = parseBaseUrl(url);
		return parsed.ok ? [directServer(parsed.value, name)] : [];
	});
}

async function fetchJson(fetcher: typeof fetch, url: string): Promise<unknown> {
	try {
		const response = await fetcher(url, { cache: 'no-store' });
		return response.ok ? await response.json() : undefined;
	} catch {
		return undefined;
	}
}
