import * as z from 'zod/mini';

/** A ComfyUI the app may talk to. `baseUrl` has no trailing slash. */
export interface Server {
	/** Stable id: preferences remember models under it, runs are found again by it. */
	readonly id: string;
	readonly name: string;
	readonly baseUrl: string;
	/** How we came to know it: named to `serve`, the page's own host, or typed in by the person. */
	readonly kind: 'serve' | 'sameOrigin' | 'direct';
}

const infoSchema = z.object({
	servers: z.array(z.object({ name: z.string(), path: z.string() })),
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
): Promise<readonly Server[]> {
	const own = (await namedServers(fetcher, pageUrl)) ?? (await sameOriginServer(fetcher, pageUrl));
	return directUrl ? [...own, directServer(directUrl)] : own;
}

/** The server a person typed in; `url` has been through `parseBaseUrl`. */
export const directServer = (url: string): Server => ({
	id: `direct:${url}`,
	name: url.replace(/^https?:\/\//, ''),
	baseUrl: url,
	kind: 'direct',
});

async function namedServers(fetcher: typeof fetch, pageUrl: string) {
	const body = await fetchJson(fetcher, new URL('wan-ati.json', pageUrl).href);
	const parsed = infoSchema.safeParse(body);
	if (!parsed.success) return undefined;
	return parsed.data.servers.map(
		({ name, path }): Server => ({
			id: `serve:${name}`,
			name,
			baseUrl: new URL(path.replace(/^\//, ''), new URL('./', pageUrl)).href.replace(/\/+$/, ''),
			kind: 'serve',
		}),
	);
}

async function sameOriginServer(fetcher: typeof fetch, pageUrl: string): Promise<Server[]> {
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
