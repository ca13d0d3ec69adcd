import * as z from 'zod/mini';
import type { ServerRef } from '#generation/server/serverRef.ts';

const infoSchema = z.object({
	/** Absent in the file that a static build ships: no `serve` stands behind the page. */
	servers: z.optional(z.array(z.object({ name: z.string(), path: z.string() }))),
});

/**
 * The servers this page can reach: those that `wan-ati serve` passes through to, or the ComfyUI that serves the page
 * itself, and the one typed in.
 * @param pageUrl The page's address; the built app works below any path.
 * @param directUrl Base URL typed in by the person; empty for none.
 */
export async function discoverServers(
	fetcher: typeof fetch,
	pageUrl: string,
	directUrl: string,
): Promise<readonly ServerRef[]> {
	const own = (await namedServers(fetcher, pageUrl)) ?? (await sameOriginServer(fetcher, pageUrl));
	return directUrl ? [...own, directServer(directUrl)] : own;
}

/** The server a person typed in; `url` has been through `parseBaseUrl`. */
export const directServer = (url: string): ServerRef => ({
	id: `direct:${url}`,
	name: url.replace(/^https?:\/\//, ''),
	baseUrl: url,
	kind: 'direct',
});

async function namedServers(fetcher: typeof fetch, pageUrl: string) {
	const body = await fetchJson(fetcher, new URL('wan-ati.json', pageUrl).href);
	const parsed = infoSchema.safeParse(body);
	if (!parsed.success) return undefined;
	return parsed.data.servers?.map(
		({ name, path }): ServerRef => ({
			id: `serve:${name}`,
			name,
			baseUrl: new URL(path.replace(/^\//, ''), new URL('./', pageUrl)).href.replace(/\/+$/, ''),
			kind: 'serve',
		}),
	);
}

async function sameOriginServer(fetcher: typeof fetch, pageUrl: string): Promise<ServerRef[]> {
	const { origin } = new URL(pageUrl);
	const body = await fetchJson(fetcher, `${origin}/system_stats`);
	const isComfy = z.object({ system: z.unknown() }).safeParse(body).success;
	return isComfy
		? [{ id: 'sameOrigin', name: 'ComfyUI', baseUrl: origin, kind: 'sameOrigin' }]
		: [];
}

async function fetchJson(fetcher: typeof fetch, url: string): Promise<unknown> {
	try {
		const response = await fetcher(url, { cache: 'no-store' });
		return response.ok ? await response.json() : undefined;
	} catch {
		return undefined;
	}
}
